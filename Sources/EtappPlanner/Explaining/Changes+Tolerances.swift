import EtappModel
import EtappSolver

/// The tolerance of a goal: wider, so that what is asked for falls within it, or narrower, so that what is better for the
/// goals after it falls outside.
extension Changes {
  /// The least tolerance above its own with which it may be so.
  ///
  ///     Lₖ ← min { f_k : asked for, f_i ≤ L_i for i < k, and for i > k as far as Lₖ lets them, f_n at its best }
  ///
  /// until it no longer grows: what later goals ask for only becomes more. Of the last goal but one no smaller tolerance
  /// would do; of those before, one might, where a goal between gives way for another.
  func widened(_ step: Int) -> Change? {
    var upper = limits[step].upper
    var after: After? = After(limits: Array(limits[(step + 1)...]), last: last)
    for _ in 0..<Self.attempts {
      guard let known = after, let value = least(limits[step].measure, .asked, before(step) + known.all(lastMeasure))
      else { return nil }
      guard value > Self.wide(upper) else { return tolerance(of: step, upper: upper) }
      upper = value + 1e-9 * max(1, abs(value))
      after = settled(step, upper)
    }
    return nil
  }

  /// The greatest tolerance below its own with which it may be so.
  ///
  ///     Lₖ ← just below  min { f_k : not asked for, f_i ≤ L_i for i ≠ k, f_n better than the best that is asked for }
  ///
  /// until nothing of the kind is left.
  func narrowed(_ step: Int) -> Change? {
    guard model.goals[step].tolerance != .exact else { return nil }
    var upper = limits[step].upper
    var after: After? = After(limits: Array(limits[(step + 1)...]), last: last)
    for _ in 0..<Self.attempts {
      guard let known = after else { return nil }
      let all = before(step) + [(limits[step].measure, upper)] + known.limits
      guard let asked = least(lastMeasure, .asked, all) else { return nil }
      guard asked > Self.wide(known.last) else { return tolerance(of: step, upper: upper) }
      let better = asked - 0.5 * (Self.wide(asked) - asked)
      guard let value = least(limits[step].measure, .others, all + [(lastMeasure, better)]) else { return nil }
      upper = value - 2 * (Self.wide(value) - value)
      after = settled(step, upper)
    }
    return nil
  }

  private static var attempts: Int { 12 }

  private var lastMeasure: Int { model.measures[model.measures.count - 1] }

  private func before(_ step: Int) -> [Limit] { Array(limits[..<step]) }

  /// What the goals after one come to.
  private struct After {
    var limits: [Limit]
    var last: Double

    func all(_ measure: Int) -> [Limit] { limits + [(measure, Changes.wide(last))] }
  }

  /// What the goals after one come to when its limit is another; nil when nothing keeps it.
  private func settled(_ step: Int, _ upper: Double) -> After? {
    var known = before(step) + [(limits[step].measure, upper)]
    for later in (step + 1)..<model.measures.count {
      guard let value = least(model.measures[later], .all, known) else { return nil }
      guard later + 1 < model.measures.count else {
        return After(limits: Array(known[(step + 1)...]), last: value)
      }
      known.append((model.measures[later], stages.measure(later, ofAllowed: value)))
    }
    return nil
  }

  /// The change of a goal's tolerance that makes its limit this; nil when it is none.
  private func tolerance(of step: Int, upper: Double) -> Change? {
    let goal = model.goals[step]
    guard let form = goal.form(in: planner.programme) else { return nil }
    let best = best[step]
    let from = abs(goal.allowed(best: best) - best)
    let to = abs(form.value(ofMeasure: upper) - best)
    return abs(to - from) > Proof.tolerance * max(1e-3, abs(best)) ? .tolerance(goal.id, from: from, to: to) : nil
  }
}
