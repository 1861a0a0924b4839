import ArgumentParser
import Etapp
import EtappModel

/// `etapp new`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a small, commented workspace to begin from; it works as it stands.",
    discussion: """
      The programme.yaml shows every kind of rule and goal; everything in it is invented, to be replaced piece by piece.

        etapp new my-programme
        etapp new my-programme --language sv
      """)

  @Argument(help: ArgumentHelp("The folder to make; missing or empty.", valueName: "DIR"), completion: .directory)
  var folder: String

  @OptionGroup var printing: OutputOptions

  func run() throws {
    let teller = Teller(printing)
    guard NewWorkspace.isFree(folder) else {
      throw teller.fail(
        Text(en: "“\(folder)” is there already and is not empty.", sv: "”\(folder)” finns redan och är inte tom."),
        .usage)
    }
    let files: [String]
    do {
      files = try NewWorkspace.write(to: folder, language: teller.language)
    } catch {
      throw teller.fail(
        Text(en: "“\(folder)” could not be written.", sv: "Det gick inte att skriva ”\(folder)”."), .failure)
    }
    if printing.json { return Output.write(Document.files(files.map { "\(folder)/\($0)" })) }
    guard !printing.quiet else { return }
    let name = folder.contains(" ") ? "\"\(folder)\"" : folder
    Output.write(
      Text(
        en:
          "A workspace is in \(folder): \(files.joined(separator: ", ")).\nNext: etapp check \(name), then etapp plan \(name).\n",
        sv:
          "En arbetsmapp finns i \(folder): \(files.joined(separator: ", ")).\nSedan: etapp check \(name), därefter etapp plan \(name).\n"
      )(
        teller.language))
  }
}
