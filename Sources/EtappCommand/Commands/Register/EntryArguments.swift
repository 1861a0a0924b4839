import ArgumentParser
import Etapp
import EtappModel

/// The entry that a command is about.
struct EntryArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The entry's number.", valueName: "NUMBER"))
  var number: String
}

/// What a person says of a document; what is left out is read from it, or stays as it was.
struct EntryFacts: ParsableArguments {
  @Option(help: ArgumentHelp("The municipality it concerns.", valueName: "NAME"))
  var municipality: String?

  @Option(help: ArgumentHelp("The day it came in, was sent or was drawn up.", valueName: "DATE"))
  var date: DayArgument?

  @Option(help: ArgumentHelp("Whom it is from.", valueName: "NAME"))
  var from: [PartyArgument] = []

  @Option(help: ArgumentHelp("Whom it is to.", valueName: "NAME"))
  var to: [PartyArgument] = []

  @Option(help: "In brief, what it is about.")
  var about: String?

  @Option(help: ArgumentHelp("Mark it as secret by this paragraph.", valueName: "PARAGRAPH"))
  var secrecy: String?

  @Flag(help: "Leave everything but number and day out of the public list.")
  var hide = false

  func validate() throws {
    if hide, secrecy == nil { throw ValidationError("--hide needs --secrecy.") }
  }

  /// The mark of secrecy; nil where none is asked for, or an empty one.
  var mark: RegisterEntry.Secrecy? {
    guard let secrecy, !secrecy.allSatisfy(\.isWhitespace) else { return nil }
    return RegisterEntry.Secrecy(paragraph: secrecy, hidesEntry: hide)
  }

  func municipality(_ opened: RegisterSession) throws -> ID<Municipality>? {
    try municipality.map { try opened.municipality($0) }
  }

  /// Writes into an entry what was said.
  func correct(_ entry: inout RegisterEntry, _ municipality: ID<Municipality>?) {
    entry.about = about ?? entry.about
    entry.day = date?.day ?? entry.day
    entry.municipality = municipality ?? entry.municipality
    if !from.isEmpty { entry.from = from.map(\.party) }
    if !to.isEmpty { entry.to = to.map(\.party) }
  }
}
