package import EtappModel

/// Errands that cannot be done everywhere, told as a walk: from the nearest open point out, each does what those before
/// it could not.
extension Oracle {
  func kind(_ word: String) -> Kind? { assignment.kinds.first { $0.id.code == word } }

  func cost(of place: Place) -> Double { (place.cost ?? kind(place.kind)?.cost ?? Money(0)).value }

  func level(ofPlace index: Int) -> Double {
    geography.places[index].level ?? kind(geography.places[index].kind)?.level ?? 1
  }

  func level(ofOffice index: Int) -> Double {
    geography.offices[index].level ?? kind(geography.offices[index].kind)?.level ?? 1
  }

  /// Of each demand point the shares of a person's errands, with the minutes to where they are done.
  package func errands(_ choice: Choice, after round: Int) -> [[(share: Double, minutes: Double)]] {
    errands(places: places(choice, after: round), offices: offices(choice, after: round))
  }

  private func errands(places: [Int], offices: [Int]) -> [[(share: Double, minutes: Double)]] {
    geography.demand.coordinates.indices.map { point in
      let open =
        places.map { (minutes: toPlaces[point][$0], level: level(ofPlace: $0)) }
        + offices.map { (minutes: toOffices[point][$0], level: level(ofOffice: $0)) }
      var done = 0.0
      var walk: [(share: Double, minutes: Double)] = []
      for next in open.sorted(by: { $0.minutes < $1.minutes }) where next.level > done {
        walk.append((next.level - done, next.minutes))
        done = next.level
      }
      if done < 1 { walk.append((1 - done, assignment.travel.unreachable.value)) }
      return walk
    }
  }

  private var staying: [Int] {
    geography.offices.indices.filter { !geography.offices[$0].closable && geography.offices[$0].capacity == nil }
  }

  /// Σ people × burden(minutes): every errand to the nearest office that does it, or where some have capacities as well as
  /// can be.
  ///
  /// - Parameter ofAny: Whether any open point will do.
  func burden(
    _ choice: Choice, after round: Int, points: [Int]? = nil, ofAny: Bool = false, _ burden: (Double) -> Double
  ) -> Double {
    let points = points ?? Array(geography.demand.coordinates.indices)
    let population = points.map { Double(geography.demand.population[$0]) }
    let hasCapacities =
      geography.places.contains { $0.capacity != nil } || geography.offices.contains { $0.capacity != nil }
    if hasCapacities { return served(choice, after: round, points, ofAny: ofAny, burden) }
    if ofAny {
      let times = times(choice, after: round)
      return zip(points, population).reduce(0) { $0 + $1.1 * burden(times[$1.0]) }
    }
    let errands = errands(choice, after: round)
    return zip(points, population).reduce(0) { sum, point in
      sum + point.1 * errands[point.0].reduce(0) { $0 + $1.share * burden($1.minutes) }
    }
  }

  private func served(
    _ choice: Choice, after round: Int, _ points: [Int], ofAny: Bool, _ burden: (Double) -> Double
  ) -> Double {
    let open: [(level: Double, room: Double, minutes: (Int) -> Double)] =
      places(choice, after: round).map { place in
        (level(ofPlace: place), geography.places[place].capacity?.value ?? .infinity, { toPlaces[$0][place] })
      }
      + offices(choice, after: round).map { office in
        (level(ofOffice: office), geography.offices[office].capacity?.value ?? .infinity, { toOffices[$0][office] })
      }
    let all = geography.places.indices.map(level(ofPlace:)) + geography.offices.indices.map(level(ofOffice:)) + [1]
    let levels = ofAny ? [1] : Set(all).sorted()
    var below = 0.0
    var travellers: [(people: Double, point: Int, level: Double)] = []
    for level in levels {
      travellers += points.map { (Double(geography.demand.population[$0]) * (level - below), $0, ofAny ? 0 : level) }
      below = level
    }
    let costs = open.map { site in
      travellers.map { site.level >= $0.level ? burden(site.minutes($0.point)) : .infinity }
    }
    let nowhere = travellers.map { _ in burden(assignment.travel.unreachable.value) }
    return PlainTransport(
      people: travellers.map(\.people), costs: [nowhere] + costs, rooms: [.infinity] + open.map(\.room)
    ).leastCost
  }

  /// A sum over everybody's errands before anything opens, and with everything closed that may close; what nobody does
  /// then counts as if everything were open.
  func today(_ population: [Double], _ function: (Double) -> Double) -> Double {
    let most = errands(places: Array(geography.places.indices), offices: Array(geography.offices.indices))
    return zip(population, zip(errands(places: [], offices: staying), most)).reduce(0) { sum, point in
      let done = point.1.0.filter { $0.minutes < assignment.travel.unreachable.value }
      let rest = beyond(done.reduce(0) { $0 + $1.share }, point.1.1)
      return sum + point.0 * (done + rest).reduce(0) { $0 + $1.share * function($1.minutes) }
    }
  }

  /// What of a walk is done beyond so large a share of the errands.
  private func beyond(
    _ share: Double, _ walk: [(share: Double, minutes: Double)]
  ) -> [(share: Double, minutes: Double)] {
    var done = 0.0
    return walk.compactMap { step in
      defer { done += step.share }
      let left = done + step.share - max(done, share)
      return left > 1e-12 ? (left, step.minutes) : nil
    }
  }

  /// The longest travel there can be: to what stays, and where errands are left to the farthest that could do them.
  var longest: Double {
    let closable = geography.offices.indices.filter { !staying.contains($0) }
    return zip(geography.demand.coordinates.indices, errands(places: [], offices: staying)).map { point, walk in
      let done = walk.filter { $0.minutes < assignment.travel.unreachable.value }
      let share = done.reduce(0) { $0 + $1.share }
      let others =
        geography.places.indices.filter { level(ofPlace: $0) > share + 1e-9 }.map { toPlaces[point][$0] }
        + closable.filter { level(ofOffice: $0) > share + 1e-9 }.map { toOffices[point][$0] }
      return (done.map(\.minutes) + others).max() ?? 0
    }.max() ?? 0
  }
}
