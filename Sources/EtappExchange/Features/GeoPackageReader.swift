import EtappModel
import Foundation
import GRDB

/// Reads features from a GeoPackage (OGC 12-128), which is an SQLite database.
///
/// The file is opened for reading only, and what its schema says is not trusted to run anything.
struct GeoPackageReader {
  private let path: String
  private let file: String

  /// - Parameters:
  ///   - path: Where it is.
  ///   - file: What it is called in messages.
  init(_ path: String, file: String) {
    self.path = path
    self.file = file
  }

  /// More features than this are refused.
  private static let mostFeatures = 20_000_000

  /// - Parameter layer: Which layer; nil takes the only one, or the one called like the file.
  func read(layer: String?, _ diagnostics: inout [Diagnostic]) throws(FeatureFailure) -> FeatureTable {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    var said: [Diagnostic] = []
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let table = try queue.read { database in try read(database, layer: layer, &said) }
      diagnostics += said
      return table
    } catch let failure as FeatureFailure {
      throw failure
    } catch {
      throw FeatureFailure(
        Text(en: "Not a GeoPackage that can be read.", sv: "Inte en GeoPackage som går att läsa."),
        value: (error as? DatabaseError)?.message ?? "\(error)")
    }
  }

  // MARK: Layers

  private struct Layer {
    var table: String
    var geometry: String
    var system: Int64
  }

  private func read(
    _ database: Database, layer wanted: String?, _ diagnostics: inout [Diagnostic]
  ) throws -> FeatureTable {
    let layer = try choose(try layers(database), wanted)
    let names = try Row.fetchAll(database, sql: "PRAGMA table_info(\(layer.table.quotedDatabaseIdentifier))")
      .compactMap { String.fromDatabaseValue($0["name"]) }
    let columns = names.filter { $0.lowercased() != layer.geometry.lowercased() }
    var table = FeatureTable(
      name: layer.table, reference: try reference(layer.system, database, &diagnostics), columns: columns)
    let list = ([layer.geometry] + columns).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    let rows = try Row.fetchCursor(database, sql: "SELECT \(list) FROM \(layer.table.quotedDatabaseIdentifier)")
    var trouble = GeometryTrouble(file: file)
    while let row = try rows.next() {
      guard table.features.count < Self.mostFeatures else {
        throw FeatureFailure(
          Text(en: "More than 20 million features.", sv: "Fler än 20 miljoner objekt."), value: layer.table)
      }
      let number = table.features.count + 1
      table.features.append(
        FeatureTable.Feature(
          number: number, geometry: trouble.geometry(Data.fromDatabaseValue(row[0]), layer.system, number: number),
          values: columns.indices.map { Self.value(row[$0 + 1]) }))
    }
    diagnostics += trouble.diagnostics
    return table
  }

  private func layers(_ database: Database) throws -> [Layer] {
    guard try database.tableExists("gpkg_geometry_columns") else {
      throw FeatureFailure(
        Text(
          en: "The database has no list of geometries, so it is no GeoPackage.",
          sv: "Databasen saknar lista över geometrier och är därför ingen GeoPackage."))
    }
    return try Row.fetchAll(
      database, sql: "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name"
    ).compactMap { row in
      // A file may hold anything anywhere, so nothing is taken for what it should be.
      guard let table = String.fromDatabaseValue(row[0]), let column = String.fromDatabaseValue(row[1]),
        let system = Int64.fromDatabaseValue(row[2])
      else { return nil }
      return Layer(table: table, geometry: column, system: system)
    }
  }

  private func choose(_ layers: [Layer], _ wanted: String?) throws(FeatureFailure) -> Layer {
    let names = layers.map(\.table)
    if let wanted {
      if let found = layers.first(where: { Names.folded($0.table) == Names.folded(wanted) }) { return found }
      throw FeatureFailure(
        Text(en: "There is no such layer in the file.", sv: "Det finns inget sådant lager i filen."), value: wanted,
        maybe: Names.nearest(to: wanted, among: names, limit: 1).first ?? names.joined(separator: ", "))
    }
    let base = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    guard let only = layers.count == 1 ? layers.first : layers.first(where: { $0.table == base }) else {
      throw FeatureFailure(
        layers.isEmpty
          ? Text(en: "There are no features in the file.", sv: "Det finns inga objekt i filen.")
          : Text(en: "The file has several layers; say which.", sv: "Filen har flera lager; ange vilket."),
        value: layers.isEmpty ? nil : names.joined(separator: ", "),
        maybe: names.first.map { "\(file)|layername=\($0)" })
    }
    return only
  }

  /// Systems 0 and −1 are GeoPackage's words for degrees, and for a plane, of which nothing more is known.
  private func reference(
    _ id: Int64, _ database: Database, _ diagnostics: inout [Diagnostic]
  ) throws -> ReferenceSystem {
    if id == 0 {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "The file does not say which degrees these are; they are taken as WGS 84.",
            sv: "Filen säger inte vilka grader det är; de tas som WGS 84."), at: Diagnostic.Place(file: file)))
      return .wgs84
    }
    let row = try Row.fetchOne(
      database,
      sql: "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
      arguments: [id])
    guard id > 0, let row else {
      throw FeatureFailure(
        Text(
          en: "The file does not say what its coordinates mean.", sv: "Filen säger inte vad dess koordinater betyder."),
        value: "srs_id \(id)", maybe: "EPSG:4326")
    }
    if String.fromDatabaseValue(row[0])?.uppercased() == "EPSG", let code = Int64.fromDatabaseValue(row[1]) {
      return ReferenceSystem(code: "EPSG:\(code)")
    }
    return .definition(String.fromDatabaseValue(row[2]) ?? "")
  }

  private static func value(_ value: DatabaseValue) -> FeatureValue {
    switch value.storage {
    case .null, .blob: .none
    case .int64(let number): .whole(number)
    case .double(let number): .number(number)
    case .string(let text): .text(text)
    }
  }
}

/// Geometries of a GeoPackage: a header of eight bytes or more, then well-known binary. Says each kind of trouble once.
private struct GeometryTrouble {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var said: Set<Text> = []

  init(file: String) { self.file = file }

  mutating func geometry(_ data: Data?, _ system: Int64, number: Int) -> FeatureGeometry? {
    guard let data else { return nil }
    let bytes = [UInt8](data)
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"),
      let envelope = [0, 32, 48, 48, 64].dropFirst(Int(bytes[3] >> 1 & 7)).first
    else {
      say(
        .warning, Text(en: "Not a geometry of a GeoPackage.", sv: "Inte en geometri i en GeoPackage."), number,
        "\(bytes.count) byte")
      return nil
    }
    checkSystem(bytes, system, number)
    if bytes[3] & 0x10 != 0 { return .empty }
    do {
      return try WellKnownBinary.geometry(bytes, from: 8 + envelope)
    } catch {
      say(
        .warning, Text(en: "The geometry is damaged: \(error).", sv: "Geometrin är skadad: \(error)."), number, nil)
      return nil
    }
  }

  private mutating func checkSystem(_ bytes: [UInt8], _ system: Int64, _ number: Int) {
    let four = bytes[3] & 1 == 1 ? bytes[4..<8].reversed() : Array(bytes[4..<8])
    let stated = Int32(truncatingIfNeeded: four.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    guard Int64(stated) != system else { return }
    say(
      .warning,
      Text(
        en: "The geometry says another reference system than its layer; the layer's is used.",
        sv: "Geometrin anger ett annat referenssystem än lagret; lagrets används."), number, "\(stated)")
  }

  private mutating func say(_ severity: Diagnostic.Severity, _ message: Text, _ number: Int, _ value: String?) {
    guard said.insert(message).inserted else { return }
    diagnostics.append(
      Diagnostic(severity, message, at: Diagnostic.Place(file: file, column: "feature \(number)"), value: value))
  }
}
