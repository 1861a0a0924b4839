import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `national`: a country's demand points and candidates beside existing offices, 28 new offices in two rounds of 14.
struct National: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "National studies: 28 new offices in two rounds of 14.")

  @Option(help: "Instance: nat2k, nat10k, nat50k, nat100k.")
  var instance = "nat10k"
  @Option(help: "Rows of the candidate file to use.")
  var sites = 300
  @Option(help: "Folder with the national instances.")
  var folder = "../../shared/data/bench/national"
  @Option var threads = 2
  @Option var timeLimit = 300.0
  @Option var seed: UInt64 = 1

  func run() throws {
    let files = NationalFiles(folder: folder)
    guard files.exists(instance) else {
      Output.note("\(instance): not in \(folder), skipped")
      return
    }
    let country = try files.read(instance, sites: sites)
    let workspace = country.workspace(rounds: 2, perRound: 14)
    let options = RunOptions(seed: seed, threads: threads, timeLimit: timeLimit, randomPlans: 0)
    let (compiling, study) = Cost.of { Study(workspace, options: options) }
    let (planning, plan) = try Cost.of { try study.plan(options) }
    Output.note("\(compiling) \(planning) \(plan.run) \(plan.goals)")
  }
}
