package import EtappModel
import GRDB

extension Register {
  /// An entry that a search found.
  package struct Hit: Hashable, Sendable {
    package let entry: RegisterEntry
    /// Whether every word stands there as it was typed: with its dots, and to its end.
    package let isExact: Bool
    /// Where the words stand, in parts: those that were searched for, and what is around them.
    package let snippet: [Part]

    package struct Part: Hashable, Sendable {
      package let text: String
      package let isMatch: Bool
    }
  }

  /// The entries in which every word stands: first those with the words as they were typed, then those with words that
  /// begin so, then both again without dots and accents; the newest of each first.
  ///
  /// Whatever is typed is words and nothing else; what holds no word finds nothing.
  package func search(
    _ typed: String, filter: Filter = Filter(), limit: Int = 50
  ) throws(StoreFailure) -> [Hit] {
    let query = SearchQuery(typed)
    guard !query.isEmpty, limit > 0 else { return [] }
    return try store.read { database in
      var hits: [Hit] = []
      var known: Set<Int64> = []
      for (rank, question) in query.questions.enumerated() where hits.count < limit {
        // Those of the ranks before are found again, so that many more are asked for.
        let found = try Self.found(question, filter, limit + known.count, database)
        for row in found where hits.count < limit && known.insert(row.id).inserted {
          if let hit = try Self.hit(row, isExact: rank == 0, database) { hits.append(hit) }
        }
      }
      return hits
    }
  }

  private struct Found: Decodable, FetchableRecord {
    let id: Int64
    let number: String
    let snippet: String
  }

  /// Row numbers grow with time, so that the newest come first without sorting.
  private static func found(
    _ question: SearchQuery.Question, _ filter: Filter, _ limit: Int, _ database: Database
  ) throws -> [Found] {
    let (condition, arguments) = filter.condition
    let index = question.index
    return try Found.fetchAll(
      database,
      sql: """
        SELECT \(index).rowid AS id, entry.number AS number,
          snippet(\(index), -1, char(2), char(3), '…', 16) AS snippet
        FROM \(index) JOIN entry ON entry.id = \(index).rowid
        WHERE \(index) MATCH ? AND \(condition) ORDER BY \(index).rowid DESC LIMIT ?
        """, arguments: [question.match] + arguments + [limit])
  }

  private static func hit(_ found: Found, isExact: Bool, _ database: Database) throws -> Hit? {
    try entry(found.number, database).map { Hit(entry: $0, isExact: isExact, snippet: parts(found.snippet)) }
  }

  /// The parts of a snippet, whose matches stand between the signs 2 and 3.
  private static func parts(_ snippet: String) -> [Hit.Part] {
    var parts: [Hit.Part] = []
    for piece in snippet.split(separator: "\u{2}", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: "\u{3}", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if halves.count == 2 {
        parts += [Hit.Part(text: halves[0], isMatch: true), Hit.Part(text: halves[1], isMatch: false)]
      } else {
        parts.append(Hit.Part(text: halves[0], isMatch: false))
      }
    }
    return parts.filter { !$0.text.isEmpty }
  }

  /// Makes the search indexes anew, from what the register holds.
  package func rebuildSearch() throws(StoreFailure) {
    try store.write { try SearchIndex.rebuild($0) }
  }
}
