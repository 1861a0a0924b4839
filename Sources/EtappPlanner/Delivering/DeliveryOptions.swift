package import EtappModel

/// How to schedule and forecast.
package struct DeliveryOptions: Sendable {
  package var planning: PlanningOptions
  /// The day from which work that has not begun can be moved; nil while nothing has happened.
  package var today: Day?
  /// Schedules to try in the search.
  package var schedules: Int
  /// Simulations of a forecast.
  package var trials: Int

  package init(planning: PlanningOptions, today: Day? = nil, schedules: Int = 20_000, trials: Int = 20_000) {
    self.planning = planning
    self.today = today
    self.schedules = schedules
    self.trials = trials
  }
}
