package import EtappModel

/// What can be done where: kinds of points and their service levels.
extension Sentences {
  /// `Outreach, 40% of the errands`; the tables' own word where the programme does not list the kind.
  package func kind(_ office: Establishment) -> String {
    let name = assignment.kind(named: office.kind)?.name(language) ?? office.kind
    return office.level == 1 ? name : "\(name), \(errands(office.level))"
  }

  /// `40% of the errands`
  func errands(_ level: Double) -> String {
    say(en: "\(numbers.percent(level)) of the errands", sv: "\(numbers.percent(level)) av ärendena")
  }

  /// What share of errands each kind does, and how travel counts them; nothing where everything can be done everywhere.
  package var errandLevels: [String] {
    guard assignment.hasLevels(in: names.geography) else { return [] }
    let partial = assignment.kinds.filter { $0.level < 1 }.map { kind in
      say(
        en: "\(numbers.percent(kind.level)) can be done at a point of the kind \(kind.name(language))",
        sv: "\(numbers.percent(kind.level)) uträttas vid ett ställe av slaget \(kind.name(language))")
    }
    let kinds =
      partial.isEmpty
      ? say(en: "Not every errand can be done everywhere.", sv: "Alla ärenden kan inte uträttas överallt.")
      : say(en: "Of the errands \(list(partial)).", sv: "Av ärendena kan \(list(partial)).")
    return [
      kinds,
      say(
        en:
          "Each errand is done at the nearest open point where it can be; a person counts by the share of errands that take so long.",
        sv:
          "Varje ärende uträttas vid det närmaste öppna ställe där det går; en person räknas med den andel av ärendena som tar så lång tid."
      ),
    ]
  }
}
