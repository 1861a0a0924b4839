package import EtappModel

/// The fixed words of a report: headings, labels, buttons. Sentences with figures in them are in `Sentences`.
package enum Phrase: String, CaseIterable, Sendable {
  case plan, made, decided

  package var text: Text {
    switch self {
    case .plan: Text(en: "Plan", sv: "Plan")
    case .made: Text(en: "Made", sv: "Gjord")
    case .decided: Text(en: "Decided", sv: "Beslutat")
    }
  }

  package func callAsFunction(_ language: Language) -> String { text(language) }
}
