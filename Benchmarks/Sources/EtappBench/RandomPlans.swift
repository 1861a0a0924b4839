import ArgumentParser
import Dispatch
import Etapp
import EtappModel
import Foundation

/// `random`: the plan against the best of many random plans that keep the rules, goal by goal.
struct RandomPlans: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "random", abstract: "The plan against the best of 10,000 random plans that keep the rules.")

  @Option(help: "Random plans.")
  var count = 10_000
  @OptionGroup var common: CommonOptions

  func run() throws {
    let options = RunOptions(seed: common.seed, threads: common.threads, timeLimit: common.timeLimit)
    let study = Study(try Workspace(folder: common.example), options: options)
    let plan = try study.plan(options)
    let (cost, sample) = Cost.of { draw(study, limits: Limits(plan, study.workspace.assignment)) }
    for goal in plan.wholeGoals {
      guard let tally = sample.tallies[goal.goal] else { continue }
      Output.write(line(goal, tally, sample, cost))
    }
  }

  private func line(_ goal: GoalResult, _ tally: Tally, _ sample: Sample, _ cost: Cost) -> Measurement {
    var line = Measurement(
      benchmark: "random", instance: "\(common.exampleName)/\(goal.goal)", status: "no-comparable", cost: cost,
      seed: common.seed, threads: common.threads)
    line.take(goal)
    line.more = [
      ("plans", .number(Double(sample.plans))), ("meanRandom", .number(tally.sum / Double(max(1, sample.plans)))),
      ("bestRandom", .number(tally.best)), ("comparable", .number(Double(tally.comparable))),
      ("asGoodOnEveryGoal", .number(Double(sample.asGood))),
    ]
    if let ideal = goal.ideal { line.more.append(("idealAhead", .number(goal.ahead(of: tally.best, with: ideal)))) }
    guard let best = tally.bestComparable else { return line }
    // The bound is what the goal was proved to reach before later goals used its tolerance.
    let ahead = goal.ahead(of: best, with: goal.bound)
    line.status = ahead < -1e-6 * max(1, abs(best)) ? "worse" : "as-good"
    line.more += [("bestComparable", .number(best)), ("ahead", .number(ahead))]
    if best != 0 { line.more.append(("aheadShare", .number(ahead / abs(best)))) }
    return line
  }

  /// How bad each goal may be for the plan's own limits to hold: a random plan that passes one is not comparable on
  /// the goals after it.
  private struct Limits: Sendable {
    let allowed: [ID<Goal>: Double]
    private let values: [GoalResult]

    init(_ plan: Plan, _ assignment: Assignment) {
      var allowed: [ID<Goal>: Double] = [:]
      for goal in plan.wholeGoals {
        let tolerance = assignment.goals.first { $0.id == goal.goal }
        allowed[goal.goal] = tolerance?.allowed(best: goal.bound) ?? goal.bound
      }
      self.allowed = allowed
      values = plan.wholeGoals
    }

    /// Whether another plan is at least as good on every goal, and better on one.
    func isMatched(by other: Plan) -> Bool {
      let ahead = zip(values, other.wholeGoals).map { own, theirs in own.ahead(of: own.value, with: theirs.value) }
      return ahead.allSatisfy { $0 >= 0 } && ahead.contains { $0 > 1e-6 }
    }

    func holds(_ goal: GoalResult) -> Bool {
      guard let allowed = allowed[goal.goal] else { return true }
      return goal.ahead(of: allowed, with: goal.value) >= -1e-6 * max(1, abs(allowed))
    }
  }

  /// One goal over the random plans.
  private struct Tally: Sendable {
    var sum = 0.0
    var best: Double
    /// Plans that keep the goals before this one as well as the plan has to, and the best of them.
    var comparable = 0
    var bestComparable: Double?
  }

  /// What the random plans come to.
  private struct Sample: Sendable {
    var plans = 0
    /// Plans at least as good as the plan on every goal and better on one: none, if the proof is worth anything.
    var asGood = 0
    var tallies: [ID<Goal>: Tally] = [:]

    mutating func add(_ plan: Plan, _ limits: Limits) {
      plans += 1
      if limits.isMatched(by: plan) { asGood += 1 }
      var isComparable = true
      for goal in plan.wholeGoals {
        var tally = tallies[goal.goal] ?? Tally(best: goal.value)
        tally.sum += goal.value
        tally.best = goal.better(tally.best, goal.value)
        if isComparable {
          tally.comparable += 1
          tally.bestComparable = goal.better(tally.bestComparable ?? goal.value, goal.value)
        }
        tallies[goal.goal] = tally
        isComparable = isComparable && limits.holds(goal)
      }
    }
  }

  /// Draws in 20 batches with seeds of their own, so that the sample is the same on any number of threads.
  private func draw(_ study: Study, limits: Limits) -> Sample {
    let batches = 20
    var evaluated = [[Plan]](repeating: [], count: batches)
    evaluated.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: batches) { batch in
        let options = RunOptions(seed: common.seed &* 1000 &+ UInt64(batch), threads: 1)
        let choices = (try? study.randomPlans(count: count / batches, options)) ?? []
        slots[batch] = choices.compactMap { try? study.evaluate($0, options) }
      }
    }
    return evaluated.joined().reduce(into: Sample()) { $0.add($1, limits) }
  }
}

extension GoalResult {
  /// By how much `value` is better than `other` on this goal.
  fileprivate func ahead(of other: Double, with value: Double) -> Double {
    sense == .minimise ? other - value : value - other
  }

  fileprivate func better(_ first: Double, _ second: Double) -> Double {
    sense == .minimise ? min(first, second) : max(first, second)
  }
}
