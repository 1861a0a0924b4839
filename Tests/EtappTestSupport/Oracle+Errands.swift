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

  private var staying: [Int] { geography.offices.indices.filter { !geography.offices[$0].closable } }

  /// A sum over everybody's errands before anything opens, and with everything closed that may close.
  func today(_ population: [Double], _ function: (Double) -> Double) -> Double {
    zip(population, errands(places: [], offices: staying)).reduce(0) { sum, point in
      sum + point.0 * point.1.reduce(0) { $0 + $1.share * function($1.minutes) }
    }
  }

  /// The longest travel there can be: to what stays, and where errands are left to the farthest that could do them.
  var longest: Double {
    let closable = geography.offices.indices.filter { geography.offices[$0].closable }
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
