import EtappModel
import EtappSolver

/// `before`: the second subject opens only in a later round than the first.
///
///     y_{b,t} ≤ Σ_{a of the first} y_{a,t−1}  for every place b of the second and every round t
///
/// With a price, the row is on the round in which b opens, so that it is missed at most once for each place.
struct BeforeRule: RuleForm {
  let first: Subject
  let second: Subject

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let earlier = programme.sites(of: first)
    var rows: [PhasedProblem.EventRow] = []
    for site in programme.sites(of: second) {
      for round in 0..<programme.rounds {
        var terms = programme.events([site], (price == nil ? 0 : round)...round)
        if round > 0 { terms += programme.events(earlier, 0...(round - 1), coefficient: -1) }
        rows.append(PhasedProblem.EventRow(terms: terms, upper: 0, price: price))
      }
    }
    return RuleRows(rows: rows)
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let programme = measuring.programme
    let opened = programme.sites(of: first).compactMap { measuring.event(of: $0) }.min() ?? .max
    let broken = programme.sites(of: second).filter { site in measuring.event(of: site).map { $0 <= opened } ?? false }
    var result = RuleResult(id, value: Double(broken.count), max: 0)
    result.broken = broken.map { programme.sites[$0].name }
    return result
  }
}

/// `together`: all subjects open in the same round, or none does.
///
///     Σ_{j of one} xⱼₜ = Σ_{j of the next} xⱼₜ  for every round t
struct TogetherRule: RuleForm {
  let subjects: [Subject]

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    var rows: [PhasedProblem.EventRow] = []
    for (one, next) in zip(subjects, subjects.dropFirst()) {
      for round in 0..<programme.rounds {
        let terms =
          programme.events(programme.sites(of: one), round...round)
          + programme.events(programme.sites(of: next), round...round, coefficient: -1)
        rows.append(PhasedProblem.EventRow(lower: 0, terms: terms, upper: 0, price: price))
      }
    }
    return RuleRows(rows: rows)
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let programme = measuring.programme
    func opened(_ subject: Subject, _ round: Int) -> Int {
      programme.sites(of: subject).count { measuring.event(of: $0) == round }
    }
    var differences = 0
    for (one, next) in zip(subjects, subjects.dropFirst()) {
      for round in 0..<programme.rounds { differences += abs(opened(one, round) - opened(next, round)) }
    }
    return RuleResult(id, value: Double(differences), max: 0)
  }
}

/// `notBoth` and `oneOf`: between two numbers of the subjects' places open, in whatever round.
struct SubjectCountRule: RuleForm {
  let subjects: [Subject]
  let min: Int
  let max: Int

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let terms = programme.events(sites(in: programme), programme.allRounds)
    return RuleRows(rows: [
      PhasedProblem.EventRow(lower: Double(min), terms: terms, upper: Double(max), price: price)
    ])
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let opened = sites(in: measuring.programme).count { measuring.event(of: $0) != nil }
    return RuleResult(id, value: Double(opened), min: min > 0 ? Double(min) : nil, max: Double(max))
  }

  private func sites(in programme: Programme) -> [Int] {
    Set(subjects.flatMap { programme.sites(of: $0) }).sorted()
  }
}
