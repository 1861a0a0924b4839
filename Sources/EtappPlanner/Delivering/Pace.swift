import EtappModel
import Foundation

/// How long finished tasks of a kind took against what was planned, being summed up.
struct Pace: Hashable, Sendable {
  private(set) var finished = 0
  /// Σ ln(actual / planned).
  private(set) var logarithms = 0.0

  mutating func add(worked: Int, planned: Int) {
    guard worked > 0, planned > 0 else { return }
    finished += 1
    logarithms += log(Double(worked) / Double(planned))
  }

  /// What the template's durations are multiplied by; five finished tasks weigh as much as the template.
  var factor: Double { exp(logarithms / (Double(finished) + TaskPace.priorWeight)) }

  func pace(of task: ID<WorkTask>) -> TaskPace {
    TaskPace(
      task: task, finished: finished, ratio: finished > 0 ? exp(logarithms / Double(finished)) : 1,
      factor: factor)
  }
}
