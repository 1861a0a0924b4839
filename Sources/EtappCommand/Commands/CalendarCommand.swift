import ArgumentParser
import Etapp
import EtappModel

/// `etapp calendar`
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Openings, reports, what is due in the dialogue, and promise dates as a calendar (iCalendar).",
    discussion: """
      Prints a calendar that any calendar program can import or subscribe to. The same event has the same identity each
      time, so that a new version replaces the old one.

        etapp calendar . > programme.ics
        etapp calendar . --promises > programme.ics
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var delivery: DeliveryArguments

  @Flag(help: "With the dates that can be promised, from a forecast.")
  var promises = false

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let plan = try session.plan(named: delivery.plan)
    let schedule = try session.schedule(plan.choice, delivery.question())
    let forecast = promises ? try session.forecast(plan.choice, of: schedule, delivery.question()) : nil
    let open = (try? Conversations(session.workspace).all())?.open(on: Now.day) ?? []
    session.progress.end()
    Output.write(
      printing.json
        ? session.study.document(schedule, language: session.language)
        : session.study.calendar(
          schedule, promises: forecast, dialogue: open, made: Now.moment, language: session.language))
  }
}
