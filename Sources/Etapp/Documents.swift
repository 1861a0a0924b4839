import EtappExchange
public import EtappModel
import EtappReport
import EtappStore
import Foundation

/// Results as text that other programs read: JSON documents, CSV and GeoJSON.
extension Study {
  /// `etapp.plan/1`
  public func document(_ plan: Plan, language: Language? = nil) -> String {
    documents(language).plan(plan, diagnostics: workspace.diagnostics).serialised(pretty: true)
  }

  /// `etapp.explanation/1`
  public func document(_ explanation: Explanation, language: Language? = nil) -> String {
    documents(language).explanation(explanation).serialised(pretty: true)
  }

  /// `etapp.explanations/1`
  public func document(_ explanations: [Explanation], language: Language? = nil) -> String {
    documents(language).explanations(explanations).serialised(pretty: true)
  }

  /// `etapp.alternatives/1`
  public func document(
    _ variants: [Variant], to plan: Plan, within: Double, differing: Int, language: Language? = nil
  ) -> String {
    documents(language).alternatives(variants, to: plan, within: within, differing: differing).serialised(pretty: true)
  }

  /// `etapp.frontier/1`
  public func document(_ frontier: Frontier, language: Language? = nil) -> String {
    documents(language).frontier(frontier).serialised(pretty: true)
  }

  /// `etapp.comparison/1`
  public func document(_ comparison: Comparison, language: Language? = nil) -> String {
    documents(language).comparison(comparison).serialised(pretty: true)
  }

  /// `etapp.ladder/1`
  public func document(_ ladder: Ladder, from name: String, language: Language? = nil) -> String {
    documents(language).ladder(ladder, from: name).serialised(pretty: true)
  }

  /// `etapp.schedule/1`
  ///
  /// - Parameter baseline: A kept schedule to hold it against.
  public func document(
    _ schedule: Schedule, baseline: Schedule? = nil, trend: MilestoneTrend? = nil, language: Language? = nil
  ) -> String {
    documents(language).schedule(
      schedule, followUp: baseline.map { followUp(schedule, against: $0) }, trend: trend,
      diagnostics: workspace.diagnostics
    ).serialised(pretty: true)
  }

  /// `etapp.assessment/1`
  public func document(_ assessment: ScheduleAssessment, language: Language? = nil) -> String {
    documents(language).assessment(assessment).serialised(pretty: true)
  }

  /// `etapp.forecast/1`
  public func document(_ forecast: Forecast, language: Language? = nil) -> String {
    documents(language).forecast(forecast, diagnostics: workspace.diagnostics).serialised(pretty: true)
  }

  /// A schedule as a file for another program.
  ///
  /// - Parameter made: The moment it is made, ISO 8601 in universal time.
  public func file(
    _ schedule: Schedule, as format: ScheduleFormat, made: String, language: Language? = nil
  ) -> String {
    let language = language ?? workspace.assignment.language
    switch format {
    case .csv:
      return ScheduleTable.written(
        schedule, assignment: workspace.assignment, geography: workspace.geography, language: language)
    case .ics: return calendar(schedule, made: made, language: language)
    case .xml:
      return ProjectFile(
        schedule, assignment: workspace.assignment, geography: workspace.geography, language: language,
        actuals: workspace.actuals, today: today(DeliveryQuestion())
      ).written
    }
  }

  /// The programme's days as a calendar feed: openings, reports to the principal, what is open in the dialogue and, with a
  /// forecast, the dates that can be promised.
  public func calendar(
    _ schedule: Schedule, promises forecast: Forecast? = nil, dialogue open: [Dialogue.Due] = [], made: String,
    language: Language? = nil
  ) -> String {
    var feed = CalendarFeed(
      assignment: workspace.assignment, geography: workspace.geography,
      language: language ?? workspace.assignment.language)
    feed.add(schedule)
    if let forecast { feed.add(forecast) }
    feed.addReports()
    feed.add(open)
    return feed.written(stamp: ProjectMoment(made.filter { $0 != "Z" }) ?? .morning(schedule.timeline[0]))
  }

  /// The plan as CSV: `place,name,municipality,kind,categories,round,lat,lon`; `choice(reading:)` reads it back.
  public func table(_ plan: Plan) -> String {
    PlanTable.written(plan, assignment: workspace.assignment, geography: workspace.geography)
  }

  /// The plan and the existing offices as GeoJSON.
  public func geoJSON(_ plan: Plan, language: Language? = nil) -> String {
    PlanGeoJSON.written(
      plan, assignment: workspace.assignment, geography: workspace.geography,
      language: language ?? workspace.assignment.language
    ).serialised(pretty: false) + "\n"
  }

  /// What is to be said when a run was stopped before there was any plan.
  static func withoutPlan(_ plan: Plan) -> Text? {
    guard case .stopped(let stop) = plan.proof, !plan.hasChoice else { return nil }
    return switch stop {
    case .timeLimit:
      Text(
        en: "The time was up before any plan was found. Give it more time.",
        sv: "Tiden tog slut innan någon plan hade hittats. Ge den mer tid.")
    case .interrupted:
      Text(
        en: "Interrupted before any plan was found.", sv: "Avbrutet innan någon plan hade hittats.")
    }
  }

  /// Why there is no plan: the conflict in words, or that the run was stopped.
  public func wordsWithoutPlan(_ plan: Plan) -> Text {
    if case .infeasible(let conflict) = plan.proof { return words(forConflict: conflict) }
    return Self.withoutPlan(plan) ?? words(for: plan.proof)
  }

  func documents(_ language: Language?) -> Documents {
    let language = language ?? workspace.assignment.language
    let names = NameBook(workspace.assignment, workspace.geography)
    let sentences = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Sentences($0, names)) })
    let own = Sentences(language, names)
    @Sendable func text(_ words: (Sentences) -> String) -> Text {
      Text(byLanguage: Dictionary(uniqueKeysWithValues: sentences.map { ($0.key.rawValue, words($0.value)) }))
    }
    return Documents(
      assignment: workspace.assignment, geography: workspace.geography, language: language,
      wording: Documents.Wording(
        rule: { id in names.rule(id).map { own.rule($0) } ?? id.code },
        explanation: { explanation in text { $0.explanation(explanation) } },
        alternative: { alternative, explanation in text { $0.alternative(alternative, of: explanation) } },
        proof: { plan in Self.withoutPlan(plan)?(language) ?? own.proof(plan.proof) }))
  }
}

extension Workspace {
  /// A plan given as a table `place,round`.
  ///
  /// - Parameter file: What diagnostics call it.
  /// - Throws: `Invalid` with everything that is wrong in the table.
  public func choice(reading table: [UInt8], file: String) throws(Invalid) -> Choice {
    let table = PlanTable(reading: table, file: file, assignment: assignment, geography: geography)
    guard !table.diagnostics.hasErrors else { throw Invalid(table.diagnostics) }
    return table.choice
  }

  /// `etapp.check/1`
  public func checkDocument(_ further: [Diagnostic] = [], language: Language? = nil) -> String {
    CheckDocument.check(assignment, geography, diagnostics + further, language: language ?? assignment.language)
      .serialised(pretty: true)
  }
}

extension Workspace.Invalid {
  /// `etapp.check/1` of files that cannot be used.
  public func document(_ language: Language) -> String {
    CheckDocument.check(nil, Geography(), diagnostics, language: language).serialised(pretty: true)
  }
}

/// Documents that need no workspace.
public enum Document {
  /// `etapp.error/1`: why a command could not be done.
  public static func failure(_ message: String, exitCode: Int, maybe: [String] = []) -> String {
    CheckDocument.failure(message, exitCode: exitCode, maybe: maybe).serialised(pretty: true)
  }

  /// `etapp.versions/1`: the plans that are kept.
  public static func versions(_ versions: [Version]) -> String {
    let rows = versions.map { version -> JSON in
      [
        "name": .string(version.name), "note": JSON(version.note), "stored": .string(version.stored),
        "offices": JSON(version.offices), "status": .string(version.status), "gap": JSON(version.gap),
        "goals": .array(version.goals.map { ["id": .string($0.goal.code), "value": JSON($0.value)] }),
        "establishments": .array(
          version.kept.openings.map { ["place": .string($0.place.code), "round": Documents.id(ofRound: $0.round)] }),
      ]
    }
    return (["schema": "etapp.versions/1", "versions": .array(rows)] as JSON).serialised(pretty: true)
  }

  /// `etapp.files/1`: what a command wrote, and how sure the plan in it is.
  public static func files(_ files: [String], proof: Proof? = nil) -> String {
    ([
      "schema": "etapp.files/1", "status": JSON(proof?.word), "files": .array(files.map(JSON.string)),
    ] as JSON).serialised(pretty: true)
  }

  /// `etapp.verification/1`: what was found in what a workspace keeps; nil when it keeps nothing.
  public static func verification(_ report: Safekeeping.Report?) -> String {
    ([
      "schema": "etapp.verification/1", "clean": .bool(report?.findings.isEmpty ?? true),
      "events": JSON(report?.events ?? 0), "records": JSON(report?.records ?? 0), "files": JSON(report?.files ?? 0),
      "head": JSON(report?.head),
      "findings": .array(
        (report?.findings ?? []).map {
          [
            "kind": .string($0.kind), "place": .string($0.place),
            "message": .string($0.message(.english)),
          ]
        }),
    ] as JSON).serialised(pretty: true)
  }
}
