public import EtappModel
import EtappReport

/// Reports and words: what the doors show comes from here, so that page and terminal say the same.
extension Study {
  /// The version of the program that reports name.
  public static let version = "0.1.0"

  /// The report to the principal: one self-contained HTML page in every language, the programme's own first.
  ///
  /// - Parameters:
  ///   - explanations: Every place of the plan and every municipality outside, from `explainAll`.
  ///   - variants: Near-optimal alternatives.
  ///   - dates: When its offices open, and how sure that is; nil where the programme does not say how.
  ///   - dialogues: The dialogue with the plan's municipalities; nil leaves it out.
  ///   - languages: Languages in the page; nil for all. A page for print has one.
  ///   - made: The day it is made.
  public func report(
    _ plan: Plan, explanations: [Explanation] = [], variants: [Variant] = [], frontier: Frontier? = nil,
    comparison: Comparison? = nil, dates: Dates? = nil, dialogues: [Dialogue]? = nil, languages: [Language]? = nil,
    made: Day
  ) -> String {
    PlanReport.html(
      ReportContent(
        assignment: workspace.assignment, geography: workspace.geography, plan: plan, explanations: explanations,
        variants: variants, frontier: frontier, comparison: comparison, schedule: dates?.schedule,
        baselineSchedule: dates?.baseline, trend: dates?.trend, forecast: dates?.forecast, dialogues: dialogues,
        diagnostics: workspace.diagnostics + plan.diagnostics, made: made, version: Self.version),
      languages: languages)
  }

  /// When a plan's offices open, how sure that is, and what was planned before.
  public struct Dates: Sendable {
    public var schedule: Schedule
    public var forecast: Forecast?
    public var baseline: Schedule?
    public var trend: MilestoneTrend?

    public init(
      schedule: Schedule, forecast: Forecast? = nil, baseline: Schedule? = nil, trend: MilestoneTrend? = nil
    ) {
      self.schedule = schedule
      self.forecast = forecast
      self.baseline = baseline
      self.trend = trend
    }
  }

  /// The map of a plan alone, as SVG.
  public func map(_ plan: Plan, language: Language? = nil) -> String {
    PlanReport.map(
      workspace.assignment, workspace.geography, plan, language: language ?? workspace.assignment.language)
  }
}

// MARK: Words

extension Study {
  /// A plan as lines of text for a terminal: the answer, the rounds, the goals, the rules that do not hold.
  public func words(for plan: Plan) -> Text { text { $0.summary(plan) } }

  /// Why a place is where it is: the question, then one answer for each alternative.
  public func words(for explanation: Explanation) -> Text { text { $0.explanation(explanation) } }

  /// What one alternative would mean.
  public func words(for alternative: Alternative, of explanation: Explanation) -> Text {
    text { $0.alternative(alternative, of: explanation) }
  }

  /// Why rules cannot hold together.
  public func words(forConflict conflict: [ID<Rule>]) -> Text { text { $0.conflict(conflict) } }

  /// A rule's sentence and whether it holds.
  public func words(for rule: RuleResult) -> Text { text { $0.result(rule) } }

  /// A rule's sentence: the assignment's own words, else the program's.
  public func words(for rule: Rule) -> Text { text { $0.rule(rule) } }

  /// A goal's figures: value, best alone, random.
  public func words(for goal: GoalResult) -> Text { text { $0.figures(goal) } }

  /// How sure an answer is.
  public func words(for proof: Proof) -> Text { text { $0.proof(proof) } }

  public func words(for variant: Variant) -> Text { text { $0.variant(variant) } }

  /// A frontier: how many plans there are that none beats, then each with its two values.
  public func words(for frontier: Frontier) -> Text {
    text { sentences in
      ([sentences.frontier(frontier)] + frontier.points.map { "  " + sentences.point($0, of: frontier) })
        .joined(separator: "\n")
    }
  }

  public func words(for comparison: Comparison) -> Text { text { $0.comparison(comparison) } }

  /// The ladder of replanning, one line for each step; then one for each promise that may be broken.
  public func words(for ladder: Ladder) -> Text { text { $0.ladder(ladder) } }

  /// A schedule: the last opening, each round, how far from the best, one line for each office.
  public func words(for schedule: Schedule) -> Text { text { $0.summary(schedule) } }

  /// Every task of a place with its days and what they hang on, then the chain that the opening hangs on.
  public func words(forTasksOf place: ID<Place>, in schedule: Schedule) -> Text {
    text { $0.tasks(of: place, in: schedule) }
  }

  /// What has been done, what has moved since a baseline, and who is to be told.
  public func words(forChangesFrom baseline: Schedule, to schedule: Schedule) -> Text {
    let followUp = followUp(schedule, against: baseline)
    return text { $0.summary(followUp) }
  }

  /// How a schedule stands against a baseline, as of the last thing that is known to have happened.
  public func followUp(_ schedule: Schedule, against baseline: Schedule) -> FollowUp {
    let today = today(DeliveryQuestion()).map { $0 + -1 } ?? workspace.assignment.work?.starts ?? schedule.timeline[0]
    return FollowUp(schedule, against: baseline, actuals: workspace.actuals, today: today)
  }

  /// How the openings have moved from one kept schedule to the next.
  public func words(for trend: MilestoneTrend) -> Text { text { $0.summary(trend) } }

  /// The check of a schedule, point by point.
  public func words(for assessment: ScheduleAssessment) -> Text { text { $0.summary(assessment) } }

  /// What one day earlier would cost.
  public func words(for earlier: DayEarlier) -> Text { text { $0.price(earlier) } }

  /// A forecast: each round, each office, what costs the most time.
  public func words(for forecast: Forecast) -> Text {
    text { sentences in
      let remedies = forecast.remedies.isEmpty ? "" : "\n\n" + sentences.summary(forecast.remedies)
      return sentences.summary(forecast) + remedies
    }
  }

  /// One line: `error places.csv:12 [municipality]: "Anjge" – There is no municipality … Maybe: Ånge`.
  public func words(for diagnostic: Diagnostic) -> Text { diagnostic.words }

  private func text(_ words: (Sentences) -> String) -> Text {
    let names = NameBook(workspace.assignment, workspace.geography)
    return .inEveryLanguage { words(Sentences($0, names)) }
  }
}

extension Diagnostic {
  /// One line: `error places.csv:12 [municipality]: "Anjge" – There is no municipality … Maybe: Ånge`.
  ///
  /// Needs no study, since a workspace with errors does not become one.
  public var words: Text {
    let names = NameBook(Assignment(name: ""), Geography())
    return .inEveryLanguage { Sentences($0, names).diagnostic(self) }
  }
}
