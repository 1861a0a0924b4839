import Dispatch

/// Work on ranges of points, side by side.
package enum Chunks {
  /// Divides `0..<count` into as many ranges as there are threads and works on them at the same time.
  package static func run(_ count: Int, threads: Int, _ work: @Sendable (_ chunk: Int, Range<Int>) -> Void) {
    guard threads > 1 else { return work(0, 0..<count) }
    DispatchQueue.concurrentPerform(iterations: threads) { chunk in
      work(chunk, count * chunk / threads..<count * (chunk + 1) / threads)
    }
  }
}

/// Flat memory for kernels that several threads work on, each on its own part.
package final class Flat<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  package init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  package init(_ elements: [Element]) {
    base = .allocate(capacity: max(1, elements.count))
    count = elements.count
    elements.withUnsafeBufferPointer { if let start = $0.baseAddress { base.initialize(from: start, count: count) } }
  }

  deinit { base.deallocate() }

  package subscript(_ index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  package var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  func fill(_ value: Element) { base.update(repeating: value, count: count) }

  func copy(_ other: Flat<Element>) { base.update(from: other.base, count: count) }
}
