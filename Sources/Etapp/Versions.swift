public import EtappModel
import EtappStore
import Foundation

/// The plans that a workspace keeps under names, in `etapp.sqlite`.
///
/// A version holds what was decided by the ids of places, offices and rounds, so that it can be compared, evaluated and
/// kept to after the assignment has changed.
public struct Versions: Sendable {
  private let folder: String
  private let file: String
  /// The store where it stays open; nil opens it for each question.
  private let store: OpenStore?

  /// - Parameter folder: The workspace's folder.
  public init(folder: String) { self.init(folder: folder, store: nil) }

  package init(folder: String, store: OpenStore?) {
    self.folder = folder
    file = (folder as NSString).appendingPathComponent(PlanStore.fileName)
    self.store = store
  }

  private func reading() throws(StoreFailure) -> PlanStore? {
    if let store { return try store.get().plans }
    return try PlanStore.reading(file)
  }

  private func writing() throws(StoreFailure) -> PlanStore {
    if let store { return try store.get().plans }
    return try PlanStore(writing: file)
  }

  /// Why versions could not be read or written.
  public struct Failure: Error {
    public let message: Text
    /// Whether all that is wrong is that nothing may be written there.
    public let isReadOnly: Bool
    /// Whether the name that was asked for is taken.
    public let isNameTaken: Bool
    /// Whether what was asked for is not there, or not allowed: another question may do.
    public let isUsage: Bool
    /// Whether a document lacks what it must have.
    public let isInvalid: Bool

    init(_ failure: StoreFailure) {
      message = failure.message
      if case .readOnly = failure { isReadOnly = true } else { isReadOnly = false }
      switch failure {
      case .nameTaken, .scheduleTaken: isNameTaken = true
      default: isNameTaken = false
      }
      switch failure {
      case .unknownEntry, .unknownPromise, .reasonMissing, .paragraphMissing, .refused, .occupied, .notRemovable:
        isUsage = true
      default: isUsage = false
      }
      switch failure {
      case .missingFacts, .fileTooLarge, .noBackup: isInvalid = true
      default: isInvalid = false
      }
    }
  }

  // MARK: Reading

  /// Every version, the oldest first.
  public func all() throws(Failure) -> [Version] {
    do {
      return try reading()?.all().map(Version.init) ?? []
    } catch {
      throw Failure(error)
    }
  }

  /// The version of a name.
  public func version(named name: String) throws(Failure) -> Version? {
    do {
      return try reading()?.plan(named: name).map(Version.init)
    } catch {
      throw Failure(error)
    }
  }

  // MARK: Keeping

  /// What a plan was proved for; the empty text, which no files have, where one was written while it was computed.
  private func question(of plan: Plan, _ stored: String) -> String? {
    let files = WorkspaceFiles(folder: folder)
    guard plan.proof != .evaluated, let end = Moment(stored), let changed = files.changed else { return nil }
    return changed.seconds <= end.seconds - Int(plan.run.seconds) ? files.question : ""
  }

  /// How a version was kept.
  public struct Receipt: Sendable {
    public let name: String
    /// Whether the same plan was kept before under this running name, so that nothing new was written.
    public let isOld: Bool
  }

  /// Keeps a plan.
  ///
  /// - Parameters:
  ///   - name: nil takes the next running name (`plan-1`, `plan-2` …), or the last one when its plan is the same.
  ///   - replacing: Whether a plan of that name gives way.
  ///   - stored: The moment, ISO 8601 in universal time.
  ///   - actor: Who keeps it, as the log tells; nil for the program.
  @discardableResult
  public func keep(
    _ plan: Plan, of assignment: Assignment, offices: [Office] = [], name: String? = nil, note: String? = nil,
    replacing: Bool = false, stored: String, by actor: Registry.Actor? = nil
  ) throws(Failure) -> Receipt {
    var kept = KeptPlan(plan, of: assignment, offices: offices, name: name ?? "", note: note, stored: stored)
    kept.proof.question = question(of: plan, stored)
    do {
      let store = try writing()
      guard name == nil else {
        try store.keep(kept, replacing: replacing, actor?.act)
        return Receipt(name: kept.name, isOld: false)
      }
      let (plan, isOld) = try store.keepNumbered(kept, actor?.act)
      return Receipt(name: plan.name, isOld: isOld)
    } catch {
      throw Failure(error)
    }
  }
}

/// A plan that was kept under a name.
public struct Version: Sendable {
  let kept: KeptPlan

  public var name: String { kept.name }
  public var note: String? { kept.note }
  /// When it was stored, ISO 8601 in universal time.
  public var stored: String { kept.stored }
  public var offices: Int { kept.openings.count }
  /// `optimal`, `within`, `stopped` or `evaluated`, as it was when it was kept.
  public var status: String { kept.proof.status }
  public var gap: Double? { kept.proof.gap }
  /// What each goal was worth then.
  public var goals: [(goal: ID<Goal>, value: Double)] { kept.goals.map { ($0.goal, $0.value) } }

  /// What the version decides, in terms of the workspace as it is now.
  ///
  /// - Returns: The choice, and a warning for each place, office or round that is no longer there.
  public func choice(in workspace: Workspace) -> (choice: Choice, diagnostics: [Diagnostic]) {
    var choice = Choice()
    var diagnostics: [Diagnostic] = []
    let places = Set(workspace.geography.places.map(\.id))
    let offices = Set(workspace.geography.offices.map(\.id))
    let rounds = Dictionary(
      workspace.assignment.rounds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func gone(_ title: String, _ id: String) {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "The version “\(name)” has \(title), which is no longer in the workspace.",
            sv: "Versionen ”\(name)” har \(title), som inte längre finns i arbetsmappen."), value: id))
    }
    for opening in kept.openings {
      guard let round = rounds[opening.round] else {
        gone("\(opening.name) → \(opening.round)", opening.round.code)
        continue
      }
      if !places.contains(opening.place) { gone(opening.name, opening.place.code) }
      // Kept in the choice even then: a place that is gone counts as changed.
      choice.opens[opening.place] = round
    }
    for closing in kept.closings {
      guard let round = rounds[closing.round], offices.contains(closing.office) else {
        gone(closing.name, closing.office.code)
        continue
      }
      choice.closes[closing.office] = round
    }
    return (choice, diagnostics)
  }
}

extension KeptPlan {
  init(_ plan: Plan, of assignment: Assignment, offices: [Office], name: String, note: String?, stored: String) {
    let isProved = plan.proof != .evaluated
    self.init(
      name: name, note: note, stored: stored, programme: assignment.name(assignment.language),
      openings: plan.establishments.map {
        Opening(place: $0.place, name: $0.name, round: assignment.rounds[$0.round].id)
      },
      closings: plan.choice.closes.sorted { $0.key < $1.key }.map { office, round in
        Closing(
          office: office, name: offices.first { $0.id == office }?.name ?? office.code,
          round: assignment.rounds[round].id)
      },
      proof: KeptProof(status: plan.proof.word, gap: plan.gap.isFinite ? plan.gap : nil),
      run: KeptRun(seed: plan.run.seed, threads: plan.run.threads, seconds: plan.run.seconds),
      goals: plan.totals.map {
        KeptGoal(goal: $0.goal, unit: $0.unit.rawValue, value: $0.value, bound: isProved ? $0.bound : nil)
      })
  }
}

extension Proof {
  /// The word that documents and the store use.
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

// MARK: Studies with versions

extension Workspace {
  /// Names of plans that rules and goals refer to, with where.
  private var baselineNames: [(name: String, row: Int?)] {
    assignment.rules.compactMap { rule in
      if case .keep(let plan, _, _) = rule.kind { (plan, rule.row) } else { nil }
    }
      + assignment.goals.compactMap { goal in
        if case .stability(let plan) = goal.kind { (plan, goal.row) } else { nil }
      }
  }

  /// What is wrong with the names of plans in the assignment: each must be kept in the workspace.
  public func missingVersions(among versions: [Version]) -> [Diagnostic] {
    let known = versions.map(\.name)
    return baselineNames.filter { !known.contains($0.name) }.map { name, row in
      Diagnostic(
        .error,
        Text(en: "No plan is kept under this name.", sv: "Ingen plan har sparats under detta namn."),
        at: Diagnostic.Place(file: "programme.yaml", row: row), value: name,
        maybe: Names.nearest(to: name, among: known, limit: 1).first ?? known.last)
    }
  }

  /// The choices of versions by name, for the rules and goals that speak of earlier plans.
  public func baselines(_ versions: [Version]) -> [String: Choice] {
    Dictionary(versions.map { ($0.name, $0.choice(in: self).choice) }, uniquingKeysWith: { $1 })
  }
}
