import EtappModel

/// The points that a question of covering hangs on, looked at one by one as they are missed.
struct Representatives {
  private let network: LocationNetwork
  /// Points where somebody lives.
  private let inhabited: [Bool]
  private var known: [Int: [Float]] = [:]

  /// Points added at a time: enough for few rounds, few enough for small programs.
  private static let batch = 20
  /// Points looked at for them: most of the worst are neighbours of each other.
  private static let tries = 1000

  init(_ network: LocationNetwork, people: [Double]) {
    self.network = network
    inhabited = people.map { $0 > 0 }
  }

  private mutating func row(_ point: Int) -> [Float] {
    if let row = known[point] { return row }
    let row = network.travels(of: point)
    known[point] = row
    return row
  }

  /// What the sites leave uncovered: the worst points that no common site serves, each as the sites that would.
  ///
  /// A new question, nothing open yet, begins with the points that mattered before.
  mutating func missed(open: [Int], within: Float) -> [[Int]] {
    let travels = network.travels(open: open)
    func isMissed(_ point: Int) -> Bool { inhabited[point] && travels[point] > within }
    if open.isEmpty {
      let seen = known.keys.filter(isMissed).sorted()
      if !seen.isEmpty { return seen.map { Self.sites(row($0), within: within) } }
    }
    let worst = travels.indices.filter(isMissed).sorted { (travels[$0], $1) > (travels[$1], $0) }
    var found: [[Int]] = []
    var used: Set<Int> = []
    for point in worst.prefix(Self.tries) where found.count < Self.batch {
      let row = known[point] ?? network.travels(of: point)
      let sites = Self.sites(row, within: within)
      if sites.isEmpty { return [[]] }
      // One of several points that the same site may serve says enough for now.
      guard used.isDisjoint(with: sites) else { continue }
      used.formUnion(sites)
      known[point] = row
      found.append(sites)
    }
    return found
  }

  private static func sites(_ row: [Float], within: Float) -> [Int] { row.indices.filter { row[$0] <= within } }

  func longest(open: [Int]) -> Float {
    zip(network.travels(open: open), inhabited).reduce(0) { $1.1 ? max($0, $1.0) : $0 }
  }

  /// Sites where each next one is the nearest to who is farthest away.
  ///
  /// Source: T. F. Gonzalez, "Clustering to minimize the maximum intercluster distance", Theoretical Computer Science 38
  /// (1985).
  mutating func spread(open: Int) -> [Int] {
    var sites: [Int] = []
    var travels = network.travels(open: [])
    while sites.count < open {
      let farthest = travels.indices.filter { inhabited[$0] }.max { (travels[$0], $1) < (travels[$1], $0) } ?? 0
      let row = row(farthest)
      let free = row.indices.filter { !sites.contains($0) }
      guard let site = free.min(by: { (row[$0], $0) < (row[$1], $1) }) else { break }
      sites.append(site)
      travels = zip(travels, network.travels(open: [site])).map { min($0, $1) }
    }
    return sites
  }
}
