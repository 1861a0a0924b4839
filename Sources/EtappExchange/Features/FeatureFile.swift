package import EtappModel
import Foundation

/// A geographic file of any format that is known by its name: GeoPackage, GeoJSON, and what `ogr2ogr` reads.
///
/// `FILE|layername=NAME` names a layer, as QGIS writes it.
package struct FeatureFile {
  private let path: String
  private let file: String
  private let layer: String?

  /// - Parameters:
  ///   - name: Its path, with a layer or without.
  ///   - folder: Where the path begins; nil begins where the program stands.
  /// - Returns: nil for tables of text.
  package init?(_ name: String, in folder: String? = nil) {
    let parts = name.split(separator: "|", maxSplits: 1).map(String.init)
    guard let file = parts.first else { return nil }
    self.file = file
    path = folder.map { ($0 as NSString).appendingPathComponent(file) } ?? file
    layer = parts.dropFirst().first.flatMap { words in
      words.hasPrefix("layername=") ? String(words.dropFirst("layername=".count)) : nil
    }
    let ending = (file as NSString).pathExtension.lowercased()
    guard Self.endings.contains(ending) else { return nil }
  }

  /// Endings of what is read here.
  package static let endings: Set<String> = OgrConversion.endings.union(["gpkg", "geojson", "json"])

  /// Whether a file only goes along with another one: the parts of a Shapefile, the log of a database.
  static func isCompanion(_ name: String, among names: [String]) -> Bool {
    if name.hasSuffix(".gpkg-wal") || name.hasSuffix(".gpkg-shm") { return true }
    let base = (name as NSString).deletingPathExtension
    return ["dbf", "shx", "prj", "cpg", "sbn", "sbx", "qpj"].contains((name as NSString).pathExtension.lowercased())
      && names.contains(base + ".shp")
  }

  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  private func table(_ diagnostics: inout [Diagnostic]) throws(FeatureFailure) -> FeatureTable {
    guard exists else {
      throw FeatureFailure(Text(en: "The file cannot be read.", sv: "Filen kan inte läsas."))
    }
    switch (file as NSString).pathExtension.lowercased() {
    case "gpkg": return try GeoPackageReader(path, file: file).read(layer: layer, &diagnostics)
    case "geojson", "json":
      let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
      return try GeoJSONFeatures.read(
        bytes, name: ((file as NSString).lastPathComponent as NSString).deletingPathExtension)
    default: return try OgrConversion.read(path, file: file, layer: layer, &diagnostics)
    }
  }

  /// The features as a table of text with `id`, `lat` and `lon`, one row each, for the readers of tables.
  package func table(decimalComma: Bool, _ diagnostics: inout [Diagnostic]) -> [UInt8]? {
    do {
      let features = try table(&diagnostics)
      return try PointTable(features, file: file).csv(decimalComma: decimalComma, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic(file))
      return nil
    }
  }

  /// The features as areas.
  func areas(_ diagnostics: inout [Diagnostic]) -> [Area] {
    do {
      let features = try table(&diagnostics)
      return try AreaTable(features, file: file).areas(&diagnostics)
    } catch {
      diagnostics.append(error.diagnostic(file))
      return []
    }
  }
}
