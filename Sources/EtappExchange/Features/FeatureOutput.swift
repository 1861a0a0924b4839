import Foundation

/// Points for other programs, in the format that the file's name ends with.
package enum FeatureOutput: String, CaseIterable, Sendable {
  case csv
  case geojson
  case gpkg

  /// The format of a file's name; nil where it ends with something else.
  package init?(file: String) { self.init(rawValue: (file as NSString).pathExtension.lowercased()) }

  /// Writes a GeoJSON collection in this format, where nothing is yet.
  ///
  /// - Parameters:
  ///   - name: What the layer is called.
  ///   - made: The moment, ISO 8601 in universal time.
  package func write(_ collection: JSON, name: String, to path: String, made: String) throws {
    switch self {
    case .geojson: try Data(collection.serialised(pretty: true).utf8).write(to: URL(fileURLWithPath: path))
    case .gpkg: try GeoPackageWriter.write([GeoJSONFeatures.table(collection, name: name)], to: path, made: made)
    case .csv:
      try Data(Self.table(GeoJSONFeatures.table(collection, name: name)).utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  private static func table(_ table: FeatureTable) -> String {
    var writer = CSVWriter(header: table.columns + ["lat", "lon"])
    for feature in table.features {
      let position = feature.geometry?.positions.first
      writer.add(feature.values.map(\.text) + [position?.y, position?.x].map { $0.map { "\($0)" } ?? "" })
    }
    return writer.text
  }
}
