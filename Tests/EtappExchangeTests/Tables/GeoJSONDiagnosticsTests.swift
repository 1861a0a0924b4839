import EtappExchange
import EtappModel
import Testing

/// Spoiled layers: for each what the reader must say, where and what was probably meant.
@Suite struct `Layers with mercy` {
  private static let file = "layers/areas.geojson"

  private static func layer(
    _ label: String, _ text: String, _ severity: Diagnostic.Severity = .error, says: String, row: Int? = nil,
    column: String? = nil, value: String? = nil, maybe: String? = nil
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, file, bytes: Array(text.utf8), severity, says: says, row: row, column: column, value: value, maybe: maybe)
  }

  private static func geometry(
    _ label: String, _ geometry: String, says: String, value: String? = "A", maybe: String? = nil
  ) -> DiagnosticCase {
    layer(
      label, feature(geometry), .warning, says: says, column: "feature 1", value: value, maybe: maybe)
  }

  private static func feature(_ geometry: String) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"name\": \"A\"}, \"geometry\": \(geometry)}]}"
  }

  @Test(arguments: documents + geometries)
  func `says what is wrong`(example: DiagnosticCase) throws {
    try example.check()
  }

  static let documents: [DiagnosticCase] = [
    layer("an empty file", "", says: "ends too early", row: 1),
    layer("no JSON", "hello", says: "expected a value", row: 1),
    layer("half a file", "{\"type\":\n\"FeatureCollection\",\n\"features\": [", says: "ends too early", row: 3),
    layer("something behind", "{\"features\": []}\n}", says: "after the end", row: 2),
    layer("a comma too many", "{\"features\": [1,]}", says: "expected a value", row: 1),
    layer("a key without quotes", "{features: []}", says: "expected a key", row: 1),
    layer("nested beyond reason", String(repeating: "[", count: 100_000), says: "nested deeper than 200", row: 1),
    layer("a number beyond numbers", "{\"features\": [1e999]}", says: "“1e999” is no number", row: 1),
    layer("half a surrogate pair", "{\"a\": \"\\ud800\"}", says: "surrogate", row: 1),
    layer("a text that never ends", "{\"a", says: "never ends", row: 1),
    layer(
      "a bare geometry", "{\"type\": \"Polygon\", \"coordinates\": []}", says: "feature collection", row: 1,
      column: "type", value: "Polygon", maybe: "FeatureCollection"),
    layer(
      "features that are no list", "{\"type\": \"FeatureCollection\", \"features\": 3}", says: "feature collection",
      row: 1, column: "type", value: "FeatureCollection", maybe: "FeatureCollection"),
    layer(
      "no features", "{\"type\": \"FeatureCollection\", \"features\": []}", .warning, says: "no areas",
      column: "features"),
    layer(
      "a feature that is none", "{\"features\": [{\"type\": \"Circle\"}]}", .warning, says: "Not a feature",
      column: "feature 1", value: "Circle", maybe: "Feature"),
    layer(
      "a feature that is null", "{\"features\": [null]}", .warning, says: "Not a feature", column: "feature 1",
      value: "", maybe: "Feature"),
    DiagnosticCase(
      "Latin-1", file, bytes: [0x7B, 0x22, 0xC5, 0x22, 0x3A, 0x31, 0x7D], says: "Latin-1", row: 1, value: "{\"Å\":1}",
      maybe: "UTF-8 (CSV UTF-8)"),
  ]

  static let geometries: [DiagnosticCase] = [
    geometry(
      "a line", "{\"type\": \"LineString\", \"coordinates\": [[1, 2], [3, 4]]}", says: "could not be used",
      value: "LineString", maybe: "Polygon, MultiPolygon, Point"),
    geometry(
      "a ring that is not closed", "{\"type\": \"Polygon\", \"coordinates\": [[[17, 62], [18, 62], [18, 63]]]}",
      says: "does not end where it begins"),
    geometry(
      "a ring of two corners", "{\"type\": \"Polygon\", \"coordinates\": [[[17, 62], [18, 62]]]}",
      says: "fewer than three", value: "2"),
    geometry(
      "beyond the poles", "{\"type\": \"Point\", \"coordinates\": [17, 262]}", says: "not on the earth",
      value: "[17.0, 262.0]", maybe: "EPSG:4326"),
    geometry(
      "exchanged beyond the poles", "{\"type\": \"Point\", \"coordinates\": [62, 117]}", says: "not on the earth",
      value: "[62.0, 117.0]", maybe: "[117.0, 62.0]"),
    geometry(
      "projected", "{\"type\": \"Point\", \"coordinates\": [617000, 6900000]}", says: "not on the earth",
      value: "[617000.0, 6900000.0]", maybe: "EPSG:4326"),
    geometry(
      "a text for a number", "{\"type\": \"Point\", \"coordinates\": [\"17\", 62]}",
      says: "not a longitude and a latitude", maybe: "[18.07, 59.33]"),
    geometry(
      "nested one level too little", "{\"type\": \"Polygon\", \"coordinates\": [[17, 62], [18, 62], [18, 63]]}",
      says: "not a longitude and a latitude", maybe: "[18.07, 59.33]"),
    DiagnosticCase(
      "lat and lon exchanged", file, bytes: Array(feature("{\"type\": \"Point\", \"coordinates\": [62.3, 17.2]}").utf8),
      .warning,
      says: "outside where people live", column: "lat", value: "A: 17.2, 62.3",
      maybe: "lat and lon swapped / lat och lon omkastade"),
  ]

  /// Unusual, and right all the same.
  static let accepted: [String] = [
    feature("null"),
    "{\"features\": [{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [17, 62]}}]}",
    "{\"type\": \"Feature\", \"properties\": null, \"geometry\": {\"type\": \"Point\", \"coordinates\": [17, 62, 120.5]}}",
    feature(
      "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[17, 62], [18, 62], [18, 63], [17, 62]]], [[[15, 62], [16, 62], [16, 63], [15, 62]]]]}"
    ),
    "\u{FEFF}" + feature("{\"type\": \"Point\", \"coordinates\": [1.7e1, 6.2E+1]}"),
  ]

  @Test(arguments: accepted)
  func `reads what the standard allows`(text: String) throws {
    let contents = try SmallWorkspace.contents(changing: [Self.file: Array(text.utf8)])
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    #expect(contents.geography.layers.first?.areas.count == 1)
  }
}
