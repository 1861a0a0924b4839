import EtappModel

/// The arithmetic behind a conflict: what rules ask for and allow, as numbers of offices among places and rounds.
struct Arithmetic {
  /// So many offices, at least or at most, among some places in some rounds.
  struct Claim {
    var rule: ID<Rule>
    var number: Int
    var places: Set<ID<Place>>
    var rounds: ClosedRange<Int>

    func lies(within other: Claim) -> Bool {
      places.isSubset(of: other.places) && other.rounds.contains(rounds.lowerBound)
        && other.rounds.contains(rounds.upperBound)
    }

    func overlaps(_ other: Claim) -> Bool { rounds.overlaps(other.rounds) && !places.isDisjoint(with: other.places) }
  }

  /// At least so many must open.
  var needs: [Claim] = []
  /// At most so many may open.
  var limits: [Claim] = []
  private let names: NameBook

  init(_ rules: [Rule], _ names: NameBook) {
    self.names = names
    for rule in rules { add(rule) }
  }

  private var allRounds: ClosedRange<Int> { 0...max(0, names.assignment.rounds.count - 1) }

  private mutating func add(_ rule: Rule) {
    switch rule.kind {
    case .count(let parts, let min, let max):
      for part in parts where !part.selection.includesExisting {
        add(rule.id, min, max, names.places(matching: part.selection), part.rounds)
      }
    case .near(let parts, let layer, let min, let max):
      for part in parts where !part.selection.includesExisting {
        var selection = part.selection
        selection.nearby = layer
        add(rule.id, min, max, names.places(matching: selection), part.rounds)
      }
    case .fixed(let fixings):
      for fixing in fixings {
        add(rule.id, 1, nil, Set(fixing.subject.places), fixing.round.map { $0...$0 } ?? allRounds)
      }
    case .oneOf(let subjects): add(rule.id, 1, 1, Set(subjects.flatMap(\.places)), allRounds)
    case .notBoth(let subjects): add(rule.id, nil, 1, Set(subjects.flatMap(\.places)), allRounds)
    case .forbidden(let selection, let round):
      add(rule.id, nil, 0, names.places(matching: selection), round.map { $0...$0 } ?? allRounds)
    case .notBefore(let selection, let round) where round > 0:
      add(rule.id, nil, 0, names.places(matching: selection), 0...(round - 1))
    case .notAfter(let selection, let round) where round < allRounds.upperBound:
      add(rule.id, nil, 0, names.places(matching: selection), (round + 1)...allRounds.upperBound)
    default: break
    }
  }

  private mutating func add(
    _ rule: ID<Rule>, _ min: Int?, _ max: Int?, _ places: Set<ID<Place>>, _ rounds: ClosedRange<Int>
  ) {
    if let min, min > 0 { needs.append(Claim(rule: rule, number: min, places: places, rounds: rounds)) }
    if let max { limits.append(Claim(rule: rule, number: max, places: places, rounds: rounds)) }
  }

  // MARK: Findings

  /// Why the numbers cannot meet; nil when the reason is not one of these sums.
  enum Finding {
    /// A limit, and what is needed within it by rules that do not overlap.
    case tooMuch(limit: Claim, needs: [Claim])
    /// A need, and the limits that together cover it.
    case tooLittle(need: Claim, limits: [Claim])
    /// A need for more places than there are to choose among.
    case tooFewPlaces(need: Claim)
  }

  var finding: Finding? { tooFewPlaces ?? tooMuch ?? tooLittle }

  private var tooFewPlaces: Finding? {
    needs.first { $0.number > $0.places.count }.map { .tooFewPlaces(need: $0) }
  }

  private var tooMuch: Finding? {
    for limit in limits {
      let inside = disjoint(needs.filter { $0.lies(within: limit) })
      if inside.reduce(0, { $0 + $1.number }) > limit.number { return .tooMuch(limit: limit, needs: inside) }
    }
    return nil
  }

  /// Needs that share no place in a round, the greatest first.
  private func disjoint(_ claims: [Claim]) -> [Claim] {
    claims.sorted { $0.number > $1.number }.reduce(into: []) { chosen, claim in
      if !chosen.contains(where: { $0.overlaps(claim) }) { chosen.append(claim) }
    }
  }

  /// Limits on round after round that together hold less than is needed in all of them.
  private var tooLittle: Finding? {
    for need in needs {
      let covering = need.rounds.compactMap { round in
        limits.filter { $0.rounds.contains(round) && need.places.isSubset(of: $0.places) }.min { $0.number < $1.number }
      }
      guard covering.count == need.rounds.count else { continue }
      var seen: Set<ID<Rule>> = []
      let held = covering.filter { seen.insert($0.rule).inserted }
      if held.reduce(0, { $0 + $1.number }) < need.number { return .tooLittle(need: need, limits: held) }
    }
    return nil
  }
}
