package import EtappModel
import Foundation

/// A covering instance whose customers are read block by block and never held: there may be twenty million.
package struct CoveringStream {
  package let name: String
  package let sites: [LocationInstance.Position]
  package let customerCount: Int
  private let handle: FileHandle
  /// Bytes that are read and not looked at yet.
  private var left: [UInt8]

  private static let blockSize = 8_000_000

  /// - Returns: nil when the file is not of this format, or its sites are not in the plain form.
  package init?(_ path: String) {
    guard let handle = FileHandle(forReadingAtPath: path),
      let block = try? handle.read(upToCount: Self.blockSize), !block.contains(0)
    else { return nil }
    let bytes = [UInt8](block)
    let head = bytes.withUnsafeBufferPointer { Self.head($0) }
    guard let head else { return nil }
    (sites, customerCount) = (head.sites, head.customers)
    name = LocationInstanceReader.name(of: path)
    self.handle = handle
    left = Array(bytes[head.end...])
  }

  private static func head(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (sites: [LocationInstance.Position], customers: Int, end: Int)? {
    var scanner = NumberScanner(bytes)
    guard let count = scanner.whole(1...1_000_000),
      let customers = scanner.whole(0...LocationInstanceReader.mostCustomers),
      scanner.isAtLineEnd
    else { return nil }
    var sites: [LocationInstance.Position] = []
    for index in 0..<count {
      guard !scanner.isAtEnd, scanner.word() == "F", scanner.whole(index...index) != nil,
        let x = scanner.number(-1e9...1e9), let y = scanner.number(-1e9...1e9), scanner.number(0...1e9) != nil
      else { return nil }
      sites.append(LocationInstance.Position(x: x, y: y))
    }
    // A number that ends with the block may go on in the next.
    guard scanner.isAtLineEnd, scanner.position < bytes.count else { return nil }
    return (sites, customers, scanner.position)
  }

  /// How reading ended.
  package enum End: Sendable {
    case complete
    /// Something is not in the plain form: the other reader says what, or reads it.
    case unusual
    case stopped
  }

  /// Reads all customers once.
  ///
  /// - Parameters:
  ///   - threads: How many blocks are read side by side; `body` is told which one it works for.
  ///   - isStopped: Asked now and then whether to end.
  package mutating func forEach(
    threads: Int, isStopped: () -> Bool,
    _ body: @Sendable (_ worker: Int, _ customers: [LocationInstance.Customer]) -> Void
  ) -> End {
    var seen = 0
    while true {
      if isStopped() { return .stopped }
      guard let (lines, isLast) = nextLines(threads * Self.blockSize) else { return .unusual }
      guard let count = Self.read(lines, from: seen, threads: threads, body) else { return .unusual }
      seen += count
      if isLast { return seen == customerCount ? .complete : .unusual }
    }
  }

  /// The next whole lines of the file; nil when a line never ends or the file cannot be read.
  private mutating func nextLines(_ size: Int) -> (lines: [UInt8], isLast: Bool)? {
    guard let block = try? handle.read(upToCount: size) ?? Data() else { return nil }
    guard !block.isEmpty else { return (left, true) }
    var lines = left
    lines.append(contentsOf: block)
    guard let end = lines.lastIndex(of: 10) else { return nil }
    left = Array(lines[(end + 1)...])
    lines.removeSubrange((end + 1)...)
    return (lines, false)
  }

  /// Reads lines in as many parts as there are threads.
  ///
  /// - Returns: How many customers there were; nil when something is unusual.
  private static func read(
    _ lines: [UInt8], from number: Int, threads: Int,
    _ body: @Sendable (_ worker: Int, _ customers: [LocationInstance.Customer]) -> Void
  ) -> Int? {
    let ranges = parts(lines, threads)
    var found = [(first: Int?, count: Int)?](repeating: nil, count: ranges.count)
    lines.withUnsafeBufferPointer { bytes in
      found.withUnsafeMutableBufferPointer { slots in
        nonisolated(unsafe) let (slots, bytes) = (slots, bytes)
        DispatchQueue.concurrentPerform(iterations: ranges.count) { worker in
          var block = CustomerBlock(UnsafeBufferPointer(rebasing: bytes[ranges[worker]]))
          guard block.read() else { return }
          body(worker, block.customers)
          slots[worker] = (block.first, block.customers.count)
        }
      }
    }
    var count = 0
    for part in found {
      guard let part, part.first == nil || part.first == number + count else { return nil }
      count += part.count
    }
    return count
  }

  private static func parts(_ lines: [UInt8], _ threads: Int) -> [Range<Int>] {
    var (ranges, start) = ([Range<Int>](), 0)
    for part in 1...max(1, threads) {
      var end = part == threads ? lines.count : max(start, lines.count * part / max(1, threads))
      while end < lines.count, lines[end] != 10 { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
