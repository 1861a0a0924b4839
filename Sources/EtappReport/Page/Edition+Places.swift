import EtappModel

/// What every municipality gets and why.
extension Edition {
  /// The places of the plan, each with the price of its alternatives.
  var placesSection: PageSection? {
    let explained = content.explanations.filter { $0.current != nil }
    guard !explained.isEmpty else { return nil }
    return PageSection("places", .placesHeading, lead: say(.placesLead)) {
      for round in assignment.rounds.indices {
        let here = explained.filter { $0.current == round }
        if !here.isEmpty {
          Tag.h3 {
            swatch(round)
            sentences.title(ofRound: round)
          }
          Tag.div(.class("why-list")) { for explanation in sorted(here) { why(explanation) } }
        }
      }
    }
  }

  /// Every municipality that gets no office.
  var outsideSection: PageSection? {
    let outside = sorted(content.explanations.filter { $0.current == nil })
    guard !outside.isEmpty else { return nil }
    return PageSection("outside", .outsideHeading, lead: sentences.outsideLead(outside.count)) {
      Tag.div(.class("filter"), .hidden, .data("filter", anchor("outside-list"))) {
        Tag.label(Attribute("for", anchor("filter"))) { say(.filter) }
        Tag.input(.id(anchor("filter")), Attribute("type", "search"), Attribute("autocomplete", "off"))
        Tag.p(.class("filter-count"), .aria("live", "polite"), .data("none", say(.filterNone))) {}
      }
      Tag.div(.id(anchor("outside-list")), .class("why-list columns")) {
        for explanation in outside { why(explanation) }
      }
    }
  }

  private func sorted(_ explanations: [Explanation]) -> [Explanation] {
    explanations.sorted { (sentences.sortKey(title($0)), $0.id) < (sentences.sortKey(title($1)), $1.id) }
  }

  /// The municipality first, then the place inside it.
  private func title(_ explanation: Explanation) -> String {
    explanation.municipality.map(names.name(of:)) ?? explanation.title
  }

  private func why(_ explanation: Explanation) -> HTML {
    let title = title(explanation)
    let detail = explanation.title == title ? nil : explanation.title
    let categories = names.places[ID(explanation.id)]?.categories ?? []
    return Tag.details(.class("why")) {
      Tag.summary {
        Tag.span(.class("name")) { title }
        detail.map { detail in Tag.span(.class("detail")) { detail } }
        Tag.span(.class("signs")) { for category in categories { sign(category) } }
        sentences.gist(explanation).map { gist in Tag.span(.class("gist")) { gist } }
      }
      Tag.div(.class("why-body")) {
        Tag.p(.class("question")) { sentences.question(explanation) }
        Tag.ul { for answer in sentences.answers(explanation) { Tag.li { answer } } }
      }
    }
  }
}
