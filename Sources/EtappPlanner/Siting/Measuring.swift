package import EtappModel

/// The plain second look at a choice: travel computed again from positions, without the engine's lists, cuts or gains.
package struct Measuring: Sendable {
  let programme: Programme
  package let choice: Choice
  private let openRound: [Int?]
  /// Service level of each office that stays.
  private let staying: [Double]

  package init(_ programme: Programme, choice: Choice) {
    self.programme = programme
    self.choice = choice
    openRound = programme.sites.map { site in
      site.closes ? choice.closes[ID(site.id)] : choice.opens[ID(site.id)]
    }
    staying = programme.geography.offices.filter { !$0.closable }.map { programme.assignment.level(of: $0) }
  }

  /// Whether a site is open after a round; nil is before the programme.
  func isOpen(_ site: Int, after round: Int?) -> Bool {
    let happened = openRound[site].map { event in round.map { event <= $0 } ?? false } ?? false
    return programme.sites[site].closes ? !happened : happened
  }

  /// The round of a site's event.
  func event(of site: Int) -> Int? { openRound[site] }

  // MARK: Travel

  /// Minutes from every demand point to the nearest open office, whatever can be done there.
  package func minutes(after round: Int?) -> [Float] { minutes(after: round, from: 0) }

  /// Minutes from every demand point to the nearest open office of a service level or more.
  private func minutes(after round: Int?, from level: Double) -> [Float] {
    let open = programme.sites.indices.filter { programme.sites[$0].level >= level && isOpen($0, after: round) }
    let remaining = staying.indices.filter { staying[$0] >= level }
    return programme.demand.now.indices.map { programme.demand.minutes(from: $0, among: open, staying: remaining) }
  }

  /// A share of everybody's errands, and the minutes from every demand point to where they can be done.
  struct Tier {
    var share: Double
    var minutes: [Float]
  }

  /// Travel of every tier of errands; one tier where everything can be done everywhere.
  ///
  ///     an errand of depth u ∈ (ℓₖ₋₁, ℓₖ] is done at the nearest open point of level ≥ ℓₖ
  func tiers(after round: Int?) -> [Tier] {
    let levels = Set(programme.sites.map(\.level) + staying + [1]).sorted()
    return zip([0] + levels, levels).map { Tier(share: $1 - $0, minutes: minutes(after: round, from: $1)) }
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
    return rounds.map { TravelSummary(round: $0, tiers: tiers(after: $0), demand: programme.geography.demand) }
  }
}

extension [Measuring.Tier] {
  /// A sum over everybody's errands: Σₖ shareₖ Σᵢ wᵢ f(minutesᵢₖ).
  ///
  /// - Parameters:
  ///   - weights: Persons at each demand point.
  ///   - points: The points that count; nil for all.
  func sum(weights: [Float], over points: [Int]? = nil, _ function: (Float) -> Double) -> Double {
    let points = points ?? Array<Int>(weights.indices)
    return reduce(0) { sum, tier in
      sum + tier.share * points.reduce(0) { $0 + Double(weights[$1]) * function(tier.minutes[$1]) }
    }
  }
}

extension TravelSummary {
  /// Everybody's errands, tier by tier: a tier is a person's share of itself.
  ///
  /// - Complexity: O(points × log points) for each tier, for the quantiles.
  init(round: Int?, tiers: [Measuring.Tier], demand: DemandPoints) {
    let minutes = tiers.flatMap(\.minutes)
    let weights = tiers.flatMap { tier in demand.population.map { Double($0) * tier.share } }
    let total = demand.total.value
    var weighted = 0.0
    var beyond: [Int: Persons] = [:]
    for (time, weight) in zip(minutes, weights) {
      weighted += weight * Double(time)
      for limit in TravelSummary.limits {
        beyond[limit, default: 0] += time > Float(limit) ? Persons(weight) : 0
      }
    }
    let order = minutes.indices.sorted { minutes[$0] < minutes[$1] }
    func quantile(_ share: Double) -> Minutes {
      var sum = 0.0
      for point in order {
        sum += weights[point]
        if sum >= share * total { return Minutes(Double(minutes[point])) }
      }
      return Minutes(order.last.map { Double(minutes[$0]) } ?? 0)
    }
    self.init(
      round: round, people: Persons(total), mean: Minutes(total > 0 ? weighted / total : 0), median: quantile(0.5),
      p95: quantile(0.95), p99: quantile(0.99), beyond: beyond)
  }
}
