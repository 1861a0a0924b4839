/// How long a kind of task has taken where it is finished, against what the template said.
///
/// Finished offices teach the template; five of them weigh as much as the template does:
///
///     factor = exp( Σ ln(actual / planned) / (n + 5) )
///
/// so that one slow office moves little and a dozen slow ones nearly all the way.
///
/// Source: reference classes, B. Flyvbjerg, "From Nobel Prize to project management", Project Management Journal 37
/// (2006), doi:10.1177/875697280603700302; the shrinkage is that of a normal mean with a prior of weight five.
public struct TaskPace: Hashable, Sendable {
  public var task: ID<WorkTask>
  /// Finished tasks of the kind with a start and a finish.
  public var finished: Int
  /// The geometric mean of actual over planned working days.
  public var ratio: Double
  /// What the template's durations of the kind are multiplied by in what is left.
  public var factor: Double

  /// Finished tasks that weigh as much as the template.
  public static let priorWeight = 5.0
  /// Finished tasks from which the pace is worth telling.
  public static let telling = 5

  public init(task: ID<WorkTask>, finished: Int, ratio: Double, factor: Double) {
    self.task = task
    self.finished = finished
    self.ratio = ratio
    self.factor = factor
  }
}
