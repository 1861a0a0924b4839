/// A user-facing text in one or more languages.
///
/// Languages are data: a text holds what was written, and a reader asks for theirs with a fallback.
public struct Text: Hashable, Sendable {
  /// Language code (`sv`, `en` …) to text; an empty code holds a text given without language.
  public var byLanguage: [String: String]

  /// A text that is the same in every language, such as a name.
  public init(_ plain: String) {
    byLanguage = ["": plain]
  }

  public init(byLanguage: [String: String]) {
    self.byLanguage = byLanguage
  }

  /// A text of the program itself, which speaks both its languages.
  public init(en: String, sv: String) {
    byLanguage = ["en": en, "sv": sv]
  }

  /// The text for a reader of `language`: theirs, else the one without language, else English, else any.
  public func callAsFunction(_ language: Language) -> String {
    byLanguage[language.rawValue] ?? byLanguage[""] ?? byLanguage["en"]
      ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral plain: String) { self.init(plain) }
}

/// A language the program itself can speak.
public enum Language: String, CaseIterable, Sendable {
  case swedish = "sv"
  case english = "en"
}
