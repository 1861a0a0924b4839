import EtappModel

/// The points that a question of covering hangs on, looked at one by one as they are missed.
struct Representatives: Sendable {
  private let network: LocationNetwork
  /// Points where somebody lives.
  private let inhabited: [Bool]
  /// Travel of each point before anything opens.
  private let now: [Float]
  private var known: [Int: [Float]] = [:]

  /// Points added at a time: enough for few rounds, few enough for small programs.
  private static let batch = 20
  /// Points looked at for them: most of the worst are neighbours of each other.
  private static let tries = 1000

  init(_ network: LocationNetwork, people: [Double]) {
    self.network = network
    inhabited = people.map { $0 > 0 }
    now = network.travels(open: [])
  }

  private mutating func row(_ point: Int) -> [Float] {
    if let row = known[point] { return row }
    let row = network.travels(of: point)
    known[point] = row
    return row
  }

  /// Knows the points that another knows, too.
  mutating func learn(_ other: Representatives) { known.merge(other.known) { row, _ in row } }

  /// Known points that are not served already.
  func points(within: Float) -> [Int] { known.keys.filter { now[$0] > within }.sorted() }

  /// The sites that would serve a point.
  func row(of point: Int, within: Float) -> [Int32] {
    let row = known[point] ?? network.travels(of: point)
    return row.indices.lazy.filter { row[$0] <= within }.map(Int32.init)
  }

  /// What the sites leave uncovered: the worst points that no common site serves, each as the sites that would.
  ///
  /// A new question, nothing open yet, begins with the points that mattered before.
  mutating func missed(open: [Int], within: Float) -> [[Int]] {
    let seen = open.isEmpty ? points(within: within) : []
    let points = seen.isEmpty ? worst(open: open, within: within) : seen
    return points.map { row(of: $0, within: within).map(Int.init) }
  }

  /// The worst points that sites leave uncovered, no two of which a common site serves.
  mutating func worst(open: [Int], within: Float) -> [Int] {
    let travels = network.travels(open: open)
    let missed = travels.indices.filter { inhabited[$0] && travels[$0] > within }
    var found: [Int] = []
    var used: Set<Int32> = []
    for point in missed.sorted(by: { (travels[$0], $1) > (travels[$1], $0) }).prefix(Self.tries)
    where found.count < Self.batch {
      let sites = row(of: point, within: within)
      // One of several points that the same site may serve says enough for now.
      guard used.isDisjoint(with: sites) else { continue }
      used.formUnion(sites)
      _ = row(point)
      found.append(point)
      if sites.isEmpty { return [point] }
    }
    return found
  }

  /// New points that shares of sites serve by less than one: the worst, and some from everywhere.
  mutating func lacking(_ shares: [Double], within: Float) -> [Int] {
    let served = network.served(shares, within: within)
    let lacking = served.indices
      .filter { inhabited[$0] && served[$0] < 1 - 1e-6 && now[$0] > within && known[$0] == nil }
      .sorted { (served[$0], $0) < (served[$1], $1) }
    let step = max(1, lacking.count / (4 * Self.batch))
    let found = lacking.indices.filter { $0 < Self.batch || $0 % step == 0 }.map { lacking[$0] }
    for point in found { _ = row(point) }
    return found
  }

  /// All sites from the nearest out, seen from known points far apart.
  func orders(count: Int) -> [[Int32]] {
    let points = known.keys.sorted()
    guard var next = points.first else { return [] }
    var found: [[Int32]] = []
    var apart = [Float](repeating: .infinity, count: points.count)
    while found.count < count {
      guard let row = known[next] else { break }
      found.append(row.indices.sorted { (row[$0], $0) < (row[$1], $1) }.map(Int32.init))
      let site = Int(found[found.count - 1].first ?? 0)
      for (index, point) in points.enumerated() { apart[index] = min(apart[index], known[point]?[site] ?? 0) }
      let farthest = apart.indices.max { (apart[$0], $1) < (apart[$1], $0) }
      guard let farthest, apart[farthest] > 0 else { break }
      next = points[farthest]
    }
    return found
  }

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
