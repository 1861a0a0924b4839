/// When every activity of a project starts and finishes: it holds its resources on the days `starts[i]..<finishes[i]`.
package struct Timetable: Sendable, Hashable {
  package var starts: [Int]
  package var finishes: [Int]

  package init(starts: [Int], finishes: [Int]) {
    self.starts = starts
    self.finishes = finishes
  }

  /// The day after the last day of work.
  package var makespan: Int { finishes.max() ?? 0 }
}

/// What a schedule is to make small: a weighted sum of whole numbers, so that values and bounds are exact.
///
///     makespan · max F + Σ completion F + Σ tardiness max(0, F − due) + Σ deviation |S − baseline|
package struct ScheduleObjective: Sendable, Hashable {
  package struct Completion: Sendable, Hashable {
    package var activity: Int
    package var weight: Int

    package init(activity: Int, weight: Int) {
      self.activity = activity
      self.weight = weight
    }
  }

  package struct Due: Sendable, Hashable {
    package var activity: Int
    /// The day it should have finished by.
    package var day: Int
    package var weight: Int

    package init(activity: Int, day: Int, weight: Int) {
      self.activity = activity
      self.day = day
      self.weight = weight
    }
  }

  package struct Anchor: Sendable, Hashable {
    package var activity: Int
    /// The start it had in the baseline.
    package var start: Int
    package var weight: Int

    package init(activity: Int, start: Int, weight: Int) {
      self.activity = activity
      self.start = start
      self.weight = weight
    }
  }

  package var makespan: Int
  package var completions: [Completion]
  package var dues: [Due]
  package var anchors: [Anchor]

  package init(makespan: Int = 0, completions: [Completion] = [], dues: [Due] = [], anchors: [Anchor] = []) {
    self.makespan = makespan
    self.completions = completions
    self.dues = dues
    self.anchors = anchors
  }

  package static let makespan = ScheduleObjective(makespan: 1)

  package func value(of timetable: Timetable) -> Int {
    var value = makespan * timetable.makespan
    for completion in completions { value += completion.weight * timetable.finishes[completion.activity] }
    for due in dues { value += due.weight * max(0, timetable.finishes[due.activity] - due.day) }
    for anchor in anchors { value += anchor.weight * abs(timetable.starts[anchor.activity] - anchor.start) }
    return value
  }
}
