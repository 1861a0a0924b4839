public import EtappModel
import EtappPlanner

/// When, and how safely: the schedule of a plan and the forecast of its dates.
extension Study {
  /// What a schedule or forecast is asked with.
  public struct DeliveryQuestion: Sendable {
    /// The day from which work that has not begun can be moved; nil takes the day after the last thing that happened.
    public var today: Day?
    /// Schedules to try in the search.
    public var schedules: Int
    /// Simulations of a forecast.
    public var trials: Int

    public init(today: Day? = nil, schedules: Int = 20_000, trials: Int = 20_000) {
      self.today = today
      self.schedules = schedules
      self.trials = trials
    }
  }

  /// A plan's work cannot be scheduled, and why.
  public struct Undeliverable: Error {
    public let message: Text
  }

  /// The dates of a plan's work, with what each hangs on and how far from the best they can be.
  ///
  /// - Parameter baseline: Starts to stay near; every day away from them has its price.
  public func schedule(
    _ choice: Choice, _ question: DeliveryQuestion = DeliveryQuestion(), keeping baseline: Schedule? = nil,
    _ options: RunOptions = RunOptions()
  ) throws(Undeliverable) -> Schedule {
    let delivery = try delivery(choice, question, options)
    do {
      return try delivery.schedule(keeping: baseline)
    } catch {
      throw undeliverable(error)
    }
  }

  /// How sure the dates of a schedule are.
  ///
  /// - Parameters:
  ///   - by: The day that every round is asked about; nil for the end of each round's window.
  ///   - shocks: What happens for certain.
  ///   - reach: A probability that every round is to keep its promise with; what must move for it is told.
  public func forecast(
    _ choice: Choice, of schedule: Schedule, by: Day? = nil, shocks: [Shock] = [], reach: Double? = nil,
    _ question: DeliveryQuestion = DeliveryQuestion(), _ options: RunOptions = RunOptions()
  ) throws(Undeliverable) -> Forecast {
    let delivery = try delivery(choice, question, options)
    do {
      return try delivery.forecast(schedule, by: by, shocks: shocks, reach: reach)
    } catch {
      throw undeliverable(error)
    }
  }

  /// A schedule looked over by the points of the DCMA and the practices of the GAO.
  public func assessment(
    of schedule: Schedule, _ choice: Choice, baseline: Schedule? = nil,
    _ question: DeliveryQuestion = DeliveryQuestion(), _ options: RunOptions = RunOptions()
  ) throws(Undeliverable) -> ScheduleAssessment {
    try delivery(choice, question, options).assessment(of: schedule, baseline: baseline, actuals: workspace.actuals)
  }

  /// What it would cost to open a place one working day earlier than a schedule does; nil for a place that is open.
  public func dayEarlier(
    _ place: ID<Place>, than schedule: Schedule, _ choice: Choice,
    _ question: DeliveryQuestion = DeliveryQuestion(), _ options: RunOptions = RunOptions()
  ) throws(Undeliverable) -> DayEarlier? {
    let delivery = try delivery(choice, question, options)
    do {
      return try delivery.dayEarlier(place, than: schedule)
    } catch {
      throw undeliverable(error)
    }
  }

  /// The day from which work can be moved: as asked, else the day after the last thing that is known to have happened.
  public func today(_ question: DeliveryQuestion) -> Day? {
    if let today = question.today { return today }
    return workspace.actuals.flatMap { [$0.started, $0.finished] }.compactMap { $0 }.max().map { $0 + 1 }
  }

  private func delivery(
    _ choice: Choice, _ question: DeliveryQuestion, _ options: RunOptions
  ) throws(Undeliverable) -> Delivery {
    let options = DeliveryOptions(
      planning: options.planning(), today: today(question), schedules: question.schedules, trials: question.trials)
    do {
      return try Delivery(programme, choice: choice, actuals: workspace.actuals, options: options)
    } catch {
      throw undeliverable(error)
    }
  }

  private func undeliverable(_ failure: DeliveryFailure) -> Undeliverable {
    switch failure {
    case .withoutWork:
      return Undeliverable(
        message: Text(
          en: "The programme does not say how offices are established: programme.yaml has no “templates”.",
          sv: "Programmet säger inte hur kontor etableras: programme.yaml saknar ”templates”."))
    case .withoutTemplate(let place):
      let name = workspace.geography.place(place)?.name ?? place.code
      return Undeliverable(
        message: Text(
          en: "No template of tasks fits \(name); let the last template be for all places.",
          sv: "Ingen mall med uppgifter passar \(name); låt den sista mallen gälla alla platser."))
    case .needsTooMuch(let task, let resource, let needs, let most):
      let work = workspace.assignment.work
      let task = work?.task(task)?.title ?? Text(task.code)
      let people = work?.resources.first { $0.id == resource }?.title ?? Text(resource.code)
      return Undeliverable(
        message: Text(
          en: "“\(task(.english))” needs \(needs) of “\(people(.english))”, and there are never more than \(most).",
          sv: "”\(task(.swedish))” behöver \(needs) av ”\(people(.swedish))”, och det finns aldrig fler än \(most)."))
    case .overloaded(let resource, let day):
      let people = workspace.assignment.work?.resources.first { $0.id == resource }?.title ?? Text(resource.code)
      return Undeliverable(
        message: Text(
          en: "On \(day) the work that has begun needs more of “\(people(.english))” than there are.",
          sv: "Den \(day) behöver det påbörjade arbetet fler av ”\(people(.swedish))” än som finns."))
    case .withoutSchedule:
      return Undeliverable(
        message: Text(
          en: "No schedule was found: people that the work needs are missing for too long.",
          sv: "Ingen tidplan hittades: de som arbetet behöver saknas för länge."))
    case .farOff(let day):
      return Undeliverable(
        message: Text(
          en: "\(day) is more than ten years from the start of work.",
          sv: "\(day) är mer än tio år från arbetets början."))
    case .neverDone(let place):
      let name = workspace.geography.place(place)?.name ?? place.code
      return Undeliverable(
        message: Text(
          en:
            "The work in \(name) is not done within fifteen years: the people it needs are not there for long enough.",
          sv: "Arbetet i \(name) blir inte klart inom femton år: de som behövs finns inte där tillräckligt länge."))
    }
  }
}
