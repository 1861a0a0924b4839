package import EtappModel

/// Everything a report tells, already computed: the report lays out and words, it computes nothing else.
package struct ReportContent: Sendable {
  package var assignment: Assignment
  package var geography: Geography
  package var plan: Plan
  /// Every place of the plan, and every municipality outside it; empty when not asked for.
  package var explanations: [Explanation]
  /// Near-optimal alternatives to the plan.
  package var variants: [Variant]
  package var frontier: Frontier?
  /// The plan against an earlier one.
  package var comparison: Comparison?
  /// When everything is done; nil leaves the section out.
  package var schedule: Schedule?
  /// The schedule that was decided on, to compare with.
  package var baselineSchedule: Schedule?
  /// How the openings have moved from one kept schedule to the next; nil where there is nothing to compare.
  package var trend: MilestoneTrend?
  /// How sure the dates are; nil leaves the section out.
  package var forecast: Forecast?
  /// The dialogue with the plan's municipalities; nil leaves the section out.
  package var dialogues: [Dialogue]?
  /// What there was to say about the input files.
  package var diagnostics: [Diagnostic]
  /// The day the report was made, and by which version of the program.
  package var made: Day
  package var version: String

  package init(
    assignment: Assignment, geography: Geography, plan: Plan, explanations: [Explanation] = [],
    variants: [Variant] = [], frontier: Frontier? = nil, comparison: Comparison? = nil,
    schedule: Schedule? = nil, baselineSchedule: Schedule? = nil, trend: MilestoneTrend? = nil,
    forecast: Forecast? = nil, dialogues: [Dialogue]? = nil, diagnostics: [Diagnostic] = [], made: Day, version: String
  ) {
    self.assignment = assignment
    self.geography = geography
    self.plan = plan
    self.explanations = explanations
    self.variants = variants
    self.frontier = frontier
    self.comparison = comparison
    self.schedule = schedule
    self.baselineSchedule = baselineSchedule
    self.trend = trend
    self.forecast = forecast
    self.dialogues = dialogues
    self.diagnostics = diagnostics
    self.made = made
    self.version = version
  }
}
