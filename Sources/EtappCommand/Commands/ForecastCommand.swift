import ArgumentParser
import Etapp
import EtappModel

/// `etapp forecast`
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "How sure every date is: probabilities, promise dates, what costs the most time.",
    discussion: """
      Simulates the schedule many times with the people it shares. Says for every office when it is open in five and in
      eight cases of ten, which date can be promised, and how probable its round's window is; for every round how many are
      open by the end of it; for every risk how many days it costs. --shock tries what the programme calls by that name.

        etapp forecast .
        etapp forecast . --by 2022-10-31
        etapp forecast . --shock freeze --shock task-force
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var delivery: DeliveryArguments

  @Option(help: ArgumentHelp("Ask about this day; else about the end of each round's window.", valueName: "DATE"))
  var by: DayArgument?

  @Option(help: ArgumentHelp("Something that happens for certain, by its id in programme.yaml.", valueName: "ID"))
  var shock: [String] = []

  @Option(
    help: ArgumentHelp("Say what must be moved for each round to keep its promise this surely.", valueName: "SHARE"))
  var reach: Share?

  @Option(help: ArgumentHelp("Simulations.", valueName: "N"))
  var trials = 20_000

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if let reach, reach.value >= 1 { throw ValidationError("--reach is a share below 1, such as 80%.") }
    if !(100...1_000_000).contains(trials) { throw ValidationError("--trials is from 100 to 1,000,000.") }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let shocks = try shocks(session)
    let plan = try session.plan(named: delivery.plan)
    let schedule = try session.schedule(plan.choice, delivery.question())
    let forecast = try session.forecast(
      plan.choice, of: schedule, by: by?.day, shocks: shocks, reach: reach?.value,
      delivery.question(trials: trials))
    session.show(
      session.study.document(forecast, language: session.language),
      session.study.words(for: forecast)(session.language))
    if Interrupt.isAsked { throw Exit.interrupted }
    try sayWhatIsMissing(forecast, session)
  }

  private func shocks(_ session: Session) throws -> [Shock] {
    let known = session.workspace.assignment.work?.shocks ?? []
    return try shock.map { name in
      if let shock = known.first(where: { $0.id.code == name }) { return shock }
      throw session.fail(
        Text(
          en: "The programme knows no shock called “\(name)”.", sv: "Programmet har ingen störning som heter ”\(name)”."
        ),
        .usage, maybe: Names.nearest(to: name, among: known.map(\.id.code)) + (known.isEmpty ? ["shocks:"] : []))
    }
  }

  /// The probabilities are computed whole or not at all; what each risk costs comes after, while there is time.
  private func sayWhatIsMissing(_ forecast: Forecast, _ session: Session) throws {
    let missing = (session.workspace.assignment.work?.risks.count ?? 0) - forecast.drivers.count
    guard session.isTimeUp, missing > 0 else { return }
    session.remark(
      Text(
        en: "The time was up before the effects of \(missing) risks were computed.",
        sv: "Tiden tog slut innan effekten av \(missing) risker hade räknats ut."))
    throw Exit.stopped
  }
}
