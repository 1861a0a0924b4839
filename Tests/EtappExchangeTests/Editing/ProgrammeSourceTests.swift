import Foundation
import Testing

@testable import EtappExchange

@Suite("A rule or goal changed in the text of a programme") struct ProgrammeSourceTests {
  static let text = """
    # Who asked
    programme: Kusten   # a name

    rules:
      # How many
      - id: total
        count: all
        # at least so many
        min: 28   # as decided
        source: "Regeringen, maj"
        sentence:
          sv: Minst 28.
          en: At least 28.

      - {id: south, count: {region: Syd}, min: 1, price: 5}   # a wish

      # These came later
      - id: named
        count:
          each: municipality
          of: [Boden, Ånge,
               Åre]
        exactly: 1
    goals:
      - access
      - {id: spread, tolerance: 2%}
      # last of all
      - id: balance
        of: category
    basis:
      - Assumed.

    """

  private func comments(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "#").map { String(line[$0...]) }
    }.sorted()
  }

  @Test("is found with its fields")
  func entries() throws {
    let source = try ProgrammeSource(Self.text)
    #expect(source.entries(.rules).map(\.id) == ["total", "south", "named"])
    #expect(source.entries(.goals).map(\.id) == ["access", "spread", "balance"])
    let total = source.entries(.rules)[0]
    #expect(total["min"]?.value == "28")
    #expect(total["source"]?.value == "Regeringen, maj")
    #expect(total["sentence.sv"]?.value == "Minst 28.")
    #expect(source.entries(.rules)[2]["count"]?.source == "{each: municipality, of: [Boden, Ånge, Åre]}")
    #expect(total.text.hasPrefix("  # How many\n  - id: total"))
    #expect(total.text.hasSuffix("en: At least 28."))
  }

  @Test("leaves every other line as it stood")
  func lines() throws {
    let new = try ProgrammeSource(Self.text).changing("total", in: .rules, [("min", "30")])
    #expect(new == Self.text.replacing("min: 28   #", with: "min: 30   #"))
    let flow = try ProgrammeSource(Self.text).changing("south", in: .rules, [("price", "7")])
    #expect(flow == Self.text.replacing("price: 5", with: "price: 7"))
    let words = try ProgrammeSource(Self.text).changing("total", in: .rules, [("sentence.en", "\"At least: 30\"")])
    #expect(words == Self.text.replacing("At least 28.", with: "\"At least: 30\""))
    let group = try ProgrammeSource(Self.text).changing("named", in: .rules, [("count", "all")])
    #expect(
      group
        == Self.text.replacing(
          "count:\n      each: municipality\n      of: [Boden, Ånge,\n           Åre]", with: "count: all"))
  }

  @Test("takes new keys and loses old ones")
  func keys() throws {
    let more = try ProgrammeSource(Self.text).changing("total", in: .rules, [("max", "30"), ("price", "5")])
    #expect(more.contains("    min: 28   # as decided\n    max: 30\n    source:"))
    let less = try ProgrammeSource(more).changing("total", in: .rules, [("max", nil), ("price", nil)])
    #expect(less == Self.text)
    let flow = try ProgrammeSource(Self.text).changing("south", in: .rules, [("price", nil), ("max", "3")])
    #expect(flow.contains("{id: south, count: {region: Syd}, min: 1, max: 3}   # a wish"))
    let bare = try ProgrammeSource(Self.text).changing("access", in: .goals, [("tolerance", "1%")])
    #expect(bare.contains("- {id: access, tolerance: 1%}"))
    let sentence = try ProgrammeSource(Self.text).changing(
      "total", in: .rules, [("sentence.sv", nil), ("sentence.en", nil)])
    #expect(!sentence.contains("sentence"))
    let words = try ProgrammeSource(sentence).changing(
      "total", in: .rules, [("sentence.sv", "Minst"), ("sentence.en", "Least")])
    #expect(try ProgrammeSource(words).entries(.rules)[0]["sentence.en"]?.value == "Least")
  }

  @Test("is added, removed and moved with the comment above it")
  func list() throws {
    let moved = try ProgrammeSource(Self.text).moving("balance", in: .goals, up: true)
    #expect(try ProgrammeSource(moved).entries(.goals).map(\.id) == ["access", "balance", "spread"])
    #expect(moved.contains("  # last of all\n  - id: balance\n    of: category\n  - {id: spread"))
    #expect(try ProgrammeSource(moved).moving("balance", in: .goals, up: false) == Self.text)
    #expect(try ProgrammeSource(Self.text).moving("access", in: .goals, up: true) == Self.text)
    let removed = try ProgrammeSource(Self.text).removing("south", from: .rules)
    #expect(try ProgrammeSource(removed).entries(.rules).map(\.id) == ["total", "named"])
    let added = try ProgrammeSource(Self.text).adding(
      [("id", "north"), ("count", "{region: Nord}"), ("min", "2"), ("sentence.sv", "Två i norr")], to: .rules)
    #expect(try ProgrammeSource(added).entries(.rules).map(\.id) == ["total", "south", "named", "north"])
    #expect(comments(added) == comments(Self.text))
    var none = Self.text
    for id in ["total", "south", "named"] { none = try ProgrammeSource(none).removing(id, from: .rules) }
    #expect(try ProgrammeSource(none).entries(.rules).isEmpty)
    let again = try ProgrammeSource(none).adding([("id", "one"), ("count", "all"), ("min", "1")], to: .rules)
    #expect(try ProgrammeSource(again).entries(.rules).map(\.id) == ["one"])
    let fresh = try ProgrammeSource("programme: X\n").adding([("goal", "access"), ("id", "a")], to: .goals)
    #expect(try ProgrammeSource(fresh).entries(.goals).map(\.id) == ["a"])
  }

  @Test("is refused where a value would be more than one")
  func values() throws {
    for bad in ["1, max: 3", "{a: 1", "a: b", "1 # no", "", "\"x", "&a 1", "*a", "[a, b]]", "- a", "a\nb"] {
      #expect(throws: ProgrammeSource.Failure.self, "\(bad)") {
        try ProgrammeSource(Self.text).changing("total", in: .rules, [("min", bad)])
      }
    }
    #expect(throws: ProgrammeSource.Failure.self) { try ProgrammeSource("rules: [a, b") }
    #expect(throws: ProgrammeSource.Failure.self) { try ProgrammeSource(Self.text).removing("nothing", from: .rules) }
  }

  @Test("never loses a word or a comment of the shipped examples")
  func examples() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for name in ["servicekontor-2021", "iceland-service-points", "new-workspace", "valley"] {
      let text = try String(
        contentsOf: root.appendingPathComponent("Examples/\(name)/programme.yaml"), encoding: .utf8)
      let source = try ProgrammeSource(text)
      for list in ProgrammeSource.List.allCases {
        for entry in source.entries(list) {
          for field in entry.fields where field.key != "id" {
            let new = try source.changing(entry.id, in: list, [(field.key, "\"x: y\"")])
            #expect(comments(new).count == comments(text).count, "\(name) \(entry.id) \(field.key)")
            let back = try ProgrammeSource(new).changing(entry.id, in: list, [(field.key, field.source)])
            #expect(YAMLTree(back) == YAMLTree(text), "\(name) \(entry.id) \(field.key)")
          }
          let down = try source.moving(entry.id, in: list, up: false)
          #expect(comments(down) == comments(text), "\(name) \(entry.id)")
          _ = try source.removing(entry.id, from: list)
        }
      }
    }
  }

  @Test("keeps any text that is written into it")
  func texts() throws {
    var random = RandomLetters(seed: 7)
    let pieces = [
      "a", "Å", ": ", " #", "'", "\"", "\\", "\n", "{", "}", ",", "- ", "12", "é", "%", "&", "*", "!", "|", ">",
      "\u{2028}", "\t", "yes",
    ]
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let new = try ProgrammeSource(Self.text).changing("total", in: .rules, [("source", YAMLWriting.text(words))])
      #expect(try ProgrammeSource(new).entries(.rules)[0]["source"]?.value == words, "\(words.debugDescription)")
    }
  }
}
