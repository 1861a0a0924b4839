/// What the law wants to know of every document in a register (OSL 5 kap. 2 §, and its like elsewhere).
public enum LegalFact: String, Hashable, Sendable, CaseIterable {
  /// The day it came in, was dispatched or was drawn up.
  case day
  /// The register's own number.
  case number
  /// Who it came from, or who it went to.
  case party
  /// In brief, what it is about.
  case about

  /// What it is called in a sentence.
  public var name: Text {
    switch self {
    case .day: Text(en: "the day", sv: "dagen")
    case .number: Text(en: "the register's number", sv: "diarienumret")
    case .party: Text(en: "who it is from or to", sv: "vem den kommer från eller går till")
    case .about: Text(en: "what it is about", sv: "vad den handlar om")
    }
  }
}

extension RegisterEntry {
  /// The facts that are not there.
  ///
  /// An incoming document needs a sender, an outgoing one a receiver, and one that stays here either of them.
  public var missingFacts: [LegalFact] {
    var missing: [LegalFact] = []
    if day == .unknown { missing.append(.day) }
    if number.isBlank { missing.append(.number) }
    if !hasParty { missing.append(.party) }
    if about.isBlank { missing.append(.about) }
    return missing
  }

  private var hasParty: Bool {
    switch direction {
    case .incoming: from.contains(where: \.isSomebody)
    case .outgoing: to.contains(where: \.isSomebody)
    case .internal: (from + to).contains(where: \.isSomebody)
    }
  }
}

extension Day {
  /// The day of a document that nobody has dated: the first of the year nought, which no document has.
  public static let unknown = Day(year: 0, month: 1, day: 1)
}

extension Correspondent {
  /// Whether it names anybody.
  public var isSomebody: Bool { !(name ?? "").isBlank || !(address ?? "").isBlank }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
