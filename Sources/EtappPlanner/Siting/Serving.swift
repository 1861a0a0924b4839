import EtappModel
import EtappSolver

extension Programme {
  /// A burden of people that open sites relieve, as far as they have room.
  ///
  ///     Σₜ weightₜ Σᵢ wᵢ burden(travel of i after round t)
  ///
  /// - Parameters:
  ///   - points: The points that count; nil for all.
  ///   - weights: Weight of each round.
  ///   - ofAny: Whether any open point will do, whatever can be done there.
  ///   - burden: Of a person with so many minutes; grows with them.
  func relieved(
    points: [Int]? = nil, weights: [Double], ofAny: Bool = false, burden: (Float) -> Double
  ) -> Measure {
    let population = geography.demand.population
    guard hasCapacities else {
      let rows = demand.burdens(
        points: points, weights: population, siteCount: sites.count, ofAny: ofAny, burden: burden)
      return .gain(GainMeasure(weights: weights, rows: rows))
    }
    let rows = demand.servings(
      points: points, weights: population, siteCount: sites.count, ofAny: ofAny, burden: burden)
    return .serving(ServingMeasure(weights: weights, rows: rows, capacities: sites.map(\.capacity)))
  }
}

/// People of one demand point who have the same journey; where not everything can be done everywhere, as many errands.
struct Journey {
  var point: Int
  /// The tier of errands, from the one that any point serves up.
  var tier: Int
  /// The site that serves them, where that was decided; nil for an office that serves as many as come, or none.
  var site: Int?
  var people: Double
  var minutes: Float
}

extension Measuring {
  /// Σᵢ wᵢ burden(travel of i): everybody to the nearest office, or where offices have capacities as well as can be.
  ///
  /// - Parameters:
  ///   - points: The points that count; nil for all.
  ///   - ofAny: Whether any open point will do, whatever can be done there.
  func burden(
    after round: Int?, points: [Int]? = nil, ofAny: Bool = false, _ burden: (Float) -> Double
  ) -> Double {
    journeys(after: round, points: points, ofAny: ofAny, burden).reduce(0) { $0 + $1.people * burden($1.minutes) }
  }

  /// How many people each open site with a capacity serves when everybody travels as little as can be.
  func loads(after round: Int) -> [SiteLoad] {
    guard programme.hasCapacities else { return [] }
    var people = [Double](repeating: 0, count: programme.sites.count)
    for journey in journeys(after: round, { Double($0) }) {
      if let site = journey.site { people[site] += journey.people }
    }
    return programme.sites.indices.filter { isOpen($0, after: round) && programme.sites[$0].capacity < .infinity }
      .map { index in
        let site = programme.sites[index]
        return SiteLoad(site: site.id, name: site.name, people: people[index], capacity: site.capacity)
      }
  }

  /// Persons whom no office serves.
  func unserved(_ journeys: [Journey]) -> Double {
    guard programme.hasCapacities else { return 0 }
    let unreachable = Float(programme.assignment.travel.unreachable.value)
    return journeys.reduce(0) { $1.site == nil && $1.minutes >= unreachable ? $0 + $1.people : $0 }
  }

  /// Who travels where after a round, in the way that makes a burden least; each errand once.
  func journeys(
    after round: Int?, points: [Int]? = nil, ofAny: Bool = false, _ burden: (Float) -> Double
  ) -> [Journey] {
    let points = points ?? Array(programme.geography.demand.population.indices)
    let tiers = ofAny ? [(share: 1, level: 0)] : levels
    guard !programme.hasCapacities else { return served(points, tiers, after: round, burden) }
    let population = programme.geography.demand.population
    return tiers.enumerated().flatMap { index, tier in
      zip(points, minutes(of: points, after: round, from: tier.level)).map { point, minutes in
        Journey(point: point, tier: index, people: Double(population[point]) * tier.share, minutes: minutes)
      }
    }
  }

  /// The cheapest service by what is open after a round.
  private func served(
    _ points: [Int], _ tiers: [(share: Double, level: Double)], after round: Int?, _ burden: (Float) -> Double
  ) -> [Journey] {
    let sites = programme.sites
    let limited = sites.indices.filter { isOpen($0, after: round) && sites[$0].capacity < .infinity }
    let population = programme.geography.demand.population
    // Everybody by an office that serves as many as come, or by none; then whom it helps to be served by others.
    let alone = tiers.enumerated().flatMap { index, tier in
      zip(points, minutes(of: points, after: round, from: tier.level, unlimited: true)).map { point, minutes in
        Journey(point: point, tier: index, people: Double(population[point]) * tier.share, minutes: minutes)
      }
    }
    // Infinite where the errand cannot be done.
    let times = alone.map { journey in
      limited.map { site in
        sites[site].level >= tiers[journey.tier].level
          ? programme.demand.minutes(from: journey.point, to: site) : .infinity
      }
    }
    let task = ServiceTask(
      people: alone.map(\.people), costs: times.map { $0.map { $0 < .infinity ? burden($0) : .infinity } },
      elsewhere: alone.map { burden($0.minutes) }, capacities: limited.map { sites[$0].capacity })
    return zip(alone.indices, task.solved().parts).flatMap { index, parts in
      parts.map { part in
        var journey = alone[index]
        journey.people = part.people
        if let site = part.site { (journey.site, journey.minutes) = (limited[site], times[index][site]) }
        return journey
      }
    }
  }
}

/// A transportation problem, and the plain look at whether an answer to it is right and the best there is.
///
///     Σⱼ xᵢⱼ = wᵢ,  Σᵢ xᵢⱼ ≤ capⱼ,   Σ c x = Σᵢ wᵢ min { bᵢ, cᵢⱼ + πⱼ } − Σⱼ capⱼ πⱼ,  π ≥ 0
///
/// The right side is never more than the cost of any service: where the two are the same, none is cheaper.
struct ServiceTask {
  let people: [Double]
  let costs: [[Double]]
  let elsewhere: [Double]
  let capacities: [Double]

  /// - Returns: The cheapest service; where it fails the check one of no number of people, so that nothing agrees with it.
  func solved() -> Service {
    let service = Service.cheapest(people: people, costs: costs, elsewhere: elsewhere, capacities: capacities)
    return isProved(service) ? service : Service(parts: people.map { _ in [Service.Part(people: .nan)] }, prices: [])
  }

  func isProved(_ service: Service) -> Bool { isRight(service) && isCheapest(service) }

  private func isRight(_ service: Service) -> Bool {
    var load = [Double](repeating: 0, count: capacities.count)
    for (point, parts) in service.parts.enumerated() {
      var sum = 0.0
      for part in parts {
        guard part.people >= 0 else { return false }
        sum += part.people
        if let site = part.site { load[site] += part.people }
      }
      guard abs(sum - people[point]) <= 1e-9 * max(1, people[point]) else { return false }
    }
    return capacities.indices.allSatisfy { load[$0] <= capacities[$0] + 1e-9 * max(1, load[$0]) }
  }

  private func isCheapest(_ service: Service) -> Bool {
    guard service.prices.allSatisfy({ $0 >= 0 }) else { return false }
    var (cost, proved) = (0.0, 0.0)
    for (point, parts) in service.parts.enumerated() {
      for part in parts { cost += part.people * (part.site.map { costs[point][$0] } ?? elsewhere[point]) }
      let least = capacities.indices.reduce(elsewhere[point]) { min($0, costs[point][$1] + service.prices[$1]) }
      proved += people[point] * least
    }
    for site in capacities.indices { proved -= capacities[site] * service.prices[site] }
    return abs(cost - proved) <= 1e-9 * max(1, abs(cost))
  }
}
