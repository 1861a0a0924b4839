import EtappModel

/// Reads areas from GeoJSON (RFC 7946): polygons, multipolygons and points, with `id`, `code` or `name` as properties.
struct GeoJSONReader {
  private(set) var areas: [Area] = []
  /// Foreign members of the collection, where the file says them.
  private(set) var title: Text?
  private(set) var date: Day?

  init(_ data: [UInt8], file: String, diagnostics: inout [Diagnostic]) {
    guard let json = Self.json(data, file: file, &diagnostics) else { return }
    date = json["date"]?.text.flatMap { Day($0) }
    title = Self.text(json["title"])
    guard let features = json["features"]?.array ?? (json["type"]?.text == "Feature" ? [json] : nil) else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "Not a GeoJSON feature collection.", sv: "Inte en samling objekt i GeoJSON."),
          at: Diagnostic.Place(file: file, row: 1, column: "type"), value: json["type"]?.text,
          maybe: "FeatureCollection"))
      return
    }
    for (index, feature) in features.enumerated() {
      var reader = FeatureReader(feature, number: index + 1, file: file)
      if let area = reader.read() { areas.append(area) }
      diagnostics += reader.diagnostics
    }
    if areas.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, Text(en: "There are no areas in the file.", sv: "Det finns inga områden i filen."),
          at: Diagnostic.Place(file: file, column: "features")))
    }
  }

  private static func json(_ data: [UInt8], file: String, _ diagnostics: inout [Diagnostic]) -> JSON? {
    if let trouble = TextEncoding.trouble(in: data, file: file) {
      diagnostics.append(trouble)
      return nil
    }
    do {
      return try JSONReader.read(data)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "Not valid JSON: \(error.reason.en).", sv: "Inte giltig JSON: \(error.reason.sv)."),
          at: Diagnostic.Place(file: file, row: error.line)))
      return nil
    }
  }

  private static func text(_ json: JSON?) -> Text? {
    switch json {
    case .string(let text): Text(text)
    case .object(let members):
      Text(
        byLanguage: Dictionary(
          members.compactMap { member in member.value.text.map { (member.key, $0) } }, uniquingKeysWith: { $1 }))
    default: nil
    }
  }
}

/// Reads one feature, and says once for each kind of trouble what is wrong with its geometry.
private struct FeatureReader {
  private let feature: JSON
  private let number: Int
  private let file: String
  private var name = ""
  private(set) var diagnostics: [Diagnostic] = []
  private var said: Set<Text> = []

  init(_ feature: JSON, number: Int, file: String) {
    self.feature = feature
    self.number = number
    self.file = file
  }

  mutating func read() -> Area? {
    guard case .object = feature, feature["type"]?.text == "Feature" else {
      say(
        Text(en: "Not a feature; it was passed over.", sv: "Inget objekt (Feature); det lästes inte."),
        value: feature["type"]?.text, maybe: "Feature")
      return nil
    }
    let properties = feature["properties"]
    let named = properties?["name"]?.text ?? properties?["namn"]?.text
    let id =
      Self.word(properties?["id"]) ?? Self.word(properties?["code"]) ?? Self.word(feature["id"]) ?? named
      ?? String(number)
    name = named ?? id
    return Area(id: id, name: name, shape: shape(feature["geometry"]))
  }

  private static func word(_ json: JSON?) -> String? {
    switch json {
    case .string(let text): text
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    default: nil
    }
  }

  // MARK: Geometry

  /// RFC 7946 lets a feature have no place (`null`); anything else that gives no shape is said.
  private mutating func shape(_ geometry: JSON?) -> Area.Shape {
    guard let geometry, case .object = geometry else { return .unknown }
    let type = geometry["type"]?.text
    let coordinates = geometry["coordinates"]?.array ?? []
    let shape: Area.Shape? =
      switch type {
      case "Point": position(.array(coordinates)).map(Area.Shape.point)
      case "Polygon": polygons([.array(coordinates)])
      case "MultiPolygon": polygons(coordinates)
      default: nil
      }
    if shape == nil, diagnostics.isEmpty {
      say(
        Text(en: "The geometry of “\(name)” could not be used.", sv: "Geometrin för ”\(name)” gick inte att använda."),
        value: type, maybe: "Polygon, MultiPolygon, Point")
    }
    return shape ?? .unknown
  }

  private mutating func polygons(_ json: [JSON]) -> Area.Shape? {
    var polygons: [[[Coordinate]]] = []
    for polygon in json {
      var rings: [[Coordinate]] = []
      for ring in polygon.array ?? [] { if let ring = self.ring(ring) { rings.append(ring) } }
      if !rings.isEmpty { polygons.append(rings) }
    }
    return polygons.isEmpty ? nil : .polygons(polygons)
  }

  /// A ring of at least three positions; others enclose nothing. One with a position that is none is left out, since
  /// without its corner it would be another area.
  private mutating func ring(_ json: JSON) -> [Coordinate]? {
    let corners = json.array ?? []
    var ring: [Coordinate] = []
    for corner in corners { if let position = position(corner) { ring.append(position) } }
    guard ring.count == corners.count, ring.count >= 3 else {
      if ring.count == corners.count { say(Self.tooShort(name), value: "\(corners.count)") }
      return nil
    }
    if ring.first != ring.last {
      say(
        Text(
          en: "A ring of “\(name)” does not end where it begins; it was closed.",
          sv: "En ring i ”\(name)” slutar inte där den börjar; den slöts."))
    }
    return ring
  }

  private static func tooShort(_ name: String) -> Text {
    Text(
      en: "A ring of “\(name)” has fewer than three corners and encloses nothing.",
      sv: "En ring i ”\(name)” har färre än tre hörn och omsluter ingenting.")
  }

  private mutating func position(_ json: JSON) -> Coordinate? {
    guard let numbers = json.array, numbers.count >= 2, let longitude = numbers[0].number,
      let latitude = numbers[1].number
    else {
      say(
        Text(
          en: "A position of “\(name)” is not a longitude and a latitude.",
          sv: "En position i ”\(name)” är inte en longitud och en latitud."), maybe: "[18.07, 59.33]")
      return nil
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      let isSwapped = abs(longitude) <= 90 && abs(latitude) <= 180
      say(
        Text(
          en: "A position of “\(name)” is not on the earth: GeoJSON has longitude, latitude in degrees (WGS 84).",
          sv: "En position i ”\(name)” finns inte på jorden: GeoJSON har longitud, latitud i grader (WGS 84)."),
        value: "[\(longitude), \(latitude)]",
        maybe: isSwapped ? "[\(latitude), \(longitude)]" : "EPSG:4326")
      return nil
    }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  private mutating func say(_ message: Text, value: String? = nil, maybe: String? = nil) {
    guard said.insert(message).inserted else { return }
    diagnostics.append(
      Diagnostic(
        .warning, message, at: Diagnostic.Place(file: file, column: "feature \(number)"), value: value ?? name,
        maybe: maybe))
  }
}
