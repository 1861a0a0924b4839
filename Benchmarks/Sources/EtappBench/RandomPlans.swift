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
    let (cost, sample) = Cost.of { draw(study) }
    for goal in plan.wholeGoals {
      guard let best = sample.best[goal.goal] else { continue }
      Output.write(line(goal, best: best.value, sample, cost))
    }
  }

  private func line(_ goal: GoalResult, best: Double, _ sample: Sample, _ cost: Cost) -> Measurement {
    let better = goal.sense == .minimise ? best - goal.value : goal.value - best
    let isWorse = better < -1e-9 * max(1, abs(best))
    let mean = (sample.sum[goal.goal] ?? 0) / Double(max(1, sample.plans))
    var line = Measurement(
      benchmark: "random", instance: "\(common.exampleName)/\(goal.goal)", status: isWorse ? "worse" : "as-good",
      cost: cost, seed: common.seed, threads: common.threads)
    line.take(goal)
    line.more = [
      ("plans", .number(Double(sample.plans))), ("bestRandom", .number(best)), ("meanRandom", .number(mean)),
      ("better", .number(better)),
    ]
    if best != 0 { line.more.append(("betterShare", .number(better / abs(best)))) }
    return line
  }

  /// What the random plans come to, by goal.
  private struct Sample: Sendable {
    var plans = 0
    var best: [ID<Goal>: GoalResult] = [:]
    var sum: [ID<Goal>: Double] = [:]

    mutating func add(_ plan: Plan) {
      plans += 1
      for goal in plan.wholeGoals {
        sum[goal.goal, default: 0] += goal.value
        best[goal.goal] = Self.better(best[goal.goal], goal)
      }
    }

    mutating func add(_ other: Sample) {
      plans += other.plans
      sum.merge(other.sum, uniquingKeysWith: +)
      for goal in other.best.values { best[goal.goal] = Self.better(best[goal.goal], goal) }
    }

    private static func better(_ first: GoalResult?, _ second: GoalResult) -> GoalResult {
      guard let first else { return second }
      let isBetter = second.sense == .minimise ? second.value < first.value : second.value > first.value
      return isBetter ? second : first
    }
  }

  /// Draws in 20 batches with seeds of their own, so that the sample is the same on any number of threads.
  private func draw(_ study: Study) -> Sample {
    let batches = 20
    var samples = [Sample](repeating: Sample(), count: batches)
    samples.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: batches) { batch in
        let options = RunOptions(seed: common.seed &* 1000 &+ UInt64(batch), threads: 1)
        let choices = (try? study.randomPlans(count: count / batches, options)) ?? []
        for choice in choices { if let plan = try? study.evaluate(choice, options) { slots[batch].add(plan) } }
      }
    }
    return samples.reduce(into: Sample()) { $0.add($1) }
  }
}
