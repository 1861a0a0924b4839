import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The report: one HTML page with map, dates, reasons and proof; the plan as CSV, GeoJSON and JSON.",
    discussion: """
      Writes report.html, plan.csv, plan.geojson, map.svg and plan.json to DIR/report, and where the programme says how
      offices are established, schedule.csv, schedule.ics, schedule.json and forecast.json. The page stands by itself: it can be
      mailed, printed and archived. --output writes the page alone, where you say.

        etapp report .
        etapp report . --plan decided --pdf
        etapp report . --quick --output draft.html
      """)

  @OptionGroup var folder: FolderArgument

  @Option(
    help: ArgumentHelp("Write the page to this file, and nothing else.", valueName: "FILE.html"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @Flag(help: "Make a PDF of the page too.")
  var pdf = false

  @Flag(help: "Without the reasons, the alternatives and the frontier, which take the longest.")
  var quick = false

  @Option(help: ArgumentHelp("Report on this kept plan (or table); else on the best one.", valueName: "NAME"))
  var plan: String?

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let plan = try session.plan(named: plan, compared: true)
    let paths = try Reporting(session: session, isQuick: quick).write(plan, page: output, pdf: pdf)
    session.show(Document.files(paths, proof: plan.proof), paths.joined(separator: "\n"))
    if let exit = Exit(plan.proof) { throw exit }
    if Interrupt.isAsked { throw Exit.interrupted }
  }
}

/// Computes what a report tells and writes its files.
struct Reporting {
  let session: Session
  let isQuick: Bool

  /// - Parameter page: Where the page goes alone; nil writes everything to the workspace's folder `report`.
  /// - Returns: The paths written, the page first.
  func write(_ plan: Plan, page: String? = nil, pdf: Bool = false) throws -> [String] {
    let further = try further(plan)
    var paths: [String]
    do {
      if let page {
        try AtomicFile.write(html(plan, further, languages: nil), to: page)
        paths = [page]
      } else {
        let files = ReportFiles(
          session.study, plan: plan, dates: further.dates, page: html(plan, further, languages: nil),
          language: session.language, made: Now.moment)
        paths = try files.write(to: (session.workspace.folder as NSString).appendingPathComponent("report"))
      }
    } catch {
      let place = page ?? (session.workspace.folder as NSString).appendingPathComponent("report")
      throw session.fail(
        Text(en: "\(place) could not be written.", sv: "Det gick inte att skriva \(place)."), .failure)
    }
    if pdf { paths.append(try writePDF(plan, further, beside: paths[0])) }
    return paths
  }

  private struct Further {
    var explanations: [Explanation] = []
    var variants: [Variant] = []
    var frontier: Frontier?
    var dates: Study.Dates?
    var dialogues: [Dialogue]?
  }

  private func further(_ plan: Plan) throws -> Further {
    var further = Further()
    further.dates = try dates(plan)
    further.dialogues = dialogues(plan)
    guard !isQuick, plan.hasChoice, !Interrupt.isAsked else { return further }
    further.explanations = try session.doing(Text(en: "Explaining:", sv: "Förklarar:")) {
      try session.study.explainAll(plan, session.options)
    }
    further.variants = try session.doing(Text(en: "Alternatives:", sv: "Alternativ:")) {
      try session.study.alternatives(to: plan, limited)
    }
    let goals = session.workspace.assignment.goals.suffix(2)
    if let first = goals.first, let second = goals.last, first.id != second.id {
      let frontier = try session.doing(Text(en: "Frontier:", sv: "Front:")) {
        try session.study.frontier(first.id, second.id, points: 9, limited)
      }
      further.frontier = frontier.points.isEmpty ? nil : frontier
    }
    return further
  }

  /// Nothing while nobody has been spoken with.
  private func dialogues(_ plan: Plan) -> [Dialogue]? {
    let conversations = Conversations(session.workspace)
    guard let begun = try? conversations.all(), !begun.isEmpty else { return nil }
    return try? conversations.all(of: plan.choice)
  }

  /// Nothing where the programme does not say how offices are established.
  private func dates(_ plan: Plan) throws -> Study.Dates? {
    guard session.workspace.assignment.work != nil, plan.hasChoice, !Interrupt.isAsked else { return nil }
    let question = Study.DeliveryQuestion()
    let schedule = try session.schedule(plan.choice, question)
    let forecast = try session.forecast(plan.choice, of: schedule, question)
    let baseline = try? session.study.keptSchedules().first.flatMap { try session.study.keptSchedule(named: $0) }
    let trend = try? session.study.trend(to: schedule, today: Now.day)
    return Study.Dates(schedule: schedule, forecast: forecast, baseline: baseline, trend: trend)
  }

  /// A report shows what alternatives and which frontier can be had in a few seconds; their own commands take the
  /// time they need.
  private var limited: RunOptions {
    var options = session.options
    options.timeLimit = min(options.timeLimit ?? Self.seconds, Self.seconds)
    return options
  }

  private static let seconds = 12.0

  private func html(_ plan: Plan, _ further: Further, languages: [Language]?) -> String {
    session.study.report(
      plan, explanations: further.explanations, variants: further.variants, frontier: further.frontier,
      dates: further.dates, dialogues: further.dialogues, languages: languages, made: Now.day)
  }

  /// A page for paper is in one language.
  private func writePDF(_ plan: Plan, _ further: Further, beside page: String) throws -> String {
    let path = (page as NSString).deletingPathExtension + ".pdf"
    let source = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString).html").path
    defer { try? FileManager.default.removeItem(atPath: source) }
    return try session.doing(Text(en: "Making the PDF:", sv: "Gör PDF:")) {
      do {
        try AtomicFile.write(html(plan, further, languages: [session.language]), to: source)
        try PDF.write(html: source, to: path)
      } catch {
        throw session.fail(Text("\(error)"), .failure)
      }
      return path
    }
  }
}
