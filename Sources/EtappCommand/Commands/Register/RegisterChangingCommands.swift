import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp register confirm`
struct RegisterConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirms what was read as a promise, or turns it down.",
    discussion: """
      A confirmed promise stands in the dialogue with the municipality, with its days.

        etapp register confirm . 2021-00042 1
        etapp register confirm . 2021-00042 1 --from 2021-10-25 --until 2021-10-29
        etapp register confirm . 2021-00042 2 --decline
      """)

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The entry's number.", valueName: "NUMBER"))
  var number: String

  @Argument(help: ArgumentHelp("Which of the promises in it: 1, 2 …", valueName: "N"))
  var index: Int

  @Flag(help: "It is no promise.")
  var decline = false

  @Option(help: ArgumentHelp("It is due from this day; else as it was read.", valueName: "DATE"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("It is due until this day; else as it was read.", valueName: "DATE"))
  var until: DayArgument?

  @Option(help: "The promise in your own words.")
  var text: String?

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if decline, from != nil || until != nil || text != nil {
      throw ValidationError("--decline does not go with days or a text.")
    }
  }

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    _ = try opened.entry(number)
    let due = from == nil && until == nil ? nil : DayInterval(from: from?.day, to: until?.day)
    let entry = try opened.asking { () throws(Versions.Failure) in
      decline
        ? try opened.registry.decline(number, promise: index, by: acting.actor())
        : try opened.registry.confirm(number, promise: index, due: due, text: text, by: acting.actor())
    }
    opened.show(
      opened.registry.document([entry], language: opened.language),
      opened.registry.words(for: entry)(opened.language))
  }
}

/// `etapp register correct`
struct RegisterCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects an entry: a new version beside the old, with the reason.")

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The entry's number.", valueName: "NUMBER"))
  var number: String

  @Option(help: "Why.")
  var reason: String

  @Option(help: "In brief, what it is about.")
  var about: String?

  @Option(help: ArgumentHelp("The day.", valueName: "DATE"))
  var date: DayArgument?

  @Option(help: ArgumentHelp("The municipality it concerns.", valueName: "NAME"))
  var municipality: String?

  @Option(help: ArgumentHelp("Whom it is from.", valueName: "NAME"))
  var from: [PartyArgument] = []

  @Option(help: ArgumentHelp("Whom it is to.", valueName: "NAME"))
  var to: [PartyArgument] = []

  @Option(help: ArgumentHelp("Mark it as secret by this paragraph; empty takes the mark away.", valueName: "PARAGRAPH"))
  var secrecy: String?

  @Flag(help: "Leave everything but number and day out of the public list.")
  var hide = false

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    _ = try opened.entry(number)
    let municipality = try municipality.map { try opened.municipality($0) }
    let actor = acting.actor(because: reason)
    var entry = try opened.asking { () throws(Versions.Failure) in
      try opened.registry.correct(number, by: actor) { entry in
        entry.about = about ?? entry.about
        entry.day = date?.day ?? entry.day
        entry.municipality = municipality ?? entry.municipality
        if !from.isEmpty { entry.from = from.map(\.party) }
        if !to.isEmpty { entry.to = to.map(\.party) }
      }
    }
    if let secrecy {
      let mark = secrecy.isEmpty ? nil : RegisterEntry.Secrecy(paragraph: secrecy, hidesEntry: hide)
      entry = try opened.asking { () throws(Versions.Failure) in
        try opened.registry.mark(number, secrecy: mark, by: actor)
      }
    }
    opened.show(
      opened.registry.document([entry], language: opened.language),
      opened.registry.words(for: entry)(opened.language))
  }
}

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
      throw opened.teller.fail(
        Text(
          en: "\(output) could not be written, or is there already.",
          sv: "Det gick inte att skriva \(output), eller så finns den redan."),
        .failure)
    }
  }
}

/// `etapp register retention`
struct RegisterRetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "What may be removed by a decision on retention; --remove removes it.",
    discussion: """
      Without --remove nothing is touched. What is removed leaves its number, day and kind, and the decision in the log.

        etapp register retention .
        etapp register retention . --remove --reason "yearly review"
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("As of this day; else today.", valueName: "DATE"))
  var date: DayArgument?

  @Flag(help: "Remove them for good.")
  var remove = false

  @Option(help: "Why, for the log.")
  var reason: String?

  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let day = date?.day ?? Now.day
    let removable = try opened.asking { () throws(Versions.Failure) in try opened.registry.removable(on: day) }
    if remove {
      try opened.asking { () throws(Versions.Failure) in
        try opened.registry.remove(removable.map(\.number), on: day, by: acting.actor(because: reason))
      }
    }
    opened.show(
      opened.registry.document(removable, isRemoved: remove),
      opened.registry.words(for: removable, isRemoved: remove)(opened.language))
  }
}
