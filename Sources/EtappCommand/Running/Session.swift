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
    let teller = Teller(output)
    let workspace = try teller.workspace(folder)
    language = output.preferred ?? workspace.assignment.language
    versions = try teller.versions(workspace, language: language)
    let missing = workspace.missingVersions(among: versions)
    guard missing.isEmpty else { throw teller.invalid(missing) }
    let manner: Progress.Manner =
      output.quiet ? .silent : output.verbose ? .lines : Output.errorsAreSeen ? .animated : .silent
    progress = Progress(manner, language: language)
    for diagnostic in workspace.diagnostics where !output.quiet && diagnostic.severity == .warning {
      Output.say(diagnostic.words(language))
    }
    let baselines = try workspace.baselines(versions).merging(extra(workspace)) { $1 }
    Interrupt.listen()
    study = Study(workspace, baselines: baselines, options: RunOptions(threads: running.threads))
    self.workspace = workspace
    self.output = output
    self.running = running
  }

  /// How to run from here on: the time limit is for the whole command, so what is left of it.
  var options: RunOptions {
    let left = running.timeLimit.map { max(0.001, $0 - (ProcessInfo.processInfo.systemUptime - began)) }
    let progress = progress
    return RunOptions(
      seed: running.seed, threads: running.threads, timeLimit: left, isStopped: { Interrupt.isAsked },
      progress: { progress.take($0) })
  }

  /// Computes something, with a line that says what.
  func doing<Result>(_ text: Text, _ work: () throws -> Result) throws -> Result {
    progress.begin(text)
    defer { progress.end() }
    do {
      return try work()
    } catch let error as Exit {
      throw error
    } catch {
      progress.end()
      throw fail("\(error)", .failure)
    }
  }

  // MARK: Plans

  /// The best plan; leaves with a document when there is none to go on with.
  func plan() throws -> Plan {
    let plan = try doing(Text(en: "Planning:", sv: "Planerar:")) { try study.plan(options) }
    guard plan.hasChoice else {
      show(study.document(plan, language: language), words(without: plan))
      throw Exit(plan.proof) ?? .failure
    }
    return plan
  }

  /// The plan that a name or a table stands for, or the best one when nothing is named.
  func plan(named name: String?) throws -> Plan {
    guard let name else { return try plan() }
    return try study.evaluate(choice(named: name), options)
  }

  /// What a name or a table `place,round` decides.
  func choice(named name: String) throws -> Choice {
    if let version = versions.first(where: { $0.name == name }) {
      let (choice, diagnostics) = version.choice(in: workspace)
      for diagnostic in diagnostics where !output.quiet { Output.say(diagnostic.words(language)) }
      return choice
    }
    return try Teller(output).choice(name, in: workspace, versions: versions)
  }

  private func words(without plan: Plan) -> String {
    switch plan.proof {
    case .infeasible(let conflict): study.words(forConflict: conflict)(language)
    default: study.words(for: plan)(language)
    }
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

  func fail(_ message: String, _ exit: Exit, maybe: [String] = []) -> Exit {
    Teller(output).fail(Text(message), exit, maybe: maybe)
  }

  func fail(_ message: Text, _ exit: Exit, maybe: [String] = []) -> Exit {
    Teller(output).fail(Text(message(language)), exit, maybe: maybe)
  }
}
