import EtappExchange
public import EtappModel
import EtappPlanner
import Foundation

/// The standard problem of project scheduling on public instances: how good, how surely, how fast.
public enum ProjectBenchmark {
  /// What was found for one instance.
  public struct Answer: Sendable {
    public var instance: String
    /// `rcpsp`, or `rcpsp/max` where links say how far starts lie apart.
    public var problem: String
    /// Nil, as the makespan, where no schedule was found.
    public var starts: [Int]?
    public var makespan: Int?
    public var bound: Int
    public var schedules: Int
    public var proof: Proof
    public var seconds: Double
    /// The most memory the process has held so far, 10⁶ bytes.
    public var peakMemoryMB: Double

    /// One line of JSON.
    public var line: String {
      let status =
        switch proof {
        case .optimal: "optimal"
        case .within, .evaluated: "within"
        case .stopped: "stopped"
        case .infeasible: "infeasible"
        }
      return BenchmarkLine(
        instance: instance, problem: problem, makespan: makespan, bound: bound, status: status, schedules: schedules,
        seconds: seconds, peakMemoryMB: peakMemoryMB
      ).json
    }
  }

  /// Reads a project of PSPLIB (`.sm`), or one with time lags (`.sch`).
  public static func read(_ path: String) throws(Workspace.Invalid) -> ProjectInstance {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Workspace.Invalid([
        Diagnostic(
          .error, Text(en: "The file cannot be read.", sv: "Filen kan inte läsas."), at: Diagnostic.Place(file: path))
      ])
    }
    let (project, diagnostics) = ProjectInstanceReader.read([UInt8](data), file: path)
    guard let project else { throw Workspace.Invalid(diagnostics) }
    return project
  }

  /// Schedules a project.
  ///
  /// - Parameters:
  ///   - schedules: How many to generate, as the literature counts them; nil for as many as the time allows.
  ///   - file: Where the project comes from, for what is wrong with it.
  public static func run(
    _ project: ProjectInstance, schedules: Int? = nil, file: String = "", _ options: RunOptions
  ) throws(Workspace.Invalid) -> Answer {
    let began = ProcessInfo.processInfo.systemUptime
    do {
      let answer = try ProjectScheduling(project, options: options.planning(), schedules: schedules).run()
      return Answer(
        instance: project.name, problem: project.hasLags ? "rcpsp/max" : "rcpsp", starts: answer.starts,
        makespan: answer.makespan, bound: answer.bound,
        schedules: answer.schedules, proof: answer.proof, seconds: ProcessInfo.processInfo.systemUptime - began,
        peakMemoryMB: PeakMemory.megabytes)
    } catch {
      throw Workspace.Invalid([
        Diagnostic(
          .error,
          Text(
            en: "Job \(error.job + 1) comes, by its successors, before itself.",
            sv: "Jobb \(error.job + 1) kommer, genom sina efterföljare, före sig självt."),
          at: Diagnostic.Place(file: file), value: "\(error.job + 1)")
      ])
    }
  }
}
