import EtappExchange
import EtappModel
import Foundation

/// A folder that goes away, with geographic files in it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-features-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a GeoPackage.
  func geoPackage(_ name: String, _ tables: [FeatureTable]) throws -> String {
    try GeoPackageWriter.write(tables, to: path(name), made: "2021-05-27T08:00:00Z")
    return path(name)
  }

  /// The rows of a file as text, with what there was to say.
  func rows(_ name: String, decimalComma: Bool = false) -> (rows: [String], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let bytes = FeatureFile(name, in: folder.path)?.table(decimalComma: decimalComma, &diagnostics) ?? []
    return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init), diagnostics)
  }

  /// Runs a program of the machine in the folder.
  @discardableResult func run(_ program: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Two towns with people, ids that need care, and one without a value.
  static let towns: FeatureTable = {
    var table = FeatureTable(name: "towns", columns: ["id", "name", "population", "share"])
    table.features = [
      FeatureTable.Feature(
        number: 1, geometry: .points([FeatureGeometry.Position(x: 18.0591902, y: 59.3302301)]),
        values: [.text("a;1"), .text("Å \"stad\""), .whole(975_551), .number(0.25)]),
      FeatureTable.Feature(
        number: 2, geometry: .points([FeatureGeometry.Position(x: -51.2, y: -30.03)]),
        values: [.text("b"), .none, .whole(12), .number(1e-7)]),
    ]
    return table
  }()
}
