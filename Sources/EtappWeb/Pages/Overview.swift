import Etapp
import EtappModel
import EtappReport

/// The question of the day: what opens next, how sure each round is, what has slipped.
enum Overview {
  static let routes: [Route] = [
    .get("/", .permission(.read)) { visit in
      try await visit.withPlan { current in
        try page(current, try await DialoguePage.matter(current.plan.choice, visit), visit)
      }
    }
  ]

  private static func page(_ current: Current, _ dialogue: DialoguePage.Matter, _ visit: Visit) throws -> Answer {
    let sentences = current.room.sentences(visit.language)
    let pieces = current.pieces()
    return Page(
      title: current.assignment.name(visit.language), kicker: kicker(current, sentences, visit), tab: .overview
    ) {
      Tag.p(.class("answer")) { sentences.answer(current.plan).joined(separator: " ") }
      pieces.figures(visit.language)
      if let dates = current.dates {
        Tag.div(.class("split")) {
          next(dates, current, sentences, visit)
          sureness(dates, current, sentences, visit)
        }
        progress(dates, current, sentences, visit)
      } else {
        waiting(current, visit)
      }
      due(dialogue, sentences, visit)
    }.answer(visit)
  }

  private static func kicker(_ current: Current, _ sentences: Sentences, _ visit: Visit) -> String {
    let standing =
      current.isAdopted
      ? visit.say(en: "Adopted plan", sv: "Antagen plan") : visit.say(en: "Latest plan", sv: "Senaste planen")
    return standing + " " + sentences.quoted(current.name)
  }

  private static func waiting(_ current: Current, _ visit: Visit) -> HTML? {
    if let message = current.undeliverable { return Tag.p(.class("lead")) { visit.say(message) } }
    guard current.assignment.work != nil else { return nil }
    let run = Site.datesRun(current.name)
    return Tag.p(
      .class("lead run"), .data("events", "/runs/\(Fields.encoded(run))/events"), .data("to", "/"), .role("status")
    ) {
      visit.say(
        en: "Dates and probabilities are being computed; they come here in a few seconds.",
        sv: "Datum och sannolikheter räknas fram; de kommer hit om några sekunder.")
    }
  }

  // MARK: What is due in the dialogue

  private static func due(_ matter: DialoguePage.Matter, _ sentences: Sentences, _ visit: Visit) -> HTML? {
    let due = matter.urgent + matter.soon
    guard !due.isEmpty else { return nil }
    return Tag.section(.class("card")) {
      Tag.h2 { visit.say(en: "Due in the dialogue", sv: "Att göra i dialogen") }
      DialoguePage.list(due.prefix(4), sentences, visit)
      Tag.p(.class("more")) {
        Tag.a(.href("/dialogue")) {
          due.count > 4
            ? visit.say(en: "All \(due.count) in the dialogue", sv: "Alla \(due.count) i dialogen")
            : visit.say(en: "To the dialogue", sv: "Till dialogen")
        }
      }
    }
  }

  // MARK: What opens next

  private static func next(
    _ dates: Study.Dates, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let today = dates.schedule.today ?? current.assignment.work?.starts ?? Day(number: 0)
    let coming = dates.schedule.openings.filter { !$0.isActual && $0.day >= today }.sorted { $0.day < $1.day }.prefix(6)
    let forecasts = Dictionary(
      (dates.forecast?.offices ?? []).map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    return Tag.section(.class("card")) {
      Tag.h2 { visit.say(en: "Opens next", sv: "Öppnar härnäst") }
      if coming.isEmpty { Tag.p { visit.say(en: "All of them are open.", sv: "Alla är öppna.") } }
      Tag.ol(.class("coming")) {
        for opening in coming {
          Tag.li {
            Signs.round(opening.round)
            Tag.a(.href("/offices/" + Fields.encoded(opening.place.code))) { sentences.name(opening.place) }
            Tag.span(.class("coming-day")) { sentences.dates.short(opening.day) }
            forecasts[opening.place].map { office in
              Tag.span(.class("detail")) { sentences.sentence(sentences.promise(office)) }
            }
          }
        }
      }
    }
  }

  // MARK: How sure each round is

  private static func sureness(
    _ dates: Study.Dates, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    Tag.section(.class("card")) {
      Tag.h2 { visit.say(en: "How sure each round is", sv: "Hur säker varje omgång är") }
      if let forecast = dates.forecast {
        Tag.ul(.class("sureness")) {
          for round in forecast.rounds {
            Tag.li(.class(RoundColour.className(round.round))) {
              Tag.p(.class("measure-head")) {
                Tag.span {
                  Signs.round(round.round)
                  sentences.title(ofRound: round.round)
                }
                Tag.strong { sentences.sentence(sentences.chance(round.probabilityKept)) }
              }
              Tag.span(.class("bar"), .aria("hidden", "true")) {
                Tag.span(.class("bar-fill"), .style("width:\(SVG.number(100 * round.probabilityKept))%")) {}
              }
              Tag.p(.class("meaning")) { sentences.sentence(sentences.promised(round)) + "." }
            }
          }
        }
        Tag.p(.class("more")) { Tag.a(.href("/forecast")) { visit.say(en: "The forecast", sv: "Till prognosen") } }
      }
    }
  }

  // MARK: Progress

  private static func progress(
    _ dates: Study.Dates, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let baseline = dates.baseline ?? dates.schedule
    let followUp = current.room.study.followUp(dates.schedule, against: baseline)
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "How it goes", sv: "Hur det går") }
      Tag.p(.class("lead")) { sentences.summary(followUp) }
      for round in current.assignment.rounds.indices {
        let offices = followUp.offices.filter { $0.round == round }.sorted {
          ($0.opening ?? Day(number: .max), $0.place) < ($1.opening ?? Day(number: .max), $1.place)
        }
        if !offices.isEmpty { table(offices, round, dates, sentences, visit) }
      }
    }
  }

  private static func table(
    _ offices: [OfficeProgress], _ round: Int, _ dates: Study.Dates, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let forecasts = Dictionary(
      (dates.forecast?.offices ?? []).map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    return Parts.table(
      sentences.title(ofRound: round),
      [
        visit.say(en: "Office", sv: "Kontor"), visit.say(en: "Done", sv: "Klart"),
        visit.say(en: "Opens", sv: "Öppnar"), visit.say(en: "Planned", sv: "Planerat"),
        visit.say(en: "In its window", sv: "I sitt fönster"), visit.say(en: "State", sv: "Läge"),
      ], numeric: [4],
      rows: offices.map { office in
        [
          Tag.a(.href("/offices/" + Fields.encoded(office.place.code))) { sentences.name(office.place) },
          done(office, round),
          .text(office.opening.map(sentences.dates.short) ?? "–"),
          .text(office.baseline.map(sentences.dates.short) ?? "–"),
          .text(forecasts[office.place]?.probabilityInWindow.map { sentences.chance($0) } ?? "–"),
          Tag.span(.class("status \(office.status.rawValue)")) { visit.say(word(office.status)) },
        ]
      })
  }

  private static func done(_ office: OfficeProgress, _ round: Int) -> HTML {
    Tag.span(.class("done-cell " + RoundColour.className(round))) {
      "\(office.finished)/\(office.tasks)"
      Tag.span(.class("bar"), .aria("hidden", "true")) {
        Tag.span(
          .class("bar-fill"),
          .style("width:\(SVG.number(office.tasks > 0 ? 100 * Double(office.finished) / Double(office.tasks) : 0))%")
        ) {}
      }
    }
  }

  static func word(_ status: OfficeProgress.Status) -> Text {
    switch status {
    case .open: Text(en: "Open", sv: "Öppet")
    case .asPlanned: Text(en: "As planned", sv: "Enligt plan")
    case .slipping: Text(en: "Later than planned", sv: "Senare än planerat")
    case .late: Text(en: "After its window", sv: "Efter sitt fönster")
    case .new: Text(en: "New", sv: "Nytt")
    case .withdrawn: Text(en: "Withdrawn", sv: "Utgått")
    }
  }
}
