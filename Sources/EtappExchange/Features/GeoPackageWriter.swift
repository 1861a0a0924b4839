import EtappModel
import Foundation
import GRDB

/// Writes features in WGS 84 as a GeoPackage 1.3: one layer for each table.
package enum GeoPackageWriter {
  /// Writes a new file.
  ///
  /// - Parameters:
  ///   - path: Where nothing is yet.
  ///   - made: The moment, ISO 8601 in universal time.
  package static func write(_ tables: [FeatureTable], to path: String, made: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      // “GPKG”, and version 1.3.
      try database.execute(sql: "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300")
      try database.inTransaction {
        try database.execute(sql: schema)
        // The format wants thousandths of a second, and nobody has them.
        let made = made.contains(".") ? made : made.replacing("Z", with: ".000Z")
        for table in tables { try write(table, made: made, database) }
        return .commit
      }
    }
    try queue.close()
  }

  private static let schema = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326,
       'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
       || 'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",'
       || '0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],'
       || 'AUTHORITY["EPSG","4326"]]', NULL);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    """

  private static func write(_ table: FeatureTable, made: String, _ database: Database) throws {
    let positions = table.features.compactMap(\.geometry).flatMap(\.positions)
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
        VALUES (?, 'features', ?, ?, ?, ?, ?, ?, 4326)
        """,
      arguments: [
        table.name, table.name, made, positions.map(\.x).min(), positions.map(\.y).min(), positions.map(\.x).max(),
        positions.map(\.y).max(),
      ])
    let columns = table.columns.indices.map { index in
      "\(table.columns[index].quotedDatabaseIdentifier) \(type(of: index, table))"
    }
    try database.execute(
      sql: "CREATE TABLE \(table.name.quotedDatabaseIdentifier) ("
        + (["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "geom \(kind(table))"] + columns).joined(separator: ", ")
        + ")")
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", arguments: [table.name, kind(table)])
    let names = (["geom"] + table.columns).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    let marks = Array(repeating: "?", count: table.columns.count + 1).joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(table.name.quotedDatabaseIdentifier) (\(names)) VALUES (\(marks))")
    for feature in table.features {
      try statement.execute(arguments: StatementArguments([blob(feature.geometry)] + feature.values.map(value)))
    }
  }

  private static func kind(_ table: FeatureTable) -> String {
    let isPoint = table.features.allSatisfy { feature in
      if case .points(let points) = feature.geometry { points.count == 1 } else { feature.geometry == nil }
    }
    return isPoint ? "POINT" : "GEOMETRY"
  }

  private static func type(of column: Int, _ table: FeatureTable) -> String {
    let values = table.features.map { $0.values[column] }
    func all(_ test: (FeatureValue) -> Bool) -> Bool { values.allSatisfy { $0 == .none || test($0) } }
    if all({ if case .whole = $0 { true } else { false } }) { return "INTEGER" }
    return all { if case .text = $0 { false } else { true } } ? "REAL" : "TEXT"
  }

  private static func value(_ value: FeatureValue) -> (any DatabaseValueConvertible)? {
    switch value {
    case .none: nil
    case .whole(let number): number
    case .number(let number): number
    case .text(let text): text
    }
  }

  /// “GP”, version 0, little-endian without an envelope, WGS 84; then the geometry.
  private static func blob(_ geometry: FeatureGeometry?) -> (any DatabaseValueConvertible)? {
    geometry?.wellKnownBinary.map { Data([0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0] + $0) }
  }
}

extension FeatureGeometry {
  /// Every position of the geometry.
  var positions: [Position] {
    switch self {
    case .points(let points): points
    case .polygons(let polygons): polygons.flatMap { $0.flatMap { $0 } }
    case .lines, .empty: []
    }
  }
}
