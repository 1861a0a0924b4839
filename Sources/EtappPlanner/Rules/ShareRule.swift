import EtappModel
import EtappSolver

/// `share`: at least a share of the people have an open office within a time, after a round.
///
///     Σᵢ wᵢ [dᵢ ≤ τ] / Σᵢ wᵢ ≥ min
///
/// A price is for each percentage point missed.
struct ShareRule: RuleForm {
  let parts: [DemandPart]
  let within: Minutes
  let after: Int
  let min: Double

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    var result = RuleRows()
    for part in parts {
      let beyond = programme.peopleBeyond(
        within, points: programme.demandPoints(matching: part.selection), after: after)
      guard beyond.people > 0 else { continue }
      let measure = beyond.measure(scale: 100 / beyond.people)
      result.limits.append((measure, 100 * (1 - min)))
    }
    return result
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let minutes = measuring.minutes(after: after)
    let population = measuring.programme.geography.demand.population
    return RuleResult(
      id,
      parts: parts.compactMap { part in
        let points = measuring.programme.demandPoints(matching: part.selection)
        let people = points.reduce(0) { $0 + Double(population[$1]) }
        guard people > 0 else { return nil }
        let reached = points.reduce(0) { $0 + (minutes[$1] <= Float(within.value) ? Double(population[$1]) : 0) }
        return (part.label, RuleResult(id, value: reached / people, min: min, unit: 100))
      })
  }
}

/// People beyond a time, as a gain: they count until something within it opens.
struct PeopleBeyond {
  /// People who count at all.
  let people: Double
  let rows: GainRows
  /// Weight of each round.
  let weights: [Double]

  func measure(scale: Double) -> Measure {
    .gain(GainMeasure(weights: weights.map { $0 * scale }, rows: rows))
  }
}

extension Programme {
  /// People beyond a time among the points, after one round.
  func peopleBeyond(_ limit: Minutes, points: [Int], after: Int) -> PeopleBeyond {
    peopleBeyond(limit, points: points, weights: (0..<rounds).map { $0 == after ? 1 : 0 })
  }

  func peopleBeyond(_ limit: Minutes, points: [Int]?, weights: [Double]) -> PeopleBeyond {
    let population = geography.demand.population
    let burden = { (minutes: Float) in minutes <= Float(limit.value) ? 0.0 : 1.0 }
    let all = points ?? Array(population.indices)
    return PeopleBeyond(
      people: all.reduce(0) { $0 + Double(population[$1]) },
      rows: demand.burdens(points: points, weights: population, siteCount: sites.count, burden: burden),
      weights: weights)
  }
}
