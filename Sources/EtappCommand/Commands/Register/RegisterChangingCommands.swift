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

  @OptionGroup var subject: EntryArgument

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
    let number = subject.number
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
    commandName: "correct", abstract: "Corrects an entry: a new version beside the old, with the reason.",
    discussion: "What is not given stays as it was. An empty --secrecy takes the mark away.")

  @OptionGroup var folder: FolderArgument

  @OptionGroup var subject: EntryArgument

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var facts: EntryFacts
  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    let number = subject.number
    _ = try opened.entry(number)
    let municipality = try facts.municipality(opened)
    let actor = acting.actor(because: reason)
    var entry = try opened.asking { () throws(Versions.Failure) in
      try opened.registry.correct(number, by: actor) { facts.correct(&$0, municipality) }
    }
    if facts.secrecy != nil {
      entry = try opened.asking { () throws(Versions.Failure) in
        try opened.registry.mark(number, secrecy: facts.mark, by: actor)
      }
    }
    opened.show(
      opened.registry.document([entry], language: opened.language),
      opened.registry.words(for: entry)(opened.language))
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
