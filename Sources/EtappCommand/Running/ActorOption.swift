import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// Who does something that is written down.
struct ActorOption: ParsableArguments {
  @Option(help: ArgumentHelp("Who does this, for the log; else the user of this machine.", valueName: "NAME"))
  var by: String?

  func validate() throws {
    if let by, by.trimmingCharacters(in: .whitespaces).isEmpty { throw ValidationError("--by is a name.") }
  }

  func actor(because reason: String? = nil) -> Registry.Actor {
    let user = ProcessInfo.processInfo.environment["USER"] ?? NSUserName()
    return Registry.Actor(by ?? (user.isEmpty ? "etapp" : user), at: Now.instant, because: reason)
  }
}

/// A party on the command line: `Name <address>`, an address, or a name.
struct PartyArgument: ExpressibleByArgument {
  let party: Correspondent

  init?(argument: String) {
    let words = argument.trimmingCharacters(in: .whitespaces)
    guard !words.isEmpty, !words.contains(where: \.isNewline) else { return nil }
    if words.hasSuffix(">"), let open = words.lastIndex(of: "<") {
      let name = words[..<open].trimmingCharacters(in: .whitespaces)
      let address = words[words.index(after: open)...].dropLast().lowercased()
      party = Correspondent(name: name.isEmpty ? nil : name, address: address)
    } else if words.contains("@"), !words.contains(" ") {
      party = Correspondent(address: words.lowercased())
    } else {
      party = Correspondent(name: words)
    }
  }
}

/// Options of what asks the register.
struct RegisterFilter: ParsableArguments {
  @Option(help: ArgumentHelp("From this day.", valueName: "DATE"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("Until this day, included.", valueName: "DATE"))
  var until: DayArgument?

  @Option(help: "Only what came in, went out or was drawn up here: incoming, outgoing, internal.")
  var direction: RegisterDirection?

  @Option(help: ArgumentHelp("Only what concerns this municipality.", valueName: "NAME"))
  var municipality: String?

  func validate() throws {
    if let from, let until, until.day < from.day { throw ValidationError("--until is before --from.") }
  }

  func question(_ opened: RegisterSession) throws -> Registry.Question {
    Registry.Question(
      from: from?.day, to: until?.day, direction: direction?.direction,
      municipality: try municipality.map { try opened.municipality($0) })
  }
}

/// Which way a document went, as it is said on the command line.
enum RegisterDirection: String, CaseIterable, ExpressibleByArgument {
  case incoming, outgoing, `internal`

  var direction: RegisterEntry.Direction {
    switch self {
    case .incoming: .incoming
    case .outgoing: .outgoing
    case .internal: .internal
    }
  }
}

/// A workspace opened for its register and dialogue, without a study.
struct RegisterSession {
  let workspace: Workspace
  let registry: Registry
  let conversations: Conversations
  let teller: Teller
  private let output: OutputOptions

  init(_ folder: String, _ output: OutputOptions) throws {
    workspace = try Teller(output).workspace(folder)
    registry = Registry(workspace)
    conversations = Conversations(workspace)
    teller = Teller(output, language: workspace.assignment.language)
    self.output = output
  }

  var language: Language { teller.language }

  func municipality(_ words: String) throws -> ID<Municipality> {
    if let id = registry.municipality(named: words) { return id }
    throw teller.fail(
      Text(en: "There is no municipality “\(words)”.", sv: "Det finns ingen kommun ”\(words)”."), .usage,
      maybe: registry.nearest(to: words))
  }

  /// An entry that must be there.
  func entry(_ number: String) throws -> RegisterEntry {
    if let entry = try asking({ () throws(Versions.Failure) in try registry.entry(number) }) { return entry }
    throw unknown(number)
  }

  func unknown(_ number: String) -> Exit {
    let known = (try? registry.list(newestFirst: true).prefix(500).map(\.number)) ?? []
    return teller.fail(
      Text(en: "There is no entry \(number).", sv: "Det finns ingen post \(number)."), .usage,
      maybe: Names.nearest(to: number, among: known))
  }

  /// Does something with the store; a failure ends the command.
  func asking<Answer>(_ work: () throws(Versions.Failure) -> Answer) throws -> Answer {
    do throws(Versions.Failure) {
      return try work()
    } catch {
      throw teller.fail(error.message, error.isUsage ? .usage : .failure)
    }
  }

  func show(_ document: @autoclosure () -> String, _ words: @autoclosure () -> String) {
    Output.write(output.json ? document() : words() + "\n")
  }

  func remark(_ text: Text) {
    guard !output.quiet else { return }
    Output.say(text(language))
  }
}
