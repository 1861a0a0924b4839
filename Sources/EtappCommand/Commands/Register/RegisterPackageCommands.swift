import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp register release`
struct RegisterReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "A release package: masked copies of chosen documents, the list, and a line in the log.",
    discussion: """
      Writes a folder with the public list (list.csv, list.json) and a masked copy of each document's text. What is secret is
      left out and said. The log keeps what was released to whom.

        etapp register release . 2021-00042 2021-00043 --to "A journalist" --output release
      """)

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The entries' numbers.", valueName: "NUMBER"))
  var numbers: [String]

  @Option(help: ArgumentHelp("Whom it is released to.", valueName: "NAME"))
  var to: String

  @Option(help: ArgumentHelp("The folder to write; it is not there yet.", valueName: "FOLDER"), completion: .directory)
  var output: String

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let entries = try numbers.map { try opened.entry($0) }
    do {
      let package = try opened.registry.release(entries, to: to, into: output, by: acting.actor())
      opened.show(
        opened.registry.document(package.list, language: opened.language), package.files.joined(separator: "\n"))
      for number in package.withheld {
        opened.remark(
          Text(
            en: "\(number) is secret and not in the package.", sv: "\(number) är sekretessmarkerad och ingår inte."))
      }
    } catch let failure as Versions.Failure {
      throw opened.teller.fail(failure.message, .failure)
    } catch {
      throw opened.teller.notWritten(output)
    }
  }
}

/// `etapp register archive`
struct RegisterArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Hands entries and their documents over to an archive, as an E-ARK package.",
    discussion: """
      Writes a folder after CSIP 2.1 and CITS ERMS 2.1: the documents as they came, the register's facts, fingerprints, and
      what was done with each entry. What is secret is in it, with its paragraph. Nothing is removed from the register.

        etapp register archive . --from 2021-01-01 --until 2021-12-31 --output servicekontor-2021-ers
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var filter: RegisterFilter

  @Option(
    help: ArgumentHelp("The folder to write, whose name the package has; it is not there yet.", valueName: "FOLDER"),
    completion: .directory)
  var output: String

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let question = try filter.question(opened)
    let entries = try opened.asking { () throws(Versions.Failure) in try opened.registry.list(question) }
    guard !entries.isEmpty else {
      throw opened.teller.fail(
        Text(en: "No entries are asked for with that.", sv: "Inga diarieposter svarar mot det."), .usage)
    }
    do {
      let handover = try opened.registry.archive(entries, into: output, by: acting.actor())
      opened.show(
        opened.registry.document(handover, in: output),
        opened.registry.words(for: handover, in: output)(opened.language))
    } catch let failure as Versions.Failure {
      throw opened.teller.fail(failure.message, .failure)
    } catch {
      throw opened.teller.notWritten(output)
    }
  }
}

extension Teller {
  /// A package's folder that could not be made.
  fileprivate func notWritten(_ folder: String) -> Exit {
    fail(
      Text(
        en: "\(folder) could not be written, or is there already.",
        sv: "Det gick inte att skriva \(folder), eller så finns den redan."),
      .failure)
  }
}
