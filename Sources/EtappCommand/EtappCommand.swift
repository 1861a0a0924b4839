import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// The program `etapp`.
struct EtappCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "etapp",
    abstract: "Plans a network of public offices that opens in rounds: where, in which round, with proof and reasons.",
    discussion: """
      Begin with
        etapp demo                    the shipped example: planned, explained, with a report to open in a browser
        etapp new my-programme        a commented workspace of your own
        etapp plan my-programme       where and in which round, kept under a name
        etapp schedule my-programme   when every office opens, and what each date hangs on
        etapp forecast my-programme   how sure every date is
        etapp explain DIR PLACE       why a place is where it is, and what each alternative would cost

      DIR is a workspace: a folder with programme.yaml and tables; `.` is the folder you stand in.
      Exit codes: 0 done, 1 failure, 2 usage, 3 infeasible, 4 stopped without proof, 5 invalid data, 130 interrupted.
      """,
    version: "etapp \(Study.version)",
    groupedSubcommands: [
      CommandGroup(name: "Begin:", subcommands: [DemoCommand.self, NewCommand.self, CheckCommand.self]),
      CommandGroup(
        name: "Plan:",
        subcommands: [PlanCommand.self, EvaluateCommand.self, ReplanCommand.self, VersionsCommand.self]),
      CommandGroup(name: "Deliver:", subcommands: [ScheduleCommand.self, ForecastCommand.self, CalendarCommand.self]),
      CommandGroup(
        name: "Understand:",
        subcommands: [
          ExplainCommand.self, AlternativesCommand.self, FrontierCommand.self, CompareCommand.self, ReportCommand.self,
        ]),
      CommandGroup(name: "Talk:", subcommands: [RegisterCommand.self, DialogueCommand.self, LettersCommand.self]),
      CommandGroup(
        name: "Keep:", subcommands: [VerifyCommand.self, BackupCommand.self, RestoreCommand.self]),
      CommandGroup(name: "In a browser:", subcommands: [ServeCommand.self]),
      CommandGroup(name: "Site:", subcommands: [LocateCommand.self, TravelCommand.self]),
      CommandGroup(name: "Measure:", subcommands: [BenchmarkCommand.self]),
    ])
}

@main enum Program {
  static func main() async {
    Output.ignoreClosedPipes()
    do {
      var command = try EtappCommand.parseAsRoot()
      if var server = command as? any AsyncParsableCommand {
        try await server.run()
      } else {
        try command.run()
      }
    } catch let exit as Exit {
      Foundation.exit(exit.code)
    } catch {
      leave(error)
    }
  }

  /// The command whose name a slip of the pen is nearest to; nil when the first word is a command.
  private static func commandMeant() -> String? {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
    let names = EtappCommand.configuration.groupedSubcommands.flatMap(\.subcommands).compactMap {
      $0.configuration.commandName
    }
    return names.contains(word) ? nil : Names.nearest(to: word, among: names, limit: 1).first
  }

  /// What the argument parser has to say: help on standard output, mistakes on standard error with exit code 2.
  private static func leave(_ error: any Error) -> Never {
    let code = EtappCommand.exitCode(for: error)
    let message = EtappCommand.fullMessage(for: error)
    if code == .success {
      Output.write(message + "\n")
      Foundation.exit(Exit.done.code)
    }
    Output.say(message)
    if code == .validationFailure, let meant = commandMeant() { Output.say("Maybe: etapp \(meant)") }
    Foundation.exit(code == .validationFailure ? Exit.usage.code : Exit.failure.code)
  }
}
