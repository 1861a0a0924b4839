import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp frontier`
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier", abstract: "What one goal costs in terms of another: the Pareto frontier of two goals.",
    discussion: """
      Every plan on it is such that none is better on one of the goals without being worse on the other. Without --goals
      the last two goals are taken.

        etapp frontier . --goals spread,access
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("The ids of two goals.", valueName: "A,B"))
  var goals: String?

  @Option(help: ArgumentHelp("How many points at most.", valueName: "N"))
  var points = 25

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if points < 2 { throw ValidationError("--points is at least 2.") }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let (first, second) = try pair(session)
    let frontier = try session.doing(Text(en: "Frontier:", sv: "Front:")) {
      try session.study.frontier(first, second, points: points, session.options)
    }
    if frontier.points.isEmpty { _ = try session.plan() }
    session.show(
      session.study.document(frontier, language: session.language), session.study.words(for: frontier)(session.language)
    )
    if Interrupt.isAsked { throw Exit.interrupted }
    if !frontier.isComplete, frontier.points.count < points { throw Exit.stopped }
  }

  private func pair(_ session: Session) throws -> (ID<Goal>, ID<Goal>) {
    let known = session.workspace.assignment.goals.map(\.id)
    let names =
      goals.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
      ?? known.suffix(2).map(\.code)
    for name in names where !known.contains(ID(name)) {
      throw session.fail(
        Text(en: "There is no goal “\(name)”.", sv: "Det finns inget mål ”\(name)”."), .usage,
        maybe: Names.nearest(to: name, among: known.map(\.code))
          + (Names.nearest(to: name, among: known.map(\.code)).isEmpty ? known.map(\.code) : []))
    }
    guard names.count == 2, names[0] != names[1] else {
      throw session.fail(
        Text(en: "A frontier is of two goals: --goals a,b.", sv: "En front är av två mål: --goals a,b."), .usage,
        maybe: known.map(\.code))
    }
    return (ID(names[0]), ID(names[1]))
  }
}
