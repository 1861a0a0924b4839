public import EtappModel
import EtappStore

extension Registry {
  /// Which entries are asked for; what is nil is not asked about.
  public struct Question: Hashable, Sendable {
    public var from: Day?
    /// The last day, included.
    public var to: Day?
    public var direction: RegisterEntry.Direction?
    public var municipality: ID<Municipality>?
    public var caseNumber: String?

    public init(
      from: Day? = nil, to: Day? = nil, direction: RegisterEntry.Direction? = nil,
      municipality: ID<Municipality>? = nil, caseNumber: String? = nil
    ) {
      self.from = from
      self.to = to
      self.direction = direction
      self.municipality = municipality
      self.caseNumber = caseNumber
    }

    var filter: Register.Filter {
      Register.Filter(from: from, to: to, direction: direction, municipality: municipality, caseNumber: caseNumber)
    }
  }

  /// The entries, by day and then by number.
  public func list(
    _ question: Question = Question(), limit: Int = .max, offset: Int = 0, newestFirst: Bool = false
  ) throws(Versions.Failure) -> [RegisterEntry] {
    try ask { register throws(StoreFailure) in
      try register.list(
        question.filter, page: Register.Page(limit: limit, offset: offset), newestFirst: newestFirst)
    } ?? []
  }

  /// How many entries there are.
  public func count(_ question: Question = Question()) throws(Versions.Failure) -> Int {
    try ask { register throws(StoreFailure) in try register.count(question.filter) } ?? 0
  }

  /// The newest version of an entry.
  public func entry(_ number: String) throws(Versions.Failure) -> RegisterEntry? {
    try ask { register throws(StoreFailure) in try register.entry(number) } ?? nil
  }

  /// Every version of an entry with the event that made it, the oldest first.
  public func history(of number: String) throws(Versions.Failure) -> [(entry: RegisterEntry?, event: Event)] {
    try ask { register throws(StoreFailure) in
      try register.history(of: number).map { ($0.entry, $0.event) }
    } ?? []
  }

  /// An entry that a search found, with the words around what was searched for.
  public struct Hit: Hashable, Sendable {
    public var entry: RegisterEntry
    /// Whether the words stand there as they were typed.
    public var isExact: Bool
    public var snippet: [(text: String, isMatch: Bool)] { zip(texts, matches).map { ($0, $1) } }
    private var texts: [String]
    private var matches: [Bool]

    init(_ hit: Register.Hit) {
      entry = hit.entry
      isExact = hit.isExact
      texts = hit.snippet.map(\.text)
      matches = hit.snippet.map(\.isMatch)
    }
  }

  /// The entries in which every word stands.
  public func search(
    _ words: String, _ question: Question = Question(), limit: Int = 50
  ) throws(Versions.Failure) -> [Hit] {
    try ask { register throws(StoreFailure) in
      try register.search(words, filter: question.filter, limit: limit).map(Hit.init)
    } ?? []
  }

  /// The bytes of a document, held against its fingerprint.
  public func content(of file: RegisterEntry.File) throws(Versions.Failure) -> [UInt8] {
    try ask { register throws(StoreFailure) in try register.content(of: file) } ?? []
  }

  /// nil when nothing has been registered yet.
  private func ask<Answer>(
    _ question: (Register) throws(StoreFailure) -> Answer
  ) throws(Versions.Failure) -> Answer? {
    guard let store = try reading() else { return nil }
    do {
      return try question(register(store))
    } catch {
      throw Versions.Failure(error)
    }
  }
}
