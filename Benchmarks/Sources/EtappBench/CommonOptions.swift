import ArgumentParser
import EtappModel
import Foundation

/// What every case can be told.
struct CommonOptions: ParsableArguments {
  @Option(help: "Threads for Etapp and for the peer.")
  var threads = 2
  @Option(help: "Seconds until Etapp or the peer is stopped.")
  var timeLimit = 300.0
  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1
  @Option(help: "Folder with the national instances.")
  var national = CommonOptions.beside("shared/data/bench/national")
  @Option(help: "Folder with the phased programmes.")
  var phased = CommonOptions.beside("shared/data/bench/phased")
  @Option(help: "HiGHS's command.")
  var highs = CommonOptions.root + "/.deps/python/highsbox/highs_dist/bin/highs"
  @Option(help: "Folder of the shipped example.")
  var example = CommonOptions.root + "/Examples/servicekontor-2021"

  var exampleName: String { URL(fileURLWithPath: example).lastPathComponent }

  /// The folder that holds Etapp: the one above this file's package.
  static var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
  }

  static func beside(_ path: String) -> String {
    URL(fileURLWithPath: root).deletingLastPathComponent().appendingPathComponent(path).path
  }
}

extension Proof {
  /// The status in one word, as the documents have it.
  var word: String {
    switch self {
    case .optimal: "optimal"
    case .within: "within"
    case .infeasible: "infeasible"
    case .stopped: "stopped"
    case .evaluated: "evaluated"
    }
  }
}

extension Measurement {
  mutating func take(_ goal: GoalResult?) {
    value = goal?.value
    bound = goal?.bound
    gap = goal?.gap
  }
}

extension Plan {
  /// Each goal once: the whole of it, without its rounds' parts.
  var wholeGoals: [GoalResult] {
    var seen: Set<ID<Goal>> = []
    // The whole goal comes before its parts.
    return goals.filter { seen.insert($0.goal).inserted }
  }
}

/// Where instances come from: files, or our own generator.
struct InstanceCatalogue {
  let folder: String

  /// The country of a name like `nat50k` or `made50k`; nil when its files are absent.
  ///
  /// A made country has 116 existing offices, as many as there were when the programme of 2021 began.
  func country(_ name: String, sites: Int) throws -> Country? {
    if name.hasPrefix("made"), name.hasSuffix("k"), let thousands = Int(name.dropFirst(4).dropLast()) {
      return SyntheticCountry(points: 1000 * thousands, candidates: sites, existing: 116, seed: 1).make()
    }
    let files = NationalFiles(folder: folder)
    return files.exists(name) ? try files.read(name, sites: sites) : nil
  }
}
