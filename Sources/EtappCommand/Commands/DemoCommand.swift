import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp demo`
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Copies the shipped example, plans it, writes the report and says where.",
    discussion: """
      The example is the assignment that a government gave its service centre in 2021: at least 28 new offices in two rounds.
      Running it again goes on with the folder when the example in it is unchanged.

        etapp demo
        etapp demo try-it --quick
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "DIR"), completion: .directory)
  var folder: String = "./" + Demo.folderName

  @Flag(help: "Copy the example over what is in the folder.")
  var force = false

  @Flag(help: "Without the reasons, the alternatives and the frontier, which take the longest.")
  var quick = false

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws {
    try copy(Teller(printing))
    let session = try Session(folder, printing, running)
    let plan = try session.plan(compared: true)
    _ = try? Versions(folder: folder).keep(
      plan, of: session.workspace.assignment, offices: session.workspace.geography.offices, stored: Now.moment)
    if !printing.json, !printing.quiet { Output.write(session.study.words(for: plan)(session.language) + "\n\n") }
    let paths = try Reporting(session: session, isQuick: quick).write(plan)
    session.show(Document.files(paths, proof: plan.proof), words(paths, session.language))
    if let exit = Exit(plan.proof) { throw exit }
  }

  private func copy(_ teller: Teller) throws {
    switch Demo.look(at: folder) {
    case .unchanged where !force:
      guard !printing.quiet else { return }
      Output.say(
        Text(
          en: "\(folder) has the example already; going on with it.",
          sv: "\(folder) har redan exemplet; fortsätter med det.")(
            teller.language))
    case .taken(let changed) where !force:
      throw teller.fail(taken(changed), .usage)
    default:
      do {
        try Demo.write(to: folder)
      } catch {
        throw teller.fail(
          Text(en: "“\(folder)” could not be written.", sv: "Det gick inte att skriva ”\(folder)”."), .failure)
      }
    }
  }

  private func taken(_ changed: [String]) -> Text {
    guard !changed.isEmpty else {
      return Text(
        en: "“\(folder)” holds something else. Name another folder, or use --force.",
        sv: "”\(folder)” innehåller något annat. Ange en annan mapp, eller använd --force.")
    }
    let list = changed.joined(separator: ", ")
    return Text(
      en:
        "The example in “\(folder)” has been changed (\(list)). `etapp report \(folder)` plans it as it is; --force copies the example over it.",
      sv:
        "Exemplet i ”\(folder)” har ändrats (\(list)). `etapp report \(folder)` planerar det som det är; --force kopierar exemplet över det."
    )
  }

  private func words(_ paths: [String], _ language: Language) -> String {
    let page = paths.first.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? folder
    return Text(
      en: """
        The report is in \(page)
        Open it in a browser. Then try
          etapp explain \(folder) PLACE       why a place is where it is
          etapp versions \(folder)            the plans that are kept
        """,
      sv: """
        Rapporten finns i \(page)
        Öppna den i en webbläsare. Pröva sedan
          etapp explain \(folder) PLATS       varför en plats ligger där den ligger
          etapp versions \(folder)            de sparade planerna
        """)(language)
  }
}
