import Etapp
import EtappModel
import Foundation

/// One run of a command on one workspace: the workspace read, the study ready, and the ways to say things.
struct Session {
  let workspace: Workspace
  let study: Study
  let versions: [Version]
  let output: OutputOptions
  let language: Language
  let progress: Progress
  private let running: RunningOptions
  private let began = ProcessInfo.processInfo.systemUptime

  /// Opens a workspace.
  ///
  /// - Parameter starting: Choices beside the kept ones that `keep` and `replan` may speak of.
  init(
    _ folder: String, _ output: OutputOptions, _ running: RunningOptions,
    extra: (Workspace) throws -> [String: Choice] = { _ in [:] }
  ) throws {
    Interrupt.listen()
    let workspace = try Teller(output).workspace(folder)
    let teller = Teller(output, language: workspace.assignment.language)
    language = teller.language
    versions = teller.versions(workspace)
    let missing = workspace.missingVersions(among: versions)
    guard missing.isEmpty else { throw teller.invalid(missing) }
    progress = Progress(output.manner, language: language)
    for diagnostic in workspace.diagnostics where !output.quiet && diagnostic.severity == .warning {
      Output.say(diagnostic.words(language))
    }
    let baselines = try workspace.baselines(versions).merging(extra(workspace)) { $1 }
    study = Study(workspace, baselines: baselines, options: RunOptions(threads: running.threads))
    self.workspace = workspace
    self.output = output
    self.running = running
  }

  /// How to run from here on: the time limit is for the whole command, so what is left of it.
  var options: RunOptions { options(compared: false) }

  /// - Parameter compared: Whether values are to be held against the best each goal could have alone and against chance.
  func options(compared: Bool) -> RunOptions {
    let left = running.timeLimit.map { max(0.001, $0 - (ProcessInfo.processInfo.systemUptime - began)) }
    let progress = progress
    return RunOptions(
      seed: running.seed, threads: running.threads, timeLimit: left, randomPlans: compared ? 200 : 0,
      ideals: compared, isStopped: { Interrupt.isAsked }, progress: { progress.take($0) })
  }

  /// Whether the time that the command was given is used up.
  var isTimeUp: Bool { running.timeLimit.map { ProcessInfo.processInfo.systemUptime - began >= $0 } ?? false }

  /// Computes something, with a line that says what.
  func doing<Result>(_ text: Text, _ work: () throws -> Result) throws -> Result {
    progress.begin(text)
    defer { progress.end() }
    do {
      return try work()
    } catch let error as Exit {
      throw error
    } catch {
      throw fail(Text("\(error)"), .failure)
    }
  }

  // MARK: Plans

  /// The best plan; leaves with a document when there is none to go on with.
  func plan(compared: Bool = false) throws -> Plan {
    let plan = try doing(Text(en: "Planning:", sv: "Planerar:")) { try study.plan(options(compared: compared)) }
    guard plan.hasChoice else {
      show(study.document(plan, language: language), study.wordsWithoutPlan(plan)(language))
      throw Exit(plan.proof) ?? .failure
    }
    return plan
  }

  /// The plan that a name or a table stands for, or the best one when nothing is named.
  func plan(named name: String?, compared: Bool = false) throws -> Plan {
    guard let name else { return try plan(compared: compared) }
    return try study.evaluate(choice(named: name), options)
  }

  /// What a name or a table `place,round` decides.
  func choice(named name: String) throws -> Choice {
    if let version = versions.first(where: { $0.name == name }) {
      let (choice, diagnostics) = version.choice(in: workspace)
      for diagnostic in diagnostics where !output.quiet { Output.say(diagnostic.words(language)) }
      return choice
    }
    return try Teller(output, language: language).choice(name, in: workspace, versions: versions)
  }

  // MARK: Saying

  /// Prints a result: the document with `--json`, else the words.
  func show(_ document: @autoclosure () -> String, _ words: @autoclosure () -> String) {
    progress.end()
    Output.write(output.json ? document() : words() + "\n")
  }

  /// Says something beside the result, unless it should be quiet.
  func remark(_ text: Text) {
    guard !output.quiet else { return }
    Output.say(text(language))
  }

  func fail(_ message: Text, _ exit: Exit, maybe: [String] = []) -> Exit {
    progress.end()
    return Teller(output, language: language).fail(message, exit, maybe: maybe)
  }
}
