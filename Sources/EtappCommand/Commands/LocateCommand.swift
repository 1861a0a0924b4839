import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// A goal as it is asked for.
enum LocationGoalName: String, CaseIterable, ExpressibleByArgument {
  case access, reach, cover, farthest, equity

  var goal: LocationQuestion.Goal {
    switch self {
    case .access: .access
    case .reach: .reach
    case .cover: .cover
    case .farthest: .farthest
    case .equity: .equity
    }
  }
}

/// What travel is counted in, as it is asked for.
enum TravelMeasureName: String, CaseIterable, ExpressibleByArgument {
  case minutes, kilometres

  var measure: LocationQuestion.Measure { self == .minutes ? .minutes : .kilometres }
}

/// `etapp locate`
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate", abstract: "The best sites for a population, with proof, without a programme.",
    discussion: """
      Reads where people live and where offices may open; existing offices count without being chosen. Without --times,
      travel times are made of straight lines.

        etapp locate --demand demand.csv --sites places.csv --open 28 --goal access
        etapp locate --demand demand.csv --sites places.csv --existing offices.csv --open 5 --goal reach --within 30
        etapp locate --demand demand.csv --sites places.csv --goal cover --within 45 --percent 95

      With rounds, rules and closings; DIR is a workspace, whose people, places and offices are taken:

        etapp locate --demand demand.csv --sites places.csv --open 13,28 --study rules.yaml --goal access
        etapp locate --demand demand.csv --existing offices.csv --close 35 --goal access --prices
        etapp locate DIR --open 5 --goal reach --within 30
      """)

  @Argument(
    help: ArgumentHelp("A workspace, in the place of tables.", valueName: "DIR"),
    completion: .custom { _, _, typed in WorkspaceCompletion.folders(typed) })
  var folder: String?

  @OptionGroup var tables: PointTableOptions

  @Option(help: ArgumentHelp("Travel times: from, to, minutes.", valueName: "FILE"), completion: .file())
  var times: String?

  @Option(help: ArgumentHelp("Sites to open, by the end of each round; for cover, the most.", valueName: "N,N…"))
  var open: CumulativeNumbers?

  @Option(help: "What is to be good.")
  var goal: LocationGoalName

  @Option(help: ArgumentHelp("How far is near, in minutes (or in --measure); for reach and cover.", valueName: "MIN"))
  var within: Double?

  @Option(help: ArgumentHelp("Percent of the people that cover brings within.", valueName: "P"))
  var percent: Double = 100

  @Option(help: ArgumentHelp("Inequality aversion of equity: 1, unless said.", valueName: "E"))
  var aversion: Double?

  @Option(help: ArgumentHelp("The same said outright, for one minute or kilometre.", valueName: "K"))
  var kappa: Double?

  @Option(help: "Count travel in minutes or in straight kilometres.")
  var measure: TravelMeasureName = .minutes

  @Option(help: "Road length over straight length.")
  var detour: Double = Travel.standard.formula.detour

  @Option(help: ArgumentHelp("Speed on the first kilometres of a journey.", valueName: "KM/H"))
  var townSpeed: Double = Travel.standard.formula.townSpeed

  @Option(help: ArgumentHelp("Speed beyond.", valueName: "KM/H"))
  var ruralSpeed: Double = Travel.standard.formula.ruralSpeed

  @Option(help: ArgumentHelp("Road kilometres at town speed.", valueName: "KM"))
  var townKilometres: Double = Travel.standard.formula.townKilometres.value

  @OptionGroup var ruling: RulingOptions
  @OptionGroup var geographic: GeographicOptions
  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    try validateSources()
    try validateNumbers()
    if within == nil, goal == .reach || goal == .cover {
      throw ValidationError("--goal \(goal.rawValue) needs --within MIN.")
    }
    if let within, !(within >= 0 && within.isFinite) { throw ValidationError("--within is 0 or more.") }
    guard percent > 0, percent <= 100 else { throw ValidationError("--percent is more than 0 and at most 100.") }
    try validateAversion()
    guard detour >= 1, detour <= 10 else { throw ValidationError("--detour is from 1 to 10.") }
    for (name, speed) in [("town-speed", townSpeed), ("rural-speed", ruralSpeed)] {
      guard speed > 0, speed <= 1000 else { throw ValidationError("--\(name) is more than 0 and at most 1000.") }
    }
    guard townKilometres >= 0, townKilometres <= 20_000 else {
      throw ValidationError("--town-kilometres is from 0 to 20000.")
    }
    if ruling.map != nil, measure == .kilometres {
      throw ValidationError("--map speaks of minutes, not of kilometres.")
    }
    if times != nil, measure == .kilometres { throw ValidationError("--times are minutes, not kilometres.") }
  }

  private func validateAversion() throws {
    if aversion != nil, kappa != nil { throw ValidationError("--aversion and --kappa say the same; give one of them.") }
    if let aversion, !(aversion > 0 && aversion <= 20) {
      throw ValidationError("--aversion is more than 0 and at most 20.")
    }
    if let kappa, !(kappa > 0 && kappa <= 1) { throw ValidationError("--kappa is more than 0 and at most 1.") }
  }

  /// A workspace, or tables.
  private func validateSources() throws {
    try tables.validate(beside: folder)
    let files = [tables.demand, tables.sites, tables.existing, times, ruling.study]
    guard files.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("Only one file can be standard input.")
    }
    if folder != nil, times != nil { throw ValidationError("DIR brings its own travel times; leave --times out.") }
    guard folder == nil else { return }
    if tables.demand == nil { throw ValidationError("Name a workspace, or give --demand FILE.") }
    if tables.sites == nil, ruling.close == nil {
      throw ValidationError("--sites FILE is needed where something is to open.")
    }
    if ruling.close != nil, tables.existing == nil { throw ValidationError("--close needs --existing FILE.") }
  }

  private func validateNumbers() throws {
    if let open, !open.isCumulative {
      throw ValidationError("--open is at least 1, and never falls from round to round.")
    }
    if goal == .cover, open?.numbers.count ?? 1 > 1 {
      throw ValidationError("--goal cover takes one number for --open.")
    }
    if open == nil, goal != .cover, ruling.close == nil, ruling.study == nil {
      throw ValidationError("--goal \(goal.rawValue) needs --open N.")
    }
  }

  var travel: Travel {
    Travel(
      mode: Travel.standard.mode,
      formula: Travel.Formula(
        detour: detour, townSpeed: townSpeed, ruralSpeed: ruralSpeed, townKilometres: Kilometres(townKilometres)),
      unreachable: Travel.standard.unreachable)
  }

  func run() throws {
    Interrupt.listen()
    let teller = Teller(printing)
    if let folder { return try runRuled(try study(ofWorkspace: folder, teller), teller) }
    let study: LocationStudy
    do {
      let opened = try LocationStudy.Opened(tables.files(times: times))
      if isRuled || opened.asksForProgramme { return try runRuled(try self.study(of: opened, teller), teller) }
      study = try LocationStudy(opened, travel: travel)
    } catch let error as Workspace.Invalid {
      throw teller.invalid(error.diagnostics)
    }
    let progress = Progress(printing.manner, language: teller.language)
    let options = RunOptions(
      seed: running.seed, threads: running.threads, timeLimit: running.timeLimit, isStopped: { Interrupt.isAsked },
      progress: { progress.take($0) })
    for diagnostic in study.data.diagnostics where !printing.quiet { Output.say(diagnostic.words(teller.language)) }
    progress.begin(Text(en: "Locating:", sv: "Placerar:"))
    let answer: LocationAnswer
    do {
      answer = try study.answer(question, options)
    } catch {
      progress.end()
      throw teller.fail(Text("\(error)"), .failure)
    }
    progress.end()
    Output.write(
      printing.json
        ? study.document(answer, language: teller.language, options)
        : study.words(for: answer)(teller.language) + "\n")
    if answer.objective != nil {
      try geographic.write(printing, teller) { try $0.write(answer, of: study, made: Now.moment) }
    }
    if let exit = Exit(answer.proof) { throw exit }
  }

  var question: LocationQuestion {
    LocationQuestion(
      goal: goal.goal, open: open?.numbers.last, within: within, share: percent / 100,
      aversion: kappa.map { .kappa($0) } ?? .epsilon(aversion ?? 1), measure: measure.measure)
  }
}
