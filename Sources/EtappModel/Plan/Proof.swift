/// How sure an answer is; never to be inferred from a missing value.
public enum Proof: Hashable, Sendable {
  /// No plan is better: the gap is at most 10⁻⁶.
  case optimal
  /// No plan is better by more than this relative gap.
  case within(Double)
  /// No plan fulfils the rules; these cannot hold together, and any of them left out would leave the rest possible.
  case infeasible(conflict: [ID<Rule>])
  /// Stopped before the proof, with the best so far when there is one.
  case stopped(Stop)
  /// The plan was given; nothing was optimised.
  case evaluated

  /// Why a run stopped early.
  public enum Stop: String, Sendable {
    case timeLimit = "time-limit"
    case interrupted
  }

  /// The relative gap below which an answer counts as proved.
  public static let tolerance = 1e-6
}
