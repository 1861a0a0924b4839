import Testing

@testable import EtappSolver

@Suite struct `Schedule generation` {
  private static func timetable(_ generator: ScheduleGenerator) -> Timetable {
    let activities = generator.project.activities
    var timetable = Timetable(
      starts: [Int](repeating: 0, count: activities.count), finishes: [Int](repeating: 0, count: activities.count))
    for (flat, activity) in activities.enumerated() {
      timetable.starts[activity] = Int(generator.starts[flat])
      timetable.finishes[activity] = Int(generator.finishes[flat])
    }
    return timetable
  }

  private static func give(_ order: [Int], to generator: ScheduleGenerator) {
    let places = Dictionary(uniqueKeysWithValues: generator.project.activities.enumerated().map { ($1, $0) })
    for (position, activity) in order.enumerated() { generator.list[position] = Int32(places[activity] ?? 0) }
  }

  @Test(arguments: RandomNetwork.Kind.allCases, 0..<25)
  func `places every order as the textbook does, forwards and backwards`(_ kind: RandomNetwork.Kind, seed: Int) throws {
    let project = RandomNetwork(kind, seed: seed).project
    guard let flat = try? FlatProject(project) else { return }
    let (generator, plain) = (ScheduleGenerator(flat), PlainGeneration(project: project))
    var heads = [Int](repeating: 0, count: flat.count)
    for (place, activity) in flat.activities.enumerated() { heads[activity] = Int(flat.heads[place]) }
    let orders = topologicalOrders(project)
    for order in stride(from: seed, to: orders.count, by: max(1, orders.count / 12)).map({ orders[$0] }) {
      Self.give(order, to: generator)
      let early = plain.forwards(order)
      #expect((generator.generateForwards() ? Self.timetable(generator) : nil) == early, "\(order)")
      let end = min((early?.makespan ?? 30) + 2, flat.horizon)
      generator.deadlines.update(repeating: Int32(end), count: flat.count)
      Self.give(order.reversed(), to: generator)
      let late = plain.backwards(order.reversed(), end: end, earliest: heads)
      #expect((generator.generateBackwards() ? Self.timetable(generator) : nil) == late, "\(order) backwards")
    }
  }

  @Test(arguments: RandomNetwork.Kind.allCases, 0..<40)
  func `in parallel nothing waits that could start`(_ kind: RandomNetwork.Kind, seed: Int) throws {
    let project = RandomNetwork(kind, seed: seed, activities: 5...12).project
    guard let flat = try? FlatProject(project) else { return }
    let generator = ScheduleGenerator(flat)
    guard generator.generateInParallel() else { return }
    let timetable = Self.timetable(generator)
    #expect(TimetableCheck(project).violations(in: timetable).isEmpty)
    guard project.isUniform, kind == .standard else { return }
    for activity in 0..<project.activityCount {
      for day in 0..<timetable.starts[activity] {
        var earlier = timetable
        earlier.starts[activity] = day
        earlier.finishes[activity] = day + project.durations[activity]
        #expect(!TimetableCheck(project).violations(in: earlier).isEmpty)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `justified to both sides no schedule is longer`(seed: Int) throws {
    let project = RandomNetwork(seed % 2 == 0 ? .standard : .steps, seed: seed, activities: 10...30).project
    let flat = try FlatProject(project)
    let generator = ScheduleGenerator(flat)
    guard generator.generateForwards() else { return }
    let makespan = generator.makespan
    FlatObjective(.makespan, project: flat).setDeadlines(of: generator)
    generator.orderByFinishes()
    #expect(generator.generateBackwards())
    #expect(TimetableCheck(project).violations(in: Self.timetable(generator)).isEmpty)
    generator.orderByStarts()
    #expect(generator.generateForwards())
    #expect(generator.makespan <= makespan)
    #expect(TimetableCheck(project).violations(in: Self.timetable(generator)).isEmpty)
  }

  @Test(arguments: [3, 40_000, 3_000_000_000])
  func `amounts of any size find a lane that is wide enough`(unit: Int) throws {
    var project = Project(durations: [2, 3, 4, 1, 2])
    project.capacities = (0..<5).map { _ in .init(2 * unit) }
    for activity in 0..<5 {
      project.demands[activity] = [.init(resource: activity % 3 + 2, amount: unit + activity % 2)]
    }
    let generator = ScheduleGenerator(try FlatProject(project))
    #expect(generator.generateForwards())
    let timetable = Self.timetable(generator)
    #expect(timetable == PlainGeneration(project: project).forwards([0, 1, 2, 3, 4]))
    // Resource 2 is asked for by activities 0 and 3: one unit and one more than a unit, more than there is.
    #expect(timetable.starts[3] == 2)
  }

  @Test(arguments: 0..<30)
  func `calendars count as one does on one's fingers`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pattern = (0..<20).map { _ in Bool.random(using: &random) }
    let calendar = PatternCalendar(pattern: pattern, horizon: 40)
    var project = Project(durations: [seed % 5 + 1])
    project.patterns = [pattern]
    project.patternOf = [0]
    let finishes = (0..<30).map { project.finish(of: 0, from: $0) }
    for day in 0..<30 {
      #expect(calendar.finish(start: day, duration: seed % 5 + 1) == finishes[day])
      let first = finishes.firstIndex { $0 >= day } ?? 99
      let start = calendar.start(finishingFrom: day, duration: seed % 5 + 1)
      #expect(calendar.next(from: max(0, start)) == calendar.next(from: first), "finishing from \(day)")
      let last = calendar.start(finishingBy: day, duration: seed % 5 + 1)
      #expect(max(-1, last) == finishes.lastIndex { $0 <= day } ?? -1, "finishing by \(day)")
    }
  }

  @Test func `what has no timetable is said with the reason`() throws {
    var circle = Project(durations: [1, 1], links: [.init(from: 0, to: 1), .init(from: 1, to: 0)])
    #expect(throws: SchedulingObstacle.cycle(activity: 0)) { try FlatProject(circle) }
    circle.links.removeLast()
    circle.capacities = [.init(1)]
    circle.demands[1] = [.init(resource: 0, amount: 2)]
    #expect(throws: SchedulingObstacle.demand(activity: 1, resource: 0)) { try FlatProject(circle) }
    circle.demands = [[.init(resource: 0, amount: 1)], [.init(resource: 0, amount: 1)]]
    circle.fixedStarts = [5, 5]
    circle.links = []
    #expect(throws: SchedulingObstacle.overload(resource: 0, day: 5)) { try FlatProject(circle) }
    circle.links = [.init(from: 0, to: 1)]
    circle.fixedStarts = [nil, 0]
    #expect(throws: SchedulingObstacle.window(activity: 0)) { try FlatProject(circle) }
  }

  @Test func `priority rules put first what the book puts first`() throws {
    // 0 → 2, 1 → 2, and 3 alone: durations 4, 1, 3, 2; the critical path is 0, 2.
    let flat = try FlatProject(
      Project(durations: [4, 1, 3, 2], links: [.init(from: 0, to: 2), .init(from: 1, to: 2)]))
    func first(_ rule: PriorityRule) -> [Int32] {
      let keys = rule.keys(of: flat)
      return (0..<4).map { activity in keys[flat.activities.firstIndex(of: activity) ?? 0] }
    }
    #expect(first(.latestFinish) == [0, 0, 3, 3])
    #expect(first(.latestStart) == [0, 3, 4, 5])
    #expect(first(.minimumSlack) == [0, 3, 0, 5])
    #expect(first(.greatestRankPositionalWeight) == [0, 3, 4, 5])
  }
}
