import EtappModel
import EtappSolver

/// `share`: at least a share of the people have an open office within a time, after a round.
///
///     Σᵢ wᵢ [dᵢ ≤ τ] / Σᵢ wᵢ ≥ min
///
/// Of service levels: a person counts by the highest level within τ.
/// Where offices have capacities, who can be served within the time counts. A price is for each percentage point missed.
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
    let population = measuring.programme.geography.demand.population
    return RuleResult(
      id,
      parts: parts.compactMap { part in
        let points = measuring.programme.demandPoints(matching: part.selection)
        let people = points.reduce(0) { $0 + Double(population[$1]) }
        guard people > 0 else { return nil }
        let beyond = measuring.burden(after: after, points: points) { $0 <= Float(within.value) ? 0 : 1 }
        return (part.label, RuleResult(id, value: (people - beyond) / people, min: min, unit: 100))
      })
  }
}

/// People beyond a time, as a gain: they count until something within it opens.
struct PeopleBeyond {
  /// People who count at all.
  let people: Double
  private let limit: Float
  private let points: [Int]?
  /// Weight of each round.
  private let weights: [Double]
  /// Whether any open point will do, whatever can be done there; else a person counts by errands.
  private let ofAny: Bool
  private let programme: Programme

  init(_ programme: Programme, _ limit: Minutes, points: [Int]?, weights: [Double], ofAny: Bool) {
    (self.programme, self.limit, self.points, self.weights) = (programme, Float(limit.value), points, weights)
    self.ofAny = ofAny
    let population = programme.geography.demand.population
    people = (points ?? Array(population.indices)).reduce(0) { $0 + Double(population[$1]) }
  }

  func measure(scale: Double) -> Measure {
    programme.relieved(points: points, weights: weights.map { $0 * scale }, ofAny: ofAny) { $0 <= limit ? 0 : 1 }
  }
}

extension Programme {
  /// People beyond a time among the points, after one round.
  func peopleBeyond(_ limit: Minutes, points: [Int], after: Int, ofAny: Bool = false) -> PeopleBeyond {
    peopleBeyond(limit, points: points, weights: (0..<rounds).map { $0 == after ? 1 : 0 }, ofAny: ofAny)
  }

  /// - Parameter ofAny: Whether any open point will do, whatever can be done there; else a person counts by errands.
  func peopleBeyond(_ limit: Minutes, points: [Int]?, weights: [Double], ofAny: Bool = false) -> PeopleBeyond {
    PeopleBeyond(self, limit, points: points, weights: weights, ofAny: ofAny)
  }
}
