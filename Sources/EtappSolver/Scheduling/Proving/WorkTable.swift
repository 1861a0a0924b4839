/// When an activity finishes from each start and the reverse, under its pattern: monotone maps of days.
///
/// Every prover and bound asks here, so that they need not know whether a project has patterns.
/// Complexity: O(1) a question; O(days) to build where there is a pattern.
struct WorkTable: Sendable {
  private let duration: Int
  /// `finishes[s]`; empty where every day advances.
  private let finishes: [Int]
  /// `earliest[f]`: the least start whose finish is `f` or later.
  private let earliest: [Int]

  /// - Parameter horizon: the days the tables cover; beyond them every day advances.
  init(_ project: Project, activity: Int, horizon: Int) {
    duration = project.durations[activity]
    guard let index = project.patternOf[activity], duration > 0 else {
      finishes = []
      earliest = []
      return
    }
    let pattern = project.patterns[index]
    let days = max(horizon, pattern.count) + 1
    finishes = Self.finishes(of: duration, pattern: pattern, days: days)
    earliest = Self.inverse(of: finishes)
  }

  /// The day after the last day of work.
  func finish(from start: Int) -> Int {
    start < finishes.count && start >= 0 ? finishes[start] : start + duration
  }

  /// The least start whose finish is `finish` or later; may be before day 0 where every day advances.
  func start(finishingAt finish: Int) -> Int {
    guard !finishes.isEmpty else { return finish - duration }
    return finish < 0 ? finish : finish < earliest.count ? earliest[finish] : finish - duration
  }

  /// The least start from which `day` is still held.
  func start(holding day: Int) -> Int { start(finishingAt: day + 1) }

  private static func finishes(of duration: Int, pattern: [Bool], days: Int) -> [Int] {
    // The finish is the day after the `duration`-th advancing day from the start.
    var work: [Int] = []
    for day in 0..<(days + duration + 1) where day >= pattern.count || pattern[day] { work.append(day) }
    var first = 0
    return (0..<days).map { start in
      while work[first] < start { first += 1 }
      return work[first + duration - 1] + 1
    }
  }

  private static func inverse(of finishes: [Int]) -> [Int] {
    var start = 0
    return (0...(finishes.last ?? 0)).map { finish in
      while finishes[start] < finish { start += 1 }
      return start
    }
  }
}
