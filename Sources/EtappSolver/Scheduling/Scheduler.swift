import Dispatch

/// Finds good timetables: islands that search by themselves and tell each other their best at fixed numbers of schedules.
///
/// The first 5,000 schedules are those of one island, since two would know half as much each; then all go on. There
/// are always as many islands, and threads only execute them: the same seed and number of schedules give the same
/// timetable on any number of threads.
package struct Scheduler: Sendable {
  package struct Result: Sendable {
    /// The best found; nil where no order of the activities gave a timetable.
    package var timetable: Timetable?
    package var value: Int?
    /// Schedules generated, every pass counted.
    package var schedules: Int
    /// A value that no timetable is below.
    package var bound: Int
    /// A value that no timetable is below, its makespan apart.
    package var boundBesideMakespan: Int
  }

  /// How many islands there are, and when they begin and talk, in schedules.
  struct Rhythm: Sendable {
    var islands = 2
    var firstAlone = 5_000
    var betweenTalks = 6_000
  }

  private let rhythm: Rhythm
  private let project: Project
  private let wanted: ScheduleObjective
  private let flat: FlatProject
  private let objective: FlatObjective
  /// The least value that links and releases alone allow.
  package let leastValue: Int

  package init(project: Project, objective: ScheduleObjective) throws(SchedulingObstacle) {
    try self.init(project: project, objective: objective, rhythm: Rhythm())
  }

  init(project: Project, objective: ScheduleObjective, rhythm: Rhythm) throws(SchedulingObstacle) {
    self.rhythm = rhythm
    self.project = project
    wanted = objective
    flat = try FlatProject(project)
    self.objective = FlatObjective(objective, project: flat)
    leastValue = self.objective.leastValue(of: flat)
  }

  /// Searches until `schedules` have been generated, a value is proved by a bound, or the stop rule says so.
  ///
  /// - Parameters:
  ///   - starts: Timetables to begin from, such as the one in force; they need not keep the rules any more.
  ///   - lowerBound: A value that no timetable is below, where one is known.
  ///   - onImprovement: Told of every better timetable, after the first answer and between talks of the islands.
  package func run(
    seed: UInt64, schedules: Int = .max, lowerBound: Int = .min, starts: [Timetable] = [], stop: StopRule,
    threads: Int = 1, onImprovement: (Timetable, Int) -> Void = { _, _ in }
  ) -> Result {
    guard flat.count > 0 else {
      return Result(
        timetable: Timetable(starts: [], finishes: []), value: 0, schedules: 0, bound: 0, boundBesideMakespan: 0)
    }
    let prices = starts.isEmpty ? answer(schedules, stop) : nil
    let bound = max(lowerBound, leastValue, prices.map { $0.bound + objective.leastMakespan(of: flat) } ?? .min)
    let given = starts + (prices.map { [Timetable(starts: $0.starts, finishes: $0.starts)] } ?? [])
    let archipelago = Archipelago(searches(seed, given), bound: bound, stop: stop, threads: threads)
    var best: Int?
    for target in talks(until: max(schedules, archipelago.passes), first: archipelago.passes) {
      archipelago.advance(to: target)
      if let found = archipelago.best, best.map({ found.value < $0 }) ?? true {
        best = found.value
        onImprovement(timetable(found.starts, found.finishes), found.value)
      }
      if best.map({ $0 <= bound }) ?? false || stop.reason != nil { break }
    }
    let found = archipelago.best
    return Result(
      timetable: found.map { timetable($0.starts, $0.finishes) }, value: found?.value,
      schedules: archipelago.schedules, bound: bound, boundBesideMakespan: prices?.bound ?? .min)
  }

  /// Rounds of moving the prices: more than these gain little, and fewer are not worth beginning.
  private static let rounds = 20...300
  /// Days of activities that are priced in all rounds together: what is greater is searched in that time.
  private static let mostDays = 100_000_000

  /// What prices on days say of openings.
  private func answer(_ schedules: Int, _ stop: StopRule) -> DayPrices.Answer? {
    guard !objective.isMakespan, !objective.hasAnchors else { return nil }
    let generator = ScheduleGenerator(flat)
    var keys = objective.wishedFinishes(of: flat)
    keys.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { generator.order(by: base) } }
    guard generator.generateForwards() else { return nil }
    let affordable = Self.mostDays / max(1, flat.count * generator.makespan)
    guard affordable >= Self.rounds.lowerBound, let prices = DayPrices(project, objective: wanted) else { return nil }
    return prices.answer(
      known: objective.valueBesideMakespan(of: generator), makespan: generator.makespan,
      rounds: min(Self.rounds.upperBound, schedules / 10, affordable), stop: stop)
  }

  private func searches(_ seed: UInt64, _ timetables: [Timetable]) -> [ScheduleSearch] {
    let given = timetables.map { timetable in flat.activities.map { Int32(clamping: timetable.starts[$0]) } }
    return (0..<rhythm.islands).map { island in
      ScheduleSearch(
        flat, objective: objective, seed: seed &+ UInt64(island) &* 0xD1B5_4A32_D192_ED03,
        firstEpoch: island == 0 ? 0 : 1, given: given)
    }
  }

  /// How many schedules each island has made at each talk.
  private func talks(until schedules: Int, first: Int) -> some Sequence<[Int]> {
    let alone = min(schedules, rhythm.firstAlone)
    let others = rhythm.islands - 1
    let beginning = [first, alone].map { [$0] + Array(repeating: 0, count: others) }
    let rest = sequence(state: alone) { [rhythm] (made: inout Int) -> [Int]? in
      guard made < schedules else { return nil }
      made += min(schedules - made, rhythm.islands * rhythm.betweenTalks)
      let shared = (made - alone) / rhythm.islands
      return [alone + shared + (made - alone) % rhythm.islands] + Array(repeating: shared, count: others)
    }
    return [AnySequence(beginning), AnySequence(rest)].joined()
  }

  private func timetable(_ starts: [Int32], _ finishes: [Int32]) -> Timetable {
    var timetable = Timetable(
      starts: [Int](repeating: 0, count: flat.count), finishes: [Int](repeating: 0, count: flat.count))
    for (place, activity) in flat.activities.enumerated() {
      timetable.starts[activity] = Int(starts[place])
      timetable.finishes[activity] = Int(finishes[place])
    }
    return timetable
  }
}

/// The islands of a run.
private struct Archipelago {
  private let islands: [ScheduleSearch]
  private let bound: Int
  private let stop: StopRule
  private let threads: Int

  init(_ islands: [ScheduleSearch], bound: Int, stop: StopRule, threads: Int) {
    self.islands = islands
    self.bound = bound
    self.stop = stop
    self.threads = threads
  }

  /// Schedules that one order takes at the most.
  var passes: Int { islands.reduce(0) { max($0, $1.passes) } }

  var schedules: Int { islands.reduce(0) { $0 + $1.generator.schedules } }

  /// The best of all; the first island's where several are as good.
  var best: (value: Int, starts: [Int32], finishes: [Int32])? {
    islands.compactMap(\.best).min { $0.value < $1.value }
  }

  /// Each island searches to its number of schedules; then all know the best.
  func advance(to targets: [Int]) {
    if threads > 1 {
      // Each iteration touches its own island only.
      nonisolated(unsafe) let islands = islands
      DispatchQueue.concurrentPerform(iterations: islands.count) { [bound, stop] island in
        islands[island].run(until: targets[island], bound: bound, stop: stop)
      }
    } else {
      for (island, target) in zip(islands, targets) { island.run(until: target, bound: bound, stop: stop) }
    }
    talk()
  }

  private func talk() {
    guard let best else { return }
    for island in islands where island.generator.schedules > 0 && island.best.map({ $0.value > best.value }) ?? true {
      island.welcome(best.starts)
    }
  }
}
