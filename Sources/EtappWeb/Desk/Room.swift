import Etapp
import EtappModel
import EtappReport
import Foundation
import Synchronization

/// A workspace as it stood when it was last read, and what has been computed of it: every answer is computed once.
final class Room: Sendable {
  let workspace: Workspace
  let study: Study
  let names: NameBook
  let registry: Registry
  private let kept: Mutex<Kept>

  private struct Kept {
    var plans: [String: Plan] = [:]
    var pieces: [String: ReportPieces] = [:]
    var dates: [String: Result<Study.Dates, Study.Undeliverable>] = [:]
    var explanations: [String: Explanation] = [:]
    var variants: [String: [Variant]] = [:]
    var frontiers: [String: Frontier] = [:]
    var texts: [String: String] = [:]
    var answers: [String: Answer] = [:]
    var sums: [String: [[Double]]] = [:]
  }

  init(_ workspace: Workspace, versions: [Version], store: OpenStore) {
    self.workspace = workspace
    registry = Registry(workspace, store: store)
    study = Study(workspace, baselines: workspace.baselines(versions))
    names = NameBook(workspace.assignment, workspace.geography)
    kept = Mutex(Kept())
  }

  var assignment: Assignment { workspace.assignment }

  func sentences(_ language: Language) -> Sentences { Sentences(language, names) }

  // MARK: Plans

  /// What a kept plan is worth today.
  func plan(_ version: Version) throws -> Plan {
    let key = version.name + "\n" + version.stored
    return try remembered(\.plans, key) { try study.plan(of: version) }
  }

  /// Why a place is where it is in a kept plan; some tenths of a second the first time.
  func explanation(
    _ topic: Topic, of plan: Plan, key: String,
    _ options: RunOptions = RunOptions(timeLimit: 20, randomPlans: 0, ideals: false)
  ) throws -> Explanation {
    try remembered(\.explanations, key) {
      try study.explain(plan, topic, options)
    }
  }

  /// The explanation, where it has been computed.
  func knownExplanation(_ key: String) -> Explanation? { kept.withLock { $0.explanations[key] } }

  /// The report's sections about a kept plan, with its dates where they are known.
  func pieces(_ version: Version, _ plan: Plan) -> ReportPieces {
    let dates = dates(version.name)
    let key = version.name + "\n" + version.stored + (dates == nil ? "" : "\ndates")
    return remembered(\.pieces, key) {
      ReportPieces(
        ReportContent(
          assignment: workspace.assignment, geography: workspace.geography, plan: plan, schedule: dates?.schedule,
          baselineSchedule: dates?.baseline, forecast: dates?.forecast,
          diagnostics: workspace.diagnostics + plan.diagnostics, made: Day(number: 0), version: Study.version),
        names: names)
    }
  }

  // MARK: What long runs leave

  func dates(_ version: String, shocks: [ID<Shock>] = []) -> Study.Dates? {
    try? kept.withLock { $0.dates[Self.key(version, shocks)] }?.get()
  }

  func undeliverable(_ version: String) -> Text? {
    guard case .failure(let failure)? = kept.withLock({ $0.dates[version] }) else { return nil }
    return failure.message
  }

  func keep(_ dates: Result<Study.Dates, Study.Undeliverable>, for version: String, shocks: [ID<Shock>] = []) {
    kept.withLock { $0.dates[Self.key(version, shocks)] = dates }
  }

  private static func key(_ version: String, _ shocks: [ID<Shock>]) -> String {
    ([version] + shocks.map(\.code).sorted()).joined(separator: "\n")
  }

  func variants(_ version: String) -> [Variant]? { kept.withLock { $0.variants[version] } }
  func keep(_ variants: [Variant], for version: String) { kept.withLock { $0.variants[version] = variants } }

  func frontier(_ key: String) -> Frontier? { kept.withLock { $0.frontiers[key] } }
  func keep(_ frontier: Frontier, for key: String) { kept.withLock { $0.frontiers[key] = frontier } }

  /// A page or a file that is the same for everybody.
  func text(_ key: String, _ make: () throws -> String) rethrows -> String { try remembered(\.texts, key, make) }

  /// Sums of people that are the same for everybody.
  func sums(_ key: String, _ make: () throws -> [[Double]]) rethrows -> [[Double]] { try remembered(\.sums, key, make) }

  /// An answer that is the same for everybody, with its entity tag.
  func answer(_ key: String, _ make: () throws -> Answer) rethrows -> Answer {
    try remembered(\.answers, key) {
      var answer = try make()
      if case .bytes(let bytes) = answer.body {
        answer.headers.append(("etag", "\"\(Secrets.sha256(bytes).prefix(22))\""))
      }
      return answer
    }
  }

  private func remembered<Value: Sendable>(
    _ place: sending WritableKeyPath<Kept, [String: Value]>, _ key: String, _ make: () throws -> Value
  ) rethrows -> Value {
    if let known = kept.withLock({ $0[keyPath: place][key] }) { return known }
    let value = try make()
    kept.withLock { kept in
      if kept[keyPath: place].count > Self.memory { kept[keyPath: place] = [:] }
      kept[keyPath: place][key] = value
    }
    return value
  }

  /// Answers of one kind that are remembered.
  private static let memory = 400
}
