package import EtappModel
import Foundation

/// The definitions of the article Method, written down once more as plainly as they can be, for small cases only.
///
/// Shares no code with the planner: what the two agree on is not an accident.
package struct Oracle {
  package let assignment: Assignment
  package let geography: Geography
  package let baselines: [String: Choice]
  /// Minutes from each demand point to each place and to each office, and from place to place: every choice asks anew.
  let toPlaces: [[Double]]
  let toOffices: [[Double]]
  private let betweenPlaces: [[Double]]

  package init(_ assignment: Assignment, _ geography: Geography, baselines: [String: Choice] = [:]) {
    self.assignment = assignment
    self.geography = geography
    self.baselines = baselines
    func table(_ from: [Coordinate], _ to: [Coordinate]) -> [[Double]] {
      from.map { a in to.map { Self.minutes(a, $0, assignment.travel) } }
    }
    let (places, offices) = (geography.places.map(\.coordinate), geography.offices.map(\.coordinate))
    toPlaces = table(geography.demand.coordinates, places)
    toOffices = table(geography.demand.coordinates, offices)
    betweenPlaces = table(places, places)
  }

  var rounds: Int { assignment.rounds.count }

  // MARK: All choices

  /// Every way to open places and close offices.
  package func allChoices() -> [Choice] {
    var choices = [Choice()]
    for place in geography.places {
      choices = choices.flatMap { choice in
        (-1..<rounds).map { round in
          var next = choice
          if round >= 0 { next.opens[place.id] = round }
          return next
        }
      }
    }
    for office in geography.offices where office.closable {
      choices = choices.flatMap { choice in
        (-1..<rounds).map { round in
          var next = choice
          if round >= 0 { next.closes[office.id] = round }
          return next
        }
      }
    }
    return choices
  }

  // MARK: Travel

  private static func minutes(_ a: Coordinate, _ b: Coordinate, _ travel: Travel) -> Double {
    let toRadians = Double.pi / 180
    let (latitudeA, latitudeB) = (a.latitude * toRadians, b.latitude * toRadians)
    let (dLatitude, dLongitude) = (latitudeB - latitudeA, (b.longitude - a.longitude) * toRadians)
    // Haversine, where the model uses chords.
    let h = pow(sin(dLatitude / 2), 2) + cos(latitudeA) * cos(latitudeB) * pow(sin(dLongitude / 2), 2)
    let road = 2 * 6371.0088 * asin(min(1, sqrt(h))) * travel.formula.detour
    let formula = travel.formula
    let town = min(road, formula.townKilometres.value)
    let time = 60 * (town / formula.townSpeed + (road - town) / formula.ruralSpeed)
    return min(time, travel.unreachable.value)
  }

  /// Minutes from each demand point to the nearest open office, whatever can be done there.
  package func times(_ choice: Choice, after round: Int) -> [Double] {
    nearest(places: places(choice, after: round), offices: offices(choice, after: round))
  }

  /// The places that are open after a round.
  func places(_ choice: Choice, after round: Int) -> [Int] {
    geography.places.indices.filter { index in
      choice.opens[geography.places[index].id].map { $0 <= round } ?? false
    }
  }

  /// The offices that are still open after a round.
  func offices(_ choice: Choice, after round: Int) -> [Int] {
    geography.offices.indices.filter { index in
      !(choice.closes[geography.offices[index].id].map { $0 <= round } ?? false)
    }
  }

  private func nearest(places: [Int], offices: [Int]) -> [Double] {
    geography.demand.coordinates.indices.map { point in
      let times = places.map { toPlaces[point][$0] } + offices.map { toOffices[point][$0] }
      return times.min() ?? assignment.travel.unreachable.value
    }
  }

  // MARK: Rules

  /// Whether a choice keeps every rule without a price, the rounds' numbers and the places' earliest days.
  package func isAllowed(_ choice: Choice) -> Bool {
    keepsRounds(choice) && keepsEarliest(choice)
      && assignment.rules.allSatisfy { $0.price != nil || missed($0, choice) <= 1e-9 }
  }

  package func keepsRounds(_ choice: Choice) -> Bool {
    assignment.rounds.enumerated().allSatisfy { index, round in
      let count = choice.opens.values.count { $0 == index }
      return count >= round.minimum ?? 0 && count <= round.maximum ?? .max
    }
  }

  package func keepsEarliest(_ choice: Choice) -> Bool {
    geography.places.allSatisfy { place in
      guard let earliest = place.earliest, let round = choice.opens[place.id] else { return true }
      guard let window = assignment.rounds[round].opens else { return true }
      return window.to >= earliest
    }
  }

  private func fulfils(
    _ selection: Selection, id: String, municipality: ID<Municipality>, kind: String,
    categories: [ID<EtappModel.Category>], layers: [ID<AreaLayer>], position: Coordinate
  ) -> Bool {
    if !selection.categories.isEmpty, Set(selection.categories).isDisjoint(with: categories) { return false }
    if !selection.municipalities.isEmpty, !selection.municipalities.contains(municipality) { return false }
    if !selection.kinds.isEmpty, !selection.kinds.contains(kind) { return false }
    if !selection.places.isEmpty, !selection.places.contains(ID(id)) { return false }
    for (division, names) in selection.regions {
      guard let region = geography.municipality(municipality)?.regions[division], names.contains(region) else {
        return false
      }
    }
    if let nearby = selection.nearby {
      let isIn = layers.contains(nearby.layer)
      let distance = geography.layers.first { $0.id == nearby.layer }?.distance(from: position)?.value
      if !isIn, (distance ?? .infinity) > nearby.within.value { return false }
    }
    return true
  }

  private func places(_ selection: Selection) -> [Place] {
    geography.places.filter {
      fulfils(
        selection, id: $0.id.code, municipality: $0.municipality, kind: $0.kind, categories: $0.categories,
        layers: $0.layers, position: $0.coordinate)
    }
  }

  private func offices(_ selection: Selection) -> [Office] {
    geography.offices.filter {
      fulfils(
        selection, id: $0.id.code, municipality: $0.municipality, kind: $0.kind, categories: [], layers: [],
        position: $0.coordinate)
    }
  }

  private func count(_ part: CountPart, near: Selection.Nearby?, _ choice: Choice) -> Int {
    var selection = part.selection
    if let near { selection.nearby = near }
    let opened = places(selection).count { choice.opens[$0.id].map(part.rounds.contains) ?? false }
    guard selection.includesExisting else { return opened }
    let standing = offices(selection).count { office in
      !(choice.closes[office.id].map { $0 <= part.rounds.upperBound } ?? false)
    }
    return opened + standing
  }

  private func outside(_ value: Double, _ min: Double?, _ max: Double?) -> Double {
    Swift.max(0, (min ?? -.infinity) - value, value - (max ?? .infinity))
  }

  private func people(_ selection: DemandSelection) -> [Int] {
    (0..<geography.demand.count).filter { point in
      guard selection != .everyone else { return true }
      guard geography.demand.municipality[point] >= 0 else { return false }
      let municipality = geography.municipalities[Int(geography.demand.municipality[point])]
      if !selection.municipalities.isEmpty, !selection.municipalities.contains(municipality.id) { return false }
      return selection.regions.allSatisfy { division, names in
        municipality.regions[division].map(names.contains) ?? false
      }
    }
  }

  /// How many units a choice misses a rule by.
  package func missed(_ rule: Rule, _ choice: Choice) -> Double {
    switch rule.kind {
    case .count(let parts, let min, let max):
      return parts.reduce(0) {
        $0 + outside(Double(count($1, near: nil, choice)), min.map(Double.init), max.map(Double.init))
      }
    case .near(let parts, let layer, let min, let max):
      return parts.reduce(0) {
        $0 + outside(Double(count($1, near: layer, choice)), min.map(Double.init), max.map(Double.init))
      }
    case .share(let parts, let within, let after, let min):
      return parts.reduce(0) { sum, part in
        let points = people(part.selection)
        let all = points.reduce(0) { $0 + Double(geography.demand.population[$1]) }
        guard all > 0 else { return sum }
        let beyond = burden(choice, after: after, points: points) { Float($0) > Float(within.value) ? 1 : 0 }
        return sum + Swift.max(0, 100 * (min - (all - beyond) / all))
      }
    case .nobodyBeyond(let parts, let limit, let after):
      return parts.reduce(0) { sum, part in
        let points = people(part.selection)
        return sum
          + burden(choice, after: after, points: points, ofAny: true) { Float($0) > Float(limit.value) ? 1 : 0 }
      }
    case .fixed(let fixings):
      return Double(
        fixings.count { fixing in
          !fixing.subject.places.contains { place in
            choice.opens[place].map { fixing.round == nil || fixing.round == $0 } ?? false
          }
        })
    case .forbidden(let selection, let round):
      return Double(
        places(selection).count { place in choice.opens[place.id].map { round == nil || round == $0 } ?? false })
    case .notBefore(let selection, let round):
      return Double(places(selection).count { place in choice.opens[place.id].map { $0 < round } ?? false })
    case .notAfter(let selection, let round):
      return Double(places(selection).count { place in choice.opens[place.id].map { $0 > round } ?? false })
    case .before(let first, let second):
      let earliest = first.places.compactMap { choice.opens[$0] }.min() ?? Int.max
      return Double(second.places.count { place in choice.opens[place].map { $0 <= earliest } ?? false })
    case .together(let subjects):
      var differences = 0
      for (a, b) in zip(subjects, subjects.dropFirst()) {
        for round in 0..<rounds {
          differences += abs(
            a.places.count { choice.opens[$0] == round } - b.places.count { choice.opens[$0] == round })
        }
      }
      return Double(differences)
    case .notBoth(let subjects):
      return outside(Double(Set(subjects.flatMap(\.places)).count { choice.opens[$0] != nil }), nil, 1)
    case .oneOf(let subjects):
      return outside(Double(Set(subjects.flatMap(\.places)).count { choice.opens[$0] != nil }), 1, 1)
    case .apart(let selection, let distance):
      let open = places(selection).filter { choice.opens[$0.id] != nil }
      var pairs = 0
      for (index, a) in open.enumerated() {
        for b in open[(index + 1)...] where a.coordinate.distance(to: b.coordinate) < distance { pairs += 1 }
      }
      return Double(pairs)
    case .budget(let limit, let rounds):
      let spent = geography.places.reduce(0.0) { sum, place in
        choice.opens[place.id].map(rounds.contains) ?? false ? sum + cost(of: place) : sum
      }
      return outside(spent, nil, limit.value)
    case .keep(let plan, let changes, let selection):
      let baseline = baselines[plan] ?? Choice()
      let moved =
        selection == .all
        ? differences(choice, baseline)
        : places(selection).count { choice.opens[$0.id] != baseline.opens[$0.id] }
      return outside(Double(moved), nil, Double(changes))
    case .close(let selection, let rounds, let min, let max):
      let closed = offices(selection).count { $0.closable && (choice.closes[$0.id].map(rounds.contains) ?? false) }
      return outside(Double(closed), min.map(Double.init), max.map(Double.init))
    }
  }

  /// How many places and offices have another event in one choice than in the other.
  package func differences(_ a: Choice, _ b: Choice) -> Int {
    Set(a.opens.keys).union(b.opens.keys).count { a.opens[$0] != b.opens[$0] }
      + Set(a.closes.keys).union(b.closes.keys).count { a.closes[$0] != b.closes[$0] }
  }

  // MARK: Goals

  /// The value of a goal.
  package func value(_ goal: Goal, _ choice: Choice) -> Double {
    let population = geography.demand.population.map(Double.init)
    let everybody = population.reduce(0, +)
    /// Rounds weighed by months, of each the sum of a function of minutes over everybody's errands.
    func overRounds(_ months: [Double]?, _ function: (Double) -> Double) -> Double {
      let months = months ?? assignment.monthsServed
      let sum = (0..<rounds).reduce(0) { $0 + months[$1] * burden(choice, after: $1, function) }
      return sum / months.reduce(0, +)
    }
    switch goal.kind {
    case .access(let months):
      return overRounds(months) { $0 } / everybody
    case .reach(let within, let months):
      return everybody - overRounds(months) { Float($0) > Float(within.value) ? 1 : 0 }
    case .farthest(let beyond, let months):
      return overRounds(months) { Float($0) > Float(beyond.value) ? 1 : 0 }
    case .equity(let aversion, let months):
      let longest = longest
      let kappa: Double =
        switch aversion {
        case .kappa(let kappa): kappa
        case .epsilon(let epsilon):
          epsilon * today(population) { min($0, longest) } / today(population) { min($0, longest) * min($0, longest) }
        }
      return log(overRounds(months) { exp(kappa * min($0, longest)) } / everybody) / kappa
    case .spread(let measure): return spread(measure, choice)
    case .balance(let grouping): return balance(grouping, choice)
    case .cost(let months): return cost(months ?? assignment.monthsServed, choice)
    case .stability(let plan): return Double(differences(choice, baselines[plan] ?? Choice()))
    case .wishes:
      return assignment.rules.reduce(0) {
        $0 + ($1.price.map { [rule = $1] price in price * missed(rule, choice) } ?? 0)
      }
    case .delivery: return 0
    }
  }

  private func spread(_ measure: Goal.SpreadMeasure, _ choice: Choice) -> Double {
    guard assignment.rounds.count > 1 else { return 0 }
    let rounds = geography.places.map { choice.opens[$0.id] }
    let chosen = rounds.indices.filter { rounds[$0] != nil }
    let values = (0..<assignment.rounds.count - 1).map { round -> Double in
      let open = chosen.filter { (rounds[$0] ?? .max) <= round }
      let nearest = chosen.map { place in
        open.map { $0 == place ? 0 : betweenPlaces[place][$0] }.min()
          ?? assignment.travel.unreachable.value
      }
      guard !nearest.isEmpty else { return 0 }
      return measure == .mean ? nearest.reduce(0, +) / Double(nearest.count) : nearest.max() ?? 0
    }
    return values.reduce(0, +) / Double(values.count)
  }

  private func balance(_ grouping: Goal.Grouping, _ choice: Choice) -> Double {
    let groups: [[Place]] =
      switch grouping {
      case .categories(let listed):
        (listed.isEmpty ? Set(geography.places.flatMap(\.categories)).sorted() : listed).map { category in
          geography.places.filter { $0.categories.contains(category) }
        }
      case .division(let division):
        Set(geography.places.compactMap { geography.municipality($0.municipality)?.regions[division] }).sorted().map {
          region in
          geography.places.filter { geography.municipality($0.municipality)?.regions[division] == region }
        }
      }
    let n = Double(choice.opens.count)
    guard n > 0 else { return 0 }
    return (0..<rounds).reduce(0) { sum, round in
      let opened = Double(choice.opens.values.count { $0 == round })
      return sum
        + groups.reduce(0) { sum, group in
          let whole = Double(group.count { choice.opens[$0.id] != nil })
          let own = Double(group.count { choice.opens[$0.id] == round })
          return sum + abs(own - whole * opened / n)
        }
    }
  }

  private func cost(_ months: [Double], _ choice: Choice) -> Double {
    var sum = 0.0
    for place in geography.places {
      guard let round = choice.opens[place.id] else { continue }
      sum += cost(of: place)
      sum += (place.yearly ?? kind(place.kind)?.yearly ?? Money(0)).value * months[round...].reduce(0, +) / 12
    }
    for office in geography.offices where office.closable {
      let until = choice.closes[office.id] ?? rounds
      sum += (office.yearly ?? kind(office.kind)?.yearly ?? Money(0)).value * months[..<until].reduce(0, +) / 12
    }
    return sum
  }

  // MARK: The best

  /// What the best plan's goals come to, goal by goal in order, or nil when no choice keeps the rules.
  package func best(goals: [Goal]) -> (values: [Double], last: [Choice])? {
    best(goals: goals, among: allChoices().filter(isAllowed))
  }

  /// The same among the choices given.
  package func best(goals: [Goal], among choices: [Choice]) -> (values: [Double], last: [Choice])? {
    var remaining = choices
    guard !remaining.isEmpty else { return nil }
    var values: [Double] = []
    for goal in goals {
      let scored = remaining.map { ($0, value(goal, $0)) }
      let numbers = scored.map(\.1)
      let best = (goal.sense == .minimise ? numbers.min() : numbers.max()) ?? 0
      values.append(best)
      let allowed = goal.allowed(best: best)
      let slack = 1e-7 * Swift.max(1, abs(best))
      remaining = scored.filter { goal.sense == .minimise ? $0.1 <= allowed + slack : $0.1 >= allowed - slack }.map(\.0)
    }
    return (values, remaining)
  }
}
