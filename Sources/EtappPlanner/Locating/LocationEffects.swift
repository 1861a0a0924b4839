import EtappModel

/// Who travels farther and who less far, by what people have in common.
struct LocationEffects {
  let geography: Geography
  /// Travel of each demand point before, and after, for each tier of errands.
  let before: [Measuring.Tier]
  let after: [Measuring.Tier]
  /// How far is far.
  let limit: Float

  var all: [LocationEffect] { municipalities + divisions + categories + groups }

  private var municipalities: [LocationEffect] {
    gathered(geography.municipalities.indices.map { [$0] }) { index in
      let municipality = geography.municipalities[index]
      return LocationEffect(grouping: .municipality, id: municipality.id.code, title: municipality.name)
    }
  }

  private var divisions: [LocationEffect] {
    geography.divisions.flatMap { division in
      let regions = Set(geography.municipalities.compactMap { $0.regions[division.id] }).sorted()
      let parts = geography.municipalities.map { municipality in
        municipality.regions[division.id].flatMap { regions.firstIndex(of: $0) }.map { [$0] } ?? []
      }
      return gathered(parts, count: regions.count) { index in
        LocationEffect(grouping: .division(division.id), id: regions[index], title: regions[index])
      }
    }
  }

  /// By the categories of each municipality: its own, and those of its places.
  private var categories: [LocationEffect] {
    var own = geography.municipalities.map { Set($0.categories) }
    let index = Dictionary(
      geography.municipalities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in geography.places { if let at = index[place.municipality] { own[at].formUnion(place.categories) } }
    let all = own.reduce(Set()) { $0.union($1) }.sorted()
    let parts = own.map { mine in all.indices.filter { mine.contains(all[$0]) } }
    return gathered(parts, count: all.count) { index in
      LocationEffect(grouping: .category, id: all[index].code, title: all[index].code)
    }
  }

  private var groups: [LocationEffect] {
    geography.demand.groups.sorted { $0.key < $1.key }.map { name, persons in
      var effect = LocationEffect(grouping: .group, id: name, title: name)
      for point in persons.indices { add(point, Double(persons[point]), to: &effect) }
      return Self.meant(effect)
    }
  }

  // MARK: Sums

  /// - Parameter parts: The effects that each municipality's people count in.
  private func gathered(
    _ parts: [[Int]], count: Int? = nil, _ empty: (Int) -> LocationEffect
  ) -> [LocationEffect] {
    var effects = (0..<(count ?? parts.count)).map(empty)
    let demand = geography.demand
    for point in demand.municipality.indices where demand.municipality[point] >= 0 {
      for part in parts[Int(demand.municipality[point])] {
        add(point, Double(demand.population[point]), to: &effects[part])
      }
    }
    return effects.filter { $0.people > 0 }.map(Self.meant)
  }

  private func add(_ point: Int, _ persons: Double, to effect: inout LocationEffect) {
    guard persons > 0 else { return }
    effect.people += persons
    for (before, after) in zip(before, after) {
      let (old, new, errands) = (before.minutes[point], after.minutes[point], persons * before.share)
      effect.before += errands * Double(old)
      effect.after += errands * Double(new)
      if new > old { effect.farther += errands }
      if new < old { effect.nearer += errands }
      if old > limit { effect.beyondBefore += errands }
      if new > limit { effect.beyondAfter += errands }
    }
    // The first tier is served by any open point.
    effect.longest = max(effect.longest, after.first.map { Double($0.minutes[point]) } ?? 0)
  }

  /// Sums of travel made means.
  private static func meant(_ effect: LocationEffect) -> LocationEffect {
    var effect = effect
    effect.before /= max(effect.people, 1e-9)
    effect.after /= max(effect.people, 1e-9)
    return effect
  }
}
