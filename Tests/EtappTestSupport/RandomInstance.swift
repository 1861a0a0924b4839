package import EtappModel

/// A small random programme with rules and goals of every kind, the same for the same seed.
package struct RandomInstance {
  package var assignment: Assignment
  package var geography: Geography
  package var baselines: [String: Choice]
  let size: Size
  private var generator: Generator

  /// How large a programme is.
  package enum Size: Sendable {
    /// Every choice can be looked at.
    case forBruteForce
    /// Too many choices to look at, few enough to prove in a moment.
    case medium
  }

  /// The generator of the tests: a linear congruence, apart from the engine's own.
  package struct Generator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F }

    package mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed ^= mixed >> 33
      mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
      mixed ^= mixed >> 33
      return mixed
    }
  }

  package init(seed: UInt64, size: Size = .forBruteForce) {
    self.size = size
    generator = Generator(seed: seed)
    assignment = Assignment(name: Text("Random \(seed)"), currency: "SEK")
    geography = Geography()
    baselines = [:]
    makeGeography()
    makeAssignment()
  }

  /// The same programme where most places and some offices serve so many people and no more.
  package func withCapacities(seed: UInt64) -> RandomInstance {
    var instance = self
    var generator = Generator(seed: seed)
    let people = instance.geography.demand.total.value
    func capacity(_ likelihood: Double) -> Persons? {
      guard Double.random(in: 0...1, using: &generator) < likelihood else { return nil }
      return Persons((people * Double.random(in: 0...0.6, using: &generator)).rounded())
    }
    for index in instance.geography.places.indices { instance.geography.places[index].capacity = capacity(0.8) }
    for index in instance.geography.offices.indices { instance.geography.offices[index].capacity = capacity(0.4) }
    return instance
  }

  private mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
  private mutating func chance(_ share: Double) -> Bool { number(0...1) < share }

  private mutating func position() -> Coordinate {
    Coordinate(latitude: number(59...60), longitude: number(15...17))
  }

  private mutating func some<Element>(_ elements: [Element], _ range: ClosedRange<Int>) -> [Element] {
    let count = min(elements.count, int(range))
    return Array(elements.shuffled(using: &generator).prefix(count))
  }

  private static let categories: [ID<EtappModel.Category>] = ["rural", "city", "poor"]
  private static let county: ID<Division> = "county"
  private static let market: ID<Division> = "market"
  private static let layers: [ID<AreaLayer>] = ["areas", "stations"]

  private var municipalityCount: Int { size == .medium ? 6 : 3 }

  // MARK: Geography

  private mutating func makeGeography() {
    for index in 0..<municipalityCount {
      var municipality = Municipality(
        id: ID("m\(index)"), name: "Municipality \(index)", regions: [Self.county: index % 3 < 2 ? "North" : "South"])
      // One municipality lies outside the second division.
      if index > 0 { municipality.regions[Self.market] = "Market \(index % 2)" }
      geography.municipalities.append(municipality)
    }
    geography.divisions = [Division(id: Self.county, title: "County"), Division(id: Self.market, title: "Market")]
    for index in 0..<int(size == .medium ? 30...60 : 6...10) {
      geography.demand.ids.append("d\(index)")
      geography.demand.municipality.append(Int32(int(0...municipalityCount - 1)))
      geography.demand.coordinates.append(position())
      geography.demand.population.append(Float(int(1...900)))
    }
    let rounds = int(1...3)
    makeRounds(rounds)
    let closable = chance(0.35) ? int(1...2) : 0
    let places = size == .medium ? int(8...12) : int(3...(rounds == 3 ? 4 : 5)) - (closable > 1 ? 1 : 0)
    for index in 0..<places { geography.places.append(place(index)) }
    for index in 0..<(closable + int(0...2)) {
      geography.offices.append(
        Office(
          id: ID("o\(index)"), name: "Office \(index)", municipality: anyMunicipality(), coordinate: position(),
          closable: index < closable, yearly: Money(Double(int(1...20)))))
    }
    let corner = position()
    let square = [(0.0, 0.0), (0.0, 0.4), (0.3, 0.4), (0.3, 0.0)].map {
      Coordinate(latitude: corner.latitude + $0.0, longitude: corner.longitude + $0.1)
    }
    geography.layers = [
      AreaLayer(
        id: "areas", title: "Areas",
        areas: [Area(id: "a", name: "A", shape: .polygons([[square]])), Area(id: "b", name: "B", shape: .unknown)]),
      AreaLayer(
        id: "stations", title: "Stations",
        areas: (0..<2).map { Area(id: "\($0)", name: "Station \($0)", shape: .point(position())) }),
    ]
  }

  private mutating func anyMunicipality() -> ID<Municipality> { ID("m\(int(0...municipalityCount - 1))") }

  private mutating func nearby() -> Selection.Nearby {
    Selection.Nearby(layer: Self.layers[int(0...1)], within: Kilometres(number(0...30)))
  }

  private mutating func place(_ index: Int) -> Place {
    Place(
      id: ID("p\(index)"), name: "Place \(index)", municipality: anyMunicipality(), coordinate: position(),
      kind: chance(0.5) ? "full" : "small", categories: some(Self.categories, 0...2),
      layers: chance(0.2) ? [Self.layers[int(0...1)]] : [],
      earliest: chance(0.2) ? Day(year: 2021 + int(0...3), month: 6, day: 1) : nil,
      cost: Money(Double(int(1...50))), yearly: Money(Double(int(0...10))))
  }

  private mutating func makeRounds(_ count: Int) {
    for index in 0..<count {
      let year = 2022 + index
      assignment.rounds.append(
        Round(
          id: ID("\(index + 1)"), name: Text("Round \(index + 1)"), minimum: chance(0.3) ? int(0...2) : nil,
          maximum: chance(0.4) ? int(size == .medium ? 2...6 : 1...3) : nil,
          opens: Round.Window(
            from: Day(year: year, month: 1, day: 1), to: Day(year: year, month: 12, day: 31))))
    }
  }

  // MARK: Assignment

  private mutating func makeAssignment() {
    assignment.travel.formula.detour = number(1...1.5)
    assignment.categories = Self.categories.map { Category(id: $0, title: Text($0.code), symbol: .circle) }
    for place in geography.places where chance(0.6) {
      baselines["before", default: Choice()].opens[place.id] = int(0...assignment.rounds.count - 1)
    }
    for index in 0..<int(0...4) { assignment.rules.append(rule(index)) }
    let weighted = chance(0.15)
    for index in 0..<int(1...3) { assignment.goals.append(goal(index, weighted: weighted)) }
  }

  private var lastRound: Int { assignment.rounds.count - 1 }

  private mutating func roundRange() -> ClosedRange<Int> {
    let a = int(0...lastRound)
    let b = int(0...lastRound)
    return min(a, b)...max(a, b)
  }

  private mutating func selection() -> Selection {
    var selection = Selection()
    if chance(0.4) { selection.categories = some(Self.categories, 1...2) }
    if chance(0.2) { selection.municipalities = [anyMunicipality()] }
    if chance(0.2) { selection.kinds = ["full"] }
    if chance(0.2) { selection.regions = [Self.county: ["North"]] }
    if chance(0.1) { selection.regions[Self.market] = ["Market \(int(0...1))"] }
    if chance(0.15) { selection.nearby = nearby() }
    return selection
  }

  private mutating func limits(_ most: Int) -> (Int?, Int?) {
    let low = int(0...most)
    switch int(0...2) {
    case 0: return (low, nil)
    case 1: return (nil, low)
    default: return (low, low + int(0...2))
    }
  }

  private mutating func subject() -> Subject {
    let places = some(geography.places, 1...(chance(0.2) ? 2 : 1))
    return Subject(title: places.map(\.name).joined(separator: "+"), places: places.map(\.id))
  }

  private mutating func parts() -> [CountPart] {
    let rounds = roundRange()
    guard chance(0.3) else {
      var selection = selection()
      selection.includesExisting = chance(0.2)
      return [CountPart(selection: selection, rounds: rounds)]
    }
    if chance(0.3) {
      return ["Market 0", "Market 1"].map {
        CountPart(label: $0, selection: Selection(regions: [Self.market: [$0]]), rounds: rounds)
      }
    }
    return Self.categories.map { CountPart(label: $0.code, selection: Selection(categories: [$0]), rounds: rounds) }
  }

  private mutating func demandParts() -> [DemandPart] {
    guard chance(0.4) else { return [DemandPart(selection: .everyone)] }
    return ["North", "South"].map { DemandPart(label: $0, selection: DemandSelection(regions: [Self.county: [$0]])) }
  }

  private mutating func rule(_ index: Int) -> Rule {
    let names = Rule.KindName.allCases
    let name = names[int(0...names.count - 1)]
    return Rule(id: ID("\(name.rawValue)-\(index)"), kind: kind(name), price: chance(0.3) ? number(0.5...5) : nil)
  }

  private mutating func kind(_ name: Rule.KindName) -> Rule.Kind {
    switch name {
    case .count:
      let (min, max) = limits(3)
      return .count(parts: parts(), min: min, max: max)
    case .near:
      let (min, max) = limits(2)
      return .near(parts: parts(), layer: nearby(), min: min, max: max)
    case .share:
      return .share(
        parts: demandParts(), within: Minutes(number(10...60)), after: int(0...lastRound), min: number(0.1...0.9))
    case .nobodyBeyond:
      return .nobodyBeyond(parts: demandParts(), limit: Minutes(number(40...120)), after: int(0...lastRound))
    case .fixed: return .fixed([Fixing(subject: subject(), round: chance(0.6) ? int(0...lastRound) : nil)])
    case .forbidden: return .forbidden(selection(), round: chance(0.5) ? int(0...lastRound) : nil)
    case .notBefore: return .notBefore(selection(), round: int(0...lastRound))
    case .notAfter: return .notAfter(selection(), round: int(0...lastRound))
    case .before: return .before(subject(), subject())
    case .together: return .together([subject(), subject()])
    case .notBoth: return .notBoth([subject(), subject()])
    case .oneOf: return .oneOf([subject(), subject()])
    case .apart: return .apart(selection(), Kilometres(number(10...60)))
    case .budget: return .budget(Money(Double(int(size == .medium ? 60...300 : 10...120))), rounds: roundRange())
    case .keep: return .keep(plan: "before", changes: int(0...3), of: chance(0.5) ? .all : selection())
    case .close:
      let (min, max) = limits(1)
      return .close(Selection(), rounds: roundRange(), min: min, max: max)
    }
  }

  private mutating func goal(_ index: Int, weighted: Bool) -> Goal {
    let names = Goal.KindName.allCases.filter { $0 != .delivery }
    let name = names[int(0...names.count - 1)]
    let tolerance: Goal.Tolerance =
      chance(0.5) ? .exact : chance(0.5) ? .share(number(0...0.2)) : .amount(number(0...3))
    return Goal(
      id: ID("\(name.rawValue)-\(index)"), kind: goalKind(name), tolerance: tolerance,
      weight: weighted ? number(0.1...3) : nil)
  }

  private mutating func months() -> [Double]? {
    guard chance(0.5) else { return nil }
    return assignment.rounds.map { _ in number(1...24) }
  }

  private mutating func grouping() -> Goal.Grouping {
    switch int(0...3) {
    case 0: .categories(some(Self.categories, 2...2))
    case 1: .division(chance(0.5) ? Self.county : Self.market)
    default: .categories([])
    }
  }

  private mutating func goalKind(_ name: Goal.KindName) -> Goal.Kind {
    switch name {
    case .access: .access(months: months())
    case .reach: .reach(within: Minutes(number(10...60)), months: months())
    case .farthest: .farthest(beyond: Minutes(number(10...60)), months: months())
    case .equity: .equity(chance(0.5) ? .epsilon(number(0.2...2)) : .kappa(number(0.005...0.05)), months: months())
    case .spread: .spread(chance(0.7) ? .mean : .maximum)
    case .balance: .balance(of: grouping())
    case .cost: .cost(months: months())
    case .stability: .stability(plan: "before")
    case .wishes: .wishes
    case .delivery: .delivery
    }
  }
}
