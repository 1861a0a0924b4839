import EtappModel
import EtappTestSupport
import Testing

@testable import EtappPlanner

/// The frontier of a study's goal against how far apart sites are, held against every choice of small random countries.
@Suite struct `A frontier against spread` {
  @Test(arguments: 5400..<5420)
  func `has every pair of values that nothing is better than`(seed: Int) throws {
    let instance = RandomInstance(seed: UInt64(seed))
    var assignment = instance.assignment
    assignment.rules = assignment.rules.filter { $0.kindName != .keep && $0.price == nil }
    let locating = RuledLocating(
      instance.geography, assignment, LocationQuestion(goal: .access), options: .test())
    let oracle = Oracle(locating.programme.assignment, locating.programme.geography)
    let goal = locating.programme.assignment.goals[0]
    let frontier = try locating.spreadFrontier(points: 1000)
    let all = oracle.allChoices().filter(oracle.isAllowed).map {
      (oracle.value(goal, $0), spread($0, instance.geography))
    }
    #expect(frontier.isComplete)
    let best = all.filter { one in !all.contains { Self.dominates($0, one) } }
    for point in frontier.points {
      let isReal = best.contains {
        abs($0.0 - point.objective) <= 1e-5 * max(1, $0.0)
          && abs(Self.finite($0.1) - Self.finite(point.spread.value)) <= 1e-3
      }
      #expect(isReal, "\(point)")
      #expect(point.bound <= point.objective + 1e-9)
    }
    for one in best {
      let isFound = frontier.points.contains {
        abs(one.0 - $0.objective) <= 1e-5 * max(1, one.0) && Self.finite($0.spread.value) >= Self.finite(one.1) - 1e-3
      }
      #expect(isFound, "\(one) of \(frontier.points)")
    }
  }

  private static func finite(_ spread: Double) -> Double { min(spread, 1e6) }

  /// Clearly better on one and no worse on the other, beyond what single precision tells.
  private static func dominates(_ a: (Double, Double), _ b: (Double, Double)) -> Bool {
    let slack = 1e-5 * max(1, b.0)
    return (a.0 <= b.0 + slack && a.1 > b.1 + 1e-6) || (a.0 < b.0 - slack && a.1 >= b.1 - 1e-6)
  }

  /// The smallest distance between two open sites, pairs of offices that stay left out.
  private func spread(_ choice: Choice, _ geography: Geography) -> Double {
    let opened = geography.places.filter { choice.opens[$0.id] != nil }.map { ($0.coordinate, false) }
    let kept = geography.offices.filter { choice.closes[$0.id] == nil }.map { ($0.coordinate, !$0.closable) }
    let open = opened + kept
    var least = Double.infinity
    for (index, one) in open.enumerated() {
      for two in open[(index + 1)...] where !(one.1 && two.1) { least = min(least, one.0.distance(to: two.0).value) }
    }
    return least
  }
}
