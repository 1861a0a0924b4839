extension Project {
  /// The day after the last day of work of an activity that starts on a day, its pattern's days counted only.
  ///
  /// Plain and slow on purpose: for explanations and checks. A milestone finishes when it starts.
  package func finish(of activity: Int, from start: Int) -> Int {
    guard let pattern = patternOf[activity].map({ patterns[$0] }) else { return start + durations[activity] }
    var (day, left) = (start, durations[activity])
    while left > 0 {
      if day < 0 || day >= pattern.count || pattern[day] { left -= 1 }
      day += 1
    }
    return day
  }
}
