import EtappModel

/// How many units of a pool are in use on each day, against how many there are.
struct ResourceLoad {
  let resource: ID<Resource>
  let region: String?
  /// Units in use from a day on, in order of time.
  let use: [Resource.Step]
  let capacity: [Resource.Step]

  /// Every pool that the schedule uses, in the order of the programme and of its regions' names.
  static func all(_ schedule: Schedule, _ work: Work?) -> [ResourceLoad] {
    struct Pool: Hashable {
      let resource: ID<Resource>
      let region: String?
    }
    var changes: [Pool: [Day: Int]] = [:]
    for task in schedule.tasks where task.end > task.first {
      for need in task.needs {
        let pool = Pool(resource: need.resource, region: need.region)
        changes[pool, default: [:]][task.start, default: 0] += need.units
        changes[pool, default: [:]][task.finish + 1, default: 0] -= need.units
      }
    }
    let order = Dictionary(
      (work?.resources ?? []).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return changes.map { pool, changes in
      let resource = work?.resources.first { $0.id == pool.resource }
      let capacity = pool.region.flatMap { resource?.regional[$0] } ?? resource?.capacity ?? []
      return ResourceLoad(
        resource: pool.resource, region: pool.region, use: Self.steps(changes), capacity: capacity)
    }
    .sorted { a, b in
      (order[a.resource] ?? .max, a.resource.code, a.region ?? "")
        < (order[b.resource] ?? .max, b.resource.code, b.region ?? "")
    }
  }

  private static func steps(_ changes: [Day: Int]) -> [Resource.Step] {
    var units = 0
    return changes.sorted { $0.key < $1.key }.compactMap { day, change in
      units += change
      return change == 0 ? nil : Resource.Step(from: day, units: units)
    }
  }

  /// The most units that are ever in use.
  var peak: Int { use.map(\.units).max() ?? 0 }

  /// The most units there ever are.
  var most: Int { max(peak, capacity.map(\.units).max() ?? 0) }

  /// Units that there are on a day.
  func capacity(on day: Day) -> Int { capacity.last { $0.from.map { $0 <= day } ?? true }?.units ?? 0 }

  /// Share of the unit-days in use, from the first day of use to the last.
  var utilisation: Double {
    guard let first = use.first?.from, let end = use.last?.from, first < end else { return 0 }
    let there = (first.number..<end.number).reduce(0) { $0 + capacity(on: Day(number: $1)) }
    let used = zip(use, use.dropFirst()).reduce(0) { sum, pair in
      sum + pair.0.units * ((pair.1.from ?? end) - (pair.0.from ?? end))
    }
    return there > 0 ? Double(used) / Double(there) : 0
  }

  // MARK: Drawing

  static let height = 30.0

  /// Use as an area, capacity as a line above it.
  func drawing(_ axis: TimeAxis) -> HTML {
    SVG.stretched(units: axis.days, height: Self.height, .class("time-bars load"), .aria("hidden", "true")) {
      SVG.path("M0 \(SVG.number(y(0)))" + line(use, axis) + "H\(axis.days)V\(SVG.number(y(0)))z", .use)
      SVG.path(
        "M0 \(SVG.number(y(capacity(on: axis.first))))" + line(later(axis), axis) + "H\(axis.days)", .there)
    }
  }

  /// Changes of the capacity that happen on the axis.
  private func later(_ axis: TimeAxis) -> [Resource.Step] {
    capacity.filter { step in step.from.map { $0 > axis.first } ?? false }
  }

  private func line(_ steps: [Resource.Step], _ axis: TimeAxis) -> String {
    steps.map { step in "H\(axis.x(step.from ?? axis.first))V\(SVG.number(y(step.units)))" }.joined()
  }

  private func y(_ units: Int) -> Double {
    Self.height - 1 - (Self.height - 6) * Double(units) / Double(max(1, most))
  }
}
