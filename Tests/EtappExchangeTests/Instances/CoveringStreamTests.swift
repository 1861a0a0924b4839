import EtappModel
import Foundation
import Synchronization
import Testing

@testable import EtappExchange

@Suite struct `A stream of customers` {
  /// Reads a file in the stream's way; nil when it is left to the reader of rows.
  private func streamed(_ text: String, threads: Int = 2) throws -> [LocationInstance.Customer]? {
    let url = FileManager.default.temporaryDirectory.appending(path: "stream-\(UUID()).dat")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(text.utf8).write(to: url)
    guard var stream = CoveringStream(url.path) else { return nil }
    let found = Mutex([[LocationInstance.Customer]](repeating: [], count: threads))
    let end = stream.forEach(threads: threads, isStopped: { false }) { worker, customers in
      found.withLock { $0[worker] += customers }
    }
    return end == .complete ? found.withLock { $0.flatMap { $0 } } : nil
  }

  private func rows(_ count: Int, end: String = "\n") -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<count).map { number in
      let x = Double(Int.random(in: -30_000_000...30_000_000, using: &random)) / 1e6
      return "C\t\(number)\t\(x)\t\(Double(number) / 4)\t\(number % 7)\(end)"
    }.joined()
  }

  @Test(arguments: [1, 2, 3])
  func `gives what the reader of rows gives`(_ threads: Int) throws {
    for end in ["\n", " \r\n"] {
      let text = "2\t40\t\nF\t0\t1.5\t2\t1\nF\t1\t3\t4\t1\n" + rows(40, end: end)
      let found = try #require(try streamed(text, threads: threads))
      let instance = Array(text.utf8).withUnsafeBufferPointer { LocationInstanceReader.read($0, file: "x").instance }
      guard case .covering(_, let customers, let demand, _)? = instance?.kind else {
        Issue.record("not read")
        return
      }
      let wanted = zip(customers, demand).map { LocationInstance.Customer(x: $0.x, y: $0.y, demand: $1) }
      #expect(found.sorted { $0.y < $1.y } == wanted)
    }
  }

  @Test(arguments: [
    "", "3 2 1\n", "1 2\nF 0 1 1 1\nC 0 1 1 1\n", "1 1\nF 0 1 1 1\nC 1 1 1 1\n", "1 1\nF 0 1 1 1\nC 0 1 1 -1\n",
    "1 1\nF 0 1 1 1\nC 0 1e2 1 1\n", "1 1\nF 0 1 1 1\nC 0 1 1 1 1\n", "1 1\nF 0 1 1 1\nC 0 1 1\n",
    "1 1\nF 0 1 1 1\nD 0 1 1 1\n", "1 1\nF 0 1 1 1\nC 0 1 x 1\n", "1 1\nF 1 1 1 1\nC 0 1 1 1\n",
    "1 1\nF 0 1 1 1\nC 0 1 1 1\nC 1 1 1 1\n", "1 1\nF 0 1 1 1\nC 0 0.1234567890123456789 1 1\n",
  ])
  func `leaves to the reader of rows what is not plain`(_ text: String) throws {
    #expect(try streamed(text) == nil)
  }
}
