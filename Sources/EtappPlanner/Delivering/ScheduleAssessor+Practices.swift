import EtappModel
import EtappSolver

extension ScheduleAssessor {
  typealias PracticeResult = ScheduleAssessment.PracticeResult
  typealias Practice = ScheduleAssessment.Practice

  /// The ten practices, as far as a program can see them.
  func practices(_ points: [PointResult]) -> [PracticeResult] {
    let byPoint = Dictionary(points.map { ($0.point, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      capturing, sequencing(byPoint), from(.resources, .assigning, byPoint) { 1 - $0 }, durations, traceability,
      from(.criticalPathTest, .criticalPath, byPoint) { $0 }, float(byPoint), riskAnalysis, updating(byPoint),
      keptBaseline,
    ]
  }

  private func result(_ practice: Practice, _ score: Double, _ offenders: [Subject] = []) -> PracticeResult {
    PracticeResult(
      practice: practice, score: score, verdict: ScheduleAssessment.Rating(score) == .fully ? .passed : .failed,
      offenders: offenders)
  }

  private func share(_ practice: Practice, offenders: [Int], of considered: Int) -> PracticeResult {
    guard considered > 0 else { return unknown(practice, .subject) }
    return result(practice, 1 - Double(offenders.count) / Double(considered), subjects(offenders))
  }

  private func unknown(_ practice: Practice, _ missing: ScheduleAssessment.Missing) -> PracticeResult {
    PracticeResult(practice: practice, score: nil, verdict: .unknown(missing), offenders: [])
  }

  /// A practice that is one of the points.
  private func from(
    _ point: Point, _ practice: Practice, _ points: [Point: PointResult], _ score: (Double) -> Double
  ) -> PracticeResult {
    guard let point = points[point], let figure = point.figure else { return unknown(practice, .subject) }
    return result(practice, score(figure), point.offenders)
  }

  /// Every task of every office has dates.
  private var capturing: PracticeResult {
    share(
      .capturing, offenders: network.activities.indices.filter { scheduled[subject($0)] == nil },
      of: network.activities.count)
  }

  /// How many of the five points on links and constraints hold.
  private func sequencing(_ points: [Point: PointResult]) -> PracticeResult {
    let own = [Point.missingLogic, .leads, .lags, .relationships, .hardConstraints].compactMap { points[$0] }
    let known = own.filter { $0.figure != nil }
    guard !known.isEmpty else { return unknown(.sequencing, .subject) }
    let failed = known.filter { $0.verdict == .failed }
    return result(
      .sequencing, 1 - Double(failed.count) / Double(known.count), Set(failed.flatMap(\.offenders)).sorted())
  }

  /// A duration is estimated with its uncertainty, and short enough to be followed.
  private var durations: PracticeResult {
    let offenders = remainingWork.filter { activity in
      if network.project.durations[activity] > Point.highDays { return true }
      if case .fixed = network.activities[activity].task.estimate { return true }
      return false
    }
    return share(.durations, offenders: offenders, of: remainingWork.count)
  }

  /// Every link holds in the timetable (along), and every opening is the finish of its office's last task (across).
  private var traceability: PracticeResult {
    let broken = network.project.links.filter { !holds($0) }.map(\.successor)
    let days = Dictionary(schedule.openings.map { ($0.place, $0.day) }, uniquingKeysWith: { first, _ in first })
    let untraced = network.offices.filter { office in
      days[office.place] != network.opening(timetable.finishes[office.opening]) && !isDone(office.opening)
    }
    return share(
      .traceability, offenders: broken + untraced.map(\.opening),
      of: network.project.links.count + network.offices.count)
  }

  private func holds(_ link: Project.Link) -> Bool {
    let (a, b) = (link.predecessor, link.successor)
    return switch link.kind {
    case .finishStart: timetable.starts[b] >= timetable.finishes[a] + link.lag
    case .startStart: timetable.starts[b] >= timetable.starts[a] + link.lag
    case .finishFinish: timetable.finishes[b] >= timetable.finishes[a] + link.lag
    case .startFinish: timetable.finishes[b] >= timetable.starts[a] + link.lag
    }
  }

  /// Tasks with neither too much float nor too little.
  private func float(_ points: [Point: PointResult]) -> PracticeResult {
    let offenders = Set([Point.highFloat, .negativeFloat].flatMap { points[$0]?.offenders ?? [] })
    guard !remaining.isEmpty else { return unknown(.float, .subject) }
    return result(.float, 1 - Double(offenders.count) / Double(remaining.count), offenders.sorted())
  }

  private var riskAnalysis: PracticeResult { result(.riskAnalysis, hasForecast ? 1 : 0) }

  /// Dates agree with what has happened.
  private func updating(_ points: [Point: PointResult]) -> PracticeResult {
    guard let point = points[.invalidDates], let figure = point.figure else { return unknown(.updating, .today) }
    return result(.updating, 1 - figure / Double(max(1, point.considered)), point.offenders)
  }

  /// An earlier schedule is kept, and has the tasks of this one.
  private var keptBaseline: PracticeResult {
    guard let baseline else { return result(.baseline, 0) }
    let kept = Self.bySubject(baseline)
    return share(
      .baseline, offenders: network.activities.indices.filter { kept[subject($0)] == nil },
      of: network.activities.count)
  }
}
