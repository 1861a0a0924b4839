import Foundation
import Testing

@testable import EtappSolver

@Suite struct `The scheduler` {
  private static let stop = StopRule(clock: { 0 })

  @Test(arguments: RandomNetwork.Kind.allCases, 0..<12)
  func `finds what the best of all orders gives`(_ kind: RandomNetwork.Kind, seed: Int) throws {
    let project = RandomNetwork(kind, seed: seed, activities: 4...5).project
    guard let scheduler = try? Scheduler(project: project, objective: .makespan) else { return }
    let plain = PlainGeneration(project: project)
    let best = topologicalOrders(project).compactMap { plain.forwards($0)?.makespan }.min()
    let result = scheduler.run(seed: 1, schedules: 600, stop: Self.stop)
    guard let best else { return }
    let timetable = try #require(result.timetable)
    #expect(TimetableCheck(project).violations(in: timetable).isEmpty)
    #expect(result.value == timetable.makespan)
    // Justification may find what no order gives where links are not of the plain kind.
    #expect(timetable.makespan <= best)
    if kind == .standard || kind == .steps { #expect(timetable.makespan == best) }
  }

  /// Every timetable it tells of keeps the rules, is better than the last, and begins as early as it can.
  @Test(arguments: 0..<24)
  func `alternates between early and late where no day is special`(seed: Int) throws {
    let project = RandomNetwork(.standard, seed: seed, activities: 20...45).project
    let flat = try FlatProject(project)
    #expect(flat.isReversible)
    let generator = ScheduleGenerator(flat)
    let search = AlternatingSearch(flat, objective: FlatObjective(.makespan, project: flat), generator: generator)
    var random = SplitMix64(seed: UInt64(seed))
    var best = Int.max
    while !search.isOver {
      guard search.step(using: &random) else { continue }
      var timetable = Timetable(starts: project.durations, finishes: project.durations)
      for (place, activity) in flat.activities.enumerated() {
        timetable.starts[activity] = Int(generator.starts[place])
        timetable.finishes[activity] = Int(generator.finishes[place])
      }
      #expect(TimetableCheck(project).violations(in: timetable).isEmpty)
      #expect(timetable.makespan < best)
      best = timetable.makespan
    }
    #expect((5_000...5_003).contains(generator.schedules))
    let plain = PlainGeneration(project: project)
    let orders = (0..<200).map { _ in randomOrder(project, &random) }
    #expect(best <= orders.compactMap { plain.forwards($0)?.makespan }.min() ?? .max)
  }

  @Test func `does not turn round what has special days, or links that let a successor overtake`() throws {
    let plain = RandomNetwork(.standard, seed: 1, activities: 12...12).project
    var (late, fixed, stepped, lead, off) = (plain, plain, plain, plain, plain)
    late.releases[3] = 2
    fixed.fixedStarts[3] = 30
    stepped.capacities[0] = .init(days: [0, 9], amounts: [3, 4])
    lead.durations[0] = 1
    lead.links.append(.init(from: 0, to: 11, kind: .startStart, lag: -3))
    off.patterns = [[true, false]]
    off.patternOf[2] = 0
    for project in [late, fixed, stepped, lead, off] { #expect(try !FlatProject(project).isReversible) }
  }

  @Test func `is seldom worse than the best there is, and never below it, for every objective`() throws {
    var (solved, all) = (0, 0)
    for seed in 0..<120 {
      var tiny = TinyProject(seed: seed)
      tiny.project.links.removeAll { $0.predecessor > $0.successor }
      guard let optimum = tiny.enumerate().map({ tiny.objective.value(of: $0.best) }),
        let scheduler = try? Scheduler(project: tiny.project, objective: tiny.objective)
      else { continue }
      all += 1
      guard let found = scheduler.run(seed: 1, schedules: 600, stop: Self.stop).timetable else { continue }
      let value = tiny.objective.value(of: found)
      #expect(TimetableCheck(tiny.project).violations(in: found).isEmpty, "seed \(seed)")
      #expect(value >= optimum && scheduler.leastValue <= optimum, "seed \(seed)")
      if value == optimum { solved += 1 }
    }
    #expect(all > 80)
    #expect(solved * 100 >= all * 90, "\(solved) of \(all)")
  }

  @Test(arguments: RandomNetwork.Kind.allCases)
  func `gives the same timetable on one thread and on two`(_ kind: RandomNetwork.Kind) throws {
    for seed in 0..<3 {
      let project = RandomNetwork(kind, seed: seed, activities: 15...25).project
      let objective = seed % 2 == 0 ? .makespan : RandomNetwork.objective(project, seed: seed)
      let rhythm = Scheduler.Rhythm(islands: 3, firstAlone: 300, betweenTalks: 100)
      guard let scheduler = try? Scheduler(project: project, objective: objective, rhythm: rhythm) else { continue }
      let runs = [1, 2, 1].map { scheduler.run(seed: 7, schedules: 2_500, stop: Self.stop, threads: $0) }
      #expect(runs[0].timetable == runs[1].timetable && runs[0].timetable == runs[2].timetable)
      #expect(runs[0].schedules == runs[1].schedules)
    }
  }

  @Test(arguments: [3, 100, 5_001, 6_000])
  func `never generates more schedules than it may`(limit: Int) throws {
    let project = RandomNetwork(.standard, seed: 3, activities: 40...40).project
    let scheduler = try Scheduler(
      project: project,
      objective: ScheduleObjective(
        makespan: 1,
        anchors: [
          .init(activity: 0, start: 200, weight: 1), .init(activity: 39, start: 0, weight: 1),
        ]))
    let schedules = scheduler.run(seed: 1, schedules: limit, stop: Self.stop).schedules
    #expect(schedules <= max(limit, 5) && schedules > limit - 12)
  }

  @Test func `tells of better timetables one after the other, and stops at a proved value`() throws {
    let project = RandomNetwork(.standard, seed: 11, activities: 40...40).project
    let scheduler = try Scheduler(project: project, objective: .makespan)
    var told: [Int] = []
    let result = scheduler.run(seed: 1, schedules: 6_000, stop: Self.stop) { timetable, value in
      #expect(timetable.makespan == value)
      told.append(value)
    }
    #expect(told == told.sorted(by: >) && Set(told).count == told.count && told.last == result.value)
    let value = try #require(result.value)
    let proved = scheduler.run(seed: 1, schedules: 6_000, lowerBound: value, stop: Self.stop)
    #expect(proved.value == value && proved.schedules <= result.schedules)
  }

  @Test func `stops when asked to, with what it has`() throws {
    let project = RandomNetwork(.standard, seed: 5, activities: 40...40).project
    let scheduler = try Scheduler(
      project: project,
      objective: ScheduleObjective(
        makespan: 1,
        anchors: [
          .init(activity: 0, start: 500, weight: 1)
        ]))
    let result = scheduler.run(seed: 1, stop: StopRule(flag: StopFlag { true }, clock: { 0 }))
    #expect(result.timetable != nil && result.schedules < 1000)
  }

  @Test(arguments: 0..<20)
  func `leaves the timetable in force when nothing speaks against it`(seed: Int) throws {
    let project = RandomNetwork(.lags, seed: seed, activities: 12...20).project
    guard let scheduler = try? Scheduler(project: project, objective: .makespan),
      let baseline = scheduler.run(seed: 3, schedules: 300, stop: Self.stop).timetable
    else { return }
    let stable = ScheduleObjective(
      anchors: baseline.starts.enumerated().map { .init(activity: $0.offset, start: $0.element, weight: 1) })
    let kept = try Scheduler(project: project, objective: stable)
      .run(seed: 3, schedules: 600, starts: [baseline], stop: Self.stop)
    #expect(kept.value == 0 && kept.timetable == baseline)
  }

  @Test func `an empty project is done at once`() throws {
    let result = try Scheduler(project: Project(durations: []), objective: .makespan).run(seed: 1, stop: Self.stop)
    #expect(result.timetable == Timetable(starts: [], finishes: []) && result.value == 0)
  }
}
