/// Finds the row with given sites among rows that lie one after the other in one array.
///
/// Open addressing over the rows' hashes (Knuth, vol. 3, 6.4): a dictionary of slices would keep an array for every row.
struct RowIndex {
  /// Row of each slot; −1 where there is none. As many slots as a power of two, at most half of them full.
  private var slots = [Int32](repeating: -1, count: 64)
  private var hashes: [UInt64] = []

  /// The earlier row with the same sites in the same order; nil when there is none, and then this is the next row.
  ///
  /// - Parameters:
  ///   - range: Where the sites of the row in question lie.
  ///   - sites: Sites of all rows, one after the other.
  ///   - starts: Entry range of each row found new so far: `starts[r]..<starts[r + 1]`.
  mutating func row(like range: Range<Int>, in sites: [Int32], starts: [Int]) -> Int? {
    if 2 * hashes.count >= slots.count { grow() }
    let hash = Self.hash(range, sites)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if hashes[row] == hash, Self.isSame(range, starts[row]..<starts[row + 1], sites) { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    return nil
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (row, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(row)
    }
  }

  private static func isSame(_ a: Range<Int>, _ b: Range<Int>, _ sites: [Int32]) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where sites[a.lowerBound + offset] != sites[b.lowerBound + offset] { return false }
    return true
  }

  /// A multiply–xor hash with the final mix of SplitMix64; the same in every run, as the rest of the engine is.
  private static func hash(_ range: Range<Int>, _ sites: [Int32]) -> UInt64 {
    var hash = UInt64(range.count)
    for entry in range {
      hash = (hash ^ UInt64(UInt32(bitPattern: sites[entry]))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 31)
  }
}
