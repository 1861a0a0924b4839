import ArgumentParser
import Etapp
import EtappModel

/// `etapp compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "The difference of two plans: who moves, what each goal gains or loses.",
    discussion: """
      A and B are names of kept plans (`etapp versions DIR` lists them) or tables with the columns place and round. Both are
      evaluated on the workspace as it is now.

        etapp compare . plan-1 plan-2
        etapp compare . plan-1 proposal.csv
      """)

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("A kept plan, or a table.", valueName: "A"))
  var first: String

  @Argument(help: ArgumentHelp("Another.", valueName: "B"))
  var second: String

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let comparison = session.study.compare(
      try session.plan(named: first), named: first, try session.plan(named: second), named: second)
    session.show(
      session.study.document(comparison, language: session.language),
      session.study.words(for: comparison)(session.language))
  }
}
