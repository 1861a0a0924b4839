import Synchronization

/// A burden that open sites relieve as far as they have room: access, reach and equity where sites serve so many and no
/// more.
///
///     value = Σₜ weightₜ · (the least cost of serving everybody by the sites open in round t)
///
/// who is served where being part of what is decided.
///
/// Source: the capacitated p-median; its strong relaxation and multipliers as cited at ``CapacityCuts``.
package struct ServingMeasure: Sendable {
  package let weights: [Double]
  package let rows: ServingRows
  /// Persons that each site serves when it is open; infinite for no limit.
  package let capacities: [Double]
  /// The same burden without capacities: what a plan cannot be better than.
  let uncapacitated: GainMeasure
  private let memory = ServiceMemory()

  /// - Parameters:
  ///   - weights: Weight of each round, which turns a cost into the measure's own unit.
  ///   - rows: Costs of a person.
  ///   - capacities: Persons, one for each site.
  package init(weights: [Double], rows: ServingRows, capacities: [Double]) {
    self.weights = weights
    self.rows = rows
    self.capacities = capacities
    uncapacitated = GainMeasure(weights: weights, rows: rows.uncapacitated())
  }

  func value(in phasing: Phasing, of problem: PhasedProblem) -> Double {
    (0..<problem.rounds).reduce(0) { sum, round in
      guard weights[round] != 0 else { return sum }
      return sum + weights[round] * cost(open: problem.sites.indices.map { problem.isOpen($0, in: round, of: phasing) })
    }
  }

  /// The least cost of serving everybody by a set of open sites; remembered, because searches ask again.
  package func cost(open: [Bool]) -> Double {
    memory.cost(of: open) {
      let transportation = Transportation.solved(rows, open: open.map { $0 ? 1 : 0 }, capacities: capacities)
      return transportation.value
    }
  }

  /// What the cheapest service of a set of open sites says about every site.
  func point(open: [Bool]) -> CapacityPoint {
    let transportation = Transportation.solved(rows, open: open.map { $0 ? 1 : 0 }, capacities: capacities)
    return CapacityPoint(rows, capacities, transportation.multipliers())
  }
}

/// Costs of sets of open sites that were worked out before.
///
/// A class, because the value types that carry it are copied; it changes nothing that anybody sees.
private final class ServiceMemory: Sendable {
  private let known = Mutex<[[Bool]: Double]>([:])
  private static let most = 20_000

  func cost(of open: [Bool], _ work: () -> Double) -> Double {
    if let cost = known.withLock({ $0[open] }) { return cost }
    let cost = work()
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[open] = cost
    }
    return cost
  }
}
