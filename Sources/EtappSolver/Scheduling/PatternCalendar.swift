/// Days on which an activity advances: from a start to the finish and back.
///
/// Every day beyond the horizon is worked, so that nothing is undefined.
struct PatternCalendar: Sendable {
  /// Working days before each day up to the horizon.
  private let worked: [Int32]
  /// The working days.
  private let days: [Int32]

  init(pattern: [Bool], horizon: Int) {
    var worked: [Int32] = [0]
    var days: [Int32] = []
    for day in 0..<horizon {
      if day >= pattern.count || pattern[day] { days.append(Int32(day)) }
      worked.append(Int32(days.count))
    }
    self.worked = worked
    self.days = days
  }

  private var horizon: Int { worked.count - 1 }

  private func count(before day: Int) -> Int {
    day <= 0 ? min(0, day) : day <= horizon ? Int(worked[day]) : Int(worked[horizon]) + day - horizon
  }

  /// The working day with a number; below 0 there are working days without end.
  private func day(_ index: Int) -> Int {
    index < 0 ? index : index < days.count ? Int(days[index]) : horizon + index - days.count
  }

  /// The first working day from `day` on.
  func next(from day: Int) -> Int { self.day(count(before: day)) }

  /// The last working day up to `day`.
  func previous(upTo day: Int) -> Int { self.day(count(before: day + 1) - 1) }

  /// The day after the last of `duration` working days from `start` on.
  func finish(start: Int, duration: Int) -> Int {
    duration > 0 ? day(count(before: start) + duration - 1) + 1 : start
  }

  /// The first day, worked or not, whose finish is on `finish` or later.
  func start(finishingFrom finish: Int, duration: Int) -> Int {
    duration > 0 ? day(count(before: finish - 1) - duration) + 1 : finish
  }

  /// The last working day whose finish is on `finish` or earlier.
  func start(finishingBy finish: Int, duration: Int) -> Int {
    duration > 0 ? day(count(before: finish) - duration) : finish
  }
}
