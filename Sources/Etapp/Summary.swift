public import EtappModel

extension Workspace {
  /// What was read, one line for each kind of thing.
  public func summary(_ language: Language) -> String {
    let geography = self.geography
    let lines: [(Text, Int)] = [
      (Text(en: "demand points", sv: "befolkningspunkter"), geography.demand.count),
      (Text(en: "people", sv: "personer"), Int(geography.demand.total.value.rounded())),
      (Text(en: "municipalities", sv: "kommuner"), geography.municipalities.count),
      (Text(en: "places where offices may open", sv: "platser där kontor kan öppna"), geography.places.count),
      (Text(en: "existing offices", sv: "befintliga kontor"), geography.offices.count),
      (Text(en: "area layers", sv: "områdeslager"), geography.layers.count),
      (Text(en: "rounds", sv: "omgångar"), assignment.rounds.count),
      (Text(en: "rules", sv: "villkor"), assignment.rules.count),
      (Text(en: "goals", sv: "mål"), assignment.goals.count),
    ]
    let digits = lines.map { Self.grouped($0.1) }
    let width = digits.map(\.count).max() ?? 0
    let rows = zip(lines, digits).map { line, number in
      String(repeating: " ", count: width + 2 - number.count) + number + "  " + line.0(language)
    }
    return ([assignment.name(language)] + rows).joined(separator: "\n")
  }

  /// 10379295 as 10 379 295.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(" ", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return digits
  }
}
