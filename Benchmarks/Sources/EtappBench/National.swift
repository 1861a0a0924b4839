import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `national`: a country's demand points and candidates beside existing offices, 28 new offices in two rounds of 14.
struct National: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A national study: 28 new offices in two rounds of 14; with --peer also given whole to HiGHS.")

  @Option(help: "nat2k, nat10k, nat50k, nat100k from --folder; or made2k, made10k … from our own generator.")
  var instance = "made10k"
  @Option(help: "Sites: rows of the candidate file to use, or candidates to make.")
  var sites = 300
  @Flag(help: "28 in three rounds of 10, 9 and 9: a new office in every region, at most two in any region in a round.")
  var quotas = false
  @Flag(help: "Give the same model whole to HiGHS as well, and print the ratio of the times.")
  var peer = false
  @Option(help: "Pairs of a point and a candidate above which the model is not handed to the peer.")
  var largestPeer = 5_000_000
  @OptionGroup var common: CommonOptions

  static let cumulative = [14, 28]
  private static let inThree = [10, 9, 9]

  func run() throws {
    guard let country = try InstanceCatalogue(folder: common.national).country(instance, sites: sites) else {
      Output.note("\(instance): not in \(common.national), skipped")
      return
    }
    let own = try plan(country, quotas ? country.withQuotas(Self.inThree) : country.workspace(rounds: 2, perRound: 14))
    Output.write(own)
    guard peer, !quotas else { return }
    for line in try Peer(country: country, own: own, options: common, largest: largestPeer).run() { Output.write(line) }
  }

  private func plan(_ country: Country, _ workspace: Workspace) throws -> Measurement {
    let options = RunOptions(seed: common.seed, threads: common.threads, timeLimit: common.timeLimit, randomPlans: 0)
    let (cost, result) = try Cost.of {
      let began = Clock.wall
      let study = Study(workspace, options: options)
      let compiled = Clock.wall - began
      return (plan: try study.plan(options), compiled: compiled)
    }
    var line = Measurement(
      benchmark: "national", instance: country.name, points: country.points.count,
      candidates: country.candidates.count, offices: 28, rounds: quotas ? 3 : 2, status: result.plan.proof.word,
      cost: cost, seed: country.seed, threads: common.threads)
    line.take(result.plan.goals.first)
    let effort = result.plan.run.effort
    line.more = [
      ("existing", .number(Double(country.existing.count))), ("compileSeconds", .number(result.compiled)),
      ("linearPrograms", .number(Double(effort.linearPrograms))), ("nodes", .number(Double(effort.nodes))),
      ("cuts", .number(Double(effort.cuts))),
    ]
    return line
  }
}

/// The same national study given whole to HiGHS.
struct Peer {
  let country: Country
  let own: Measurement
  let options: CommonOptions
  let largest: Int

  /// One line, or none with a note where the peer cannot be run.
  func run() throws -> [Measurement] {
    guard FileManager.default.isExecutableFile(atPath: options.highs) else {
      Output.note("HiGHS's command is not at \(options.highs) (see --highs); the peer is skipped")
      return []
    }
    let model = WholeModel(country, cumulative: National.cumulative)
    var line = Measurement(
      benchmark: "highs-whole", instance: country.name, points: country.points.count,
      candidates: country.candidates.count, offices: 28, rounds: 2, status: "not-run", seed: country.seed,
      threads: options.threads)
    line.more = [("pairs", .number(Double(model.pairs)))]
    guard model.pairs <= largest else {
      Output.note("\(country.name): \(model.pairs) pairs are more than --largest-peer; the peer is not run")
      line.status = "too-large"
      return [line]
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-bench-\(UUID().uuidString).mps")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try model.write(to: path)
    let highs = HighsCommand(path: options.highs, threads: options.threads, timeLimit: options.timeLimit)
    fill(&line, with: try highs.solve(path), constant: model.constant)
    return [line]
  }

  /// A time-out counts as its limit; what HiGHS took to read the file does not count.
  private func fill(_ line: inout Measurement, with answer: HighsCommand.Answer, constant: Double) {
    line.status = answer.status
    line.value = answer.value.map { constant + $0 }
    line.bound = answer.bound.map { constant + $0 }
    if let value = line.value, let bound = line.bound { line.gap = abs(value - bound) / max(abs(value), 1e-9) }
    line.cost = answer.process
    line.cost.seconds = answer.status == "time-limit-reached" ? options.timeLimit : answer.seconds
    line.more.append(("processSeconds", .number(answer.process.seconds)))
    line.more.append(("ratio", .number(line.cost.seconds / own.cost.seconds)))
    line.more.append(("cpuRatio", .number(answer.process.cpuSeconds / own.cost.cpuSeconds)))
    if let value = line.value, let mine = own.value { line.more.append(("valueMinusOurs", .number(value - mine))) }
  }
}
