/// Memory of fixed length for the inner loops: no growth, no copies, bounds checked in debug builds only.
///
/// Copies of the value are the same memory; the last one gives it back.
struct FixedBuffer<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int
  private let memory: Memory

  private final class Memory {
    let base: UnsafeMutablePointer<Element>
    init(_ base: UnsafeMutablePointer<Element>) { self.base = base }
    deinit { base.deallocate() }
  }

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
    memory = Memory(base)
  }

  init(_ element: Element, count: Int) {
    self.init(Array(repeating: element, count: count))
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      base[index] = newValue
    }
  }
}
