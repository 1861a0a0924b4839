import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// A language as it is asked for.
enum LanguageName: String, CaseIterable, ExpressibleByArgument {
  case sv, en

  var language: Language { self == .sv ? .swedish : .english }
}

/// Options of every command.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON document to standard output, and nothing else.")
  var json = false

  @Option(help: "Language of results and messages; else that of the environment, else of the programme.")
  var language: LanguageName?

  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say every step of the way.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose do not go together.") }
  }

  /// How progress is shown.
  var manner: Progress.Manner {
    quiet ? .silent : verbose ? .lines : Output.errorsAreSeen ? .animated : .silent
  }

  /// The language asked for, or the environment's where the program speaks it; nil leaves it to the programme.
  var preferred: Language? { language?.language ?? Self.environmentLanguage }

  private static var environmentLanguage: Language? {
    let environment = ProcessInfo.processInfo.environment
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else { return nil }
    return Language(rawValue: String(locale.prefix { $0.isLetter }).lowercased())
  }
}

/// Options of every command that computes.
struct RunningOptions: ParsableArguments {
  @Option(help: "Seed of everything random. The same seed gives the same plan.")
  var seed: UInt64 = 1

  @Option(help: "Threads to use; else as many as the machine has processors.")
  var threads: Int?

  @Option(help: "Seconds until the best so far is taken, with its bound.")
  var timeLimit: Double?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads is at least 1.") }
    if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit is a number of seconds greater than 0.") }
  }
}

/// The workspace's folder.
struct FolderArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The workspace: a folder with programme.yaml.", valueName: "DIR"),
    completion: .custom { _, _, typed in WorkspaceCompletion.folders(typed) })
  var folder: String
}

/// A share of something: `0.02` or `2%`.
struct Share: ExpressibleByArgument {
  var value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let isPercentage = argument.hasSuffix("%")
    guard let number = Double(isPercentage ? String(argument.dropLast()) : argument), number >= 0, number.isFinite
    else {
      return nil
    }
    value = isPercentage ? number / 100 : number
  }

  var defaultValueDescription: String { "\(value * 100)%" }
}
