import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp register add`
struct RegisterAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Registers letters: mail (.eml), mailboxes (.mbox), text, scanned text, other documents.",
    discussion: """
      Reads who wrote to whom, when and about what, which municipality it concerns, and what is promised. What the document
      does not say is given with options. The same letter again changes nothing.

        etapp register add . answer.eml
        etapp register add . scan.txt --municipality Ånge --date 2021-06-14
        etapp register add . note.txt --direction internal --from "Anna" --about "Telephone call about premises"
      """)

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "FILE"), completion: .file())
  var files: [String]

  @Option(help: "Which way it went: incoming, outgoing, internal; else read from it.")
  var direction: RegisterDirection?

  @Option(help: "What it is: letter, answer, decision, note, report, contract, other.")
  var kind: KindArgument?

  @OptionGroup var facts: EntryFacts

  @Option(help: ArgumentHelp("The other side's number of it.", valueName: "NUMBER"))
  var theirs: String?

  @Option(help: ArgumentHelp("The case it belongs to.", valueName: "NUMBER"))
  var `case`: String?

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if facts.secrecy != nil, facts.mark == nil { throw ValidationError("--secrecy is a paragraph of the law.") }
  }

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let contents = try files.map { (name: $0, bytes: try bytes($0, opened)) }
    let receipt = try add(contents, try arrival(opened), opened)
    for diagnostic in receipt.diagnostics where !printing.quiet { Output.say(diagnostic.words(opened.language)) }
    opened.show(
      opened.registry.document(receipt, language: opened.language),
      opened.registry.words(for: receipt)(opened.language))
  }

  private func bytes(_ file: String, _ opened: RegisterSession) throws -> [UInt8] {
    if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw opened.teller.fail(
        Text(
          en: "\(file) is a folder; name the files in it.", sv: "\(file) är en mapp; ange filerna i den."), .invalid)
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw opened.teller.fail(
        Text(en: "\(file) could not be read.", sv: "Det gick inte att läsa \(file)."), .invalid)
    }
    return Array(data)
  }

  private func arrival(_ opened: RegisterSession) throws -> Registry.Arrival {
    Registry.Arrival(
      direction: direction?.direction, kind: kind?.kind, municipality: try facts.municipality(opened),
      day: facts.date?.day, from: facts.from.map(\.party), to: facts.to.map(\.party), about: facts.about,
      counterpartNumber: theirs, caseNumber: `case`, secrecy: facts.mark)
  }

  private func add(
    _ contents: [(name: String, bytes: [UInt8])], _ arrival: Registry.Arrival, _ opened: RegisterSession
  ) throws -> Registry.Receipt {
    do {
      return try opened.registry.add(contents, arrival, by: acting.actor())
    } catch let invalid as Workspace.Invalid {
      throw opened.teller.invalid(invalid.diagnostics)
    } catch let failure as Versions.Failure {
      throw opened.teller.fail(failure.message, failure.isInvalid ? .invalid : .failure)
    }
  }
}

/// What a document is, as it is said on the command line.
struct KindArgument: ExpressibleByArgument {
  let kind: RegisterEntry.Kind

  init?(argument: String) {
    guard let kind = RegisterEntry.Kind(rawValue: argument.lowercased()) else { return nil }
    self.kind = kind
  }
}
