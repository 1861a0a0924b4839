package import EtappModel

/// The plain second look at a choice: travel computed again from positions, without the engine's lists, cuts or gains.
package struct Measuring: Sendable {
  let programme: Programme
  package let choice: Choice
  private let openRound: [Int?]

  package init(_ programme: Programme, choice: Choice) {
    self.programme = programme
    self.choice = choice
    openRound = programme.sites.map { site in
      site.closes ? choice.closes[ID(site.id)] : choice.opens[ID(site.id)]
    }
  }

  /// Whether a site is open after a round; nil is before the programme.
  func isOpen(_ site: Int, after round: Int?) -> Bool {
    let happened = openRound[site].map { event in round.map { event <= $0 } ?? false } ?? false
    return programme.sites[site].closes ? !happened : happened
  }

  /// The round of a site's event.
  func event(of site: Int) -> Int? { openRound[site] }

  /// Minutes from every demand point to the nearest open office.
  package func minutes(after round: Int?) -> [Float] {
    let open = programme.sites.indices.filter { isOpen($0, after: round) }
    return programme.demand.now.indices.map { programme.demand.minutes(from: $0, among: open) }
  }

  /// Travel before the programme and after each round.
  package func travel() -> [TravelSummary] {
    let rounds: [Int?] = [nil] + (0..<programme.rounds).map { $0 }
    return rounds.map { TravelSummary(round: $0, minutes: minutes(after: $0), demand: programme.geography.demand) }
  }
}

extension TravelSummary {
  /// - Complexity: O(points × log points), for the quantiles.
  init(round: Int?, minutes: [Float], demand: DemandPoints) {
    var total = 0.0
    var weighted = 0.0
    var beyond: [Int: Persons] = [:]
    for (time, population) in zip(minutes, demand.population) {
      total += Double(population)
      weighted += Double(population) * Double(time)
      for limit in TravelSummary.limits {
        beyond[limit, default: 0] += time > Float(limit) ? Persons(Double(population)) : 0
      }
    }
    let order = minutes.indices.sorted { minutes[$0] < minutes[$1] }
    func quantile(_ share: Double) -> Minutes {
      var sum = 0.0
      for point in order {
        sum += Double(demand.population[point])
        if sum >= share * total { return Minutes(Double(minutes[point])) }
      }
      return Minutes(order.last.map { Double(minutes[$0]) } ?? 0)
    }
    self.init(
      round: round, people: Persons(total), mean: Minutes(total > 0 ? weighted / total : 0), median: quantile(0.5),
      p95: quantile(0.95), p99: quantile(0.99), beyond: beyond)
  }
}
