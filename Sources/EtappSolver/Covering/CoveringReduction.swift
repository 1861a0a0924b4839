/// The rows and sites of a covering question that decide: a row is left out where the sites of another are among its own,
/// a site where another serves all that it serves.
struct CoveringReduction {
  /// Sites of each row, as numbers of `sites`.
  private(set) var rows: [[Int32]]
  private(set) var sites: [Int]
  /// Which of the rows given each row is.
  private(set) var origins: [Int]
  /// The site, as a number of `sites`, that serves what each site serves; −1 for none.
  private var standIns: [Int32]

  /// - Parameter isKept: Whether each site may be opened.
  init(_ all: [[Int32]], isKept: [Bool]) {
    var rows = all.map { row in row.filter { isKept[Int($0)] } }
    var (sites, origins) = ([Int32](), Array(all.indices))
    var betters = [Int32](repeating: -1, count: isKept.count)
    while true {
      let before = (rows.count, sites.count)
      let narrow = Self.narrowest(rows, among: isKept.count)
      (rows, origins) = (narrow.map { rows[$0] }, narrow.map { origins[$0] })
      sites = Self.widest(rows, &betters)
      let isWide = sites.reduce(into: [Bool](repeating: false, count: isKept.count)) { $0[Int($1)] = true }
      rows = rows.map { row in row.filter { isWide[Int($0)] } }
      if before == (rows.count, sites.count) { break }
    }
    standIns = [Int32](repeating: -1, count: isKept.count)
    for (number, site) in sites.enumerated() { standIns[Int(site)] = Int32(number) }
    let numbers = standIns
    self.rows = rows.map { row in row.map { numbers[Int($0)] } }
    (self.sites, self.origins) = (sites.map(Int.init), origins)
    for site in isKept.indices where numbers[site] < 0 {
      var better = betters[site]
      while better >= 0, numbers[Int(better)] < 0 { better = betters[Int(better)] }
      if better >= 0 { standIns[site] = numbers[Int(better)] }
    }
  }

  /// A row found later: who stands in for a site counts as serving what that site serves. So nothing is forbidden that
  /// the whole question allows.
  func relaxed(_ row: [Int32]) -> [Int32] {
    Array(Set(row.lazy.map { standIns[Int($0)] }.filter { $0 >= 0 })).sorted()
  }

  /// So many sites that serve at least what others do, as numbers of `sites`.
  func standIns(_ open: [Int], _ count: Int) -> [Int] {
    let found = Set(open.map { Int(standIns[$0]) }.filter { $0 >= 0 })
    return Array((found.sorted() + sites.indices.filter { !found.contains($0) }).prefix(count))
  }

  /// Sites in an order of all sites, as numbers of `sites`.
  func numbers(_ order: [Int32]) -> [Int32] {
    order.compactMap { site in
      let number = standIns[Int(site)]
      return number >= 0 && sites[Int(number)] == Int(site) ? number : nil
    }
  }

  /// Sites that no other serves more than; of equal ones the first.
  private static func widest(_ rows: [[Int32]], _ betters: inout [Int32]) -> [Int32] {
    var members = [[Int32]](repeating: [], count: betters.count)
    for (row, sites) in rows.enumerated() { for site in sites { members[Int(site)].append(Int32(row)) } }
    let used = members.indices.filter { !members[$0].isEmpty }
    let bits = Bits(used.map { members[$0] }, among: rows.count)
    var kept: [Int] = []
    for one in used.indices.sorted(by: { (bits.sizes[$1], $0) < (bits.sizes[$0], $1) }) {
      if let better = kept.first(where: { bits.isSubset(one, of: $0) }) {
        betters[used[one]] = Int32(used[better])
      } else {
        kept.append(one)
      }
    }
    return kept.sorted().map { Int32(used[$0]) }
  }

  /// Rows that hold no other; of equal ones the first.
  private static func narrowest(_ rows: [[Int32]], among count: Int) -> [Int] {
    let bits = Bits(rows, among: count)
    var kept: [Int] = []
    for row in rows.indices.sorted(by: { (bits.sizes[$0], $0) < (bits.sizes[$1], $1) })
    where !kept.contains(where: { bits.isSubset($0, of: row) }) { kept.append(row) }
    return kept.sorted()
  }
}

/// Sets of small numbers, 64 a word.
private struct Bits {
  let sizes: [Int]
  private let width: Int
  private var words: [UInt64]

  init(_ sets: [[Int32]], among count: Int) {
    sizes = sets.map(\.count)
    width = (count + 63) / 64
    words = [UInt64](repeating: 0, count: sets.count * width)
    for (set, members) in sets.enumerated() {
      for member in members { words[set * width + Int(member) >> 6] |= 1 << UInt64(member & 63) }
    }
  }

  func isSubset(_ one: Int, of other: Int) -> Bool {
    for word in 0..<width where words[one * width + word] & ~words[other * width + word] != 0 { return false }
    return true
  }
}
