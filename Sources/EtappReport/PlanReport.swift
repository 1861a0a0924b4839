package import EtappModel

/// The report of a plan: one page that stands by itself, and its map alone.
package enum PlanReport {
  /// The page: every language in it, the programme's own first; nothing is fetched from anywhere.
  ///
  /// - Parameter languages: Languages in the page; nil for all that the program speaks. A page for print has one.
  package static func html(_ content: ReportContent, languages: [Language]? = nil) -> String {
    let names = NameBook(content.assignment, content.geography)
    let map = CountryMap(names, plan: content.plan)
    let first = content.assignment.language
    let wanted = languages ?? Language.allCases
    let ordered = wanted.filter { $0 == first } + wanted.filter { $0 != first }
    let editions = ordered.map { Edition(content, $0, names, map: map) }
    return "<!DOCTYPE html>\n" + document(editions).markup + "\n"
  }

  /// The map of a plan as one SVG: country, insets and legend.
  package static func map(
    _ assignment: Assignment, _ geography: Geography, _ plan: Plan, language: Language
  ) -> String {
    let names = NameBook(assignment, geography)
    return CountryMap(names, plan: plan).sheet(Sentences(language, names)).markup
  }

  private static func document(_ editions: [Edition]) -> HTML {
    let language = editions.first?.language ?? .english
    return Tag.html(.lang(language.rawValue), .data("language", language.rawValue)) {
      Tag.head {
        Tag.meta(Attribute("charset", "utf-8"))
        Tag.meta(Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
        Tag.meta(Attribute("name", "color-scheme"), Attribute("content", "light dark"))
        Tag.title { editions.first?.title ?? "" }
        Tag.style { HTML.verbatim(PageStyle.text(editions.map(\.language))) }
      }
      Tag.body {
        bar(editions)
        for edition in editions { edition.page }
        Tag.script { HTML.verbatim(PageScript.text) }
      }
    }
  }

  /// The program's name, and the choice of language where there is one.
  private static func bar(_ editions: [Edition]) -> HTML {
    Tag.div(.class("bar-top")) {
      for edition in editions {
        Tag.a(
          .class("skip edition-only"), .href("#" + edition.anchor("main")), .lang(edition.language.rawValue),
          .data("edition", edition.language.rawValue)
        ) { edition.say(.skip) }
      }
      Tag.span(.class("brand")) { "Etapp" }
      if editions.count > 1 { toggle(editions) }
    }
  }

  /// Links to the editions: without script they lead there, with script they stay where the reader is.
  private static func toggle(_ editions: [Edition]) -> HTML {
    let label = editions.map { $0.say(.language) }.joined(separator: " / ")
    return Tag.nav(.class("languages"), .aria("label", label)) {
      for edition in editions {
        Tag.a(
          .href("#" + edition.language.rawValue), .lang(edition.language.rawValue),
          .data("choose", edition.language.rawValue),
          Attribute("hreflang", edition.language.rawValue)
        ) { edition.language.ownName }
      }
    }
  }
}

extension Language {
  /// The language's name in itself.
  package var ownName: String {
    switch self {
    case .swedish: "Svenska"
    case .english: "English"
    }
  }
}
