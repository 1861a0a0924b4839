import EtappExchange
public import EtappModel
import Foundation

/// The data files of a workspace: seen as tables, replaced whole, never half-written.
public struct WorkspaceFiles: Sendable {
  private let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  /// Tables, in the order in which they are made.
  public static let tables = [
    "places.csv", "offices.csv", "demand.csv", "municipalities.csv", "travel-times.csv", "contacts.csv", "actuals.csv",
  ]
  public static let basemap = "basemap.geojson"
  static let layerFolder = "layers/"

  /// Whether a name is one of a data file: a table, the base map, or a layer.
  public static func isName(_ name: String) -> Bool {
    if tables.contains(name) || name == basemap { return true }
    guard name.hasPrefix(layerFolder), name.hasSuffix(".geojson") else { return false }
    let own = name.dropFirst(layerFolder.count)
    return !own.hasPrefix(".") && own.count <= 100
      && own.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0) }
  }

  /// A file that is there.
  public struct File: Hashable, Sendable {
    public var name: String
    public var bytes: Int
    public var changed: Moment
  }

  /// The data files that are there, tables first.
  public var all: [File] {
    let path = (folder as NSString).appendingPathComponent(Self.layerFolder)
    let layers = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().map {
      Self.layerFolder + $0
    }
    return (Self.tables + [Self.basemap] + layers).filter(Self.isName).compactMap { name in
      let found = try? FileManager.default.attributesOfItem(atPath: self.path(name))
      guard found?[.type] as? FileAttributeType == .typeRegular else { return nil }
      let time = (found?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return File(name: name, bytes: found?[.size] as? Int ?? 0, changed: Moment(seconds: Int(time)))
    }
  }

  public func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }

  /// The bytes of a file; nil where it is not there, or no data file.
  public func content(_ name: String) -> [UInt8]? {
    guard Self.isName(name) else { return nil }
    return FileManager.default.contents(atPath: path(name)).map(Array.init)
  }

  // MARK: Tables

  /// A table as it is written.
  public struct Table: Sendable {
    private let text: TableText

    fileprivate init(_ text: TableText) { self.text = text }

    public var columns: [String] { text.columns }
    /// Line of the file and fields of each row.
    public var rows: [(line: Int, fields: [String])] { text.rows.map { ($0.line, $0.fields) } }
    public var json: String { text.json }
    /// nil for a table without positions.
    public var geoJSON: String? { text.geoJSON }
    /// The line at which the row begins that a line belongs to.
    public func start(of line: Int) -> Int? { text.row(at: line)?.line }
  }

  /// Bytes as a table; nil for a file that is none.
  public func table(_ name: String, _ bytes: [UInt8]) -> Table? {
    guard name.hasSuffix(".csv") else { return nil }
    let programme = FileManager.default.contents(atPath: path("programme.yaml")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let commas = programme.map { WorkspaceReader.filesWithDecimalComma($0) } ?? []
    return Table(TableText(bytes, file: name, decimalComma: commas.contains(name)))
  }

  // MARK: Replacing

  /// What there is to say about the workspace with some bytes in the place of a file; nothing is written.
  public func check(_ name: String, _ bytes: [UInt8]) -> [Diagnostic] {
    WorkspaceReader(folder: folder, standing: [name: bytes]).read().diagnostics
  }

  /// Why a file was not replaced.
  public enum Refusal: Error {
    case unknown
    /// Somebody else has changed it since.
    case changed
    case invalid([Diagnostic])
  }

  private static let turn = NSLock()

  /// Puts bytes in the place of a file, or beside the others where there is none, and tells the log.
  ///
  /// The whole workspace is read with them first; when anything in it is an error, nothing is written.
  ///
  /// - Parameter mark: The fingerprint of the file that is to be replaced, nil where there is none.
  /// - Returns: What there is to say about the workspace now.
  @discardableResult
  public func replace(
    _ name: String, with bytes: [UInt8], over mark: String?, by actor: Registry.Actor
  ) throws -> [Diagnostic] {
    guard Self.isName(name) else { throw Refusal.unknown }
    let diagnostics = check(name, bytes)
    guard !diagnostics.hasErrors else { throw Refusal.invalid(diagnostics) }
    try Self.turn.withLock {
      guard self.mark(name) == mark else { throw Refusal.changed }
      let url = URL(fileURLWithPath: path(name))
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    }
    try FileJournal(folder: folder).tell(name, bytes, what: mark == nil ? "new" : "replaced", by: actor)
    return diagnostics
  }

  /// Tells whether a file has been changed; nil where there is none.
  public func mark(_ name: String) -> String? { content(name).map(FileJournal.mark) }
}
