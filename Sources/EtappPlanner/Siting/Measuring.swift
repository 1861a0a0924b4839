package import EtappModel

/// The plain second look at a choice: travel computed again from positions, without the engine's lists, cuts or gains.
package struct Measuring: Sendable {
  let programme: Programme
  package let choice: Choice
  private let openRound: [Int?]
  /// Service level of each office that stays and serves as many as come.
  private let staying: [Double]

  package init(_ programme: Programme, choice: Choice) {
    self.programme = programme
    self.choice = choice
    openRound = programme.sites.map { site in
      site.closes ? choice.closes[ID(site.id)] : choice.opens[ID(site.id)]
    }
    staying = programme.geography.offices.filter(\.staysUnlimited).map { programme.assignment.level(of: $0) }
  }

  /// Whether a site is open after a round; nil is before the programme.
  func isOpen(_ site: Int, after round: Int?) -> Bool {
    let happened = openRound[site].map { event in round.map { event <= $0 } ?? false } ?? false
    return programme.sites[site].closes ? !happened : happened
  }

  /// The round of a site's event.
  func event(of site: Int) -> Int? { openRound[site] }

  // MARK: Travel

  /// Minutes from demand points to the nearest open office of a service level or more, full or not.
  ///
  /// - Parameter unlimited: Whether only offices that serve as many as come are looked at.
  func minutes(of points: [Int], after round: Int?, from level: Double, unlimited: Bool = false) -> [Float] {
    let open = programme.sites.indices.filter { site in
      programme.sites[site].level >= level && isOpen(site, after: round)
        && (!unlimited || programme.sites[site].capacity == .infinity)
    }
    let remaining = staying.indices.filter { staying[$0] >= level }
    return points.map { programme.demand.minutes(from: $0, among: open, staying: remaining) }
  }

  /// A share of everybody's errands, and the minutes from every demand point to where they can be done.
  struct Tier {
    var share: Double
    var minutes: [Float]
  }

  /// Shares of everybody's errands, and the least level at which each can be done.
  ///
  ///     an errand of depth u ∈ (ℓₖ₋₁, ℓₖ] is done at the nearest open point of level ≥ ℓₖ
  var levels: [(share: Double, level: Double)] {
    let levels = Set(programme.sites.map(\.level) + staying + [1]).sorted()
    return zip([0] + levels, levels).map { (share: $1 - $0, level: $1) }
  }

  /// Travel of every tier of errands; one tier where everything can be done everywhere.
  ///
  /// Where offices have capacities, a point's travel is the mean over its people, who may not all find room at one office.
  func tiers(after round: Int?) -> [Tier] {
    let points = Array(programme.demand.now.indices)
    let nearest = levels.map { Tier(share: $0.share, minutes: minutes(of: points, after: round, from: $0.level)) }
    return programme.hasCapacities ? averaged(journeys(after: round) { Double($0) }, among: nearest) : nearest
  }

  /// - Parameter tiers: What holds for points where nobody lives.
  private func averaged(_ journeys: [Journey], among tiers: [Tier]) -> [Tier] {
    var tiers = tiers
    let population = programme.geography.demand.population
    var sums = tiers.map { _ in [Double](repeating: 0, count: population.count) }
    for journey in journeys { sums[journey.tier][journey.point] += journey.people * Double(journey.minutes) }
    for tier in tiers.indices {
      for (point, people) in population.enumerated() where people > 0 {
        tiers[tier].minutes[point] = Float(sums[tier][point] / (Double(people) * tiers[tier].share))
      }
    }
    return tiers
  }

  /// Minutes of every demand point's mean errand: Σₖ shareₖ minutesᵢₖ.
  package func meanMinutes(after round: Int?) -> [Float] {
    let tiers = tiers(after: round)
    return programme.demand.now.indices.map { point in
      Float(tiers.reduce(0) { $0 + $1.share * Double($1.minutes[point]) })
    }
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
  /// Everybody's errands: a tier is a person's share of itself.
  ///
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
      for index in order {
        sum += journeys[index].people
        if sum >= share * total { return Minutes(Double(journeys[index].minutes)) }
      }
      return Minutes(order.last.map { Double(journeys[$0].minutes) } ?? 0)
    }
    self.init(
      round: round, people: Persons(total), mean: Minutes(total > 0 ? weighted / total : 0), median: quantile(0.5),
      p95: quantile(0.95), p99: quantile(0.99), beyond: beyond)
  }
}
