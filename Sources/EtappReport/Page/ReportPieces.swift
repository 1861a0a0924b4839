package import EtappModel
import Synchronization

/// The sections of the report one by one, for pages that show each by itself.
///
/// The application shows what the report shows, drawn by the same hand; so the two can never say different things.
package struct ReportPieces: Sendable {
  private let content: ReportContent
  private let names: NameBook
  private let map: CountryMap
  private let made = Made()

  /// - Complexity: The map is laid out here, O(places²); a piece costs what is in it.
  package init(_ content: ReportContent, names: NameBook) {
    self.content = content
    self.names = names
    map = CountryMap(names, plan: content.plan)
  }

  /// A section that can be asked for.
  package enum Piece: Hashable, CaseIterable, Sendable {
    case map, rounds, goals, rules, conflict, schedule, forecast, places, outside, variants, frontier, travel, proof
    case basis
  }

  /// A section in one language; nil where there is nothing to tell.
  ///
  /// - Complexity: What is in it, the first time; a schedule of thousands of tasks is asked for often.
  package func section(_ piece: Piece, _ language: Language) -> Section? {
    made.section(Made.Key(piece: piece, language: language)) {
      let edition = Edition(content, language, names, map: map)
      return edition.section(piece).map {
        Section(heading: edition.say($0.heading), lead: $0.lead, content: .fragment($0.content))
      }
    }
  }

  /// What has been made already.
  private final class Made: Sendable {
    struct Key: Hashable {
      var piece: Piece
      var language: Language
    }

    private let sections = Mutex<[Key: Section?]>([:])

    func section(_ key: Key, _ make: () -> Section?) -> Section? {
      if let known = sections.withLock({ $0[key] }) { return known }
      let section = make()
      sections.withLock { $0[key] = .some(section) }
      return section
    }
  }

  /// A section's heading, the line below it, and the matter.
  package struct Section: Sendable {
    package var heading: String
    package var lead: String?
    package var content: HTML
  }

  /// The figures to remember of the plan, as the report's first screen has them.
  package func figures(_ language: Language) -> HTML {
    Edition(content, language, names, map: map).figures
  }

  /// The map by itself: an SVG file with legend and insets.
  package func mapFile(_ language: Language) -> String {
    map.sheet(Sentences(language, names)).markup
  }

  /// The style sheet that the sections are drawn for, without the report's choice of language.
  package static var style: String { PageStyle.text([]) }
}

extension Edition {
  func section(_ piece: ReportPieces.Piece) -> PageSection? {
    switch piece {
    case .map: mapSection
    case .rounds: roundsSection
    case .goals: goalsSection
    case .rules: rulesSection
    case .conflict: conflictSection
    case .schedule: scheduleSection
    case .forecast: forecastSection
    case .places: placesSection
    case .outside: outsideSection
    case .variants: variantsSection
    case .frontier: frontierSection
    case .travel: travelSection
    case .proof: proofSection
    case .basis: basisSection
    }
  }
}

/// The sign of a round and of a category, as the report draws them.
package enum Signs {
  /// A swatch with the round's figure: colour is not the only sign.
  package static func round(_ round: Int) -> HTML {
    Tag.span(.class("swatch \(RoundColour.className(round))"), .aria("hidden", "true")) { "\(round + 1)" }
  }

  /// The shape of a category.
  package static func category(_ symbol: EtappModel.Category.Symbol) -> HTML {
    SVG.ornament(
      SVG.Box(x: -9, y: -9, width: 18, height: 18), .class("sign small"), Attribute("width", "15"),
      Attribute("height", "15")
    ) {
      SVG.path(Mark.path(symbol, at: SVG.Point(0, 0), radius: 5.6), .class("category"), .fill("#5b6a72"))
    }
  }
}
