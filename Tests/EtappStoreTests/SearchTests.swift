import EtappModel
import EtappTestSupport
import Foundation
import Testing

@testable import EtappStore

@Suite struct `The search of the register` {
  private let folder: StoreFolder
  private let register: Register

  init() throws {
    folder = try StoreFolder()
    register = try folder.open().register()
  }

  /// Letters whose sender and receiver have no word that is searched for.
  private func add(_ texts: [String]) throws {
    let drafts = texts.enumerated().map { number, text in
      var draft = Cast.draft(number, about: "Ärende \(number)", text: text)
      draft.entry.from = [Correspondent(name: "Sändare", address: "post@kommun.example")]
      return draft
    }
    _ = try register.add(drafts, Cast.act())
  }

  private func serials(_ typed: String, limit: Int = 50) throws -> [Int] {
    try register.search(typed, limit: limit).compactMap { Int($0.entry.number.suffix(5)) }
  }

  @Test func `finds words with and without their dots, the exact first`() throws {
    try add(["Kontoret i Ånge öppnar", "The office in ange opens", "Ångermanland", "Boden"])
    #expect(try serials("Ånge") == [1, 3, 2], "as typed, then what goes on, then without dots, newest first")
    #expect(try serials("ange") == [2, 1, 3])
    #expect(try serials("ÅNGE ÖPPNAR") == [1] && serials("ange oppnar") == [1])
    #expect(try register.search("ange").map(\.isExact) == [true, false, false])
    #expect(try serials("ång") == [3, 1, 2] && serials("ang") == [2, 3, 1])
  }

  @Test func `asks for every word, and for phrases as they stand`() throws {
    try add(["lokal och bemanning", "bemanning och lokal", "lokal"])
    #expect(try serials("lokal bemanning") == [2, 1])
    #expect(try serials("\"lokal och bemanning\"") == [1])
    #expect(try serials("\"loka\"").isEmpty, "a phrase does not go on")
    #expect(try serials("lokal", limit: 2) == [3, 2] && serials("lokal", limit: 0).isEmpty)
  }

  @Test func `looks in number, subject, parties and names of files too`() throws {
    try add(["x", "y"])
    #expect(try serials("2021-00002") == [2])
    #expect(try serials("post@kommun.example") == [2, 1] && serials("karta.pdf") == [2, 1])
    #expect(try serials("arende") == [2, 1] && serials("Programkontoret") == [2, 1])
  }

  @Test func `shows where the words stand`() throws {
    try add([
      String(repeating: "utfyllnad ", count: 50) + "Vi återkommer i slutet av oktober"
        + String(repeating: " mer", count: 50)
    ])
    let hit = try #require(try register.search("aterkommer").first)
    #expect(hit.snippet.filter(\.isMatch).map(\.text) == ["återkommer"])
    #expect(hit.snippet.map(\.text).joined().count < 200)
  }

  @Test func `follows corrections`() throws {
    try add(["lokal", "personal"])
    _ = try register.correct("2021-00001", Cast.act(because: "misread")) { $0.text = "vokal" }
    #expect(try serials("lokal").isEmpty && serials("vokal") == [1] && serials("personal") == [2])
    try register.rebuildSearch()
    #expect(try serials("lokal").isEmpty && serials("vokal") == [1])
  }

  @Test func `keeps to a filter`() throws {
    try add(["lokal", "lokal", "lokal"])
    _ = try register.link("2021-00002", municipality: "2361", Cast.act())
    #expect(
      try register.search("lokal", filter: Register.Filter(municipality: "2361")).map(\.entry.number) == ["2021-00002"])
  }

  // MARK: Hostile

  static let hostile = [
    "\"", "\"\"", "\"\"\"", "*", "a*", "NEAR(a b, 3)", "a AND", "OR", "NOT a", "about: x", "{about}: x", "-a", "^a",
    "a^",
    "(", ")", "a + b", "'; DROP TABLE entry; --", "\0", "a\0b", "%", "_", "…", "\u{202E}", "😀", "a\"b", "\"a\" \"",
    "lokal\" OR \"x", "entryExact MATCH 'a'", "\u{2}\u{3}", String(repeating: "(", count: 10_000),
    String(repeating: "a ", count: 5_000), String(repeating: "å", count: 100_000), "ﬀ", "e\u{301}", "I\u{307}",
    "\u{FFFF}",
  ]

  @Test(arguments: hostile) func `takes whatever is typed for words`(_ typed: String) throws {
    try add(["lokal a b x 😀", "a \"b\" c"])
    _ = try register.search(typed)
    #expect(try register.count() == 2)
  }

  @Test func `takes any signs in any order`() throws {
    try add(["lokal a b x", "a b c"])
    var random = RandomInstance.Generator(seed: 7)
    let signs = Array("ab\"*():^+-{}'å \0\u{2}\\%.,;NEARORANDT😀\n")
    for _ in 0..<2_000 {
      let typed = String(
        (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in signs.randomElement(using: &random) })
      let query = SearchQuery(typed)
      let hits = try register.search(typed)
      // Every word that was typed is needed.
      if typed.contains("c"), !query.isEmpty { #expect(hits.count <= 1) }
    }
  }
}
