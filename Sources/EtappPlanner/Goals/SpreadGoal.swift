import EtappModel
import EtappSolver

/// `spread`: travel time from every place of the programme to the nearest place opened so far.
///
///     spread(t) = (1/n) Σⱼ min { dⱼₖ : k opened in rounds ≤ t },  or the greatest of them;  t < T
///
/// In all the mean over the rounds but the last. With a single round there is nothing to spread, and the value is 0.
struct SpreadGoal: GoalForm {
  let aggregation: Goal.SpreadMeasure

  func measure(in programme: Programme) -> Measure {
    guard programme.rounds > 1 else { return .linear(LinearMeasure(constant: 0, terms: [])) }
    let places = programme.openingSites
    let table = programme.travelBetweenSites(places)
    let minutes = places.indices.flatMap { from in
      places.indices.map { to in from == to ? 0 : table.minutes(from, to) }
    }
    let counted = programme.rounds - 1
    return .nearest(
      NearestMeasure(
        places: places, minutes: minutes,
        weights: (0..<programme.rounds).map { $0 < counted ? 1 / Double(counted) : 0 },
        aggregation: aggregation == .mean ? .mean : .maximum,
        farthest: programme.assignment.travel.unreachable.value))
  }

  func result(for measuring: Measuring) -> GoalValue {
    let programme = measuring.programme
    guard programme.rounds > 1 else { return GoalValue(total: 0, byRound: [nil]) }
    let chosen = programme.openingSites.filter { measuring.event(of: $0) != nil }
    let table = programme.travelBetweenSites(chosen)
    let values = (0..<programme.rounds - 1).map { round in
      value(of: chosen.indices.map { nearest(from: $0, chosen, round, table, measuring) })
    }
    return GoalValue(
      total: values.reduce(0, +) / Double(values.count), byRound: values.map { $0 } + [nil])
  }

  private func nearest(
    from place: Int, _ chosen: [Int], _ round: Int, _ table: TravelTable, _ measuring: Measuring
  ) -> Double {
    var best = measuring.programme.assignment.travel.unreachable.value
    for (index, site) in chosen.enumerated() where measuring.isOpen(site, after: round) {
      best = min(best, index == place ? 0 : Double(table.minutes(place, index)))
    }
    return best
  }

  private func value(of minutes: [Double]) -> Double {
    guard !minutes.isEmpty else { return 0 }
    return aggregation == .mean ? minutes.reduce(0, +) / Double(minutes.count) : minutes.max() ?? 0
  }
}

extension Programme {
  /// Travel times from site to site.
  func travelBetweenSites(_ indices: [Int]) -> TravelTable {
    let ends = indices.map { TravelTable.End(id: sites[$0].id, position: sites[$0].coordinate) }
    return TravelTable(from: ends, to: ends, travel: assignment.travel, matrix: geography.travelMatrix)
  }
}
