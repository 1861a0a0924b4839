import EtappModel
import Testing

@testable import EtappExchange

/// What a mail's sender wrote, and what the mail forwards.
@Suite struct `A forwarded chain` {
  static let head = """
    Från: Registrator <registrator@ange.example>
    Skickat: den 10 juni 2021 08:30
    Till: Koordinator
    Ämne: Fråga
    """

  /// Texts with one letter inside: what is above, and who wrote what is below.
  static let forms: [String] = [
    "Eget.\n\n-----Ursprungligt meddelande-----\n\(head)\n\nAndras.",
    "Eget.\n\n-----Original Message-----\n\(head)\n\nAndras.",
    "Eget.\n\n________________________________\n\(head)\n\nAndras.",
    "Eget.\n\(head)\n\nAndras.",
    "Eget.\n\n---------- Forwarded message ---------\n\(head)\n\nAndras.",
    "Eget.\n\nBegin forwarded message:\n\n\(head.replacing("\n", with: "\n> ").quoted)\n>\n> Andras.",
    "Eget.\n\nVidarebefordrat brev:\n\n\(head)\n\nAndras.",
    "Eget.\n\n\(head.replacing("Från:", with: "*Från:*"))\n\nAndras.",
    "Eget.\n\nDen 10 juni 2021 kl. 08:30 skrev Registrator <registrator@ange.example>:\n\n> Andras.",
    "Eget.\n\nDen tors 10 juni 2021 08:30 Registrator <registrator@ange.example> skrev:\n> Andras.",
    "Eget.\n\nOn Thu, Jun 10, 2021 at 8:30 AM Registrator <registrator@ange.example>\nwrote:\n\n> Andras.",
    "Eget.\n\n2021-06-10 08:30 skrev Registrator <registrator@ange.example>:\n> Andras.",
    "Eget.\n\nRegistrator <registrator@ange.example> skrev den 10 juni 2021 08:30:\n> Andras.",
    "Eget.\n\nOn 10 June 2021, Registrator <registrator@ange.example> wrote:\n\nAndras.",
    "On 10 June 2021, Registrator <registrator@ange.example> wrote:\n> Andras.\n\nEget.",
  ]

  @Test(arguments: forms) func `parts its sender's words from another's`(_ text: String) throws {
    let chain = ForwardedChain.split(LetterText.tidied(text), source: .text)
    #expect(chain.body == "Eget.")
    let inner = try #require(chain.enclosed.first)
    #expect(chain.enclosed.count == 1)
    #expect(inner.body == "Andras.")
    #expect(inner.from.map(\.address) == ["registrator@ange.example"])
    #expect(inner.from.map(\.name) == ["Registrator"])
    #expect(inner.day == Day(year: 2021, month: 6, day: 10))
  }

  /// Texts that only look as if.
  static let own = [
    "Från: 10 till 20 personer", "Hon skrev: kom i morgon", "Ämne: matematik\nTill: åk 9", "-----\nEget",
    "Original Message", "Jag skrev:\n\nHej", "Från början till slut", "Datum: 2021-06-10\nPlats: rådhuset",
  ]

  @Test(arguments: own) func `leaves alone what its sender wrote`(_ text: String) {
    let chain = ForwardedChain.split(text, source: .text)
    #expect(chain.body == text && chain.enclosed.isEmpty)
  }

  @Test func `keeps answers between quoted lines`() {
    let chain = ForwardedChain.split("> ett?\n\nJa.\n\n> två?\n\nNej.", source: .text)
    #expect(chain.body == "Ja.\n\nNej." && chain.enclosed.map(\.body) == ["ett?", "två?"])
  }

  @Test func `tells quotations inside quotations apart`() {
    let chain = ForwardedChain.split(
      "Svar.\n\nDen 11 juni 2021 skrev A <a@x.example>:\n> mer\n> Den 10 juni 2021 skrev B <b@x.example>:\n>> först",
      source: .text)
    #expect(chain.enclosed.map(\.body) == ["mer", "först"])
    #expect(chain.enclosed.map { $0.from.first?.name } == ["A", "B"])
  }

  @Test func `is kept short`() {
    let blocks = String(repeating: "\(Self.head)\n\ntext\n\n", count: 1_000)
    let chain = ForwardedChain.split(blocks, source: .text)
    #expect(chain.enclosed.count <= LetterLimits.enclosed)
    let quotes = (0..<1_000).map { String(repeating: ">", count: $0) + " rad" }.joined(separator: "\n")
    #expect(ForwardedChain.split(quotes, source: .text).enclosed.count <= LetterLimits.enclosed)
  }
}

extension String {
  fileprivate var quoted: String { "> " + self }
}
