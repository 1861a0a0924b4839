import EtappModel
import EtappTestSupport
import Testing

@testable import EtappExchange

/// Which letters belong together.
@Suite struct `Threads of letters` {
  static func letter(
    _ id: String?, _ references: [String] = [], topic: String = "", from: String = "a@x.example",
    to: String = "b@y.example", day: Int = 0
  ) -> Letter {
    Letter(
      source: .mail, messageID: id, references: references, from: [Correspondent(address: from)],
      to: [Correspondent(address: to)], day: Day(number: 18_000 + day), topic: topic)
  }

  @Test func `follow Message-IDs`() {
    let letters = [
      Self.letter("1"), Self.letter("2", ["1"]), Self.letter("3"), Self.letter("4", ["1", "2"]),
      Self.letter("5", ["9"]), Self.letter("6", ["9"]),
    ]
    #expect(Threads.numbers(of: letters) == [0, 0, 1, 0, 2, 2])
    #expect(Threads.thread(of: Self.letter("7", ["4"]), among: letters) == [0, 1, 3])
    #expect(Threads.thread(of: Self.letter("7"), among: letters) == [])
    #expect(Threads.thread(of: letters[1], among: letters) == [0, 1, 3])
  }

  @Test func `fall back on topic and sides`() {
    let letters = [
      Self.letter("1", topic: "Servicekontor"),
      Self.letter(nil, topic: "servicekontor", from: "b@y.example", to: "a@x.example", day: 10),
      // The same letter to another office, the same topic years later, a word that is no topic.
      Self.letter("3", topic: "Servicekontor", to: "b@z.example"),
      Self.letter("4", topic: "Servicekontor", day: 1_000), Self.letter("5", topic: "Hej"),
      Self.letter("6", topic: "Hej"),
    ]
    #expect(Threads.numbers(of: letters) == [0, 0, 1, 2, 3, 4])
  }

  @Test(arguments: 1...20) func `are the connected parts, as a plain search finds them`(_ seed: UInt64) {
    var generator = RandomInstance.Generator(seed: seed)
    let letters = (0..<40).map { index in
      Self.letter(
        "\(index)",
        (0..<2).compactMap { _ in
          Bool.random(using: &generator) ? "\(Int.random(in: 0..<60, using: &generator))" : nil
        })
    }
    let numbers = Threads.numbers(of: letters)
    func ids(_ letter: Letter) -> Set<String> { Set(letter.references + [letter.messageID ?? ""]) }
    // Grow the set of the first letter until nothing is added.
    var seen: Set<String> = ids(letters[0])
    while let next = letters.first(where: { !ids($0).isDisjoint(with: seen) && !ids($0).isSubset(of: seen) }) {
      seen.formUnion(ids(next))
    }
    for (index, letter) in letters.enumerated() {
      #expect((numbers[index] == numbers[0]) == !ids(letter).isDisjoint(with: seen))
    }
  }
}
