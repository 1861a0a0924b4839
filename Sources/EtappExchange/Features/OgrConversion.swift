import EtappModel
import Foundation

/// Formats that we do not read ourselves, through GDAL's program `ogr2ogr` where the machine has it.
///
/// Linked in, GDAL would bring 128 libraries; as a program it is there or not, and says so.
enum OgrConversion {
  /// Endings of formats that are worth trying.
  static let endings: Set<String> = [
    "shp", "kml", "kmz", "gml", "fgb", "tab", "mif", "gpx", "dxf", "parquet", "xlsx", "ods", "gdb",
  ]

  /// Reads a file by way of a GeoPackage that is thrown away afterwards.
  static func read(
    _ path: String, file: String, layer: String?, _ diagnostics: inout [Diagnostic]
  ) throws(FeatureFailure) -> FeatureTable {
    guard let program else {
      throw FeatureFailure(
        Text(
          en:
            "This format is read with GDAL's ogr2ogr, which is not here. Install gdal-bin, or save the file as GeoPackage.",
          sv:
            "Formatet läses med GDAL:s ogr2ogr, som inte finns här. Installera gdal-bin, eller spara filen som GeoPackage."
        ), value: (file as NSString).pathExtension)
    }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-ogr-\(UUID().uuidString).gpkg")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try convert(path, to: scratch.path, layer: layer, program)
    return try GeoPackageReader(scratch.path, file: file).read(layer: layer, &diagnostics)
  }

  private static var program: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { ($0 as NSString).appendingPathComponent("ogr2ogr") }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func convert(
    _ path: String, to target: String, layer: String?, _ program: String
  ) throws(FeatureFailure) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    // An absolute path cannot be taken for an option, nor for a database's address.
    let source = URL(fileURLWithPath: path).path
    process.arguments = ["-f", "GPKG", target, source] + (layer.map { [$0] } ?? [])
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw failure("\(error)")
    }
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      // Its first line is often nothing but a heading.
      let reason = said.split(separator: "\n").first { $0.trimmingCharacters(in: .whitespaces) != "FAILURE:" }
      throw failure(reason.map(String.init) ?? "\(process.terminationStatus)")
    }
  }

  private static func failure(_ words: String) -> FeatureFailure {
    FeatureFailure(
      Text(en: "ogr2ogr cannot read the file.", sv: "ogr2ogr kan inte läsa filen."), value: String(words.prefix(200)))
  }
}
