import ArgumentParser
import Etapp
import EtappModel

/// A day as it is asked for: `2022-12-31`.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(argument) else { return nil }
    self.day = day
  }
}

/// Options of the commands about dates.
struct DeliveryArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Of this kept plan (or table); else of the best one.", valueName: "NAME"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "The day it is: work that has not begun begins no earlier. Else the day after the last date in actuals.csv.",
      valueName: "DATE"))
  var asOf: DayArgument?

  @Option(help: ArgumentHelp("Schedules to try in the search.", valueName: "N"))
  var schedules = 20_000

  func validate() throws {
    if schedules < 1 { throw ValidationError("--schedules is at least 1.") }
  }

  func question(trials: Int = 20_000) -> Study.DeliveryQuestion {
    Study.DeliveryQuestion(today: asOf?.day, schedules: schedules, trials: trials)
  }
}

extension Session {
  /// Does what needs the programme's work; leaves with the reason where it cannot be done.
  func delivering<Result>(_ work: () throws(Study.Undeliverable) -> Result) throws -> Result {
    do throws(Study.Undeliverable) {
      return try work()
    } catch {
      throw fail(error.message, .invalid)
    }
  }

  /// The schedule of a plan.
  func schedule(
    _ choice: Choice, _ question: Study.DeliveryQuestion, keeping baseline: Schedule? = nil
  ) throws -> Schedule {
    try doing(Text(en: "Scheduling:", sv: "Lägger tidplan:")) {
      try delivering { () throws(Study.Undeliverable) in
        try study.schedule(choice, question, keeping: baseline, options)
      }
    }
  }

  /// The forecast of a schedule.
  func forecast(
    _ choice: Choice, of schedule: Schedule, by: Day? = nil, shocks: [Shock] = [], reach: Double? = nil,
    _ question: Study.DeliveryQuestion
  ) throws -> Forecast {
    try doing(Text(en: "Simulating:", sv: "Simulerar:")) {
      try delivering { () throws(Study.Undeliverable) in
        try study.forecast(choice, of: schedule, by: by, shocks: shocks, reach: reach, question, options)
      }
    }
  }
}
