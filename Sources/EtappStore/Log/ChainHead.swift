import Foundation
import GRDB

/// How long the log is, and the fingerprint of its last event.
///
/// It is kept twice beside the log: in the table `chain` within the same transaction, and in the file `etapp.head`, so
/// that a log with its end cut off, or a whole file put back from an earlier day, is found.
package struct ChainHead: Hashable, Sendable {
  package let count: Int
  package let fingerprint: Fingerprint

  static let empty = ChainHead(count: 0, fingerprint: .none)

  package init(count: Int, fingerprint: Fingerprint) {
    self.count = count
    self.fingerprint = fingerprint
  }

  // MARK: In the database

  static func kept(in database: Database) throws -> ChainHead {
    guard let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT count, hash FROM chain")),
      let count = Int.fromDatabaseValue(row["count"]), let data = Data.fromDatabaseValue(row["hash"]),
      let fingerprint = Fingerprint(bytes: data)
    else { throw StoreFailure.brokenChain }
    return ChainHead(count: count, fingerprint: fingerprint)
  }

  func keep(in database: Database) throws {
    try database.cachedStatement(sql: "UPDATE chain SET count = ?, hash = ?")
      .execute(arguments: [count, Data(fingerprint.bytes)])
  }
}

extension ChainHead: CustomStringConvertible {
  /// `etapp.head/1 000000000042 ab12…`: always as long, so that it can be written in place.
  package var description: String {
    let digits = String(count)
    return "etapp.head/1 \(String(repeating: "0", count: max(0, 12 - digits.count)))\(digits) \(fingerprint)"
  }

  /// The head that a description tells of, or nil.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 3, parts[0] == "etapp.head/1", parts[1].allSatisfy(\.isNumber), let count = Int(parts[1]),
      let fingerprint = Fingerprint(parts[2])
    else { return nil }
    self.init(count: count, fingerprint: fingerprint)
  }
}
