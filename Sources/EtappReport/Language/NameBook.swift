package import EtappModel

/// Names of everything that a sentence may speak of, looked up by code.
package struct NameBook: Sendable {
  package let assignment: Assignment
  package let geography: Geography
  let places: [ID<Place>: Place]
  let municipalities: [ID<Municipality>: Municipality]
  let categories: [ID<EtappModel.Category>: EtappModel.Category]
  let offices: [ID<Office>: Office]
  /// People of each municipality.
  let population: [ID<Municipality>: Double]
  private let rules: [ID<Rule>: Rule]
  private let goals: [ID<Goal>: Goal]

  package init(_ assignment: Assignment, _ geography: Geography) {
    self.assignment = assignment
    self.geography = geography
    places = Dictionary(geography.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    municipalities = Dictionary(geography.municipalities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    categories = Dictionary(assignment.categories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    offices = Dictionary(geography.offices.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    population = Self.population(of: geography)
    rules = Dictionary(
      (assignment.rules + Self.implied(by: assignment, geography)).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    goals = Dictionary(assignment.goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func population(of geography: Geography) -> [ID<Municipality>: Double] {
    var sums = [Double](repeating: 0, count: geography.municipalities.count)
    for (home, people) in zip(geography.demand.municipality, geography.demand.population)
    where sums.indices.contains(Int(home)) {
      sums[Int(home)] += Double(people)
    }
    return Dictionary(zip(geography.municipalities.map(\.id), sums), uniquingKeysWith: +)
  }

  /// A rule of the assignment, or one that a round's numbers or a place's earliest day make; nil for a rule that
  /// only a question brought along.
  package func rule(_ id: ID<Rule>) -> Rule? { rules[id] }

  package func goal(_ id: ID<Goal>) -> Goal? { goals[id] }

  /// Ids of such rules are `round-` and the round's id, `earliest-` and the place's.
  private static func implied(by assignment: Assignment, _ geography: Geography) -> [Rule] {
    let rounds = assignment.rounds.enumerated().map { index, round in
      Rule(
        id: round.rule,
        kind: .count(
          parts: [CountPart(selection: .all, rounds: index...index)], min: round.minimum, max: round.maximum),
        source: round.source, row: round.row)
    }
    let readiness = geography.places.compactMap { place in
      place.earliest.map { earliest in
        let selection = Selection(places: [place.id])
        let first = assignment.firstRound(notBefore: earliest)
        return Rule(
          id: place.readinessRule,
          kind: first.map { .notBefore(selection, round: $0) } ?? .forbidden(selection, round: nil), row: place.row)
      }
    }
    return rounds + readiness
  }

  /// `Ånge`, or `Järpen (Åre)` where the place is not called as its municipality.
  ///
  /// A municipality that was tried out as a place goes by its own code.
  package func name(of place: ID<Place>) -> String {
    if let known = places[place] {
      guard let home = municipalities[known.municipality], home.name != known.name else { return known.name }
      return "\(known.name) (\(home.name))"
    }
    return municipalities[ID(place.code)]?.name ?? place.code
  }

  package func name(of municipality: ID<Municipality>) -> String {
    municipalities[municipality]?.name ?? municipality.code
  }

  package func title(of category: ID<EtappModel.Category>) -> Text {
    categories[category]?.title ?? Text(category.code)
  }

  package func title(of division: ID<Division>) -> Text {
    geography.divisions.first { $0.id == division }?.title ?? Text(division.code)
  }

  package func title(of layer: ID<AreaLayer>) -> Text {
    geography.layers.first { $0.id == layer }?.title ?? Text(layer.code)
  }

  /// Places that a selection speaks of, among those that may open.
  func places(matching selection: Selection) -> Set<ID<Place>> {
    Set(geography.places.filter { matches($0, selection) }.map(\.id))
  }

  private func matches(_ place: Place, _ selection: Selection) -> Bool {
    let regions = municipalities[place.municipality]?.regions ?? [:]
    return (selection.categories.isEmpty || !Set(selection.categories).isDisjoint(with: place.categories))
      && (selection.municipalities.isEmpty || selection.municipalities.contains(place.municipality))
      && (selection.kinds.isEmpty || selection.kinds.contains(place.kind))
      && (selection.places.isEmpty || selection.places.contains(place.id))
      && selection.regions.allSatisfy { division, names in regions[division].map(names.contains) ?? false }
      && (selection.nearby.map { isNear(place, $0) } ?? true)
  }

  private func isNear(_ place: Place, _ nearby: Selection.Nearby) -> Bool {
    if place.layers.contains(nearby.layer) { return true }
    let layer = geography.layers.first { $0.id == nearby.layer }
    return layer?.distance(from: place.coordinate).map { $0 <= nearby.within } ?? false
  }
}

extension NameBook {
  /// The shape that marks a category.
  package func symbol(_ category: ID<EtappModel.Category>) -> EtappModel.Category.Symbol? {
    categories[category]?.symbol
  }
}
