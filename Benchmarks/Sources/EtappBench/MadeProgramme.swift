import EngineRoom

/// A programme made by seed: offices in two rounds, 15 activities each, five resources that they share.
struct MadeProgramme {
  let model: SimulationModel
  /// The last activity of each office, its opening.
  let openings: [Int]
  /// For each activity the index of its office.
  let owners: [Int?]

  /// An activity of every office: days at P10, P50 and P90, what it follows, which resource it needs.
  private struct Template {
    var p10: Double
    var p50: Double
    var p90: Double
    var after: [Int]
    var resource: Int?
    var amount = 1
  }

  private static let templates = [
    Template(p10: 8, p50: 12, p90: 20, after: []),  // needs
    Template(p10: 5, p50: 8, p90: 15, after: [0]),  // requirements
    Template(p10: 20, p50: 35, p90: 80, after: [1], resource: 0),  // search for premises
    Template(p10: 5, p50: 8, p90: 20, after: [2]),  // choice
    Template(p10: 10, p50: 20, p90: 45, after: [3], resource: 0),  // lease
    Template(p10: 10, p50: 15, p90: 25, after: [3], resource: 1),  // drawings
    Template(p10: 15, p50: 25, p90: 60, after: [5]),  // permits
    Template(p10: 30, p50: 40, p90: 70, after: [4, 6], resource: 2, amount: 2),  // rebuilding
    Template(p10: 20, p50: 30, p90: 50, after: [4]),  // lines ordered
    Template(p10: 8, p50: 10, p90: 16, after: [7, 8], resource: 3),  // equipment
    Template(p10: 3, p50: 5, p90: 8, after: [7]),  // furniture
    Template(p10: 30, p50: 45, p90: 70, after: [4]),  // recruiting
    Template(p10: 10, p50: 15, p90: 20, after: [11], resource: 4),  // training
    Template(p10: 2, p50: 3, p90: 6, after: [9, 10], resource: 3),  // inspection
    Template(p10: 0, p50: 0, p90: 0, after: [12, 13]),  // opening
  ]

  /// - Parameter isShared: false where there is enough of everything.
  init(offices: Int, seed: UInt64, isShared: Bool) {
    var generator = SplitMix64(seed: seed)
    let each = Self.templates.count
    var project = Project(durations: Array(repeating: 0, count: offices * each))
    project.capacities = [4, 2, 8, 3, 3].map { Project.Capacity(isShared ? $0 : 10 * offices) }
    var laws: [DurationLaw] = []
    for office in 0..<offices {
      // Small, middling and large offices.
      let size = [0.8, 1, 1.25][Int.random(in: 0..<3, using: &generator)]
      for (task, template) in Self.templates.enumerated() {
        let activity = office * each + task
        laws.append(
          template.p50 == 0
            ? .fixed(0)
            : .threePoint(p10: size * template.p10, p50: size * template.p50, p90: size * template.p90))
        project.links += template.after.map { Project.Link(from: office * each + $0, to: activity) }
        if let resource = template.resource {
          project.demands[activity] = [.init(resource: resource, amount: template.amount)]
        }
        if task == 0, office >= offices / 2 { project.releases[activity] = 120 }
      }
    }
    var model = SimulationModel(
      project: project, laws: laws, keys: (0..<offices * each).map { _ in generator.next() })
    model.drivers = Self.drivers(offices: offices, each: each)
    self.model = model
    openings = (0..<offices).map { $0 * each + each - 1 }
    owners = (0..<offices * each).map { $0 / each }
  }

  /// One for all, one for each of seven regions, one for each office.
  private static func drivers(offices: Int, each: Int) -> [SimulationModel.Driver] {
    func scopes(_ size: Int, _ tasks: [Int]) -> [SimulationModel.Driver.Scope] {
      stride(from: 0, to: offices, by: size).map { first in
        let group = first..<min(offices, first + size)
        return .init(key: UInt64(first), activities: group.flatMap { office in tasks.map { office * each + $0 } })
      }
    }
    return [
      .init(
        key: 1, probability: 0.3, impact: .multiplies(.threePoint(p10: 1.1, p50: 1.25, p90: 1.5)),
        scopes: scopes(offices, [8, 9])),
      .init(
        key: 2, probability: 0.4, impact: .multiplies(.threePoint(p10: 1.05, p50: 1.2, p90: 1.4)),
        scopes: scopes(4, [6, 7])),
      .init(key: 3, probability: 0.1, impact: .adds(.threePoint(p10: 30, p50: 60, p90: 120)), scopes: scopes(1, [6])),
    ]
  }

  /// The list policy of the schedule that medians give, offices in order.
  func policy() throws -> ListPolicy {
    var certain = model
    certain.drivers = []
    certain.laws = model.laws.map { .fixed($0.median.rounded()) }
    let order = Array(0..<model.activityCount)
    let atOnce = ListPolicy(order: order, planned: order.map { _ in 0 })
    let plan = try Simulation(certain, policy: atOnce).trial(0, seed: 0)
    return ListPolicy(Timetable(starts: plan.starts.map { $0 ?? 0 }, finishes: plan.finishes.map { $0 ?? 0 }))
  }
}
