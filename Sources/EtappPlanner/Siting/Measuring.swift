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

  /// Minutes from every demand point to the office that people go to: the nearest, or where offices have capacities in
  /// the mean over the people of the point, who may not all find room at the same office.
  package func minutes(after round: Int?) -> [Float] {
    guard programme.hasCapacities else { return minutes(nearestAfter: round) }
    var minutes = minutes(nearestAfter: round)
    var sums = [Double](repeating: 0, count: minutes.count)
    for journey in journeys(after: round, { Double($0) }) {
      sums[journey.point] += journey.people * Double(journey.minutes)
    }
    for (point, people) in programme.geography.demand.population.enumerated() where people > 0 {
      minutes[point] = Float(sums[point] / Double(people))
    }
    return minutes
  }

  /// Minutes from every demand point to the nearest open office, full or not.
  func minutes(nearestAfter round: Int?) -> [Float] {
    let open = programme.sites.indices.filter { isOpen($0, after: round) }
    return programme.demand.now.indices.map { programme.demand.minutes(from: $0, among: open) }
  }

  /// Travel before the programme and after each round.
  package func travel() -> [TravelSummary] {
    let rounds: [Int?] = [nil] + (0..<programme.rounds).map { $0 }
    return rounds.map { round in
      let journeys = journeys(after: round) { Double($0) }
      var summary = TravelSummary(round: round, journeys: journeys)
      summary.unserved = Persons(unserved(journeys))
      return summary
    }
  }
}

extension TravelSummary {
  /// - Complexity: O(journeys × log journeys), for the quantiles.
  init(round: Int?, journeys: [Journey]) {
    var total = 0.0
    var weighted = 0.0
    var beyond: [Int: Persons] = [:]
    for journey in journeys {
      total += journey.people
      weighted += journey.people * Double(journey.minutes)
      for limit in TravelSummary.limits {
        beyond[limit, default: 0] += journey.minutes > Float(limit) ? Persons(journey.people) : 0
      }
    }
    let order = journeys.indices.sorted { journeys[$0].minutes < journeys[$1].minutes }
    func quantile(_ share: Double) -> Minutes {
      var sum = 0.0
      for point in order {
        sum += journeys[point].people
        if sum >= share * total { return Minutes(Double(journeys[point].minutes)) }
      }
      return Minutes(order.last.map { Double(journeys[$0].minutes) } ?? 0)
    }
    self.init(
      round: round, people: Persons(total), mean: Minutes(total > 0 ? weighted / total : 0), median: quantile(0.5),
      p95: quantile(0.95), p99: quantile(0.99), beyond: beyond)
  }
}
