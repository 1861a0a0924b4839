import EtappModel

/// The report in one language: every section takes what it needs from here.
struct Edition {
  let content: ReportContent
  let sentences: Sentences
  let map: CountryMap

  init(_ content: ReportContent, _ language: Language, _ names: NameBook, map: CountryMap) {
    self.content = content
    sentences = Sentences(language, names)
    self.map = map
  }

  var language: Language { sentences.language }
  var names: NameBook { sentences.names }
  var assignment: Assignment { content.assignment }
  var plan: Plan { content.plan }

  /// The sections in reading order; those with nothing to tell are left out.
  var sections: [PageSection] {
    let all =
      plan.hasChoice ? [mapSection, roundsSection, goalsSection, rulesSection] : [conflictSection, askedSection]
    return
      (all + [
        scheduleSection, forecastSection, dialogueSection, placesSection, outsideSection, variantsSection,
        frontierSection,
        comparisonSection, travelSection, proofSection,
        basisSection,
      ]).compactMap { $0 }
  }

  /// The whole edition.
  var page: HTML {
    let sections = sections
    return Tag.div(
      .id(language.rawValue), .class("edition"), .lang(language.rawValue), .data("edition", language.rawValue),
      .data("title", title)
    ) {
      head
      contents(sections)
      Tag.main(.id(anchor("main"))) { for section in sections { markup(section) } }
      foot
    }
  }

  var title: String { assignment.name(language) + " – " + say(.plan) }

  /// An id of this edition: two editions in a page must not share any.
  func anchor(_ name: String) -> String { language.rawValue + "-" + name }

  func say(_ phrase: Phrase) -> String { sentences.say(phrase) }

  private func contents(_ sections: [PageSection]) -> HTML {
    Tag.nav(.class("contents"), .aria("label", say(.contents))) {
      Tag.ol { for section in sections { Tag.li { Tag.a(.href("#" + anchor(section.id))) { say(section.heading) } } } }
    }
  }

  private func markup(_ section: PageSection) -> HTML {
    Tag.section(
      .id(anchor(section.id)), .class("section " + section.id), .aria("labelledby", anchor(section.id + "-heading"))
    ) {
      Tag.h2(.id(anchor(section.id + "-heading"))) { say(section.heading) }
      section.lead.map { lead in Tag.p(.class("lead")) { lead } }
      section.content
    }
  }

  private var foot: HTML {
    Tag.footer(.class("foot")) {
      Tag.p { sentences.madeBy(content.version, on: content.made) }
    }
  }
}

/// A section of the report: its anchor, its heading, a line that says what is to be seen, and the matter itself.
struct PageSection {
  var id: String
  var heading: Phrase
  var lead: String?
  var content: [HTML]

  init(_ id: String, _ heading: Phrase, lead: String? = nil, @HTMLBuilder content: () -> [HTML]) {
    self.id = id
    self.heading = heading
    self.lead = lead
    self.content = content()
  }
}
