import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `example`: the shipped example, in this process and, with `--binary`, as the command that a user runs.
struct Example: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The shipped example: plan from cold files, what-if, explanations.")

  @Option(help: "The etapp binary, to measure the commands as a user meets them.")
  var binary: String?
  @Option(help: "What-ifs to take the median of.")
  var repetitions = 50
  @OptionGroup var common: CommonOptions

  private var name: String { common.exampleName }

  func run() throws {
    let options = RunOptions(seed: common.seed, threads: common.threads, timeLimit: common.timeLimit)
    let (cost, result) = try Cost.of {
      let workspace = try Workspace(folder: common.example)
      let study = Study(workspace, options: options)
      return (study: study, plan: try study.plan(options))
    }
    writePlan(result.plan, cost, result.study)
    try whatIf(result.study, result.plan, options)
    try oneExplanation(result.study, result.plan, options)
    try allExplanations(result.study, result.plan, options)
    if let binary { try ExampleCommands(binary: binary, example: common.example, name: name).run() }
  }

  private func line(_ benchmark: String, _ plan: Plan, _ cost: Cost) -> Measurement {
    Measurement(
      benchmark: benchmark, instance: name, offices: plan.choice.opens.count, status: plan.proof.word, cost: cost,
      seed: common.seed, threads: common.threads)
  }

  private func writePlan(_ plan: Plan, _ cost: Cost, _ study: Study) {
    for goal in plan.wholeGoals {
      var line = line("plan", plan, cost)
      line.instance += "/\(goal.goal)"
      line.points = study.workspace.geography.demand.count
      line.candidates = study.workspace.geography.places.count
      line.rounds = study.workspace.assignment.rounds.count
      line.take(goal)
      if let ideal = goal.ideal { line.more.append(("ideal", .number(ideal))) }
      if let random = goal.random { line.more.append(("randomMean", .number(random))) }
      Output.write(line)
    }
  }

  /// Two places that exchange rounds, another pair each time: what a coordinator does on the map.
  private func whatIf(_ study: Study, _ plan: Plan, _ options: RunOptions) throws {
    let places = plan.choice.opens.keys.sorted()
    let pairs = places.flatMap { first in
      places.filter { first < $0 && plan.choice.opens[first] != plan.choice.opens[$0] }.map { (first, $0) }
    }
    guard !pairs.isEmpty else { return }
    var costs: [Cost] = []
    for index in 0..<repetitions {
      let (first, second) = pairs[index * 7 % pairs.count]
      var choice = plan.choice
      (choice.opens[first], choice.opens[second]) = (choice.opens[second], choice.opens[first])
      costs.append(try Cost.of { try study.evaluate(choice, options) }.cost)
    }
    var line = line("evaluate", plan, median(costs))
    line.status = "evaluated"
    line.more = [("repetitions", .number(Double(repetitions))), ("slowest", .number(costs.map(\.seconds).max() ?? 0))]
    Output.write(line)
  }

  private func median(_ costs: [Cost]) -> Cost {
    let sorted = costs.sorted { $0.seconds < $1.seconds }
    return sorted[sorted.count / 2]
  }

  /// The first place by name, forced into the other round.
  private func oneExplanation(_ study: Study, _ plan: Plan, _ options: RunOptions) throws {
    guard let place = plan.establishments.min(by: { $0.name < $1.name }) else { return }
    let other = (place.round + 1) % study.workspace.assignment.rounds.count
    let (cost, explanation) = try Cost.of {
      try study.explain(plan, .place(place.place), asking: .round(other), options)
    }
    var line = line("explain", plan, cost)
    line.instance += "/\(place.name)"
    line.status = explanation.alternatives.first?.proof.word ?? "none"
    Output.write(line)
  }

  private func allExplanations(_ study: Study, _ plan: Plan, _ options: RunOptions) throws {
    let (cost, explanations) = try Cost.of { try study.explainAll(plan, options) }
    var line = line("explain-all", plan, cost)
    line.more = [
      ("explanations", .number(Double(explanations.count))),
      ("alternatives", .number(Double(explanations.reduce(0) { $0 + $1.alternatives.count }))),
    ]
    Output.write(line)
  }
}

/// The same as whole processes: what a user at a terminal waits for, and what the operating system says of it.
struct ExampleCommands {
  let binary: String
  let example: String
  let name: String

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-bench-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: example), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    for arguments in [["plan"], ["explain", "--all"]] {
      let (verb, flags) = (arguments[0], Array(arguments.dropFirst()))
      let child = ChildProcess(path: binary, arguments: [verb, folder.path] + flags + ["--json"])
      let result = try child.run()
      var line = Measurement(
        benchmark: "command", instance: "\(name)/\(arguments.joined(separator: " "))",
        status: result.code == 0 ? "done" : "exit-\(result.code)", cost: result.cost)
      line.more = [("bytes", .number(Double(result.output.utf8.count)))]
      Output.write(line)
    }
  }
}
