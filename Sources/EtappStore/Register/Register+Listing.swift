package import EtappModel
import GRDB

extension Register {
  /// Which entries are asked for; what is nil is not asked about.
  package struct Filter: Hashable, Sendable {
    package var from: Day?
    /// The last day, included.
    package var to: Day?
    package var direction: RegisterEntry.Direction?
    package var kind: RegisterEntry.Kind?
    package var municipality: ID<Municipality>?
    package var caseNumber: String?
    package var thread: String?

    package init(
      from: Day? = nil, to: Day? = nil, direction: RegisterEntry.Direction? = nil, kind: RegisterEntry.Kind? = nil,
      municipality: ID<Municipality>? = nil, caseNumber: String? = nil, thread: String? = nil
    ) {
      self.from = from
      self.to = to
      self.direction = direction
      self.kind = kind
      self.municipality = municipality
      self.caseNumber = caseNumber
      self.thread = thread
    }

    /// The condition over the table `entry`, and what stands for its question marks.
    var condition: (sql: String, arguments: StatementArguments) {
      var parts = ["entry.removed IS NULL"]
      var arguments = StatementArguments()
      func ask(_ part: String, _ value: String?) {
        guard let value else { return }
        parts.append("entry.\(part) ?")
        arguments += [value]
      }
      ask("day >=", from?.description)
      ask("day <=", to?.description)
      ask("direction =", direction?.rawValue)
      ask("kind =", kind?.rawValue)
      ask("municipality =", municipality?.code)
      ask("caseNumber =", caseNumber)
      ask("thread =", thread)
      return (parts.joined(separator: " AND "), arguments)
    }
  }

  /// A part of a longer list.
  package struct Page: Hashable, Sendable {
    package var limit: Int
    package var offset: Int

    package init(limit: Int = .max, offset: Int = 0) {
      self.limit = max(0, limit)
      self.offset = max(0, offset)
    }
  }

  /// The entries that a filter lets through, by day and then in the order they were registered.
  package func list(
    _ filter: Filter = Filter(), page: Page = Page(), newestFirst: Bool = false
  ) throws(StoreFailure) -> [RegisterEntry] {
    try store.read { database in
      var (condition, arguments) = filter.condition
      arguments += [page.limit, page.offset]
      let order = newestFirst ? "DESC" : "ASC"
      return try String.fetchAll(
        database,
        sql: "SELECT number FROM entry WHERE \(condition) ORDER BY day \(order), id \(order) LIMIT ? OFFSET ?",
        arguments: arguments
      ).compactMap { try Self.entry($0, database) }
    }
  }

  /// How many entries a filter lets through.
  package func count(_ filter: Filter = Filter()) throws(StoreFailure) -> Int {
    try store.read { database in
      let (condition, arguments) = filter.condition
      return try Int.fetchOne(database, sql: "SELECT count(*) FROM entry WHERE \(condition)", arguments: arguments) ?? 0
    }
  }
}
