import EtappModel
import Testing

@testable import EtappReport

@Suite("The register in words") struct RegisterSentenceTests {
  private func entry(_ number: Int, promise: String? = nil) -> RegisterEntry {
    let promises = promise.map {
      [
        RegisterEntry.Promise(
          index: 1, commitment: Commitment(text: $0, span: 0..<1, side: .sender), isOurs: true)
      ]
    }
    return RegisterEntry(
      number: "2021-\(number)", day: Day(year: 2021, month: 6, day: 1), direction: .incoming, kind: .letter, from: [],
      to: [],
      about: "Letter \(number)", promises: promises ?? [])
  }

  @Test("tells a few letters one by one, with what they promise")
  func few() {
    let words = Cast.sentences(.english).registered([(entry(1, promise: "We come back."), false), (entry(2), true)])
    #expect(words.contains("Registered as 2021-1: Letter 1"))
    #expect(words.contains("We come back."))
    #expect(words.contains("Was registered before as 2021-2"))
  }

  @Test("tells of a whole mailbox the first letters, and counts the others")
  func many() {
    let lines = (1...1200).map { (entry: entry($0, promise: "We come back."), isOld: $0 > 1100) }
    let words = Cast.sentences(.english).registered(lines)
    #expect(words.split(separator: "\n").count < 40)
    #expect(words.contains("… and 1,090 more, to 2021-1100; 100 more were registered before."), "\(words.suffix(200))")
    #expect(words.contains("Read in those: 1,090 promises"))
    #expect(Cast.sentences(.swedish).registered(lines).contains("och 1\u{A0}090 till, till och med 2021-1100"))
  }

  @Test("cuts a sentence that no list bears, at a word")
  func cut() {
    let long = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let words = Cast.sentences(.english).registered([(entry(1, promise: long), false)])
    #expect(words.hasSuffix(" …"))
    let shown = words.split(separator: "not confirmed: ").last?.dropLast(2) ?? ""
    #expect(shown.count <= 240)
    #expect(long.hasPrefix(shown + " "))
  }
}
