import EtappModel
import EtappSolver

/// A kind of rule as the planner sees it: how it becomes rows, and how a choice is held against it.
///
/// `formulate` and `result` are written apart from each other on purpose: the one feeds the engine, the other checks it.
protocol RuleForm {
  /// Rows, limits and restrictions that say the rule.
  ///
  /// - Parameter price: Price for each unit missed; nil when the rule must hold.
  func formulate(in programme: Programme, price: Double?) -> RuleRows
  /// Whether a choice keeps the rule, and by what figure.
  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult
}

/// What a rule puts into the master.
struct RuleRows {
  var rows: [PhasedProblem.EventRow] = []
  /// Measures that may not pass a value.
  var limits: [(measure: Measure, upper: Double)] = []
  /// Rounds that sites may not use, and sites that may not stay out.
  var restrictions: [Restriction] = []

  struct Restriction {
    var site: Int
    /// Rounds still allowed; nil leaves them as they are.
    var rounds: Set<Int>?
    var mustHappen = false
  }
}

extension Rule {
  /// The rule's form, by its kind.
  var form: any RuleForm {
    switch kind {
    case .count(let parts, let min, let max): CountRule(parts: parts, near: nil, min: min, max: max)
    case .near(let parts, let layer, let min, let max): CountRule(parts: parts, near: layer, min: min, max: max)
    case .share(let parts, let within, let after, let min):
      ShareRule(parts: parts, within: within, after: after, min: min)
    case .nobodyBeyond(let parts, let limit, let after): NobodyBeyondRule(parts: parts, limit: limit, after: after)
    case .fixed(let fixings): FixedRule(fixings: fixings)
    case .forbidden(let selection, let round):
      ForbiddenRule(selection: selection) { round == nil || $0 == round }
    case .notBefore(let selection, let round): ForbiddenRule(selection: selection) { $0 < round }
    case .notAfter(let selection, let round): ForbiddenRule(selection: selection) { $0 > round }
    case .before(let first, let second): BeforeRule(first: first, second: second)
    case .together(let subjects): TogetherRule(subjects: subjects)
    case .notBoth(let subjects): SubjectCountRule(subjects: subjects, min: 0, max: 1)
    case .oneOf(let subjects): SubjectCountRule(subjects: subjects, min: 1, max: 1)
    case .apart(let selection, let distance): ApartRule(selection: selection, distance: distance)
    case .budget(let money, let rounds): BudgetRule(limit: money, rounds: rounds)
    case .keep(let plan, let changes, let of): KeepRule(plan: plan, changes: changes, selection: of)
    case .close(let selection, let rounds, let min, let max):
      CloseRule(selection: selection, rounds: rounds, min: min, max: max)
    }
  }
}

extension RuleResult {
  /// The result of a figure that must lie between two limits.
  init(_ id: ID<Rule>, value: Double, min: Double? = nil, max: Double? = nil, unit: Double = 1) {
    let missed = Swift.max(0, (min ?? -.infinity) - value, value - (max ?? .infinity))
    self.init(
      rule: id, satisfied: missed <= 1e-9 * Swift.max(1, abs(value)), value: value, min: min, max: max,
      missed: missed * unit)
  }

  /// Several parts as one: the figure of the part that is worst off, all misses added.
  init(_ id: ID<Rule>, parts: [(label: String?, result: RuleResult)]) {
    let worst = parts.max { a, b in
      if a.result.missed != b.result.missed { return a.result.missed < b.result.missed }
      return a.result.room > b.result.room
    }
    self.init(
      rule: id, satisfied: parts.allSatisfy(\.result.satisfied), value: worst?.result.value ?? 0,
      min: worst?.result.min, max: worst?.result.max, missed: parts.reduce(0) { $0 + $1.result.missed },
      broken: parts.filter { !$0.result.satisfied }.compactMap(\.label))
  }

  /// How far the figure is from the nearer limit.
  private var room: Double {
    Swift.min(value - (min ?? -.infinity), (max ?? .infinity) - value)
  }
}

extension Programme {
  /// The sites of a subject.
  func sites(of subject: Subject) -> [Int] { subject.places.compactMap { site(of: $0) } }

  /// Σ events of the sites in the rounds.
  func events(_ sites: [Int], _ rounds: ClosedRange<Int>, coefficient: Double = 1) -> [PhasedProblem.EventTerm] {
    sites.flatMap { site in
      rounds.map { PhasedProblem.EventTerm(site: site, round: $0, coefficient: coefficient) }
    }
  }

  var allRounds: ClosedRange<Int> { 0...max(0, rounds - 1) }
}
