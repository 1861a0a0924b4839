import EtappModel
import EtappTestSupport
import Foundation
import GRDB
import Testing

@testable import EtappStore

/// `kill -9` in the middle of writing: what was acknowledged is there, what was not is there whole or not at all.
///
/// The test starts itself once more as another process, which writes until it is killed and says each thing that has
/// been acknowledged; so no target of its own is needed. `ETAPP_KILLS` sets how often.
@Suite struct `A killed writer` {
  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["ETAPP_KILLS"].flatMap { Int($0) } ?? 30
  /// The process that is to write knows its folder from here.
  static let folderKey = "ETAPP_KILLED_WRITER"
  /// On Linux the test program can be started anew from here.
  private static let program = "/proc/self/exe"

  /// What is being written when the test is the writer; in every other process there is nothing to do here.
  @Test func `writes until it is killed`() throws {
    guard let folder = Self.environment[Self.folderKey] else { return }
    var writer = try Writer(folder: folder)
    // Should nobody kill it, it ends when nobody listens any longer: the pipe is broken then.
    while true { try writer.writeOne() }
  }

  @Test(
    .enabled(
      if: environment[folderKey] == nil && FileManager.default.isExecutableFile(atPath: program),
      "the test program can start itself where /proc tells its file"))
  func `loses nothing that it acknowledged`() throws {
    var random = RandomInstance.Generator(seed: UInt64(Self.kills))
    var slowest = 0.0
    var acknowledged = 0
    var left = Self.kills
    while left > 0 {
      // A new workspace now and then, so that the first writes are killed too.
      let folder = try StoreFolder()
      var expected: [String] = []
      for _ in 0..<min(left, 25) {
        // Two writers at once every third time.
        let count = Int.random(in: 0..<3, using: &random) == 0 ? 2 : 1
        let lines = try Self.killedAfter(Int.random(in: 1...25, using: &random), writers: count, in: folder.path)
        expected += lines
        acknowledged += lines.count
        let (store, seconds) = try Self.recover(folder)
        slowest = max(slowest, seconds)
        let report = try store.verify()
        #expect(report.findings.isEmpty, "\(report.findings)")
        for line in expected { #expect(try Self.holds(line, store), "acknowledged and lost: \(line)") }
      }
      left -= 25
    }
    #expect(acknowledged > Self.kills)
    if Self.environment["ETAPP_KILLS"] != nil {
      Self.say("kills \(Self.kills), acknowledged \(acknowledged), slowest recovery \(slowest) s")
    }
  }

  private static func recover(_ folder: StoreFolder) throws -> (WorkspaceStore, Double) {
    let clock = ContinuousClock()
    var store: WorkspaceStore?
    let time = try clock.measure { store = try folder.open() }
    return (try #require(store), Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
  }

  private static func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

  // MARK: Killing

  /// Starts writers and kills them once so many lines have come; gives back every whole line.
  private static func killedAfter(_ count: Int, writers: Int, in folder: String) throws -> [String] {
    // A pipe of our own: Foundation closes its own after the first process.
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (
      FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    )
    let processes = try (0..<writers).map { _ in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: program))
      process.arguments = ["--testing-library", "swift-testing", "--filter", "writes until it is killed"]
      process.environment = environment.merging([folderKey: folder]) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = writing
      try process.run()
      return process
    }
    close(ends[1])
    var text = Data()
    while lines(text).count < count {
      let more = reading.availableData
      if more.isEmpty { break }
      text += more
    }
    for process in processes { kill(process.processIdentifier, SIGKILL) }
    text += reading.readDataToEndOfFile()
    for process in processes { process.waitUntilExit() }
    return lines(text)
  }

  /// Whole lines that the writer wrote; the test library says other things between.
  private static func lines(_ text: Data) -> [String] {
    let all = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return all.filter { $0.hasPrefix("ack ") }.map { String($0.dropFirst(4)) }
  }

  /// Whether what was acknowledged is in the store.
  private static func holds(_ line: String, _ store: WorkspaceStore) throws -> Bool {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    switch parts[0] {
    case "event":
      return try Int(parts[1]).map { number in try store.plans.read { try EventRow.exists($0, key: number) } } ?? false
    case "letter":
      guard let entry = try store.register().entry(messageID: parts[1]), let document = entry.document else {
        return false
      }
      return try store.register().content(of: document) == Array("letter of \(parts[1])".utf8)
    case "plan": return try store.plans.plan(named: parts[1]) != nil
    case "decision": return try store.decisions.decision(ID(parts[1])) != nil
    default: return false
    }
  }
}

/// Writes something of everything, and says on standard error what has been acknowledged.
private struct Writer {
  private let store: WorkspaceStore
  private let name = UUID().uuidString
  private var count = 0

  init(folder: String) throws {
    store = try WorkspaceStore(writing: folder)
  }

  private func say(_ line: String) {
    let bytes = Array("ack \(line)\n".utf8)
    _ = write(2, bytes, bytes.count)
  }

  mutating func writeOne() throws {
    count += 1
    let act = Act(by: name, at: Moment(seconds: count))
    switch count % 6 {
    case 0, 1: try addLetters(1 + count % 4, act)
    case 2: try correct(act)
    case 3: try talk(act)
    case 4:
      let decision = Decision(kind: "k", subject: "s/\(count)", what: "w", reason: "r", day: Cast.june, by: name)
      say("decision \(try store.decisions.add(decision, act).id)")
    default:
      let plan = KeptPlan(
        name: "\(name)-\(count)", stored: "2026-05-03T10:00:00Z", programme: "P",
        openings: [KeptPlan.Opening(place: "a", name: "A", round: "1")], proof: KeptProof(status: "optimal", gap: 0),
        run: KeptRun(seed: 1, threads: 1, seconds: 1))
      try store.plans.keep(plan, act)
      say("plan \(plan.name)")
    }
  }

  private func addLetters(_ number: Int, _ act: Act) throws {
    let drafts = (0..<number).map { index in
      let id = "\(name)-\(count)-\(index)@x.example"
      return Draft(
        Cast.entry(about: "Ärende \(count)", text: String(repeating: "text ", count: count % 50), messageID: id),
        document: Cast.file("letter of \(id)"), attachments: [Cast.file("shared", name: "a.pdf")])
    }
    for added in try store.register().add(drafts, act) { say("letter \(added.entry.messageID ?? "")") }
  }

  private func correct(_ act: Act) throws {
    guard let entry = try store.register().list(page: Register.Page(limit: 1), newestFirst: true).first else { return }
    let because = Act(by: act.actor, at: act.at, because: "again")
    _ = try store.register().correct(entry.number, because) { $0.text += " more" }
    say("event \(try store.register().events(of: entry.number).map(\.number).max() ?? 0)")
  }

  private func talk(_ act: Act) throws {
    let talk = Dialogue.Talk(day: Cast.june, channel: .phone, with: name, summary: "talk \(count)", by: name)
    _ = try store.dialogue.apply(.talk(talk), to: ID("\(count % 5)"), act)
    let events = try store.log.events(EventLog.Question(actor: name, limit: 1))
    say("event \(events.last?.number ?? 0)")
  }
}
