/// Whether so few sites serve all rows, by branching on how many are open within a ring around a place.
///
///     most t   with   Σ_{j serves i} yⱼ ≥ t,   Σ y ≤ p,   Σ_{j in a ring} yⱼ ≤ k  on one side, ≥ k + 1 on the other
///
/// There is no answer where t < 1. That some place needs p₁ sites and what lies around it p₂ is found so with few nodes, of
/// which branching on single sites would need thousands. What comes to t = 1 exactly, a part of the country without any
/// play, is held there, and the rest is asked for again.
final class CoveringTree {
  enum Verdict {
    case sites([Int])
    case impossible
    case stopped
  }

  /// A row of the program, lower ≤ Σ y ≤ upper; of a scaled one Σ y ≥ t.
  private struct Line {
    var sites: [Int32]
    var lower = -Double.infinity
    var upper = Double.infinity
    var isScaled = false
  }

  private let most: Int
  private let siteCount: Int
  private var rows: [[Int32]]
  private let orders: [[Int32]]
  private let model: HighsModel
  private let stop: StopRule
  private var isInside: [Bool]
  private var lines: [Line] = []
  private var isClosed: [Bool]
  private var random = SplitMix64(seed: 1)
  private var nodes = 0
  private let nodeLimit: Int
  private var isPurged = false

  /// Below 1 by more than this there is no answer; above it by no more there is no play.
  private static let play = 1e-6
  /// Steps of a descent at each node.
  private static let steps = 1000
  /// Rows added at a time.
  private static let batch = 50
  /// How much more than the others a row is served that is dropped at the root.
  private static let spare = 0.05

  /// - Parameters:
  ///   - orders: Sites from the nearest out, seen from places to draw rings around.
  ///   - active: Rows to begin with.
  ///   - most: Sites that may be opened.
  ///   - nodes: After so many it is given up.
  init(
    rows: [[Int32]], siteCount: Int, orders: [[Int32]], active: [Int], most: Int, nodes: Int, library: HighsLibrary,
    stop: StopRule
  ) {
    nodeLimit = nodes
    (self.rows, self.siteCount, self.orders, self.most, self.stop) = (rows, siteCount, orders, most, stop)
    isInside = [Bool](repeating: false, count: rows.count)
    isClosed = [Bool](repeating: false, count: siteCount)
    var linear = LinearModel()
    for _ in 0..<siteCount { _ = linear.addColumn(.init(0, .infinity)) }
    _ = linear.addColumn(.init(0, 2))
    model = HighsModel(linear, library: library, stop: stop)
    model.setCosts([Double](repeating: 0, count: siteCount) + [-1])
    add([Line(sites: (0..<siteCount).map(Int32.init), upper: Double(most))])
    add(rows: active)
  }

  private func add(_ more: [Line]) {
    lines += more
    model.addRows(
      more.map { line in
        let terms = line.sites.map { Term(Int($0), 1) }
        return line.isScaled
          ? Row(0, terms + [Term(siteCount, -1)], .infinity) : Row(line.lower, terms, line.upper)
      })
  }

  private func add(rows more: [Int]) {
    for row in more { isInside[row] = true }
    add(more.map { Line(sites: rows[$0], isScaled: true) })
  }

  /// Two lines that differ: ≤ k, and ≥ k + 1, the latter as what is left for all other sites.
  private func sides(_ cut: Cut) -> (Line, Line) {
    let (low, high) = (cut.value.rounded(.down), cut.value.rounded(.up))
    let down = Line(sites: cut.sites, upper: low)
    guard high > 1 else { return (down, Line(sites: cut.sites, isScaled: true)) }
    var isIn = [Bool](repeating: false, count: siteCount)
    for site in cut.sites { isIn[Int(site)] = true }
    let others = (0..<Int32(siteCount)).filter { !isIn[Int($0)] && !isClosed[Int($0)] }
    return (down, Line(sites: others, upper: Double(most) - high))
  }

  /// Makes rows that shares of sites serve by less than one.
  typealias Seek = ([Double]) -> [[Int32]]

  func run(_ seek: Seek) -> Verdict { node(seek) }

  // MARK: Nodes

  /// What a node has changed.
  private struct Changes {
    var closed: [Int] = []
    var held: [Int] = []
  }

  private func node(_ seek: Seek) -> Verdict {
    var changes = Changes()
    let verdict = node(&changes, seek)
    for site in changes.closed { isClosed[site] = false }
    model.setColumnBounds(
      changes.closed, lower: changes.closed.map { _ in 0 }, upper: changes.closed.map { _ in .infinity })
    for line in changes.held { setHeld(line, false) }
    return verdict
  }

  private func setHeld(_ line: Int, _ isHeld: Bool) {
    lines[line].isScaled = !isHeld
    lines[line].lower = isHeld ? 1 : 0
    model.setCoefficient(row: line, column: siteCount, isHeld ? 0 : -1)
    model.setRowBounds(line, lower: isHeld ? 1 : 0, upper: .infinity)
  }

  private func node(_ changes: inout Changes, _ seek: Seek) -> Verdict {
    nodes += 1
    guard nodes <= nodeLimit, stop.reason == nil else { return .stopped }
    while true {
      switch solve() {
      case .infeasible, .cutoff: return .impossible
      case .optimal: break
      case .stopped, .limited, .failed: return .stopped
      }
      let (bound, gains) = bound()
      if bound < 1 - Self.play { return .impossible }
      close(gains.indices.filter { !isClosed[$0] && bound + gains[$0] < 1 - Self.play }, &changes)
      let (shares, level) = (Array(model.values[..<siteCount]), model.values[siteCount])
      if addLacking(shares, level: level) { continue }
      if shares.allSatisfy({ abs($0 - $0.rounded()) < 1e-6 }) {
        if addNew(shares, seek) { continue }
        return .sites(shares.indices.filter { shares[$0] > 0.5 })
      }
      if let sites = descend(shares, seek) { return .sites(sites) }
      if addLacking(shares, level: level) { continue }
      if !isPurged {
        purge()
        continue
      }
      if bound < 1 + Self.play, hold(&changes) { continue }
      return branch(shares, seek)
    }
  }

  /// Ends early where t falls below 1, if our own bound says so, too.
  private func solve() -> HighsModel.Status {
    model.setCutoff(-1 + 10 * Self.play)
    let status = model.solve()
    guard status == .cutoff, bound().0 >= 1 - Self.play else { return status }
    model.setCutoff(.infinity)
    return model.solve()
  }

  /// Rows that do not decide and are well served make the program slow: done once, at the root.
  private func purge() {
    isPurged = true
    let (shares, level) = (model.values, model.values[siteCount])
    let idle = lines.indices.filter { line in
      lines[line].isScaled && model.rowDuals[line] == 0
        && lines[line].sites.reduce(0) { $0 + shares[Int($1)] } > level + Self.spare
    }
    let dropped = Set(idle.map { lines[$0].sites })
    for row in rows.indices where dropped.contains(rows[row]) { isInside[row] = false }
    model.deleteRows(idle)
    for line in idle.reversed() { lines.remove(at: line) }
  }

  /// Sites that serve all rows, and all that are made for them, from the greatest shares on.
  private func descend(_ shares: [Double], _ seek: Seek) -> [Int]? {
    var open = Array(shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(most))
    var left = Self.steps
    while left > 0, stop.reason == nil {
      var descent = CoveringDescent(
        rows: rows.map { row in row.filter { !isClosed[Int($0)] } }, siteCount: siteCount, open: open,
        seed: UInt64(nodes))
      guard descent.run(steps: left, stop: stop) else { return nil }
      open = descent.sites
      left -= descent.steps + 1
      let known = rows.count
      rows += seek(open.reduce(into: [Double](repeating: 0, count: siteCount)) { $0[$1] = 1 })
      isInside += rows[known...].map { _ in false }
      let isOpen = Set(open.map(Int32.init))
      if rows[known...].allSatisfy({ !isOpen.isDisjoint(with: $0) }) { return open }
    }
    return nil
  }

  private func close(_ sites: [Int], _ changes: inout Changes) {
    guard !sites.isEmpty else { return }
    for site in sites { isClosed[site] = true }
    changes.closed += sites
    model.setColumnBounds(sites, lower: sites.map { _ in 0 }, upper: sites.map { _ in 0 })
  }

  /// Holds the rows that leave no play, and what lies among them, where they are.
  private func hold(_ changes: inout Changes) -> Bool {
    var isTight = [Bool](repeating: false, count: siteCount)
    let binding = lines.indices.filter { lines[$0].isScaled && model.rowDuals[$0] > 1e-9 }
    for line in binding { for site in lines[line].sites { isTight[Int(site)] = true } }
    let tight = lines.indices.filter { lines[$0].isScaled && lines[$0].sites.allSatisfy { isTight[Int($0)] } }
    for line in tight { setHeld(line, true) }
    changes.held += tight
    return !tight.isEmpty
  }

  /// Rows that nobody has seen yet; whether the shares lack any of them.
  private func addNew(_ shares: [Double], _ seek: Seek) -> Bool {
    let known = rows.count
    rows += seek(shares)
    isInside += rows[known...].map { _ in false }
    return known < rows.count && addLacking(shares, level: min(1, model.values[siteCount]))
  }

  private func addLacking(_ shares: [Double], level: Double) -> Bool {
    var lacking: [(row: Int, served: Double)] = []
    for row in rows.indices where !isInside[row] {
      let served = rows[row].reduce(0) { $0 + shares[Int($1)] }
      if served < level - 1e-6 { lacking.append((row, served)) }
    }
    lacking.sort { ($0.served, $0.row) < ($1.served, $1.row) }
    add(rows: lacking.prefix(Self.batch).map(\.row))
    return !lacking.isEmpty
  }

  /// No t is greater, and by how much an open site would lower it; from the duals, whatever they are.
  ///
  ///     t ≤ Σ max(0, gⱼ) + Σ μ b,   gⱼ = Σ πᵢ − Σ μ,   Σ π = 1
  private func bound() -> (Double, gains: [Double]) {
    var gains = [Double](repeating: 0, count: siteCount)
    let total = lines.indices.reduce(0) { $0 + (lines[$1].isScaled ? max(0, model.rowDuals[$1]) : 0) }
    guard total > 1e-9 else { return (.infinity, gains) }
    var sum = 0.0
    for (index, line) in lines.enumerated() {
      let dual = model.rowDuals[index] / total
      if line.isScaled {
        guard dual > 0 else { continue }
      } else {
        let side = dual > 0 ? line.lower : line.upper
        guard dual != 0, side.isFinite else { continue }
        sum -= dual * side
      }
      for site in line.sites { gains[Int(site)] += dual }
    }
    for site in gains.indices where isClosed[site] { gains[site] = -.infinity }
    // At most p sites are open together, the greatest gain of all of them.
    let greatest = max(0, gains.max() ?? 0)
    return (sum + Double(most) * greatest + 1e-9, gains.map { $0 - greatest })
  }

  // MARK: Branching

  /// Sites around a place, and how many of them are open in shares.
  private struct Cut {
    var sites: [Int32]
    var value: Double
  }

  /// Rings of which about half a site is open beyond a whole number: small ones, middling ones and parts of the country.
  private func cuts(_ shares: [Double]) -> [Cut] {
    var found: [(cut: Cut, score: Double)] = []
    for order in orders {
      let order = order.filter { !isClosed[Int($0)] }
      var (sum, last) = (0.0, 0)
      for (rank, site) in order.enumerated() where shares[Int(site)] > 1e-7 {
        let fraction = sum - sum.rounded(.down)
        if min(fraction, 1 - fraction) > 0.05 {
          let noise = 0.25 * Double(random.next() >> 40) / Double(1 << 24)
          found.append((Cut(sites: Array(order[..<((last + rank + 1) / 2)]), value: sum), abs(fraction - 0.5) + noise))
        }
        sum += shares[Int(site)]
        last = rank
      }
    }
    found.sort { ($0.score, $0.cut.value) < ($1.score, $1.cut.value) }
    func some(_ count: Int, _ range: Range<Double>) -> [Cut] {
      found.lazy.filter { range.contains($0.cut.value) }.prefix(count).map(\.cut)
    }
    let chosen = some(4, 0..<1) + some(3, 1..<4) + some(4, 4..<1e9)
    return chosen.isEmpty ? [single(shares)] : chosen
  }

  /// The site whose share is farthest from a whole number, alone.
  private func single(_ shares: [Double]) -> Cut {
    func split(_ site: Int) -> Double { abs(shares[site] - shares[site].rounded()) }
    let site = shares.indices.max { (split($0), $1) < (split($1), $0) } ?? 0
    return Cut(sites: [Int32(site)], value: shares[site])
  }

  private func branch(_ shares: [Double], _ seek: Seek) -> Verdict {
    let basis = model.basis()
    for line in sides(of: shares, basis) {
      model.restore(basis)
      let place = lines.count
      add([line])
      let verdict = node(seek)
      model.deleteRows([place])
      lines.remove(at: place)
      guard case .impossible = verdict else { return verdict }
    }
    return .impossible
  }

  /// The two sides of the cut that lowers t most on both, the more promising first.
  private func sides(of shares: [Double], _ basis: HighsModel.Basis) -> [Line] {
    let base = model.objective
    let play = max(-1 - base, 0) + 1e-4
    var (best, most) = ([Line](), -1.0)
    for cut in cuts(shares) {
      let (down, up) = sides(cut)
      let (low, high) = (gain(down, base, basis), gain(up, base, basis))
      let worth = max(min(low, play), 1e-6) * max(min(high, play), 1e-6)
      if worth > most { (best, most) = (low < high ? [down, up] : [up, down], worth) }
    }
    return best
  }

  /// By how much a line lowers t at least, seen after a few iterations.
  private func gain(_ line: Line, _ base: Double, _ basis: HighsModel.Basis) -> Double {
    let place = lines.count
    add([line])
    model.restore(basis)
    let (status, objective) = model.probe(iterations: 50)
    model.deleteRows([place])
    lines.remove(at: place)
    return status == .infeasible ? .infinity : max(0, objective - base)
  }
}
