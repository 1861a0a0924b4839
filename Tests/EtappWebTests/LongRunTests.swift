import EtappModel
import Foundation
import Synchronization
import Testing

@testable import EtappWeb

@Suite("Runs in the background") struct LongRunTests {
  /// Holds those who come until it is opened.
  private final class Gate: Sendable {
    private let isOpen = Mutex(false)
    func open() { isOpen.withLock { $0 = true } }
    func pass() { while !isOpen.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.002) } }
  }

  /// How many are at it, and were at most.
  private final class Count: Sendable {
    private let numbers = Mutex((now: 0, ever: 0))
    func come() { numbers.withLock { $0 = ($0.now + 1, max($0.ever, $0.now + 1)) } }
    func go() { numbers.withLock { $0.now -= 1 } }
    var ever: Int { numbers.withLock { $0.ever } }
  }

  private func end(of run: LongRun) async throws -> LongRun.Outcome {
    while true {
      if let outcome = run.outcome { return outcome }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  private func path(_ outcome: LongRun.Outcome) -> String? { if case .done(let path) = outcome { path } else { nil } }

  @Test("compute four at a time; more wait for their turn, and too many are told so")
  func queue() async throws {
    let (runs, gate, count) = (LongRuns(), Gate(), Count())
    let all = (0..<LongRuns.most + LongRuns.mostWaiting).map { number in
      runs.start("\(number)", Text("\(number)")) { run in
        count.come()
        gate.pass()
        count.go()
        return .done("/\(run.id)")
      }
    }
    #expect(all.allSatisfy { $0 != nil })
    #expect(all.compactMap { $0.flatMap(runs.place) } == Array(0..<LongRuns.mostWaiting))
    #expect(runs.start("late", "late") { _ in .done("/late") } == nil)
    // Who asks for one that is there already is given that one.
    #expect(runs.start("3", "again") { _ in .done("/again") } === all[3])
    while count.ever < LongRuns.most { try await Task.sleep(for: .milliseconds(2)) }
    gate.open()
    for (number, run) in all.enumerated() {
      #expect(path(try await end(of: try #require(run))) == "/\(number)")
    }
    #expect(count.ever == LongRuns.most && runs.current.isEmpty)
    #expect(runs.start("late", "late") { _ in .done("/late") } != nil)
  }

  @Test("that are stopped while they wait do not compute")
  func stopping() async throws {
    let (runs, gate) = (LongRuns(), Gate())
    let computing = try (0..<LongRuns.most).map { number in
      try #require(
        runs.start("\(number)", "x") { _ in
          gate.pass()
          return .done("/")
        })
    }
    let waiting = try #require(runs.start("waiting", "x") { _ in .done("/computed") })
    waiting.stop()
    gate.open()
    #expect(path(try await end(of: waiting)) == nil)
    for run in computing { #expect(path(try await end(of: run)) == "/") }
  }

  @Test("that fail say so, and make room")
  func failing() async throws {
    struct Trouble: Error {}
    let runs = LongRuns()
    for number in 0..<20 {
      let run = try #require(runs.start("\(number)", "x") { _ in throw Trouble() })
      #expect(path(try await end(of: run)) == nil)
    }
    #expect(runs.current.isEmpty)
  }
}
