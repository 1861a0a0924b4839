/// Moving a schedule in time as a whole; what comes of it is one only where the project is reversible.
extension ScheduleGenerator {
  /// Reads the schedule from its end: what finished last starts on day 0.
  func turn() {
    let end = Int32(makespan)
    for flat in 0..<count { (starts[flat], finishes[flat]) = (end - finishes[flat], end - starts[flat]) }
  }

  /// Moves the schedule to begin on day 0.
  func moveToDayZero() {
    let first = Int32(firstStart)
    for flat in 0..<count {
      starts[flat] -= first
      finishes[flat] -= first
    }
  }
}
