import EtappModel
import EtappSolver

extension ScheduleAssessor {
  // MARK: Logic

  /// Tasks without a predecessor or a successor. In each office one task may begin the work, and the opening end it.
  var missingLogic: PointResult {
    let links = links
    let (before, after) = (Set(links.map(\.successor)), Set(links.map(\.predecessor)))
    var offenders: [Int] = []
    for office in network.offices {
      let first = office.activities.first { !before.contains($0) }
      for activity in office.activities where !isDone(activity) {
        let lacksBefore = !before.contains(activity) && activity != first
        let lacksAfter = !after.contains(activity) && activity != office.opening
        if lacksBefore || lacksAfter { offenders.append(activity) }
      }
    }
    return result(.missingLogic, offenders: offenders, of: remaining.count)
  }

  /// Links into what is still to be done.
  private var remainingLinks: [Project.Link] { links.filter { !isDone($0.successor) } }

  private func linkResult(_ point: Point, offends: (Project.Link) -> Bool) -> PointResult {
    let links = remainingLinks
    let offending = links.filter(offends)
    guard !links.isEmpty else { return unknown(point, .subject) }
    let share = Double(offending.count) / Double(links.count)
    let figure = point.unit == .count ? Double(offending.count) : point == .relationships ? 1 - share : share
    return result(point, figure: figure, of: links.count, offenders: offending.map(\.successor))
  }

  var leads: PointResult { linkResult(.leads) { $0.lag < 0 } }
  var lags: PointResult { linkResult(.lags) { $0.lag > 0 } }
  var relationships: PointResult { linkResult(.relationships) { $0.kind != .finishStart } }

  /// A start that is fixed without having happened. Releases are no such thing: they only say "not before".
  var hardConstraints: PointResult {
    let offenders = remaining.filter { activity in
      network.project.fixedStarts[activity] != nil && actuals[subject(activity)] == nil
    }
    return result(.hardConstraints, offenders: offenders, of: remaining.count)
  }

  // MARK: Float and duration

  func float(of activity: Int) -> Int { scheduled[subject(activity)]?.float ?? 0 }

  var highFloat: PointResult {
    result(
      .highFloat, offenders: remaining.filter { float(of: $0) > Point.highDays }, of: remaining.count)
  }

  /// Float against the windows: that of the links, and what is left from the opening to the last day that is in time.
  ///
  ///     float + due − 1 − finish of the opening
  var negativeFloat: PointResult {
    let offenders = remaining.filter { activity in
      let office = network.offices[network.activities[activity].office]
      guard let due = office.due else { return false }
      return float(of: activity) + due - 1 - timetable.finishes[office.opening] < 0
    }
    return result(.negativeFloat, offenders: offenders, of: remaining.count)
  }

  var highDuration: PointResult {
    result(
      .highDuration, offenders: remainingWork.filter { network.project.durations[$0] > Point.highDays },
      of: remainingWork.count)
  }

  // MARK: Dates

  /// Done or begun after today, or planned for a day that has been.
  var invalidDates: PointResult {
    guard let today else { return unknown(.invalidDates, .today) }
    let offenders = network.activities.indices.filter { activity in
      let actual = actuals[subject(activity)]
      if [actual?.started, actual?.finished].contains(where: { $0.map { $0 > today } ?? false }) { return true }
      guard actual?.finished == nil, let task = scheduled[subject(activity)] else { return false }
      return task.finish < today || (actual?.started == nil && task.start < today)
    }
    return result(.invalidDates, offenders: offenders, of: network.activities.count)
  }

  var resources: PointResult {
    let offenders = remainingWork.filter { activity in
      network.activities[activity].task.needs.allSatisfy { $0.units == 0 }
    }
    return result(.resources, offenders: offenders, of: remainingWork.count)
  }

  // MARK: Against the baseline

  /// Activities that the baseline has done by today, with the day it says.
  private func due(_ baseline: Schedule, by today: Day) -> [(activity: Int, day: Day)] {
    let kept = Self.bySubject(baseline)
    return network.activities.indices.compactMap { activity in
      guard let task = kept[subject(activity)], task.finish <= today else { return nil }
      return (activity, task.finish)
    }
  }

  /// Of the tasks that should be done by now, those that are not, or were done later than they should.
  var missedTasks: PointResult {
    guard let baseline else { return unknown(.missedTasks, .baseline) }
    guard let today else { return unknown(.missedTasks, .today) }
    let due = due(baseline, by: today)
    let offenders = due.filter { activity, day in
      guard let finished = actuals[subject(activity)]?.finished else { return true }
      return finished > day
    }
    return result(.missedTasks, offenders: offenders.map(\.activity), of: due.count)
  }

  /// Tasks that are done over tasks that should be; what is done early counts too.
  var baselineExecution: PointResult {
    guard let baseline else { return unknown(.baselineExecution, .baseline) }
    guard let today else { return unknown(.baselineExecution, .today) }
    let due = due(baseline, by: today)
    guard !due.isEmpty else { return unknown(.baselineExecution, .subject) }
    let done = network.activities.indices.count { actuals[subject($0)]?.finished.map { $0 <= today } ?? false }
    return result(
      .baselineExecution, figure: Double(done) / Double(due.count), of: due.count,
      offenders: due.map(\.activity).filter { !isDone($0) })
  }
}
