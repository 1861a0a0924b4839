import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// Who reckons travel times, as it is asked for.
enum TravelServiceName: String, CaseIterable, ExpressibleByArgument {
  case valhalla, osrm, openrouteservice, graphhopper
  case straightLine = "straight-line"

  /// nil for straight lines, which need no service.
  var kind: RoutingService? { RoutingService(rawValue: rawValue) }
}

/// `etapp travel`
struct TravelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel", abstract: "Travel times from a routing service, kept, and written as from,to,minutes.",
    discussion: """
      Writes DIR/travel-times.csv, or the file that --output names for the tables of a location study. Answers are kept, so
      that a run that was stopped goes on where it ended, and only new places are asked about. A key is read from the
      environment: ETAPP_TRAVEL_KEY.

        etapp travel . --service valhalla --url http://localhost:8002
        etapp travel . --service openrouteservice --url https://api.openrouteservice.org --profile foot-walking
        etapp travel --demand demand.csv --sites places.csv --output times.csv --service osrm --url http://localhost:5000
        etapp travel . --service straight-line --detours detours.csv --classes regions.geojson
      """)

  @Argument(
    help: ArgumentHelp("The workspace; without one, --demand and --sites.", valueName: "DIR"),
    completion: .custom { _, _, typed in WorkspaceCompletion.folders(typed) })
  var folder: String?

  @Option(help: "Who reckons the times.")
  var service: TravelServiceName

  @Option(help: ArgumentHelp("Where the service is.", valueName: "URL"))
  var url: String?

  @Option(help: ArgumentHelp("Means of travel in the service's own word; else by car.", valueName: "NAME"))
  var profile: String?

  @OptionGroup var tables: PointTableOptions

  @Option(help: ArgumentHelp("The file to write.", valueName: "FILE.csv"), completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(help: ArgumentHelp("Where answers are kept; else travel-cache.sqlite beside the file.", valueName: "FILE"))
  var cache: String?

  @Option(help: ArgumentHelp("Leave out pairs farther apart in a straight line.", valueName: "KM"))
  var withinKilometres: Double?

  @Option(help: ArgumentHelp("The most pairs of one question; else what the service takes as shipped.", valueName: "N"))
  var pairs: Int?

  @Option(help: ArgumentHelp("How often a question is asked again when the service fails.", valueName: "N"))
  var retries: Int = 5

  @Option(help: ArgumentHelp("Seconds before asking again; doubled each time.", valueName: "S"))
  var pause: Double = 1

  @Option(help: ArgumentHelp("Seconds until an answer is given up.", valueName: "S"))
  var patience: Int = 120

  @Option(
    help: ArgumentHelp("Road length over straight length by class of region: class, detour.", valueName: "FILE"),
    completion: .file())
  var detours: String?

  @Option(
    help: ArgumentHelp("Polygons whose names are classes.", valueName: "FILE.geojson"),
    completion: .file(extensions: ["geojson"]))
  var classes: String?

  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if folder == nil, tables.demand == nil || tables.sites == nil || output == nil {
      throw ValidationError("Name a workspace, or --demand, --sites and --output.")
    }
    try tables.validate(beside: folder)
    if service.kind != nil, url == nil { throw ValidationError("--service \(service.rawValue) needs --url.") }
    if service.kind == nil, url != nil || profile != nil {
      throw ValidationError("Straight lines take no --url and no --profile.")
    }
    if service.kind != nil, detours != nil || classes != nil {
      throw ValidationError("--detours and --classes go with --service straight-line.")
    }
    if classes != nil, detours == nil { throw ValidationError("--classes needs --detours.") }
    if let withinKilometres, !(withinKilometres > 0 && withinKilometres <= 20_100) {
      throw ValidationError("--within-kilometres is more than 0 and at most 20100.")
    }
    if let pairs, pairs < 1 { throw ValidationError("--pairs is at least 1.") }
    guard retries >= 0, retries <= 100 else { throw ValidationError("--retries is from 0 to 100.") }
    guard pause >= 0, pause <= 3600 else { throw ValidationError("--pause is from 0 to 3600 seconds.") }
    guard patience >= 1, patience <= 86_400 else { throw ValidationError("--patience is from 1 to 86400 seconds.") }
  }

  func run() throws {
    Interrupt.listen()
    let workspace = try folder.map { try Teller(printing).workspace($0) }
    let teller = Teller(printing, language: workspace?.assignment.language ?? .english)
    let progress = Progress(printing.manner, language: teller.language)
    do {
      let source = try source(teller)
      let question = try question(workspace, teller)
      progress.begin(Text(en: "Travel times:", sv: "Restider:"))
      let travelling = Travelling(question, isStopped: { Interrupt.isAsked }) { progress.count($0, of: $1) }
      let file = output ?? path("travel-times.csv")
      let receipt = try travelling.run(source, to: file, cache: cache ?? path("travel-cache.sqlite"))
      progress.end()
      Output.write(printing.json ? receipt.document : receipt.words(teller.language))
    } catch let failure as TravelFailure {
      progress.end()
      throw leave(failure, teller)
    }
  }

  private func source(_ teller: Teller) throws -> TravelSource {
    guard let kind = service.kind else {
      do {
        return .straightLines(try RegionalDetours(factors: detours, areas: classes, decimalComma: tables.decimalComma))
      } catch {
        throw teller.invalid(error.diagnostics)
      }
    }
    let key = ProcessInfo.processInfo.environment["ETAPP_TRAVEL_KEY"].flatMap { $0.isEmpty ? nil : $0 }
    return .service(
      try TravelService(
        kind, url: url ?? "", profile: profile, key: key, pairs: pairs, retries: retries, pause: pause,
        seconds: patience))
  }

  private func question(_ workspace: Workspace?, _ teller: Teller) throws -> TravelQuestion {
    if let workspace { return TravelQuestion(workspace, withinKilometres: withinKilometres) }
    do {
      return try TravelQuestion(tables.files(), withinKilometres: withinKilometres)
    } catch {
      throw teller.invalid(error.diagnostics)
    }
  }

  /// A file in the workspace, or beside the one that is written.
  private func path(_ name: String) -> String {
    let beside = output.map { ($0 as NSString).deletingLastPathComponent } ?? ""
    return ((folder ?? beside) as NSString).appendingPathComponent(name)
  }

  private func leave(_ failure: TravelFailure, _ teller: Teller) -> Exit {
    switch failure.kind {
    case .stopped:
      return teller.fail(
        Text(
          en: "Stopped. What was answered is kept; the same command goes on from there.",
          sv: "Stoppad. Det som har besvarats är sparat; samma kommando fortsätter därifrån."), .interrupted)
    case .refused: return teller.fail(failure.message, .usage)
    case .unreachable, .failing, .file: return teller.fail(failure.message, .failure)
    }
  }
}
