import Etapp
import EtappModel
import EtappReport
import Foundation

/// What pages of the dialogue and the register ask for.
extension Visit {
  /// The day that what is due is counted from.
  var today: Day { query["today"].flatMap { Day($0) } ?? now.day() }

  func conversing<Answer: Sendable>(
    _ work: @escaping @Sendable (Conversations) throws -> Answer
  ) async throws -> Answer {
    let registry = try await room().registry
    return try await Blocking.run { try work(Conversations(registry)) }
  }

  func registering<Answer: Sendable>(_ work: @escaping @Sendable (Registry) throws -> Answer) async throws -> Answer {
    let registry = try await room().registry
    return try await Blocking.run { try work(registry) }
  }

  /// Whether whoever asks may read what an entry holds: what is marked as secret is for those who keep the register.
  func mayRead(_ entry: RegisterEntry) -> Bool { entry.secrecy == nil || may(.register) }

  // MARK: Fields of forms

  /// The words of a field; nil where there are none.
  func words(_ name: String, most: Int = 2000) throws -> String? {
    let text = (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.count <= most else {
      throw Refusal.unusable(
        Text(en: "At most \(most) characters, please.", sv: "Högst \(most) tecken, tack."))
    }
    return text.isEmpty ? nil : text
  }

  func neededWords(_ name: String, most: Int = 2000) throws -> String {
    guard let text = try words(name, most: most) else {
      throw Refusal.unusable(
        Text(en: "Something that must be there was left empty.", sv: "Något som måste fyllas i lämnades tomt."))
    }
    return text
  }

  func day(_ name: String) throws -> Day? {
    guard let text = form[name], !text.isEmpty else { return nil }
    return try Self.day(text)
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw Refusal.unusable(Text(en: "“\(text)” is no date.", sv: "”\(text)” är inget datum."))
    }
    return day
  }

  /// One of some words.
  func choice<Value: RawRepresentable<String>>(_ name: String, _ type: Value.Type) throws -> Value? {
    guard let word = form[name], !word.isEmpty else { return nil }
    guard let value = Value(rawValue: word) else {
      throw Refusal.unusable(Text(en: "“\(word)” is no choice here.", sv: "”\(word)” går inte att välja här."))
    }
    return value
  }

  /// The municipality of a code in the address.
  func municipality() async throws -> Municipality {
    guard let found = try await room().workspace.geography.municipality(ID(path["municipality"] ?? "")) else {
      throw Refusal.notFound
    }
    return found
  }
}
