import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp versions`
struct VersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions", abstract: "Lists the plans that are kept, the oldest first.",
    discussion: """
        etapp versions .
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let teller = Teller(printing)
    let versions: [Version]
    do {
      versions = try Versions(folder: teller.folder(folder.folder)).all()
    } catch let failure as Versions.Failure {
      throw teller.fail(failure.message, .failure)
    }
    if printing.json { return Output.write(Document.versions(versions)) }
    guard !versions.isEmpty else {
      return Output.write(
        Text(
          en: "No plan is kept yet: etapp plan \(folder.folder)\n",
          sv: "Ingen plan är sparad ännu: etapp plan \(folder.folder)\n")(
            teller.language))
    }
    Output.write(table(versions, teller.language))
  }

  private func table(_ versions: [Version], _ language: Language) -> String {
    let header =
      language == .swedish
      ? ["namn", "sparad", "kontor", "bevis", "anteckning"] : ["name", "kept", "offices", "proof", "note"]
    let rows = [header] + versions.map { [$0.name, $0.stored, "\($0.offices)", $0.status, $0.note ?? ""] }
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }
        .joined(separator: "  ").trimmingCharacters(in: .whitespaces) + "\n"
    }
    .joined()
  }
}
