package import EtappModel
import EtappSolver

/// When a plan's offices open, and how sure that is.
package struct Delivery {
  private let programme: Programme
  private let network: WorkNetwork
  private let options: DeliveryOptions

  /// - Parameter actuals: What has happened; it is fixed, and moves what comes after.
  /// - Throws: `DeliveryFailure` when the work cannot be scheduled at all.
  package init(
    _ programme: Programme, choice: Choice, actuals: [Actual] = [], options: DeliveryOptions
  ) throws(DeliveryFailure) {
    self.programme = programme
    self.options = options
    network = try WorkNetwork(programme, choice: choice, actuals: actuals, today: options.today)
  }

  /// The dates of every task.
  ///
  /// - Parameter baseline: A schedule to stay near; every day away from it has its price.
  package func schedule(keeping baseline: Schedule? = nil) throws(DeliveryFailure) -> Schedule {
    try Scheduling(network: network, options: options).run(keeping: baseline)
  }

  /// How sure the dates of a schedule of this plan are.
  ///
  /// - Parameters:
  ///   - by: The day that every round is asked about; nil for the end of each round's window.
  ///   - shocks: What happens for certain.
  ///   - reach: A probability that every round is to keep its promise with; what must move for it is told.
  package func forecast(
    _ schedule: Schedule, by: Day? = nil, shocks: [EtappModel.Shock] = [], reach: Double? = nil
  ) throws(DeliveryFailure) -> Forecast {
    try Forecasting(programme, network, options: options).run(schedule, by: by, shocks: shocks, reach: reach)
  }

  /// A schedule of this plan looked over by the points of the DCMA and the practices of the GAO.
  ///
  /// - Parameters:
  ///   - baseline: What was decided before; points that need it are otherwise unknown.
  ///   - hasForecast: Whether the probabilities of its dates are simulated.
  package func assessment(
    of schedule: Schedule, baseline: Schedule? = nil, actuals: [Actual] = [], hasForecast: Bool = true
  ) -> ScheduleAssessment {
    ScheduleAssessor(
      network, Timetable(schedule), schedule, baseline: baseline, actuals: actuals, today: options.today,
      hasForecast: hasForecast
    ).assessment
  }

  /// What it would cost to open a place one working day earlier than a schedule does; nil for a place that is open, or
  /// not in the plan.
  package func dayEarlier(_ place: ID<Place>, than schedule: Schedule) throws(DeliveryFailure) -> DayEarlier? {
    try Scheduling(network: network, options: options).dayEarlier(place, than: schedule)
  }
}
