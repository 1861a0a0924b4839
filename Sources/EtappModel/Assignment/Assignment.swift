/// What was asked: rounds, rules and goals, with their sources and words.
public struct Assignment: Sendable {
  public var name: Text
  /// The language the programme writes in; reports begin with it.
  public var language: Language
  /// Three letters of the currency that costs are in.
  public var currency: String
  public var principal: Text?
  public var decided: Day?
  public var source: String?
  /// Days on which the principal wants a report.
  public var reports: [Day]
  public var travel: Travel
  public var categories: [Category]
  /// What the words for kinds of points mean; a word that is not listed is a kind where everything can be done.
  public var kinds: [Kind]
  public var rounds: [Round]
  public var rules: [Rule]
  public var goals: [Goal]
  /// What is approximate or assumed, in words for the report.
  public var basis: [Text]
  /// How offices are established; nil when the programme does not say.
  public var work: Work?
  /// How the programme writes to people; nil when it does not say.
  public var correspondence: Correspondence?
  /// Pictures under the map in a browser; nil fetches none.
  public var mapTiles: MapTiles?

  public init(
    name: Text, language: Language = .english, currency: String = "", principal: Text? = nil, decided: Day? = nil,
    source: String? = nil, reports: [Day] = [], travel: Travel = .standard, categories: [Category] = [],
    kinds: [Kind] = [], rounds: [Round] = [], rules: [Rule] = [], goals: [Goal] = [], basis: [Text] = [],
    work: Work? = nil,
    correspondence: Correspondence? = nil
  ) {
    self.name = name
    self.language = language
    self.currency = currency
    self.principal = principal
    self.decided = decided
    self.source = source
    self.reports = reports
    self.travel = travel
    self.categories = categories
    self.kinds = kinds
    self.rounds = rounds
    self.rules = rules
    self.goals = goals
    self.basis = basis
    self.work = work
    self.correspondence = correspondence
  }

  /// Whether goals are added with weights instead of taken in order of priority.
  public var isWeighted: Bool { goals.contains { $0.weight != nil } }
}

/// A kind of place that the assignment speaks of (rural, disadvantaged, metropolitan …).
public struct Category: Hashable, Sendable {
  /// The shape that marks the category on a map, so that colour is never the only sign.
  public enum Symbol: String, CaseIterable, Sendable {
    case circle, square, triangle, diamond, pentagon, star
  }

  public var id: ID<Category>
  public var title: Text
  public var symbol: Symbol

  public init(id: ID<Category>, title: Text, symbol: Symbol) {
    self.id = id
    self.title = title
    self.symbol = symbol
  }
}

/// A round (etapp): the offices that open together in a window of time.
public struct Round: Hashable, Sendable {
  /// From the first to the last day of opening, and the share that must open inside it.
  public struct Window: Hashable, Sendable {
    public var from: Day
    public var to: Day
    public var mainly: Double?

    public init(from: Day, to: Day, mainly: Double? = nil) {
      self.from = from
      self.to = to
      self.mainly = mainly
    }
  }

  public var id: ID<Round>
  public var name: Text
  /// How many offices open in this round, at least and at most.
  public var minimum: Int?
  public var maximum: Int?
  public var opens: Window?
  /// The first day on which work for the round may begin.
  public var starts: Day?
  public var source: String?
  public var row: Int?

  public init(
    id: ID<Round>, name: Text, minimum: Int? = nil, maximum: Int? = nil, opens: Window? = nil, starts: Day? = nil,
    source: String? = nil, row: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.minimum = minimum
    self.maximum = maximum
    self.opens = opens
    self.starts = starts
    self.source = source
    self.row = row
  }
}

extension Assignment {
  /// Months that each round serves before the next: between the ends of the windows; the last as long as the
  /// one before it; a year where no windows are given.
  public var monthsServed: [Double] {
    var months: [Double] = []
    for index in rounds.indices {
      if index + 1 < rounds.count, let end = rounds[index].opens?.to, let next = rounds[index + 1].opens?.to, end < next
      {
        months.append(end.months(to: next))
      } else {
        months.append(months.last ?? 12)
      }
    }
    return months
  }

  /// The first round that can hold an opening on or after `day`: the first whose window ends that day or later.
  ///
  /// Rounds without a window hold any day. Returns nil when every window is over by then.
  public func firstRound(notBefore day: Day) -> Int? {
    rounds.firstIndex { round in
      guard let window = round.opens else { return true }
      return window.to >= day
    }
  }

  /// The last round that can hold an opening on or before `day`: the last whose window starts that day or earlier.
  public func lastRound(notAfter day: Day) -> Int? {
    rounds.lastIndex { round in
      guard let window = round.opens else { return true }
      return window.from <= day
    }
  }
}
