import Etapp
import EtappModel
import EtappReport

/// When everything is done, and how sure that is.
enum SchedulePage {
  static let routes: [Route] = [
    .get("/schedule", .permission(.read)) { visit in
      try await visit.withDates(.schedule) { current, dates in page(.schedule, .schedule, current, dates, visit) }
    },
    .get("/schedule.csv", .permission(.read)) { try await file($0, .csv, "text/csv; charset=utf-8") },
    .get("/schedule.ics", .permission(.read)) { try await file($0, .ics, "text/calendar; charset=utf-8") },
    .get("/schedule.xml", .permission(.read)) { try await file($0, .xml, "application/xml") },
    .get("/forecast", .permission(.read)) { visit in
      try await visit.withDates(.forecast) { current, dates in try forecast(current, dates, visit) }
    },
  ]

  private static func page(
    _ tab: Tab, _ piece: ReportPieces.Piece, _ current: Current, _ dates: Study.Dates, _ visit: Visit
  ) -> Answer {
    let sentences = current.room.sentences(visit.language)
    let section = current.pieces().section(piece, visit.language)
    return Page(
      title: section?.heading ?? visit.say(tab.title), kicker: sentences.quoted(current.name), tab: tab, isWide: true
    ) {
      section?.lead.map { lead in Tag.p(.class("lead")) { lead } }
      Tag.p(.class("more")) {
        Tag.a(.href("/schedule/table")) {
          visit.say(en: "As a table, to record what happened", sv: "Som tabell, för att anteckna vad som hänt")
        }
      }
      Parts.downloads(
        visit,
        ["csv", "ics", "xml"].map { ("/schedule.\($0)?version=\(Fields.encoded(current.name))", $0.uppercased()) })
      byRound(visit)
      Tag.div(.class("section schedule")) { section?.content }
    }.answer(visit)
  }

  private static func file(_ visit: Visit, _ format: ScheduleFormat, _ type: String) async throws -> Answer {
    guard let current = try await visit.current(), let dates = current.dates else { throw Refusal.notFound }
    let text = current.room.study.file(
      dates.schedule, as: format, made: visit.now.description, language: visit.language)
    return .download("schedule.\(format)", type: type, text)
  }

  // MARK: The forecast

  private static func forecast(_ current: Current, _ dates: Study.Dates, _ visit: Visit) throws -> Answer {
    let shocks = current.assignment.work?.shocks ?? []
    let asked = visit.query.values("shock").map { ID<Shock>($0) }
    let chosen = shocks.map(\.id).filter(asked.contains)
    if chosen.isEmpty { return dress(current, dates, shocks, chosen, visit) }
    if let shocked = current.room.dates(current.name, shocks: chosen) {
      return dress(current, shocked, shocks, chosen, visit)
    }
    guard visit.site.startDating(current.room, current.version, current.plan, shocks: chosen) != nil else {
      throw Refusal.busy
    }
    let target = visit.inquiry.path + "?" + visit.query.encoded
    let run = Site.datesRun(current.name, shocks: chosen)
    return .redirect("/runs/\(Fields.encoded(run))?to=\(Fields.encoded(target))")
  }

  private static func dress(
    _ current: Current, _ dates: Study.Dates, _ shocks: [Shock], _ chosen: [ID<Shock>], _ visit: Visit
  ) -> Answer {
    let sentences = current.room.sentences(visit.language)
    let pieces =
      chosen.isEmpty
      ? current.pieces()
      : ReportPieces(
        ReportContent(
          assignment: current.assignment, geography: current.room.workspace.geography, plan: current.plan,
          schedule: dates.schedule, forecast: dates.forecast, made: Day(number: 0), version: Study.version),
        names: current.room.names)
    let section = pieces.section(.forecast, visit.language)
    return Page(
      title: section?.heading ?? visit.say(Tab.forecast.title), kicker: sentences.quoted(current.name),
      tab: .forecast, isWide: true
    ) {
      section?.lead.map { lead in Tag.p(.class("lead")) { lead } }
      shocks.isEmpty ? nil : switches(shocks, chosen, current, sentences, visit)
      byRound(visit)
      Tag.div(.class("section forecast")) { section?.content }
    }.answer(visit)
  }

  /// A heading between the page's and those of the report's section, for those who go from heading to heading.
  private static func byRound(_ visit: Visit) -> HTML {
    Tag.h2(.class("unseen")) { visit.say(en: "Round by round", sv: "Omgång för omgång") }
  }

  private static func switches(
    _ shocks: [Shock], _ chosen: [ID<Shock>], _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    Tag.form([Attribute("method", "get"), Attribute("action", "/forecast"), .class("card shocks")]) {
      Parts.hidden("version", current.name)
      Tag.fieldset {
        Tag.legend { visit.say(en: "What if this happens?", sv: "Vad händer om detta inträffar?") }
        for shock in shocks {
          Tag.label(.class("check")) {
            Tag.input(
              .type("checkbox"), .name("shock"), .value(shock.id.code), chosen.contains(shock.id) ? .checked : nil)
            Tag.span { sentences.title(shock.id) }
          }
        }
      }
      Parts.quiet(visit.say(en: "Compute", sv: "Räkna"))
    }
  }
}
