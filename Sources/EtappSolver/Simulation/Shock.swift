/// Something that happens to a programme, replayed on the same luck: only what it touches changes.
package enum Shock: Sendable, Hashable {
  /// Activities that take `factor` times as long.
  case slower([Int], factor: Double)
  /// A resource with `change` units more (a task force) or fewer (a contractor lost) on some days; never below 0.
  case capacity(resource: Int, change: Int, days: Range<Int>)
  /// Days on which activities neither start nor advance, though they keep what they hold; milestones are not touched.
  case freeze([Int], days: Range<Int>)
  /// Activities that do not take place: an office given up.
  case removed([Int])
  /// Activities that start no earlier than on `day`: an office moved to another round.
  case postponed([Int], until: Int)
}

extension SimulationModel {
  /// The model after some shocks.
  package func struck(by shocks: [Shock]) -> SimulationModel {
    var model = self
    for shock in shocks { model.strike(shock) }
    return model
  }

  private mutating func strike(_ shock: Shock) {
    switch shock {
    case .slower(let activities, let factor):
      for activity in activities { factors[activity] *= factor }
    case .capacity(let resource, let change, let days):
      project.capacities[resource] = project.capacities[resource].changed(by: change, days: days)
    case .freeze(let activities, let days):
      freeze(activities, days: days)
    case .removed(let activities):
      for activity in activities { isRemoved[activity] = true }
    case .postponed(let activities, let day):
      for activity in activities { project.releases[activity] = max(project.releases[activity], day) }
    }
  }

  /// Each pattern that the activities have gets a frozen copy; those without get a pattern that is open but for the
  /// freeze.
  private mutating func freeze(_ activities: [Int], days: Range<Int>) {
    var frozen: [Int?: Int] = [:]
    for activity in activities {
      let pattern = project.patternOf[activity]
      if frozen[pattern] == nil {
        frozen[pattern] = project.patterns.count
        project.patterns.append(Self.frozen(pattern.map { project.patterns[$0] } ?? [], days: days))
      }
      project.patternOf[activity] = frozen[pattern]
    }
  }

  private static func frozen(_ pattern: [Bool], days: Range<Int>) -> [Bool] {
    var pattern = pattern
    while pattern.count < days.upperBound { pattern.append(true) }
    for day in days { pattern[day] = false }
    return pattern
  }
}

extension Project.Capacity {
  /// The units there are on a day.
  package func amount(on day: Int) -> Int { amounts[max(0, (days.firstIndex { $0 > day } ?? days.count) - 1)] }

  /// The capacity with `change` units more on some days, never below 0.
  package func changed(by change: Int, days changed: Range<Int>) -> Project.Capacity {
    guard !changed.isEmpty else { return self }
    let breaks = Set(days + [changed.lowerBound, changed.upperBound]).sorted()
    return Project.Capacity(
      days: breaks,
      amounts: breaks.map { day in
        let amount = amount(on: day)
        return changed.contains(day) ? max(0, amount + change) : amount
      })
  }
}
