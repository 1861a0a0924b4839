import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp register list`
struct RegisterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The entries, or with --public what everyone may see of them.",
    discussion: """
      --public masks names of private persons, addresses, telephone numbers and identity numbers in the copy that is shown;
      the entries stay as they are. --reasons says what was masked and why.

        etapp register list .
        etapp register list . --public --from 2021-06-01 --until 2021-06-30
        etapp register list . --output register.csv
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var filter: RegisterFilter

  @Flag(help: "The public list: masked.")
  var `public` = false

  @Flag(help: "With --public: what was masked, and why.")
  var reasons = false

  @Option(help: ArgumentHelp("Write the list to this file too, as CSV.", valueName: "FILE.csv"), completion: .file())
  var output: String?

  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if reasons, !`public` { throw ValidationError("--reasons goes with --public.") }
  }

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let question = try filter.question(opened)
    let entries = try opened.asking { () throws(Versions.Failure) in try opened.registry.list(question) }
    if `public` {
      let list = opened.registry.publicList(entries)
      try write(opened.registry.table(list, language: opened.language), opened)
      opened.show(
        opened.registry.document(list, language: opened.language),
        opened.registry.words(for: list, withReasons: reasons)(opened.language))
    } else {
      try write(opened.registry.table(entries, language: opened.language), opened)
      opened.show(
        opened.registry.document(entries, language: opened.language),
        opened.registry.words(for: entries)(opened.language))
    }
  }

  private func write(_ table: String, _ opened: RegisterSession) throws {
    guard let output else { return }
    do {
      try AtomicFile.write(table, to: output)
    } catch {
      throw opened.teller.fail(
        Text(en: "\(output) could not be written.", sv: "Det gick inte att skriva \(output)."), .failure)
    }
  }
}

/// `etapp register show`
struct RegisterShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One entry: everything the register says of it, and what was read in it.")

  @OptionGroup var folder: FolderArgument

  @OptionGroup var subject: EntryArgument

  @Flag(help: "The document's own words too.")
  var text = false

  @Flag(help: "Who did what with it, the oldest first.")
  var history = false

  @Option(help: ArgumentHelp("Write the document, as it came, to this file.", valueName: "FILE"), completion: .file())
  var document: String?

  @OptionGroup var printing: OutputOptions

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let number = subject.number
    let entry = try opened.entry(number)
    let events = try opened.asking { () throws(Versions.Failure) in
      history ? try opened.registry.history(of: number).map(\.event) : []
    }
    try writeDocument(of: entry, opened)
    opened.show(
      opened.registry.document([entry], language: opened.language),
      opened.registry.words(for: entry, withText: text, history: events)(opened.language))
  }

  private func writeDocument(of entry: RegisterEntry, _ opened: RegisterSession) throws {
    guard let document, let file = entry.document else { return }
    let bytes = try opened.asking { () throws(Versions.Failure) in try opened.registry.content(of: file) }
    guard FileManager.default.createFile(atPath: document, contents: Data(bytes)) else {
      throw opened.teller.fail(
        Text(en: "\(document) could not be written.", sv: "Det gick inte att skriva \(document)."), .failure)
    }
  }
}

/// `etapp register search`
struct RegisterSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "The entries in which every word stands; å, ä and ö are forgiven.")

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The words.", valueName: "WORD"))
  var words: [String]

  @OptionGroup var filter: RegisterFilter

  @Option(help: ArgumentHelp("At most so many.", valueName: "N"))
  var limit = 50

  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let question = try filter.question(opened)
    let hits = try opened.asking { () throws(Versions.Failure) in
      try opened.registry.search(words.joined(separator: " "), question, limit: limit)
    }
    opened.show(
      opened.registry.document(hits.map(\.entry), language: opened.language),
      opened.registry.words(for: hits)(opened.language))
  }
}
