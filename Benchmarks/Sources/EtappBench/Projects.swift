import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `projects`: a set of PSPLIB held against the best known makespans.
struct Projects: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Project scheduling: a set of PSPLIB, its mean deviation from the critical path, and the best known.")

  @Option(help: "j30, j60, j90 or j120.")
  var set = "j120"
  @Option(help: "Schedules to generate for each instance, each pass counted; without it --time-limit counts.")
  var schedules: Int?
  @Option(help: "Take only each so-many-th instance.")
  var every = 1
  @Option(help: "Folder with a tar archive of each set and its best known values.")
  var projects = CommonOptions.beside("shared/data/psplib")
  @OptionGroup var common: CommonOptions

  func run() throws {
    let table = projects + "/\(set)-best-known.csv"
    guard let text = try? String(contentsOfFile: table, encoding: .utf8) else {
      return Output.note("\(table) is absent: the set is skipped")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try unpack(into: folder)
    var sums = Deviations()
    for (index, row) in text.split(whereSeparator: \.isNewline).dropFirst().enumerated() where index % every == 0 {
      guard let known = KnownProject(row) else { continue }
      Output.write(try measure(known, folder.appendingPathComponent("\(set)/\(known.name).sm").path, &sums))
    }
    Output.write(sums.line(set, common))
  }

  private func unpack(into folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "xzf", projects + "/\(set).tar.gz", "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
  }

  private func measure(_ known: KnownProject, _ file: String, _ sums: inout Deviations) throws -> Measurement {
    let options = RunOptions(
      seed: common.seed, threads: common.threads, timeLimit: schedules == nil ? common.timeLimit : nil)
    let project = try ProjectBenchmark.read(file)
    let (cost, answer) = try Cost.of {
      try ProjectBenchmark.run(project, schedules: schedules, file: file, options)
    }
    let makespan = answer.makespan ?? 0
    sums.add(known, makespan, isProved: answer.proof == .optimal, cost)
    var line = Measurement(
      benchmark: "projects", instance: known.name, status: answer.proof.word, cost: cost, seed: common.seed,
      threads: common.threads)
    line.value = Double(makespan)
    line.bound = Double(answer.bound)
    line.gap = Double(makespan - answer.bound) / Double(max(1, makespan))
    line.more = [
      ("criticalPath", .number(Double(known.criticalPath))), ("bestKnown", .number(Double(known.best))),
      ("schedules", .number(Double(answer.schedules))),
    ]
    return line
  }
}

/// What is known of an instance: the columns instance, activities, critical_path, lower_bound, upper_bound.
struct KnownProject {
  let name: String
  let criticalPath: Int
  let best: Int

  init?(_ row: Substring) {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    guard cells.count >= 5, let path = Int(cells[2]), let best = Int(cells[4]), path > 0 else { return nil }
    (name, criticalPath, self.best) = (String(cells[0]), path, best)
  }
}

/// Mean deviations of a set from the critical paths, the measure of the literature.
struct Deviations {
  private var count = 0
  private var own = 0.0
  private var best = 0.0
  private var asGood = 0
  private var proved = 0
  private var cost = Cost()

  mutating func add(_ known: KnownProject, _ makespan: Int, isProved: Bool, _ cost: Cost) {
    count += 1
    own += Double(makespan - known.criticalPath) / Double(known.criticalPath)
    best += Double(known.best - known.criticalPath) / Double(known.criticalPath)
    if makespan <= known.best { asGood += 1 }
    if isProved { proved += 1 }
    self.cost.seconds += cost.seconds
    self.cost.cpuSeconds += cost.cpuSeconds
    self.cost.peakMegabytes = cost.peakMegabytes
  }

  func line(_ set: String, _ common: CommonOptions) -> Measurement {
    let count = Double(max(1, count))
    var line = Measurement(
      benchmark: "projects", instance: "\(set) all", status: "evaluated", cost: cost, seed: common.seed,
      threads: common.threads)
    line.value = 100 * own / count
    line.more = [
      ("bestKnownDeviation", .number(100 * best / count)), ("instances", .number(count)),
      ("asGood", .number(Double(asGood))), ("proved", .number(Double(proved))),
    ]
    return line
  }
}
