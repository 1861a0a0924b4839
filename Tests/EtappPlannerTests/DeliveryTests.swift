import EtappModel
import EtappSolver
import EtappTestSupport
import Foundation
import Testing

@testable import EtappPlanner

/// Dates of whole plans, held against the definitions.
@Suite struct `The delivery of a plan` {
  struct Case {
    var programme: Programme
    var choice: Choice
    var actuals: [Actual] = []
    var today: Day?

    /// A random programme with work, everything opening somewhere.
    init(seed: Int) {
      var instance = RandomInstance(seed: UInt64(seed))
      instance.assignment.work = RandomWork.work(seed: UInt64(seed), for: instance.geography)
      programme = Programme(assignment: instance.assignment, geography: instance.geography)
      let rounds = instance.assignment.rounds.count
      choice = Choice(
        opens: Dictionary(
          uniqueKeysWithValues: instance.geography.places.enumerated().map { ($1.id, ($0 + seed) % rounds) }))
    }

    var options: DeliveryOptions {
      DeliveryOptions(
        planning: PlanningOptions(clock: { ProcessInfo.processInfo.systemUptime }), today: today, schedules: 300,
        trials: 300)
    }

    func network() throws -> WorkNetwork {
      try WorkNetwork(programme, choice: choice, actuals: actuals, today: today)
    }

    func schedule() throws -> Schedule {
      try Delivery(programme, choice: choice, actuals: actuals, options: options).schedule()
    }

    func forecast(_ schedule: Schedule, shocks: [EtappModel.Shock] = []) throws -> Forecast {
      try Delivery(programme, choice: choice, actuals: actuals, options: options).forecast(schedule, shocks: shocks)
    }
  }

  static func timetable(_ schedule: Schedule) -> Timetable {
    Timetable(starts: schedule.tasks.map(\.first), finishes: schedule.tasks.map(\.end))
  }

  // MARK: Schedules

  @Test(arguments: 0..<40)
  func `keeps every link, calendar, release and pool, and its bounds`(seed: Int) throws {
    let subject = Case(seed: seed)
    let schedule = try subject.schedule()
    let violations = TimetableCheck(try subject.network().project).violations(in: Self.timetable(schedule))
    #expect(violations.isEmpty, "\(violations)")
    #expect(schedule.makespan.bound <= schedule.makespan.value && schedule.objective.bound <= schedule.objective.value)
    for opening in schedule.openings {
      guard let window = subject.programme.assignment.rounds[opening.round].opens else { continue }
      #expect(opening.day >= window.from)
      #expect((opening.late > 0) == (opening.day > window.to), "\(opening)")
    }
  }

  @Test(arguments: 0..<40)
  func `says of every start what forbids one day earlier`(seed: Int) throws {
    let subject = Case(seed: seed)
    let network = try subject.network()
    let schedule = try subject.schedule()
    let check = TimetableCheck(network.project)
    for (index, task) in schedule.tasks.enumerated() {
      var earlier = Self.timetable(schedule)
      earlier.starts[index] -= 1
      earlier.finishes[index] = network.project.finish(of: index, from: earlier.starts[index])
      // What finishes earlier sets nothing of its own free that could break.
      let isForbidden = !check.violations(in: earlier).isEmpty
      #expect(isForbidden || task.binding == .free, "\(task)")
      if task.binding == .free { #expect(!isForbidden || !network.project.demands[index].isEmpty, "\(task)") }
    }
  }

  @Test func `leaves what is done, goes on with what has begun, and begins the rest today`() throws {
    var subject = Case(seed: 3)
    let network = try subject.network()
    let office = try #require(network.offices.first)
    let first = network.activities[office.activities.lowerBound].task.id
    let second = network.activities[office.activities.lowerBound + 1].task.id
    subject.actuals = [
      Actual(
        place: office.place, task: first, started: Day(year: 2022, month: 1, day: 10),
        finished: Day(year: 2022, month: 1, day: 21)),
      Actual(place: office.place, task: second, started: Day(year: 2022, month: 1, day: 24)),
    ]
    subject.today = Day(year: 2022, month: 5, day: 2)
    let schedule = try subject.schedule()
    let own = schedule.tasks.filter { $0.place == office.place }
    #expect(own[0].start == Day(year: 2022, month: 1, day: 10) && own[0].finish == Day(year: 2022, month: 1, day: 21))
    #expect(own[1].start == Day(year: 2022, month: 1, day: 24) && own[1].finish >= Day(year: 2022, month: 5, day: 2))
    for task in schedule.tasks where task.binding != .actual {
      #expect(task.start >= Day(year: 2022, month: 5, day: 2))
    }
  }

  @Test(arguments: [(worked: 4, offices: 1), (worked: 30, offices: 1), (worked: 30, offices: 3)])
  func `finished tasks teach the rest of their kind, five weighing as much as the template`(
    lesson: (worked: Int, offices: Int)
  ) throws {
    var subject = Case(seed: 3)
    let untaught = try subject.network()
    let kind = try #require(
      untaught.activities.first {
        $0.task.estimate.isUncertain && $0.task.estimate.planned > 3 && $0.task.calendar == nil
      }?
      .task)
    let places = untaught.activities.filter { $0.task == kind }.map(\.place).prefix(lesson.offices + 1)
    let first = untaught.timeline.index(onOrAfter: untaught.work.starts)
    subject.actuals = places.dropLast().map {
      Actual(
        place: $0, task: kind.id, started: untaught.timeline[first],
        finished: untaught.timeline[first + lesson.worked - 1])
    }
    let taught = try subject.network()
    let count = Double(places.count - 1)
    let factor = pow(Double(lesson.worked) / Double(kind.estimate.planned), count / (count + 5))
    let left = try #require(
      taught.activities.indices.first { taught.activities[$0].task == kind && !taught.isDone($0) })
    #expect(abs(taught.factor(of: left) - factor) < 1e-9)
    #expect(taught.project.durations[left] == max(1, Int((Double(kind.estimate.planned) * factor).rounded())))
    let done = try #require(taught.activities.indices.first { taught.isDone($0) })
    #expect(taught.project.durations[done] == lesson.worked && taught.factor(of: done) == 1)
    let pace = try #require(try subject.schedule().paces.first { $0.task == kind.id })
    #expect(pace.finished == places.count - 1 && abs(pace.factor - factor) < 1e-9)
  }

  @Test func `a baseline is stayed near`() throws {
    var subject = Case(seed: 5)
    let before = try subject.schedule()
    subject.today = Day(year: 2022, month: 1, day: 4)
    let delivery = try Delivery(subject.programme, choice: subject.choice, options: subject.options)
    let kept = try delivery.schedule(keeping: before)
    let free = try delivery.schedule()
    func change(_ schedule: Schedule) -> Int {
      zip(schedule.tasks, before.tasks).reduce(0) { $0 + abs($1.0.first - $1.1.first) }
    }
    #expect(change(kept) <= change(free))
  }

  // MARK: Forecasts

  @Test(arguments: 0..<20)
  func `a forecast of certain work is its schedule`(seed: Int) throws {
    var subject = Case(seed: seed)
    var assignment = subject.programme.assignment
    assignment.work?.risks = []
    for template in assignment.work?.templates.indices ?? 0..<0 {
      for task in assignment.work?.templates[template].tasks.indices ?? 0..<0 {
        let planned = assignment.work?.templates[template].tasks[task].estimate.planned ?? 0
        assignment.work?.templates[template].tasks[task].estimate = .fixed(planned)
        // People do not begin what must end with something that has not begun, as a schedule may.
        for link in assignment.work?.templates[template].tasks[task].predecessors.indices ?? 0..<0 {
          assignment.work?.templates[template].tasks[task].predecessors[link].kind = .finishStart
        }
      }
    }
    subject.programme = Programme(assignment: assignment, geography: subject.programme.geography)
    let schedule = try subject.schedule()
    let forecast = try subject.forecast(schedule)
    for (office, opening) in zip(forecast.offices, schedule.openings) {
      #expect(office.p10 == office.p90 && office.p50 == opening.day && office.promise == opening.day)
      if let probability = office.probabilityInWindow { #expect(probability == (opening.late == 0 ? 1 : 0)) }
    }
    for round in forecast.rounds {
      #expect(abs(round.distribution.reduce(0, +) - 1) < 1e-9)
      #expect(round.distribution.filter { $0 > 0 }.count == 1)
    }
    for driver in forecast.drivers { #expect(driver.daysAtP80 == 0) }
  }

  @Test(arguments: 0..<10)
  func `percentiles rise, distributions add up, and late ones are those not in time`(seed: Int) throws {
    let subject = Case(seed: seed)
    let forecast = try subject.forecast(try subject.schedule())
    for office in forecast.offices {
      #expect(office.p10 <= office.p50 && office.p50 <= office.p80 && office.p80 <= office.p90)
      #expect(office.promise == office.p80)
    }
    for round in forecast.rounds {
      #expect(abs(round.distribution.reduce(0, +) - 1) < 1e-9)
      let expected = round.distribution.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
      #expect(abs(Double(round.distribution.count - 1) - expected - round.expectedLate) < 1e-9)
      guard subject.programme.assignment.rounds[round.round].opens != nil else { continue }
      let own = forecast.offices.filter { $0.round == round.round }
      let inWindow = own.reduce(0.0) { $0 + ($1.probabilityInWindow ?? 0) }
      #expect(abs(inWindow - expected) < 1e-9)
    }
  }

  @Test(arguments: 0..<10)
  func `a whole round is no earlier than its last office, and checkpoints end in the figure itself`(seed: Int) throws {
    let subject = Case(seed: seed)
    let forecast = try subject.forecast(try subject.schedule())
    for round in forecast.rounds {
      if let bias = round.mergeBias { #expect(bias > -1e-9) }
      #expect((round.mergeBias == nil) == (round.distribution.count < 3))
      #expect(round.convergence.map(\.trials) == round.convergence.map(\.trials).sorted())
      let last = try #require(round.convergence.last)
      #expect(last.trials == forecast.trials && abs(last.probability - round.probabilityKept) < 1e-9)
    }
  }

  @Test func `a freeze makes nobody earlier, and a task force nobody's luck another`() throws {
    let subject = Case(seed: 4)
    let schedule = try subject.schedule()
    let plain = try subject.forecast(schedule)
    let freeze = EtappModel.Shock(
      id: "freeze", title: "Freeze",
      effects: [.freeze(from: Day(year: 2022, month: 1, day: 10), to: Day(year: 2022, month: 4, day: 10))])
    let frozen = try subject.forecast(schedule, shocks: [freeze])
    #expect(zip(plain.offices, frozen.offices).allSatisfy { $0.p50 <= $1.p50 })
    #expect(zip(plain.offices, frozen.offices).contains { $0.p50 < $1.p50 })
    let nothing = EtappModel.Shock(id: "none", title: "None", effects: [.slower(tasks: [], factor: 1)])
    #expect(try subject.forecast(schedule, shocks: [nothing]).offices == plain.offices)
  }

  // MARK: What one asks next

  /// A price is what scheduling again finds: earlier for the one asked about, told with everyone who moves.
  @Test(arguments: 0..<12)
  func `a day earlier is earlier, or proved impossible`(seed: Int) throws {
    let subject = Case(seed: seed)
    let schedule = try subject.schedule()
    let delivery = try Delivery(subject.programme, choice: subject.choice, options: subject.options)
    let alone = try subject.network()
    for opening in schedule.openings {
      let answer = try #require(try delivery.dayEarlier(opening.place, than: schedule))
      #expect(answer.from == opening.day)
      if let to = answer.to { #expect(to < opening.day && !answer.isImpossible) }
      guard answer.isImpossible else { continue }
      // What is called impossible is so for the longest chain already, or for people: it is never below that chain.
      let office = try #require(alone.offices.first { $0.place == opening.place })
      let bound = ScheduleBounds(
        project: alone.project, objective: ScheduleObjective(completions: [.init(activity: office.opening, weight: 1)]))
      let stop = StopRule(clock: { 0 })
      #expect(bound.value(incumbent: Self.timetable(schedule), stop: stop) == Self.finish(of: office, in: schedule))
    }
    #expect(try delivery.dayEarlier("nowhere", than: schedule) == nil)
  }

  private static func finish(of office: WorkNetwork.Office, in schedule: Schedule) -> Int {
    schedule.tasks[office.opening].end
  }

  @Test(arguments: 0..<12)
  func `remedies raise what they say they raise, and end where it is enough`(seed: Int) throws {
    let subject = Case(seed: seed)
    let schedule = try subject.schedule()
    let delivery = try Delivery(subject.programme, choice: subject.choice, options: subject.options)
    let forecast = try delivery.forecast(schedule, reach: 0.9)
    let unsure = forecast.rounds.filter { $0.probabilityKept < 0.9 }.map(\.round)
    #expect(forecast.remedies.map(\.round) == unsure)
    for remedy in forecast.remedies {
      let steps = remedy.steps
      #expect(Set(steps.map(\.place)).count == steps.count)
      #expect(steps.allSatisfy { subject.choice.opens[$0.place] == remedy.round })
      // Nothing is moved once it is enough.
      #expect(steps.dropLast().allSatisfy { $0.probability < remedy.wanted })
      let last = subject.programme.rounds - 1
      #expect(steps.allSatisfy { $0.to == (remedy.round == last ? nil : remedy.round + 1) })
    }
    #expect(try delivery.forecast(schedule).remedies.isEmpty)
  }

  @Test func `a day that nobody can have meant is refused, and a schedule beyond the years that are counted`() throws {
    var subject = Case(seed: 2)
    subject.today = Day(year: 2050, month: 1, day: 1)
    #expect(throws: DeliveryFailure.farOff(Day(year: 2050, month: 1, day: 1))) { try subject.schedule() }
    subject.today = nil
    let schedule = try subject.schedule()
    let forever = EtappModel.Shock(
      id: "stop", title: "Stop",
      effects: [.freeze(from: Day(year: 2022, month: 1, day: 4), to: Day(year: 2060, month: 1, day: 1))])
    #expect(throws: DeliveryFailure.self) { try subject.forecast(schedule, shocks: [forever]) }
  }

  // MARK: The goal

  @Test(arguments: 0..<30)
  func `the goal finds the rounds that can best be kept`(seed: Int) throws {
    var instance = RandomInstance(seed: UInt64(seed))
    instance.assignment.work = RandomWork.work(seed: UInt64(seed), for: instance.geography)
    instance.assignment.goals = [Goal(id: "delivery", kind: .delivery)]
    let programme = Programme(
      assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
    let odds = try #require(DeliveryOdds(programme))
    let oracle = Oracle(instance.assignment, instance.geography, baselines: instance.baselines)
    let values = oracle.allChoices().filter(oracle.isAllowed).map { choice in
      choice.opens.reduce(0.0) { sum, open in
        sum + odds.probability(site: programme.siteOfPlace[open.key] ?? 0, round: open.value)
      }
    }
    let options = PlanningOptions(clock: { ProcessInfo.processInfo.systemUptime }, randomPlans: 0, ideals: false)
    let plan = try Planner(programme, options: options).plan()
    guard let best = values.max() else { return #expect(plan.proof.isInfeasible) }
    let result = try #require(plan.totals.first { $0.goal == "delivery" })
    // Wishes come first where a rule has a price; then the goal need not reach its own best.
    if plan.totals.first?.goal == "delivery" { #expect(abs(result.value - best) < 1e-6) }
    #expect(result.value <= best + 1e-6)
  }
}

extension Proof {
  var isInfeasible: Bool { if case .infeasible = self { true } else { false } }
}
