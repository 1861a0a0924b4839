package import EtappModel
import Foundation
import GRDB

/// Minutes that services have answered, kept pair by pair, so that a run goes on where the last one ended.
///
/// A file of its own and not the workspace's store: it holds nothing that anybody decided and may be deleted any day.
/// A pair is known by where its ends are, to a millionth of a degree (a tenth of a metre), not by ids, which change.
package final class TravelCache {
  /// A position as it is kept: latitude and longitude in millionths of a degree, in one number.
  package struct Spot: Hashable, Sendable {
    package let key: Int64

    package init(_ position: Coordinate) {
      func millionths(_ degrees: Double) -> Int64 { Int64((degrees * 1e6).rounded()) }
      key = millionths(position.latitude) << 32 | millionths(position.longitude) & 0xFFFF_FFFF
    }
  }

  /// Minutes of one pair; infinite where there is no way.
  package struct Pair: Sendable {
    package var origin: Spot
    package var destination: Spot
    package var minutes: Float

    package init(origin: Spot, destination: Spot, minutes: Float) {
      self.origin = origin
      self.destination = destination
      self.minutes = minutes
    }
  }

  private let queue: DatabaseQueue
  private let context: Int64

  /// - Parameter network: What the minutes depend on beside the two ends: service, address and means of travel.
  /// - Throws: When the file cannot be made or is something else.
  package init(file: String, network: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    queue = try DatabaseQueue(path: file, configuration: configuration)
    context = try queue.writeWithoutTransaction { database in
      // A lost last question is asked again; so there is no need to wait for the disk.
      try database.execute(sql: "PRAGMA synchronous = OFF")
      try database.execute(sql: Self.schema)
      try database.execute(sql: "INSERT OR IGNORE INTO network (name) VALUES (?)", arguments: [network])
      return try Int64.fetchOne(database, sql: "SELECT id FROM network WHERE name = ?", arguments: [network]) ?? 0
    }
  }

  private static let schema = """
    CREATE TABLE IF NOT EXISTS network (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS pair (
      network INTEGER NOT NULL, origin INTEGER NOT NULL, destination INTEGER NOT NULL, minutes REAL,
      PRIMARY KEY (network, origin, destination)) WITHOUT ROWID;
    """

  /// Everything known from one origin.
  ///
  /// - Returns: Minutes by destination; infinite where there is no way.
  package func minutes(from origin: Spot) throws -> [Spot: Float] {
    try queue.read { database in
      var found: [Spot: Float] = [:]
      let rows = try Row.fetchCursor(
        database.cachedStatement(sql: "SELECT destination, minutes FROM pair WHERE network = ? AND origin = ?"),
        arguments: [context, origin.key])
      while let row = try rows.next() {
        let minutes: Double? = row[1]
        found[Spot(key: row[0])] = minutes.map { Float($0) } ?? .infinity
      }
      return found
    }
  }

  /// Positions that have no way even to themselves: no road is near.
  package func unreachableFromThemselves() throws -> Set<Spot> {
    try queue.read { database in
      try Int64.fetchSet(
        database, sql: "SELECT origin FROM pair WHERE network = ? AND origin = destination AND minutes IS NULL",
        arguments: [context])
    }.reduce(into: []) { $0.insert(Spot(key: $1)) }
  }

  /// Keeps pairs; all of them or none.
  package func keep(_ pairs: [Pair]) throws {
    try queue.write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO pair (network, origin, destination, minutes) VALUES (?, ?, ?, ?)")
      for pair in pairs {
        let minutes: Double? = pair.minutes.isFinite ? Double(pair.minutes) : nil
        try statement.execute(arguments: [context, pair.origin.key, pair.destination.key, minutes])
      }
    }
  }
}

extension TravelCache.Spot {
  fileprivate init(key: Int64) { self.key = key }
}
