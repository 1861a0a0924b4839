/// A row of bits in which the next one that is set is found sixty-four at a time.
struct BitRow: ~Copyable {
  private var words: FlatArray<UInt64>

  init(count: Int) {
    words = FlatArray(repeating: 0, count: count / 64 + 1)
  }

  @inline(__always)
  mutating func set(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  @inline(__always)
  mutating func clear(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }

  mutating func clearAll() { words.fill(with: 0) }

  /// The first that is set from `first` through `last`; -1 where none is.
  @inline(__always)
  func next(from first: Int, through last: Int) -> Int {
    guard first <= last else { return -1 }
    var word = first >> 6
    var bits = words[word] & (~0 << UInt64(first & 63))
    while bits == 0 {
      word += 1
      if word > last >> 6 { return -1 }
      bits = words[word]
    }
    let index = word << 6 + bits.trailingZeroBitCount
    return index <= last ? index : -1
  }
}
