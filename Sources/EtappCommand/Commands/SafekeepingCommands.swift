import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp verify`
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Finds any altered, missing or moved event, entry or attachment.",
    discussion: """
      Exit code 1 when something is found, and says which. The head that it prints – the last event's number and fingerprint –
      proves, when it is written down somewhere else, that nothing was cut off later: --head asks whether the log holds it.

        etapp verify .
        etapp verify . --head "etapp.head/1 000000000412 8f3a…"
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("A head that was written down.", valueName: "HEAD"))
  var head: String?

  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if let head, !Safekeeping.isHead(head) { throw ValidationError("--head is what verify prints as the head.") }
  }

  func run() throws {
    let teller = Teller(printing)
    let path = try teller.folder(folder.folder)
    let report: Safekeeping.Report?
    do throws(Versions.Failure) {
      report = try Safekeeping(folder: path).verify(holding: head)
    } catch {
      throw teller.fail(error.message, .failure)
    }
    try VerifyCommand.show(report, printing, teller)
  }

  static func show(_ report: Safekeeping.Report?, _ printing: OutputOptions, _ teller: Teller) throws {
    guard let report else {
      return Output.write(
        printing.json
          ? Document.verification(nil)
          : Text(en: "Nothing is kept here yet.\n", sv: "Inget är sparat här än.\n")(teller.language))
    }
    if printing.json {
      Output.write(Document.verification(report))
    } else {
      for finding in report.findings { Output.write(finding.message(teller.language) + "\n") }
      Output.write(summary(report)(teller.language) + "\n")
    }
    if !report.findings.isEmpty { throw Exit.failure }
  }

  private static func summary(_ report: Safekeeping.Report) -> Text {
    let (events, records, files) = (report.events, report.records, report.files)
    let (en, sv) =
      report.findings.isEmpty
      ? ("All is as it was written", "Allt är som det skrevs")
      : ("\(report.findings.count) findings", "\(report.findings.count) fynd")
    return Text(
      en: "\(en): \(events) events, \(records) records, \(files) files. Head: \(report.head)",
      sv: "\(sv): \(events) händelser, \(records) poster, \(files) filer. Huvud: \(report.head)")
  }
}

/// `etapp backup`
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "One file with the whole workspace, consistent also while others work in it.")

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The file to write; it is not there yet.", valueName: "FILE"), completion: .file())
  var file: String

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let teller = Teller(printing)
    let path = try teller.folder(folder.folder)
    guard FileManager.default.fileExists(atPath: (path as NSString).appendingPathComponent("programme.yaml")) else {
      throw teller.fail(
        Text(
          en: "\(path) is no workspace: it has no programme.yaml.",
          sv: "\(path) är ingen arbetsmapp: den har ingen programme.yaml."), .usage)
    }
    do throws(Versions.Failure) {
      try Safekeeping(folder: path).backup(to: file, by: acting.actor())
    } catch {
      throw teller.fail(error.message, error.isUsage ? .usage : .failure)
    }
    Output.write(printing.json ? Document.files([file]) : file + "\n")
  }
}

/// `etapp restore`
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts a backup into a folder in which nothing of it is yet, and verifies it.")

  @Argument(help: ArgumentHelp("The backup.", valueName: "FILE"), completion: .file())
  var file: String

  @Argument(help: ArgumentHelp("The folder.", valueName: "DIR"), completion: .directory)
  var folder: String

  @OptionGroup var printing: OutputOptions

  func run() throws {
    let teller = Teller(printing)
    let report: Safekeeping.Report
    do throws(Versions.Failure) {
      report = try Safekeeping.restore(file, into: folder)
    } catch {
      throw teller.fail(error.message, error.isInvalid ? .invalid : error.isUsage ? .usage : .failure)
    }
    try VerifyCommand.show(report, printing, teller)
  }
}
