import EtappModel
import EtappSolver

/// `share`: at least a share of the people have an open office within a time, after a round.
///
///     Σᵢ wᵢ [dᵢ ≤ τ] / Σᵢ wᵢ ≥ min
///
/// Of service levels: a person counts by the highest level within τ.
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
    let tiers = measuring.tiers(after: after)
    let population = measuring.programme.geography.demand.population
    return RuleResult(
      id,
      parts: parts.compactMap { part in
        let points = measuring.programme.demandPoints(matching: part.selection)
        let people = points.reduce(0) { $0 + Double(population[$1]) }
        guard people > 0 else { return nil }
        let reached = tiers.sum(weights: population, over: points) { $0 <= Float(within.value) ? 1 : 0 }
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
  func peopleBeyond(_ limit: Minutes, points: [Int], after: Int, ofAny: Bool = false) -> PeopleBeyond {
    peopleBeyond(limit, points: points, weights: (0..<rounds).map { $0 == after ? 1 : 0 }, ofAny: ofAny)
  }

  /// - Parameter ofAny: Whether any open point will do, whatever can be done there; else a person counts by errands.
  func peopleBeyond(_ limit: Minutes, points: [Int]?, weights: [Double], ofAny: Bool = false) -> PeopleBeyond {
    let population = geography.demand.population
    let burden = { (minutes: Float) in minutes <= Float(limit.value) ? 0.0 : 1.0 }
    let all = points ?? Array(population.indices)
    return PeopleBeyond(
      people: all.reduce(0) { $0 + Double(population[$1]) },
      rows: ofAny
        ? demand.burdensOfAny(points: points, weights: population, siteCount: sites.count, burden: burden)
        : demand.burdens(points: points, weights: population, siteCount: sites.count, burden: burden),
      weights: weights)
  }
}
