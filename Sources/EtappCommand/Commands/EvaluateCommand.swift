import ArgumentParser
import Etapp
import EtappModel

/// `etapp evaluate`
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Values and broken rules of a given plan; nothing is optimised.",
    discussion: """
      The plan is a table with the columns place (id or name) and round, or the name of a kept plan; `-` reads the table from
      standard input. A row whose column closes says yes is an existing office that closes.

        etapp evaluate . --plan proposal.csv
        etapp evaluate . --plan plan-1
        printf 'place,round\\nange,2\\n' | etapp evaluate . --plan - --json
      """)

  @OptionGroup var folder: FolderArgument

  @Option(
    help: ArgumentHelp("The plan: a table, a kept plan's name, or - for standard input.", valueName: "FILE.csv"),
    completion: .file(extensions: ["csv"]))
  var plan: String

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let plan = try session.plan(named: plan)
    session.show(
      session.study.document(plan, language: session.language), session.study.words(for: plan)(session.language))
  }
}
