import Etapp
import EtappModel
import EtappReport

/// A field of the form of a rule or goal.
struct AssignmentField: Sendable {
  enum Kind: Sendable {
    /// Words, written in quotes where they must be.
    case words
    /// A value as it stands in the file, `13`, `2%`, `[Boden, Ånge]`, `{category: rural}`.
    case value
    /// One of the rounds, or none.
    case round
  }

  var key: String
  var label: Text
  var help: Text?
  var kind = Kind.value
  /// Values that may be meant.
  var suggestions: [String] = []

  /// As it is written in the file; nil for an empty field.
  func written(_ words: String) -> String? {
    guard !words.isEmpty else { return nil }
    if case .words = kind { return ProgrammeText.written(words) }
    return words
  }

  func shown(_ field: ProgrammeText.Field?) -> String {
    guard let field else { return "" }
    if case .words = kind { return field.value }
    return field.source
  }
}

/// Which fields the kinds of rules and goals have.
struct AssignmentFields {
  let assignment: Assignment
  let geography: Geography

  init(_ workspace: Workspace) {
    assignment = workspace.assignment
    geography = workspace.geography
  }

  /// The fields of an entry: those of its kind, then those that it has besides.
  func fields(_ list: ProgrammeText.List, kind: String, entry: ProgrammeText.Entry?) -> [AssignmentField] {
    let own =
      switch list {
      case .rules: Rule.KindName(rawValue: kind).map(rule) ?? []
      case .goals: Goal.KindName(rawValue: kind).map(goal) ?? []
      }
    let all = [id] + own + common(list, entry)
    let known = Set(all.map(\.key))
    let further = (entry?.fields ?? []).filter { !known.contains($0.key) && $0.key != "goal" }
    return all + further.map { AssignmentField(key: $0.key, label: Text($0.key)) }
  }

  /// The kind of an entry, by its keys.
  static func kind(of entry: ProgrammeText.Entry, in list: ProgrammeText.List) -> String {
    switch list {
    case .rules: Rule.KindName.allCases.first { entry[$0.rawValue] != nil }?.rawValue ?? ""
    case .goals: entry["goal"]?.value ?? entry["id"]?.value ?? entry.id
    }
  }

  // MARK: Fields that all have

  private var id: AssignmentField {
    AssignmentField(
      key: "id", label: Text(en: "Short name", sv: "Kortnamn"),
      help: Text(
        en: "The id that messages and other rules refer to.", sv: "Det id som meddelanden och andra villkor pekar på."
      ), kind: .words)
  }

  private func common(_ list: ProgrammeText.List, _ entry: ProgrammeText.Entry?) -> [AssignmentField] {
    let price = AssignmentField(
      key: "price", label: Text(en: "Price, for a wish", sv: "Pris, för ett önskemål"),
      help: Text(
        en: "Empty: it must hold. With a price it may be missed, at so many points for each unit.",
        sv: "Tomt: det måste gälla. Med ett pris får det missas, för så många poäng per enhet."))
    let source = AssignmentField(
      key: "source", label: Text(en: "Source", sv: "Källa"),
      help: Text(en: "Where it was decided, or “assumed”.", sv: "Var det är beslutat, eller ”antaget”."), kind: .words)
    return (list == .rules ? [price] : tolerance) + [source] + sentences(entry)
  }

  private func sentences(_ entry: ProgrammeText.Entry?) -> [AssignmentField] {
    let words = Text(en: "In words", sv: "Med ord")
    if entry?["sentence"] != nil { return [AssignmentField(key: "sentence", label: words, kind: .words)] }
    return Language.allCases.map { language in
      AssignmentField(
        key: "sentence.\(language.rawValue)",
        label: Text(
          en: "In words, \(language == .english ? "English" : "Swedish")",
          sv: "Med ord, \(language == .english ? "engelska" : "svenska")"),
        help: Text(
          en: "Empty: the program's own sentence is used.", sv: "Tomt: programmets egen mening används."), kind: .words)
    }
  }

  private var tolerance: [AssignmentField] {
    [
      AssignmentField(
        key: "tolerance", label: Text(en: "Tolerance", sv: "Tolerans"),
        help: Text(
          en: "How much worse than its best it may be for the sake of later goals: 2%, or a number in its own unit.",
          sv: "Hur mycket sämre än sitt bästa det får bli för senare måls skull: 2%, eller ett tal i målets enhet."),
        suggestions: ["0", "1%", "2%", "5%", "10%"]),
      AssignmentField(
        key: "weight", label: Text(en: "Weight", sv: "Vikt"),
        help: Text(
          en: "Empty: goals are taken in order. Either all goals have a weight or none.",
          sv: "Tomt: målen tas i ordning. Antingen har alla mål vikt eller inget.")),
    ]
  }

  // MARK: Rules

  private func rule(_ kind: Rule.KindName) -> [AssignmentField] {
    switch kind {
    case .count: [which("count", Text(en: "What is counted", sv: "Vad som räknas"))] + limits + [rounds]
    case .near: [near, which("of", Text(en: "Among which places", sv: "Bland vilka platser"))] + limits + [rounds]
    case .share: [share, least, people, after]
    case .nobodyBeyond:
      [minutes("nobodyBeyond", Text(en: "At most so many minutes", sv: "Högst så många minuter")), people, after]
    case .fixed: [places("fixed", Text(en: "Which open", sv: "Vilka som öppnar")), round]
    case .forbidden: [which("forbidden", Text(en: "Which stay out", sv: "Vilka som hålls utanför")), round]
    case .notBefore: [moment("notBefore", Text(en: "Not before", sv: "Inte före")), which("of", Self.places)]
    case .notAfter: [moment("notAfter", Text(en: "Not after", sv: "Inte efter")), which("of", Self.places)]
    case .before: [places("before", Text(en: "First this, then that", sv: "Först den ena, sedan den andra"))]
    case .together: [places("together", Text(en: "In the same round", sv: "I samma omgång"))]
    case .notBoth: [places("notBoth", Text(en: "At most one of these", sv: "Högst en av dessa"))]
    case .oneOf: [places("oneOf", Text(en: "Exactly one of these", sv: "Exakt en av dessa"))]
    case .apart:
      [
        AssignmentField(key: "apart", label: Text(en: "Kilometres between them", sv: "Kilometer mellan dem")),
        which("of", Self.places),
      ]
    case .budget:
      [AssignmentField(key: "budget", label: Text(en: "At most so much money", sv: "Högst så mycket pengar")), rounds]
    case .keep:
      [
        AssignmentField(key: "keep", label: Text(en: "Which plan", sv: "Vilken plan"), kind: .words),
        AssignmentField(key: "changes", label: Text(en: "At most so many changes", sv: "Högst så många ändringar")),
      ]
    case .close: [which("close", Text(en: "Which offices close", sv: "Vilka kontor som stänger"))] + limits + [rounds]
    }
  }

  private static let places = Text(en: "Which places", sv: "Vilka platser")

  private var limits: [AssignmentField] {
    [
      AssignmentField(key: "min", label: Text(en: "At least", sv: "Minst")),
      AssignmentField(key: "max", label: Text(en: "At most", sv: "Högst")),
      AssignmentField(
        key: "exactly", label: Text(en: "Exactly", sv: "Exakt"),
        help: Text(en: "Instead of the two above.", sv: "I stället för de två ovan.")),
    ]
  }

  private func which(_ key: String, _ label: Text) -> AssignmentField {
    AssignmentField(
      key: key, label: label,
      help: Text(
        en: "all, a list [A, B], a condition {category: …}, or {each: …} for one rule each.",
        sv: "all, en lista [A, B], ett villkor {category: …}, eller {each: …} för ett villkor var."),
      suggestions: selections)
  }

  private var selections: [String] {
    let categories = assignment.categories.map(\.id.code)
    return ["all"] + categories.map { "{category: \($0)}" } + [
      "{each: municipality}", "{each: category}", "{each: round}",
    ]
      + geography.divisions.map { "{each: \($0.id.code)}" }
  }

  private func places(_ key: String, _ label: Text) -> AssignmentField {
    AssignmentField(
      key: key, label: label,
      help: Text(en: "Names or ids in brackets: [A, B].", sv: "Namn eller id inom hakparentes: [A, B]."))
  }

  private var near: AssignmentField {
    AssignmentField(
      key: "near", label: Text(en: "In or near which area", sv: "I eller nära vilket område"),
      help: Text(en: "A layer and a distance.", sv: "Ett lager och ett avstånd."),
      suggestions: geography.layers.map { "{layer: \($0.id.code), withinKm: 0.5}" })
  }

  private var share: AssignmentField {
    AssignmentField(
      key: "share", label: Text(en: "Within how many minutes", sv: "Inom hur många minuter"),
      suggestions: [15, 30, 45, 60].map { "{withinMinutes: \($0)}" })
  }

  private var least: AssignmentField {
    AssignmentField(
      key: "min", label: Text(en: "At least this share of the people", sv: "Minst denna andel av invånarna"),
      suggestions: ["80%", "90%", "95%"])
  }

  private var people: AssignmentField {
    AssignmentField(
      key: "of", label: Text(en: "Which people", sv: "Vilka invånare"),
      help: Text(en: "Empty: everybody.", sv: "Tomt: alla."),
      suggestions: geography.divisions.map { "{\($0.id.code): …}" } + ["{municipality: …}"])
  }

  private func minutes(_ key: String, _ label: Text) -> AssignmentField { AssignmentField(key: key, label: label) }

  private var after: AssignmentField {
    AssignmentField(
      key: "after", label: Text(en: "When this round is open", sv: "När denna omgång är öppen"),
      help: Text(en: "Empty: the last one.", sv: "Tomt: den sista."), kind: .round)
  }

  private var round: AssignmentField {
    AssignmentField(
      key: "round", label: Text(en: "Round", sv: "Omgång"),
      help: Text(en: "Empty: any.", sv: "Tomt: vilken som helst."),
      kind: .round)
  }

  private var rounds: AssignmentField {
    AssignmentField(
      key: "rounds", label: Text(en: "Rounds, from and to", sv: "Omgångar, från och till"),
      help: Text(en: "Empty: all of them together.", sv: "Tomt: alla tillsammans."),
      suggestions: assignment.rounds.map { "[\($0.id.code), \($0.id.code)]" })
  }

  private func moment(_ key: String, _ label: Text) -> AssignmentField {
    AssignmentField(
      key: key, label: label, help: Text(en: "A round or a day.", sv: "En omgång eller en dag."),
      suggestions: assignment.rounds.map(\.id.code))
  }

  // MARK: Goals

  private func goal(_ kind: Goal.KindName) -> [AssignmentField] {
    switch kind {
    case .access, .cost: [months]
    case .reach:
      [
        AssignmentField(
          key: "within", label: Text(en: "Within how many minutes", sv: "Inom hur många minuter"),
          suggestions: ["15", "30", "45", "60"]), months,
      ]
    case .farthest:
      [
        AssignmentField(
          key: "beyond", label: Text(en: "Beyond how many minutes", sv: "Bortom hur många minuter"),
          suggestions: ["30", "45", "60", "90"]), months,
      ]
    case .equity:
      [
        AssignmentField(
          key: "aversion", label: Text(en: "Aversion to inequality", sv: "Motvilja mot ojämlikhet"),
          help: Text(
            en: "1 is usual; more weighs long journeys more.", sv: "1 är vanligt; mer väger långa resor tyngre."),
          suggestions: ["0.5", "1", "2"]), months,
      ]
    case .spread:
      [
        AssignmentField(
          key: "measure", label: Text(en: "Mean or the worst", sv: "Medel eller det sämsta"),
          suggestions: ["mean", "maximum"])
      ]
    case .balance:
      [
        AssignmentField(
          key: "of", label: Text(en: "Between what", sv: "Mellan vad"),
          suggestions: ["category"] + geography.divisions.map(\.id.code))
      ]
    case .stability: [AssignmentField(key: "plan", label: Text(en: "Which plan", sv: "Vilken plan"), kind: .words)]
    case .wishes, .delivery: []
    }
  }

  private var months: AssignmentField {
    AssignmentField(
      key: "months", label: Text(en: "Months that each round serves", sv: "Månader som varje omgång gäller"),
      help: Text(en: "Empty: as the rounds' windows say.", sv: "Tomt: som omgångarnas fönster säger."),
      suggestions: ["{" + assignment.rounds.map { "\($0.id.code): 12" }.joined(separator: ", ") + "}"])
  }
}
