/// The cheapest service of all people by open sites that each serve so many and no more.
///
///     min Σᵢⱼ cᵢⱼ xᵢⱼ + Σᵢ bᵢ xᵢ₀   subject to  Σⱼ xᵢⱼ + xᵢ₀ = wᵢ,  Σᵢ xᵢⱼ ≤ capⱼ yⱼ,  0 ≤ xᵢⱼ ≤ wᵢ yⱼ
///
/// Everybody goes where it costs the least; then, as long as a site has too many:
///
///     s  ← a site with too many
///     P  ← the cheapest way from s, person by person from site to site, to a site with room     (Dijkstra)
///     move as many along P as fit;  raise the price πⱼ of every site nearer than the end of P
///
/// which is the successive shortest path method on a network of the open sites alone: the arc from site a to b costs
/// what the person who loses the least by it loses, kept in heaps. Exact; yⱼ may be fractions, as in a relaxation.
///
/// Complexity: O(moves × (k² + path × k log n)) for k open sites and n rows.
///
/// Source: Edmonds & Karp (1972), doi:10.1145/321694.321699.
struct Transportation {
  private let rows: ServingRows
  /// Servers: 0 is "nowhere", without limit; then the sites with anything open.
  private let sites: [Int]
  private let share: [Double]
  private let room: [Double]
  /// Row by row, server by server: cost of a person, greater than any where the pair serves nobody.
  private let costs: [Double]
  private var flow: [Double]
  private var load: [Double]
  private var prices: [Double]
  private var heaps: [[Entry]]
  private var hasHeaps: [Bool]
  /// The least entry of each heap that is possible, kept apart so that paths are looked for in rows of numbers; infinite
  /// where there is none.
  private var leastKey: [Double]
  private var leastRow: [Int32]
  private var ways: Ways
  private(set) var moves = 0

  fileprivate struct Entry {
    var key: Double
    var row: Int32
  }

  private var width: Int { sites.count + 1 }

  /// - Parameters:
  ///   - open: How open each site is, 0…1.
  ///   - capacities: Persons that each site serves when it is open; infinite for no limit.
  private init(_ rows: ServingRows, open: [Double], capacities: [Double]) {
    self.rows = rows
    let sites = open.indices.filter { open[$0] > 1e-9 }
    var number = [Int](repeating: 0, count: open.count)
    for (index, site) in sites.enumerated() { number[site] = index + 1 }
    self.sites = sites
    share = [1] + sites.map { min(1, open[$0]) }
    room = [.infinity] + sites.map { capacities[$0] * min(1, open[$0]) }
    let width = sites.count + 1
    var costs = [Double](repeating: .infinity, count: rows.rowCount * width)
    for row in 0..<rows.rowCount {
      costs[row * width] = rows.rest[row]
      for entry in rows.starts[row]..<rows.starts[row + 1] where number[Int(rows.sites[entry])] > 0 {
        costs[row * width + number[Int(rows.sites[entry])]] = rows.costs[entry]
      }
    }
    self.costs = costs
    flow = [Double](repeating: 0, count: costs.count)
    load = [Double](repeating: 0, count: width)
    prices = load
    heaps = [[Entry]](repeating: [], count: width * width)
    hasHeaps = [Bool](repeating: false, count: width)
    leastKey = [Double](repeating: .infinity, count: width * width)
    leastRow = [Int32](repeating: -1, count: width * width)
    ways = Ways(count: width)
    sendToNearest(number)
  }

  private mutating func sendToNearest(_ number: [Int]) {
    for row in 0..<rows.rowCount {
      var left = rows.people[row]
      for entry in rows.starts[row]..<rows.starts[row + 1] where left > 0 {
        let server = number[Int(rows.sites[entry])]
        guard server > 0 else { continue }
        let amount = min(left, rows.people[row] * share[server])
        flow[row * width + server] = amount
        load[server] += amount
        left -= amount
      }
      flow[row * width] = left
      load[0] += left
    }
  }

  /// The cheapest service.
  static func solved(_ rows: ServingRows, open: [Double], capacities: [Double]) -> Transportation {
    var transportation = Transportation(rows, open: open, capacities: capacities)
    transportation.solve()
    return transportation
  }

  // MARK: Moving

  private mutating func solve() {
    for source in 1..<max(1, width) {
      while load[source] - room[source] > tolerance(source) { augment(from: source) }
    }
  }

  private func tolerance(_ server: Int) -> Double { 1e-11 * max(1, load[server]) }

  private func hasRoom(_ server: Int) -> Bool { room[server] - load[server] > tolerance(server) }

  /// Moves people along the cheapest way from a site that has too many to one that has room.
  private mutating func augment(from source: Int) {
    ways.begin(at: source)
    var target = source
    while !hasRoom(target) {
      if !hasHeaps[target] { makeHeaps(of: target) }
      ways.look(from: target, keys: leastKey, rows: leastRow, prices: prices)
      target = ways.nearest
    }
    for server in 0..<width where ways.isLookedAt(server) {
      prices[server] += ways.distance[target] - ways.distance[server]
    }
    move(from: source, to: target, ways.parent)
  }

  private mutating func move(from source: Int, to target: Int, _ parent: [(server: Int, row: Int32)]) {
    var amount = min(load[source] - room[source], room[target] - load[target])
    var server = target
    while server != source {
      let (before, row) = (parent[server].server, Int(parent[server].row))
      amount = min(amount, flow[row * width + before], limit(row, server) - flow[row * width + server])
      server = before
    }
    server = target
    while server != source {
      let before = parent[server].server
      shift(Int(parent[server].row), from: before, to: server, amount)
      server = before
    }
    load[source] -= amount
    load[target] += amount
    moves += 1
  }

  private func limit(_ row: Int, _ server: Int) -> Double {
    server == 0 ? .infinity : rows.people[row] * share[server]
  }

  /// Gives a row's people another site, and the heaps what is possible from now on.
  private mutating func shift(_ row: Int, from a: Int, to b: Int, _ amount: Double) {
    let base = row * width
    let small = 1e-13 * rows.people[row]
    let wasEmpty = flow[base + b] <= small
    let wasFull = limit(row, a) - flow[base + a] <= small
    flow[base + a] -= amount
    flow[base + b] += amount
    if flow[base + a] <= small { flow[base + a] = 0 }
    forget(row, from: a, to: b)
    if wasEmpty, hasHeaps[b] {
      for other in 0..<width where other != b && isPossible(row, b, other) { push(row, b, other) }
    }
    guard wasFull else { return }
    for other in 0..<width where other != a && hasHeaps[other] && isPossible(row, other, a) { push(row, other, a) }
  }

  /// Finds other least entries where a row that has left a site, or filled its share of one, was the least.
  private mutating func forget(_ row: Int, from a: Int, to b: Int) {
    if flow[row * width + a] == 0 {
      for other in 0..<width where leastRow[a * width + other] == Int32(row) { refresh(a, other) }
    }
    guard limit(row, b) - flow[row * width + b] <= 1e-13 * rows.people[row] else { return }
    for other in 0..<width where leastRow[other * width + b] == Int32(row) { refresh(other, b) }
  }

  /// Whether some of a row's people may change from one site to another.
  private func isPossible(_ row: Int, _ a: Int, _ b: Int) -> Bool {
    let base = row * width
    let small = 1e-13 * rows.people[row]
    return costs[base + b] < .infinity && flow[base + a] > small && limit(row, b) - flow[base + b] > small
  }

  // MARK: Heaps

  private mutating func makeHeaps(of server: Int) {
    hasHeaps[server] = true
    for row in 0..<rows.rowCount where flow[row * width + server] > 0 {
      for other in 0..<width where other != server && isPossible(row, server, other) { push(row, server, other) }
    }
  }

  private mutating func push(_ row: Int, _ a: Int, _ b: Int) {
    let base = row * width
    let key = costs[base + b] - costs[base + a]
    heaps[a * width + b].pushLeast(Entry(key: key, row: Int32(row)))
    if key < leastKey[a * width + b] { (leastKey[a * width + b], leastRow[a * width + b]) = (key, Int32(row)) }
  }

  /// Finds the change from one site to another that costs the least; what is possible no more is forgotten.
  private mutating func refresh(_ a: Int, _ b: Int) {
    let heap = a * width + b
    while let top = heaps[heap].first, !isPossible(Int(top.row), a, b) { heaps[heap].popLeast() }
    (leastKey[heap], leastRow[heap]) = heaps[heap].first.map { ($0.key, $0.row) } ?? (.infinity, -1)
  }

  // MARK: What it came to

  /// Σ c x
  var value: Double {
    var sum = 0.0
    for index in flow.indices where flow[index] > 0 { sum += costs[index] * flow[index] }
    return sum
  }

  /// Persons of each row at each site, those served nowhere left out.
  var service: [(row: Int, site: Int, people: Double)] {
    var service: [(row: Int, site: Int, people: Double)] = []
    for row in 0..<rows.rowCount {
      for server in 1..<max(1, width) where flow[row * width + server] > 0 {
        service.append((row, sites[server - 1], flow[row * width + server]))
      }
    }
    return service
  }

  /// What one place more at a site would save.
  func price(of site: Int) -> Double { sites.firstIndex(of: site).map { prices[$0 + 1] } ?? 0 }

  /// What the last person of each row pays, prices of sites included: multipliers that prove the value.
  ///
  ///     λᵢ = the cost cᵢⱼ + πⱼ at which the sites, cheapest first, add up to one whole open site; at most bᵢ
  func multipliers() -> [Double] {
    var order: [(cost: Double, share: Double)] = []
    return (0..<rows.rowCount).map { row in
      let base = row * width
      order.removeAll(keepingCapacity: true)
      for server in 1..<max(1, width) where costs[base + server] + prices[server] < rows.rest[row] {
        order.append((costs[base + server] + prices[server], share[server]))
      }
      order.sort { $0.cost < $1.cost }
      var sum = 0.0
      for entry in order {
        sum += entry.share
        if sum >= 1 - 1e-9 { return entry.cost }
      }
      return rows.rest[row]
    }
  }
}

/// The search for the cheapest ways from one site to all others.
private struct Ways {
  /// How far each site is.
  private(set) var distance: [Double]
  /// The same while a site waits to be looked at; then no number.
  private var waiting: [Double]
  /// Whence each site was reached, and with whom.
  private(set) var parent: [(server: Int, row: Int32)]

  init(count: Int) {
    distance = [Double](repeating: .infinity, count: count)
    waiting = distance
    parent = [(server: Int, row: Int32)](repeating: (-1, -1), count: count)
  }

  mutating func begin(at source: Int) {
    for server in distance.indices { (distance[server], waiting[server]) = (.infinity, .infinity) }
    (distance[source], waiting[source]) = (0, 0)
  }

  func isLookedAt(_ server: Int) -> Bool { waiting[server].isNaN }

  /// The nearest site that waits; "nowhere", the first, is always reached in the end.
  var nearest: Int {
    let waiting = waiting.span
    var (best, least) = (0, Double.infinity)
    for server in waiting.indices where waiting[server] < least { (best, least) = (server, waiting[server]) }
    return best
  }

  /// Lengths of ways through a site.
  mutating func look(from site: Int, keys: [Double], rows: [Int32], prices: [Double]) {
    let least = distance[site]
    waiting[site] = .nan
    let reduced = least - prices[site]
    let arcs = site * prices.count
    let (allKeys, allPrices) = (keys.span, prices.span)
    for other in allPrices.indices {
      // Of a site that was looked at, this compares with no number and is false.
      let length = max(least, reduced + allKeys[arcs + other] + allPrices[other])
      guard length < waiting[other] else { continue }
      (distance[other], waiting[other]) = (length, length)
      parent[other] = (site, rows[arcs + other])
    }
  }
}

/// A binary heap, the least key first.
extension [Transportation.Entry] {
  fileprivate mutating func pushLeast(_ entry: Element) {
    append(entry)
    var child = count - 1
    while child > 0, self[(child - 1) / 2].key > self[child].key {
      swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  fileprivate mutating func popLeast() {
    swapAt(0, count - 1)
    removeLast()
    var parent = 0
    while 2 * parent + 1 < count {
      let left = 2 * parent + 1
      let least = left + 1 < count && self[left + 1].key < self[left].key ? left + 1 : left
      guard self[least].key < self[parent].key else { return }
      swapAt(parent, least)
      parent = least
    }
  }
}
