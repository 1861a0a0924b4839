public import EtappModel
import EtappStore
import Foundation

/// The schedules that a workspace keeps under names: a baseline, and as many more as anybody wants.
extension Study {
  private var file: String { (workspace.folder as NSString).appendingPathComponent(PlanStore.fileName) }

  /// Names of the schedules that are kept, the oldest first.
  public func keptSchedules() throws(Versions.Failure) -> [String] {
    do {
      return try PlanStore.reading(file)?.schedules().map(\.name) ?? []
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// The schedule of a name; nil when none is kept.
  ///
  /// Its timeline is the programme's of today, its days are those that were kept.
  public func keptSchedule(named name: String) throws(Versions.Failure) -> Schedule? {
    do {
      guard let work = workspace.assignment.work else { return nil }
      return try PlanStore.reading(file)?.schedule(named: name).map { schedule($0, work) }
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// How the openings have moved through the schedules that are kept, and to one of today.
  ///
  /// - Returns: nil with fewer than two schedules in all.
  public func trend(to schedule: Schedule, today: Day) throws(Versions.Failure) -> MilestoneTrend? {
    guard let work = workspace.assignment.work else { return nil }
    do {
      var known = try (PlanStore.reading(file)?.schedules() ?? []).map { kept in
        let day = Moment(kept.stored)?.day() ?? today
        return (report: MilestoneTrend.Report(name: kept.name, day: day), schedule: self.schedule(kept, work))
      }
      guard let last = known.last else { return nil }
      // A schedule that has just been kept is not said twice.
      if last.schedule.openings.map(\.day) != schedule.openings.map(\.day) {
        known.append((MilestoneTrend.Report(name: nil, day: today), schedule))
      }
      return known.count > 1 ? MilestoneTrend(known) : nil
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// Keeps a schedule.
  ///
  /// - Parameters:
  ///   - replacing: Whether a schedule of that name gives way.
  ///   - stored: The moment, ISO 8601 in universal time.
  public func keep(
    _ schedule: Schedule, name: String, note: String? = nil, replacing: Bool = false, stored: String
  ) throws(Versions.Failure) {
    let kept = KeptSchedule(
      name: name, note: note, stored: stored,
      tasks: schedule.tasks.map {
        KeptSchedule.Task(place: $0.place, task: $0.task, start: $0.start, finish: $0.finish)
      },
      openings: schedule.openings.map {
        KeptSchedule.Opening(place: $0.place, round: workspace.assignment.rounds[$0.round].id, day: $0.day)
      })
    do {
      try PlanStore(writing: file).keep(kept, replacing: replacing)
    } catch {
      throw Versions.Failure(error)
    }
  }

  private func schedule(_ kept: KeptSchedule, _ work: Work) -> Schedule {
    let first = kept.tasks.map(\.start).min() ?? work.starts
    let last = kept.tasks.map(\.finish).max() ?? work.starts
    let timeline = Timeline(work.programmeCalendar, from: min(first, work.starts), count: max(1, last - first + 2))
    let milestones = Set(work.templates.flatMap(\.tasks).filter { $0.estimate == .fixed(0) }.map(\.id))
    let tasks = kept.tasks.map { task in
      let begin = timeline.index(onOrAfter: task.start)
      let end = milestones.contains(task.task) ? begin : timeline.count(through: task.finish)
      return ScheduledTask(
        place: task.place, task: task.task, start: task.start, finish: task.finish, first: begin, end: end, needs: [],
        isCritical: false, float: 0, binding: .free)
    }
    let openings = kept.openings.compactMap { opening -> Opening? in
      guard let round = workspace.assignment.rounds.firstIndex(where: { $0.id == opening.round }) else { return nil }
      return Opening(place: opening.place, round: round, day: opening.day, late: 0, isActual: false)
    }
    let makespan = tasks.map(\.end).max() ?? 0
    return Schedule(
      timeline: timeline, tasks: tasks, openings: openings,
      makespan: Schedule.Measure(value: makespan, bound: 0), objective: Schedule.Measure(value: 0, bound: 0),
      seconds: 0, seed: 0, tried: 0)
  }
}
