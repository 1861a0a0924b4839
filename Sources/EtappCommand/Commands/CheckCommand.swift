import ArgumentParser
import Etapp
import EtappModel

/// `etapp check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads everything and says what is wrong: file, row, column, value, and what was meant.",
    discussion: """
      Says in one line each what was read. An error ends with exit code 5; a warning does not.

        etapp check .
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let workspace = try Teller(printing).workspace(folder.folder)
    let teller = Teller(printing, language: workspace.assignment.language)
    let language = teller.language
    let missing = workspace.missingVersions(among: teller.versions(workspace))
    let all = workspace.diagnostics + missing
    if printing.json {
      Output.write(workspace.checkDocument(missing, language: language))
    } else {
      for diagnostic in all where !printing.quiet || diagnostic.severity == .error {
        Output.say(diagnostic.words(language))
      }
      if !printing.quiet { Output.write(workspace.summary(language) + "\n") }
    }
    if all.hasErrors { throw Exit.invalid }
    let warnings = all.count { $0.severity == .warning }
    guard !printing.quiet, !printing.json else { return }
    Output.write(
      (warnings == 0
        ? Text(en: "Nothing is wrong.", sv: "Inget är fel.")
        : Text(en: "No errors; warnings: \(warnings).", sv: "Inga fel; varningar: \(warnings)."))(language) + "\n")
  }
}
