package import EtappModel
package import EtappSolver

/// An assignment met with a geography: sites in one list, names resolved to indices, rules made explicit.
///
/// Built once, read by every question.
package struct Programme: Sendable {
  package let assignment: Assignment
  package let geography: Geography
  /// Places, then offices that may close or have a capacity, then municipalities tried out.
  package let sites: [Site]
  /// Rules of the assignment, after the rounds' own numbers and the places' earliest days made rules of.
  package let rules: [Rule]
  /// Named plans that `keep` and `stability` refer to.
  package let baselines: [String: Choice]
  /// Months that each round serves.
  package let months: [Double]
  /// Regions by municipality, for selections.
  let municipalities: [ID<Municipality>: Municipality]
  let siteOfPlace: [ID<Place>: Int]
  let siteOfOffice: [ID<Office>: Int]
  package let demand: DemandTravel
  /// How probable every place is in every round; nil when no goal asks.
  private(set) var odds: DeliveryOdds?

  /// - Parameter triedOut: Indices of municipalities to add as places.
  package init(
    assignment: Assignment, geography: Geography, baselines: [String: Choice] = [:], triedOut: [Int] = [],
    threads: Int = 1
  ) {
    self.assignment = assignment
    self.geography = geography
    self.baselines = baselines
    months = assignment.monthsServed
    rules = Self.implicitRules(assignment, geography) + assignment.rules
    municipalities = Dictionary(
      geography.municipalities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = geography.places.enumerated().map { Site($1, index: $0, in: assignment) }
    let tried = triedOut.map { index in
      Site(
        geography.municipalities[index], index: index,
        position: Self.position(ofMunicipality: index, in: geography), in: assignment)
    }
    let offices = geography.offices.enumerated().filter { !$1.staysUnlimited }.map {
      Site($1, index: $0, in: assignment)
    }
    sites = places + offices + tried
    siteOfPlace = Dictionary(
      geography.places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    siteOfOffice = Dictionary(
      offices.enumerated().map { (ID<Office>($1.id), $0 + places.count) },
      uniquingKeysWith: { first, _ in first })
    demand = DemandTravel(geography: geography, assignment: assignment, sites: sites, threads: threads)
    if assignment.goals.contains(where: { $0.kind == .delivery }) { odds = DeliveryOdds(self) }
  }

  /// The same programme with other rules: for conflicts and what-ifs, without computing travel again.
  private init(_ other: Programme, rules: [Rule], baselines: [String: Choice]) {
    assignment = other.assignment
    geography = other.geography
    sites = other.sites
    self.rules = rules
    self.baselines = baselines
    months = other.months
    municipalities = other.municipalities
    siteOfPlace = other.siteOfPlace
    siteOfOffice = other.siteOfOffice
    demand = other.demand
    odds = other.odds
  }

  package func with(rules: [Rule]) -> Programme { Programme(self, rules: rules, baselines: baselines) }

  package func with(baseline: Choice, named name: String) -> Programme {
    var baselines = baselines
    baselines[name] = baseline
    return Programme(self, rules: rules, baselines: baselines)
  }

  package var rounds: Int { assignment.rounds.count }

  /// Whether some site serves so many people and no more.
  package var hasCapacities: Bool { sites.contains { $0.capacity < .infinity } }

  /// Sites that open: places and municipalities tried out.
  package var openingSites: [Int] { sites.indices.filter { !sites[$0].closes } }

  // MARK: Implicit rules

  private static func implicitRules(_ assignment: Assignment, _ geography: Geography) -> [Rule] {
    let counts = assignment.rounds.enumerated().compactMap { index, round -> Rule? in
      guard round.minimum != nil || round.maximum != nil else { return nil }
      return Rule(
        id: round.rule,
        kind: .count(
          parts: [CountPart(selection: .all, rounds: index...index)], min: round.minimum, max: round.maximum),
        source: round.source, row: round.row)
    }
    let readiness = geography.places.compactMap { place -> Rule? in
      guard let earliest = place.earliest else { return nil }
      let selection = Selection(places: [place.id])
      guard let first = assignment.firstRound(notBefore: earliest) else {
        return Rule(id: place.readinessRule, kind: .forbidden(selection, round: nil), row: place.row)
      }
      guard first > 0 else { return nil }
      return Rule(id: place.readinessRule, kind: .notBefore(selection, round: first), row: place.row)
    }
    return counts + readiness
  }

  // MARK: Positions

  /// Where an office in a municipality would stand: its own position, else its demand point with the shortest
  /// total distance for the municipality's people.
  private static func position(ofMunicipality index: Int, in geography: Geography) -> Coordinate {
    if let position = geography.municipalities[index].position { return position }
    let demand = geography.demand
    let points = (0..<demand.count).filter { demand.municipality[$0] == Int32(index) }
    let best = points.min { total(from: $0, points, demand) < total(from: $1, points, demand) }
    return best.map { demand.coordinates[$0] } ?? Coordinate(latitude: 0, longitude: 0)
  }

  private static func total(from candidate: Int, _ points: [Int], _ demand: DemandPoints) -> Double {
    points.reduce(0) {
      $0 + Double(demand.population[$1])
        * demand.coordinates[$1].distance(to: demand.coordinates[candidate]).value
    }
  }
}

// MARK: Choices and phasings

extension Programme {
  /// The choice in the engine's form.
  package func phasing(of choice: Choice) -> Phasing {
    var phasing = Phasing(events: [Int8](repeating: Phasing.never, count: sites.count))
    for (place, round) in choice.opens { if let site = site(of: place) { phasing.events[site] = Int8(round) } }
    for (office, round) in choice.closes { if let site = siteOfOffice[office] { phasing.events[site] = Int8(round) } }
    return phasing
  }

  /// A phasing in words of the input: municipalities tried out go by their code.
  package func choice(of phasing: Phasing) -> Choice {
    var choice = Choice()
    for (site, event) in zip(sites, phasing.events) where event != Phasing.never {
      if site.closes {
        choice.closes[ID(site.id)] = Int(event)
      } else {
        choice.opens[ID(site.id)] = Int(event)
      }
    }
    return choice
  }

  /// The site of a place, or of a municipality tried out that goes by the same code.
  package func site(of place: ID<Place>) -> Int? {
    siteOfPlace[place] ?? sites.firstIndex { !$0.closes && $0.id == place.code }
  }
}
