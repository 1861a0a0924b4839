import EtappModel
import EtappSolver

/// The work of a plan as numbers: every task of every office an activity, every pool of people a resource.
struct WorkNetwork: Sendable {
  let work: Work
  let timeline: Timeline
  /// The first working day that today is; 0 while nothing has happened.
  let now: Int
  /// What activity i is.
  let activities: [Activity]
  /// What resource r is.
  let pools: [Pool]
  /// One for each office of the plan.
  let offices: [Office]
  /// The rounds of the assignment.
  let rounds: [ID<Round>]
  var project: Project
  /// Activities that are finished.
  let done: Set<Int>
  /// What finished tasks say of how long tasks of their kind take.
  let paces: [ID<WorkTask>: Pace]

  struct Activity: Hashable, Sendable {
    let place: ID<Place>
    let task: WorkTask
    /// Index into `offices`.
    let office: Int
  }

  struct Pool: Hashable, Sendable {
    let resource: ID<Resource>
    let region: String?
  }

  struct Office: Sendable {
    let place: ID<Place>
    let round: Int
    /// Its activities, in the order of the template.
    let activities: Range<Int>
    /// The activity whose finish opens it.
    let opening: Int
    /// The first working day that is after its round's window: opening before it is in time.
    let due: Int?
  }

  /// Working days of the timeline: fifteen years, so that a promise far ahead still has a date.
  static let horizon = 3_900

  /// - Parameter today: Work that has not begun cannot begin before this day; nil while nothing has happened.
  init(
    _ programme: Programme, choice: Choice, actuals: [Actual] = [], today: Day? = nil
  ) throws(DeliveryFailure) {
    guard let work = programme.assignment.work else { throw .withoutWork }
    if let today, work.isFar(today) { throw .farOff(today) }
    self.work = work
    let first = actuals.compactMap { $0.started ?? $0.finished }.min() ?? work.starts
    timeline = Timeline(work.programmeCalendar, from: min(first, work.starts), count: Self.horizon)
    now = today.map { [timeline] in timeline.index(onOrAfter: $0) } ?? 0
    var builder = Builder(programme, work: work, timeline: timeline)
    let opens = choice.opens.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for (place, round) in opens { try builder.add(place, round: round) }
    builder.apply(actuals, today: today)
    activities = builder.activities
    pools = builder.pools
    offices = builder.offices
    rounds = programme.assignment.rounds.map(\.id)
    project = builder.project
    done = builder.done
    paces = builder.paces
  }

  /// How many times as long as the template says an activity that is not finished is reckoned to take.
  func factor(of activity: Int) -> Double {
    isDone(activity) ? 1 : paces[activities[activity].task.id]?.factor ?? 1
  }

  /// The calendar day on which an activity that ends there has been done: an office that is ready opens on it.
  ///
  /// - Precondition: `isCounted(finish)`.
  func opening(_ finish: Int) -> Day { timeline[finish] }

  /// Whether a working day has a calendar day: a date is told only of such.
  func isCounted(_ finish: Int) -> Bool { finish < timeline.days.count }

  /// The first day on which an activity that starts on a day does something, its own calendar counted.
  func firstDay(_ activity: Int, _ start: Int) -> Int {
    guard let pattern = project.patternOf[activity].map({ project.patterns[$0] }), project.durations[activity] > 0
    else { return start }
    var day = start
    while day < pattern.count, !pattern[day] { day += 1 }
    return day
  }

  /// How far an activity has come.
  func progress(of activity: Int) -> SimulationModel.Progress {
    guard let start = project.fixedStarts[activity] else { return .notStarted }
    if isDone(activity) { return .finished(start: start, duration: project.durations[activity]) }
    return .started(on: start, elapsed: max(0, now - start))
  }

  /// Whether what has happened says that an activity is finished.
  func isDone(_ activity: Int) -> Bool { done.contains(activity) }
}

extension WorkNetwork {
  /// Puts a network together, office by office.
  private struct Builder {
    let programme: Programme
    let work: Work
    let timeline: Timeline
    let calendars: [ID<WorkCalendar>: Int]
    var activities: [Activity] = []
    var pools: [Pool] = []
    var offices: [Office] = []
    var project = Project(durations: [])
    var done: Set<Int> = []
    var paces: [ID<WorkTask>: Pace] = [:]

    init(_ programme: Programme, work: Work, timeline: Timeline) {
      self.programme = programme
      self.work = work
      self.timeline = timeline
      let others = work.calendars.filter { $0.id != work.calendar }
      calendars = Dictionary(
        others.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      project.patterns = others.map { timeline.pattern(of: $0) }
    }

    // MARK: Offices

    mutating func add(_ place: ID<Place>, round: Int) throws(DeliveryFailure) {
      guard let site = programme.site(of: place).map({ programme.sites[$0] }),
        let template = programme.template(of: place)
      else { throw .withoutTemplate(place) }
      let start = activities.count
      for task in template.tasks { try add(task, of: place, at: site) }
      link(template, from: start)
      let opening = start + (template.tasks.firstIndex { $0.id == template.opening } ?? template.tasks.count - 1)
      release(start..<activities.count, opening: opening, round: round, place: place)
      let window = programme.assignment.rounds[round].opens
      offices.append(
        Office(
          place: place, round: round, activities: start..<activities.count, opening: opening,
          due: window.map { timeline.index(onOrAfter: $0.to + 1) }))
    }

    private mutating func add(_ task: WorkTask, of place: ID<Place>, at site: Site) throws(DeliveryFailure) {
      activities.append(Activity(place: place, task: task, office: offices.count))
      project.durations.append(task.estimate.planned)
      project.releases.append(0)
      project.fixedStarts.append(nil)
      project.patternOf.append(task.calendar.flatMap { calendars[$0] })
      var demands: [Project.Demand] = []
      for need in task.needs where need.units > 0 {
        let pool = pool(of: need.resource, at: site)
        let most = project.capacities[pool].amounts.max() ?? 0
        guard need.units <= most else {
          throw .needsTooMuch(task.id, need.resource, needs: need.units, most: most)
        }
        demands.append(Project.Demand(resource: pool, amount: need.units))
      }
      project.demands.append(demands)
    }

    private mutating func link(_ template: WorkTemplate, from start: Int) {
      let index = Dictionary(
        template.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      for (offset, task) in template.tasks.enumerated() {
        for predecessor in task.predecessors {
          guard let before = index[predecessor.task] else { continue }
          project.links.append(
            Project.Link(
              from: start + before, to: start + offset, kind: Project.LinkKind(predecessor.kind), lag: predecessor.lag))
        }
      }
    }

    /// Work waits for its round to start, and an opening for its round's window and for the place to be ready.
    private mutating func release(_ own: Range<Int>, opening: Int, round: Int, place: ID<Place>) {
      let round = programme.assignment.rounds[round]
      if let starts = round.starts {
        let first = timeline.index(onOrAfter: starts)
        for activity in own { project.releases[activity] = first }
      }
      let earliest = [round.opens?.from, programme.geography.place(place)?.earliest].compactMap { $0 }.max()
      guard let earliest else { return }
      // An opening that takes days opens on the day after them.
      let day = timeline.index(onOrAfter: earliest) - project.durations[opening]
      project.releases[opening] = max(project.releases[opening], day, 0)
    }

    // MARK: Pools

    private mutating func pool(of id: ID<Resource>, at site: Site) -> Int {
      let resource = work.resources.first { $0.id == id }
      let region = resource?.division.flatMap { programme.municipalities[site.municipality]?.regions[$0] }
      let pool = Pool(resource: id, region: region)
      if let known = pools.firstIndex(of: pool) { return known }
      pools.append(pool)
      let steps = region.flatMap { resource?.regional[$0] } ?? resource?.capacity ?? []
      project.capacities.append(capacity(steps))
      return pools.count - 1
    }

    private func capacity(_ steps: [Resource.Step]) -> Project.Capacity {
      var days = [0]
      var amounts = [steps.first.map { $0.from == nil ? $0.units : 0 } ?? 0]
      for step in steps {
        guard let from = step.from else { continue }
        let day = timeline.index(onOrAfter: from)
        if day == days[days.count - 1] {
          amounts[amounts.count - 1] = step.units
        } else {
          days.append(day)
          amounts.append(step.units)
        }
      }
      return Project.Capacity(days: days, amounts: amounts)
    }

    // MARK: What has happened

    /// What is done is fixed with the time it took; what has begun goes on at least until today; the rest begins
    /// no earlier than today.
    mutating func apply(_ actuals: [Actual], today: Day?) {
      struct Key: Hashable {
        let place: ID<Place>
        let task: ID<WorkTask>
      }
      let known = Dictionary(
        actuals.map { (Key(place: $0.place, task: $0.task), $0) }, uniquingKeysWith: { _, last in last })
      let now = today.map { timeline.index(onOrAfter: $0) } ?? 0
      learn { known[Key(place: $0.place, task: $0.task.id)] }
      for (index, activity) in activities.enumerated() {
        let actual = known[Key(place: activity.place, task: activity.task.id)]
        if let finished = actual?.finished {
          finish(index, started: actual?.started, finished: finished)
        } else if let started = actual?.started {
          begin(index, started: started, now: now)
        } else {
          project.releases[index] = max(project.releases[index], now)
        }
      }
      // What has begun did so, whatever should have come before it.
      project.links.removeAll { project.fixedStarts[$0.successor] != nil }
    }

    /// What is finished says how long the rest of its kind will take.
    private mutating func learn(_ actual: (Activity) -> Actual?) {
      for (index, activity) in activities.enumerated() {
        guard let actual = actual(activity), let started = actual.started, let finished = actual.finished,
          activity.task.estimate.isUncertain
        else { continue }
        let days = timeline.index(onOrAfter: started)..<max(0, timeline.count(through: finished))
        guard !days.isEmpty else { continue }
        let pattern = project.patternOf[index].map { project.patterns[$0] }
        let worked = days.count { day in pattern.map { day < $0.count ? $0[day] : true } ?? true }
        paces[activity.task.id, default: Pace()].add(worked: max(1, worked), planned: project.durations[index])
      }
      for (index, activity) in activities.enumerated() {
        guard let pace = paces[activity.task.id] else { continue }
        project.durations[index] = max(1, Int((Double(project.durations[index]) * pace.factor).rounded()))
      }
    }

    private mutating func finish(_ index: Int, started: Day?, finished: Day) {
      done.insert(index)
      let isMilestone = activities[index].task.estimate.planned == 0
      let end = isMilestone ? timeline.index(onOrAfter: finished) : timeline.count(through: finished)
      let start = started.map { timeline.index(onOrAfter: $0) } ?? max(0, end - project.durations[index])
      project.fixedStarts[index] = min(start, end)
      project.durations[index] = end - min(start, end)
      // The days it took are known, whatever calendar it went by, and whoever did it is free again.
      project.patternOf[index] = nil
      project.demands[index] = []
    }

    private mutating func begin(_ index: Int, started: Day, now: Int) {
      let start = timeline.index(onOrAfter: started)
      project.fixedStarts[index] = start
      project.durations[index] = max(project.durations[index], now + 1 - start)
    }
  }
}

extension Project.LinkKind {
  init(_ kind: WorkTask.LinkKind) {
    switch kind {
    case .finishStart: self = .finishStart
    case .startStart: self = .startStart
    case .finishFinish: self = .finishFinish
    case .startFinish: self = .startFinish
    }
  }
}
