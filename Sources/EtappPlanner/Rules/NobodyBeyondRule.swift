import EtappModel
import EtappSolver

/// `nobodyBeyond`: nobody has further than a time to an open office, after a round.
///
///     Σ_{j : dᵢⱼ ≤ τ} yⱼₜ ≥ 1  for every demand point i beyond τ from the offices that stay
///
/// Points that the same sites would help are one row, and a row that follows from a stricter one is left out.
/// With a price, or where offices have capacities, the people beyond are counted instead. An open point of any service level will do.
struct NobodyBeyondRule: RuleForm {
  let parts: [DemandPart]
  let limit: Minutes
  let after: Int

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    var result = RuleRows()
    for part in parts {
      let points = programme.demandPoints(matching: part.selection)
      if price != nil || programme.hasCapacities {
        let beyond = programme.peopleBeyond(limit, points: points, after: after, ofAny: true)
        result.limits.append((beyond.measure(scale: 1), 0))
      } else {
        result.rows += covers(of: points, in: programme).map { row($0, in: programme) }
      }
    }
    return result
  }

  /// For the points that need it, the sets of sites that would help; none contains another.
  private func covers(of points: [Int], in programme: Programme) -> [[Int]] {
    let demand = programme.demand.any
    let limit = Float(limit.value)
    var sets: Set<[Int]> = []
    for point in points where demand.now[point] > limit && programme.geography.demand.population[point] > 0 {
      let helping = (demand.starts[point]..<demand.starts[point + 1]).filter { demand.minutes[$0] <= limit }
      sets.insert(helping.map { Int(demand.sites[$0]) }.sorted())
    }
    var kept: [[Int]] = []
    for set in sets.sorted(by: { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }) {
      let members = Set(set)
      if !kept.contains(where: { members.isSuperset(of: $0) }) { kept.append(set) }
    }
    return kept
  }

  private func row(_ cover: [Int], in programme: Programme) -> PhasedProblem.EventRow {
    var terms: [PhasedProblem.EventTerm] = []
    var open = 0.0
    for site in cover {
      let closes = programme.sites[site].closes
      terms += programme.events([site], 0...after, coefficient: closes ? -1 : 1)
      if closes { open += 1 }
    }
    return PhasedProblem.EventRow(lower: 1 - open, terms: terms)
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    RuleResult(
      id,
      parts: parts.map { part in
        let points = measuring.programme.demandPoints(matching: part.selection)
        let beyond = measuring.burden(after: after, points: points, ofAny: true) { $0 <= Float(limit.value) ? 0 : 1 }
        return (part.label, RuleResult(id, value: beyond, max: 0))
      })
  }
}
