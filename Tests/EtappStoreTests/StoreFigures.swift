import EtappModel
import EtappTestSupport
import Foundation
import Testing

@testable import EtappStore

/// Figures of the store, taken when somebody asks for them: `Tools/store-figures.sh`.
@Suite struct `The figures of the store` {
  private static let count = ProcessInfo.processInfo.environment["ETAPP_FIGURES"].flatMap { Int($0) } ?? 0

  private static let words = [
    "kontor", "kommun", "öppnar", "återkommer", "lokal", "bemanning", "samarbete", "resor", "kostnad", "oktober",
    "omgång", "förslag", "yttrande", "medborgare", "hyra", "avtal", "länet", "service", "möte", "beslut",
  ]

  /// Letters of 60…400 words; each hundredth has a word of its own.
  private static func draft(_ number: Int, using random: inout RandomInstance.Generator) -> Draft {
    var text = (0..<Int.random(in: 60...400, using: &random)).map { _ in
      let word = words.randomElement(using: &random) ?? ""
      return Bool.random(using: &random) ? word : word + "\(Int.random(in: 0..<3000, using: &random))"
    }.joined(separator: " ")
    if number.isMultiple(of: 100) { text += " särskild\(number)" }
    var entry = Cast.entry(number, about: "Ärende \(number)", text: text, municipality: ID("\(number % 290)"))
    entry.day = Day(number: Cast.june.number + number / 100)
    return Draft(entry, document: Cast.file("letter \(number)\n\(text)"))
  }

  /// A measurement, made only when it is asked for; nothing is expected of it otherwise.
  @Test func `are written down`() throws {
    guard Self.count > 0 else { return }
    let folder = try StoreFolder()
    let store = try folder.open()
    let register = store.register()
    var random = RandomInstance.Generator(seed: 1)
    let clock = ContinuousClock()
    var added = 0
    let started = clock.now
    var first = 0.0
    while added < Self.count {
      let batch = (added..<min(added + 100, Self.count)).map { Self.draft($0, using: &random) }
      _ = try register.add(batch, Cast.act())
      added += batch.count
      if added == 2_000 {
        first = Self.seconds(clock.now - started)
        Self.say("import of the first 2,000 in batches of 100: \(Int(2_000 / first)) letters/s")
      }
    }
    let whole = Self.seconds(clock.now - started)
    Self.say(
      "import, batches of 100: \(Int(2_000 / first)) letters/s (first 2,000), \(Int(Double(added) / whole)) letters/s (all \(added))"
    )
    let single = try clock.measure {
      for number in 0..<200 { _ = try register.add(Self.draft(1_000_000 + number, using: &random), Cast.act()) }
    }
    Self.say("import one by one: \(Int(200 / Self.seconds(single))) letters/s")
    for typed in [
      "kontor", "oppnar", "lokal bemanning resor", "särskild5000", "sarskild", "kon", "\"kontor kommun\"", "ärende 77",
      "zzz", "k", "medborgare17 avtal3",
    ] {
      var times: [Double] = []
      var hits = 0
      for _ in 0..<7 {
        let time = try clock.measure { hits = try register.search(typed).count }
        times.append(Self.seconds(time) * 1000)
      }
      Self.say(
        "search \(typed): \(hits) hits, median \(Self.rounded(times.sorted()[3])) ms, worst \(Self.rounded(times.max() ?? 0)) ms"
      )
    }
    let filter = Register.Filter(from: Cast.june + 3, municipality: "17")
    let filtered = try clock.measure { _ = try register.search("kontor", filter: filter) }
    Self.say("search kontor in one municipality: \(Self.rounded(Self.seconds(filtered) * 1000)) ms")
    let listed = try clock.measure { _ = try register.list(page: Register.Page(limit: 50), newestFirst: true) }
    Self.say("list, newest 50: \(Self.rounded(Self.seconds(listed) * 1000)) ms")
    let verified = try clock.measure { _ = try store.verify() }
    Self.say("verify: \(Self.rounded(Self.seconds(verified))) s")
    let backup = try clock.measure { try store.backup(to: folder.path + "/copy") }
    Self.say("backup: \(Self.rounded(Self.seconds(backup))) s")
    let restored = try clock.measure {
      _ = try WorkspaceStore.restore(folder.path + "/copy", into: folder.path + "/back")
    }
    Self.say("restore with verify: \(Self.rounded(Self.seconds(restored))) s")
  }

  private static func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  private static func say(_ line: String) { FileHandle.standardError.write(Data("figure: \(line)\n".utf8)) }
}
