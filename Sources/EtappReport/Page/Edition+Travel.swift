import EtappModel

/// How people travel before the programme and after each round.
extension Edition {
  /// How people travel before the programme and after each round; only after, where no office was there before.
  var travelResults: [TravelSummary] {
    sentences.hasOfficesBefore || plan.travel.isEmpty ? plan.travel : Array(plan.travel.dropFirst())
  }

  var travelSection: PageSection? {
    guard !travelResults.isEmpty else { return nil }
    return PageSection("travel", .travelHeading, lead: say(.travelLead)) {
      if !sentences.errandLevels.isEmpty { Tag.p(.class("prose")) { sentences.errandLevels.joined(separator: " ") } }
      Tag.div(.class("beyond-grid")) { for limit in TravelSummary.limits { beyond(limit) } }
      table(say(.travelCaption), columns: columns, rows: travelResults.map(cells))
      if !plan.loads.isEmpty { fullness }
    }
  }

  /// How full offices with a capacity are after the last round, the fullest first; folded, since they may be many.
  private var fullness: HTML {
    let numbers = sentences.numbers
    func percent(_ load: SiteLoad) -> Double {
      load.capacity > 0 ? (load.people / load.capacity * 1000).rounded() : 1000
    }
    let loads = plan.loads.sorted { (-percent($0), $0.name) < (-percent($1), $1.name) }
    let rows = loads.map { load -> [HTML] in
      [load.name, numbers.whole(load.people), numbers.whole(load.capacity), numbers.percent(percent(load) / 1000)]
        .map { .text($0) }
    }
    let told = sentences.fullness(plan.loads, unserved: plan.travel.last?.unserved.value ?? 0)
    return Tag.details(.class("why")) {
      Tag.summary { Tag.span(.class("name")) { told.joined(separator: " ") } }
      Tag.div(.class("why-body")) {
        Tag.p(.class("question")) { sentences.travelToRoom }
        table(say(.fullnessCaption), columns: [say(.office), say(.served), say(.room), say(.full)], rows: rows)
      }
    }
  }

  private var columns: [String] {
    [say(.when), say(.mean), say(.median), say(.p95), say(.p99)] + TravelSummary.limits.map { sentences.beyond($0) }
  }

  private func cells(_ summary: TravelSummary) -> [HTML] {
    let minutes = [summary.mean, summary.median, summary.p95, summary.p99].map { sentences.minutes($0.value) }
    let people = TravelSummary.limits.map { sentences.numbers.whole(summary.beyond[$0]?.value ?? 0) }
    return ([when(summary)] + minutes + people).map { .text($0) }
  }

  private func when(_ summary: TravelSummary) -> String {
    summary.round.map { sentences.sentence(sentences.afterRound($0)) } ?? say(.before)
  }

  /// Bars of the people with further than so many minutes.
  private func beyond(_ limit: Int) -> HTML {
    let most = travelResults.map { $0.beyond[limit]?.value ?? 0 }.max() ?? 0
    return Tag.div(.class("card beyond")) {
      Tag.h3 { sentences.beyond(limit) }
      Tag.ul {
        for summary in travelResults {
          let people = summary.beyond[limit]?.value ?? 0
          Tag.li {
            Tag.span(.class("beyond-when")) { when(summary) }
            Tag.span(.class("beyond-value")) { sentences.numbers.whole(people) }
            Tag.span(.class("bar"), .aria("hidden", "true")) {
              Tag.span(
                .class("bar-fill \(summary.round.map(RoundColour.className) ?? "before")"),
                .style("width:\(SVG.number(most > 0 ? 100 * people / most : 0))%")
              ) {}
            }
          }
        }
      }
    }
  }
}
