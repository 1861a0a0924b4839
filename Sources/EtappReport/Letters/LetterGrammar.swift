import EtappModel

/// The little grammar that facts need before they can stand in a sentence.
struct LetterGrammar: Hashable, Sendable {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// `Ånges`, `Borgholms`, `Strängnäs`; `Ånge’s`, `Strängnäs’`.
  func genitive(_ name: String) -> String {
    let isSibilant = name.last.map { "sxzSXZ".contains($0) } ?? true
    return switch language {
    case .swedish: isSibilant ? name : name + "s"
    case .english: name + (name.last.map { "sS".contains($0) } ?? true ? "’" : "’s")
    }
  }

  /// `Ånge kommun`, `Bodens kommun`: a name that ends in a consonant stands in the genitive before its noun.
  func municipality(_ name: String) -> String {
    guard language == .swedish else { return "the municipality of \(name)" }
    let endsInVowel = name.last.map { "aeiouyåäöéAEIOUYÅÄÖÉ".contains($0) } ?? true
    return (endsInVowel ? name : genitive(name)) + " kommun"
  }

  /// `one office`, `two offices`; in figures from thirteen on, as one writes them.
  func counted(_ number: Int, _ noun: Noun) -> String {
    let isNeuter = noun == .office || noun == .goal || noun == .rule
    let one = language == .english ? "one" : isNeuter ? "ett" : "en"
    let words =
      language == .english
      ? ["no", one, "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
      : [
        isNeuter ? "inget" : "ingen", one, "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
        "tolv",
      ]
    let count = words.indices.contains(number) ? words[number] : NumberFormat(language).whole(number)
    let isOne = number == 1 || (number == 0 && language == .swedish)
    return "\(count) \(noun.form(language, one: isOne))"
  }

  /// `first`, `second`; `första`, `andra`.
  func ordinal(_ number: Int) -> String {
    let words =
      language == .english
      ? ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
      : ["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"]
    if words.indices.contains(number - 1) { return words[number - 1] }
    guard language == .english else {
      return "\(number):" + ([1, 2].contains(number % 10) && ![11, 12].contains(number % 100) ? "a" : "e")
    }
    let ending = (11...13).contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(ending)"
  }

  func atLeast(_ number: Int) -> String {
    let noun = Noun.office.form(language, one: number == 1)
    return language == .english ? "at least \(number) \(noun)" : "minst \(number) \(noun)"
  }

  /// `A respektive B`; `A and B respectively`.
  func respectively(_ items: [String]) -> String? {
    guard let last = items.last else { return nil }
    guard items.count > 1 else { return last }
    let first = items.dropLast().joined(separator: ", ")
    return language == .english ? "\(first) and \(last) respectively" : "\(first) respektive \(last)"
  }

  /// A sentence as a part of another: without its full stop, its first letter small unless it is a name or a figure.
  func clause(_ sentence: String) -> String {
    var text = sentence
    while text.last == "." { text.removeLast() }
    let second = text.dropFirst().first
    guard second.map({ $0.isLowercase || $0 == " " }) ?? false else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Clauses in a row: with semicolons where one of them has a comma of its own.
  func series(_ clauses: [String]) -> String {
    guard let last = clauses.last, clauses.count > 1 else { return clauses.first ?? "" }
    let and = language == .english ? "and" : "och"
    let mark = clauses.contains { $0.contains(",") } ? ";" : ","
    let first = clauses.dropLast().joined(separator: mark + " ")
    return mark == ";" ? "\(first); \(and) \(last)" : "\(first) \(and) \(last)"
  }
}
