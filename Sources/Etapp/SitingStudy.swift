import EtappExchange
public import EtappModel
import EtappPlanner
import EtappReport
import Foundation

/// A location study with rounds, rules or closings: a programme of its own, planned like one.
///
///     tables, a workspace ─▶ Geography ┐
///     --open, --close, a study file ───┴▶ SitingStudy ─▶ SitingAnswer
public struct SitingStudy: Sendable {
  public let question: LocationQuestion
  /// What was asked as a programme: plans, explanations and maps are made of it.
  public let study: Study
  /// What there was to say about the files; none of it an error.
  public var diagnostics: [Diagnostic] { study.workspace.diagnostics }
  private let weights: [Double]

  /// What beside the best plan is wanted.
  public struct Wishes: Sendable {
    /// Whether to price every decision about every site.
    public var prices = false
    /// Sites whose every decision is to be priced exactly, by id.
    public var exactly: [String] = []
    /// Plans nearly as good: how many, how much worse each may be, and in how many places it differs.
    public var variants = 0
    public var within = 0.02
    public var differing = 2
    /// Points at most of the frontier of the goal against spread; 0 for none.
    public var spreadPoints = 0

    public init() {}
  }

  /// A study from tables.
  ///
  /// - Parameters:
  ///   - study: A file of rounds and rules in the words of `programme.yaml`.
  ///   - rounds: Rounds that the caller brings; empty leaves them to the file.
  /// - Throws: Everything that is wrong with the files.
  public init(
    _ files: LocationStudy.Files, study: String? = nil, _ question: LocationQuestion, _ rounds: LocationRounds,
    travel: Travel = .standard, threads: Int = 1
  ) throws(Workspace.Invalid) {
    try self.init(
      try LocationStudy.Opened(files), study: study, question, rounds, travel: travel, threads: threads)
  }

  /// A study from tables that are read already.
  ///
  /// - Parameter keepsOffices: Whether no office closes, whatever the table says.
  /// - Throws: Everything that is wrong with the files.
  public init(
    _ opened: LocationStudy.Opened, study: String? = nil, _ question: LocationQuestion, _ rounds: LocationRounds,
    travel: Travel = .standard, keepsOffices: Bool = false, threads: Int = 1
  ) throws(Workspace.Invalid) {
    var missing = opened.diagnostics
    let tables = opened.tables
    let rules = study.map { LocationStudy.file($0, &missing) }
    guard !missing.hasErrors else { throw Workspace.Invalid(missing) }
    var contents = StudyTables.read(
      StudyTables.Files(
        demand: tables.demand, sites: tables.sites, existing: tables.existing, times: tables.times,
        decimalComma: opened.files.decimalComma),
      study: rules)
    contents.diagnostics = missing + contents.diagnostics
    guard !contents.diagnostics.hasErrors else { throw Workspace.Invalid(contents.diagnostics) }
    if keepsOffices {
      for index in contents.geography.offices.indices { contents.geography.offices[index].closable = false }
    }
    var files = Files()
    files.places = tables.sites.name
    files.offices = tables.existing?.name ?? files.offices
    try self.init(
      contents.geography, travel: travel, study: rules, files, question, rounds, contents.diagnostics,
      threads: threads)
  }

  /// What the tables of sites are called, and the kinds that hold where the study file lists none.
  private struct Files {
    var places = "places.csv"
    var offices = "offices.csv"
    var kinds: [Kind] = []
  }

  /// A study of a workspace's people, places and offices; its kinds hold where the study file lists none, its rounds,
  /// rules and goals are left aside.
  ///
  /// - Throws: Everything that is wrong with the study file.
  public init(
    _ workspace: Workspace, study: String? = nil, _ question: LocationQuestion, _ rounds: LocationRounds,
    threads: Int = 1
  ) throws(Workspace.Invalid) {
    var missing: [Diagnostic] = []
    let rules = study.map { LocationStudy.file($0, &missing) }
    guard missing.isEmpty else { throw Workspace.Invalid(missing) }
    let travel = question.measure == .kilometres ? Travel.kilometres : workspace.assignment.travel
    try self.init(
      workspace.geography, travel: travel, study: rules, Files(kinds: workspace.assignment.kinds), question, rounds,
      workspace.diagnostics, threads: threads)
  }

  private init(
    _ geography: Geography, travel: Travel, study: LocationTables.File?, _ files: Files,
    _ question: LocationQuestion, _ rounds: LocationRounds, _ diagnostics: [Diagnostic], threads: Int
  ) throws(Workspace.Invalid) {
    var geography = geography
    // Who asks for closings and has not said which offices may close means all of them.
    if !rounds.close.isEmpty, !geography.offices.contains(where: \.closable) {
      for index in geography.offices.indices { geography.offices[index].closable = true }
    }
    let read = StudyTables.assignment(
      study, geography, asked: rounds.rounds, tables: (files.places, files.offices))
    var assignment = read.assignment
    if assignment.kinds.isEmpty { assignment.kinds = files.kinds }
    guard !read.diagnostics.hasErrors else { throw Workspace.Invalid(diagnostics + read.diagnostics) }
    if assignment.rounds.isEmpty { assignment.rounds = [Round(id: "1", name: Text(en: "Round 1", sv: "Omgång 1"))] }
    assignment.rules = rounds.closings + assignment.rules
    assignment.travel = travel
    self.question = question
    weights = rounds.weights
    let locating = RuledLocating(
      geography, assignment, question, weights: rounds.weights, options: RunOptions(threads: threads).planning())
    self.study = Study(
      Workspace(
        folder: "", assignment: locating.programme.assignment, geography: locating.programme.geography,
        diagnostics: diagnostics + read.diagnostics), programme: locating.programme)
  }

  // MARK: Answering

  /// The best plan with proof, and what was wished for beside it.
  ///
  /// - Throws: When HiGHS is not found, or when the engine contradicts itself.
  public func answer(wishes: Wishes = Wishes(), _ options: RunOptions = RunOptions()) throws -> SitingAnswer {
    let began = ProcessInfo.processInfo.systemUptime
    var options = options
    (options.randomPlans, options.ideals) = (0, false)
    let locating = RuledLocating(study.programme, question, options: options.planning())
    let plan = try locating.plan()
    let phases = plan.goals.isEmpty ? [] : locating.phases(of: plan)
    var answer = SitingAnswer(location: location(plan, phases), plan: plan, phases: phases)
    answer.location.seconds = ProcessInfo.processInfo.systemUptime - began
    if !phases.isEmpty {
      answer.effects = locating.effects(of: plan)
      if wishes.prices, study.programme.hasCapacities { answer.location.diagnostics.append(Self.noPrices) }
      if wishes.prices { answer.prices = try locating.prices(of: plan) }
      for site in wishes.exactly { answer.prices += try locating.exactPrices(of: plan, site: site) }
      if wishes.variants > 0 {
        answer.variants = try study.alternatives(
          to: plan, within: wishes.within, differing: wishes.differing, count: wishes.variants, options)
      }
      if wishes.spreadPoints > 0 { answer.frontier = try locating.spreadFrontier(points: wishes.spreadPoints) }
    }
    answer.location.peakMemoryMB = PeakMemory.megabytes
    return answer
  }

  private static let noPrices = Diagnostic(
    .warning,
    Text(
      en: "Where offices have capacities there is no table of prices; --price SITE proves those of one site.",
      sv: "Där kontor har kapacitet finns ingen tabell över priser; --price PLATS bevisar dem för en plats."))

  private func location(_ plan: Plan, _ phases: [LocationPhase]) -> LocationAnswer {
    let geography = study.workspace.geography
    let opening = Set(plan.choice.opens.keys)
    let goal = plan.totals.first { $0.goal.code == question.goal.rawValue }
    var answer = LocationAnswer(
      question: question, proof: plan.proof, objective: goal?.value, bound: goal?.bound ?? 0,
      open: geography.places.filter { opening.contains($0.id) }.map {
        LocationData.Site(
          id: $0.id.code, name: $0.name, position: $0.coordinate,
          level: study.workspace.assignment.level(of: $0))
      },
      existing: geography.offices.count, points: geography.demand.count, candidates: geography.places.count,
      people: geography.demand.total.value, travel: phases.last?.travel ?? LocationAnswer.Travel(),
      nodes: plan.run.effort.nodes, diagnostics: diagnostics)
    answer.kappa = study.programme.assignment.goals.lazy.compactMap(study.programme.kappa(of:)).first
    return answer
  }

  // MARK: Names

  /// The id of the site that words mean: a place's or an office's id or name, case and accents forgiven.
  ///
  /// - Returns: The ids that match; one where the words are clear, none where they mean nothing.
  public func sites(named words: String) -> [String] {
    let sites = study.programme.sites
    if sites.contains(where: { $0.id == words }) { return [words] }
    let key = Names.folded(words)
    return sites.filter { Names.folded($0.name) == key || Names.folded($0.id) == key }.map(\.id)
  }

  /// Names that resemble words which mean nothing.
  public func nearestNames(to words: String) -> [String] {
    Names.nearest(to: words, among: study.programme.sites.map(\.name))
  }

  // MARK: Telling

  /// The answer in words: what opens and closes when, value, bound, how sure, and for whom it changes most.
  public func words(for answer: SitingAnswer) -> Text {
    let names = NameBook(study.workspace.assignment, study.workspace.geography)
    return Text.inEveryLanguage { language in
      SitingSentences(language, names).summary(
        answer, travel: study.workspace.assignment.travel, hasTimes: study.workspace.geography.travelMatrix != nil)
    }
  }

  /// `etapp.location/1`
  public func document(_ answer: SitingAnswer, language: Language, _ options: RunOptions) -> String {
    let base = LocationDocument.json(answer.location, language: language, seed: options.seed, threads: options.threads)
    return study.documents(language).location(answer, after: base).serialised(pretty: true)
  }
}
