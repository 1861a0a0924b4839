/// Fewest sites in shares that serve all rows, rows being made as they are missed.
///
///     fewest Σ y   with   Σ_{j serves i} yⱼ ≥ 1,   y ≥ 0
///
/// Any weights π of rows bound it, wherever they come from: Σ π / maxⱼ Σ_{i served by j} πᵢ.
struct CoveringRelaxation {
  /// No fewer sites are enough.
  private(set) var bound = 0.0
  private(set) var shares: [Double]
  /// By how much the bound grows with each site opened.
  private(set) var costs: [Double]
  /// The rows that decide.
  private(set) var active: [Int] = []
  private(set) var isSolved = false

  /// How much more than served a row is that is dropped.
  private static let spare = 0.03
  /// Rows added at a time.
  private static let batch = 80

  /// - Parameters:
  ///   - hints: Rows to begin with.
  ///   - limit: A bound beyond it is enough.
  init(_ source: inout some CoveringSource, hints: [Int], limit: Double, library: HighsLibrary, stop: StopRule) {
    let siteCount = source.siteCount
    shares = [Double](repeating: 0, count: siteCount)
    costs = [Double](repeating: 1, count: siteCount)
    var linear = LinearModel()
    for _ in 0..<siteCount { _ = linear.addColumn(.init(0, .infinity)) }
    let model = HighsModel(linear, library: library, stop: stop)
    model.setCosts(costs)
    var isInside = [Bool](repeating: false, count: source.rows.count)
    var order: [Int] = []
    func add(_ more: [Int]) {
      for row in more { isInside[row] = true }
      order += more
      model.addRows(more.map { Row(1, source.rows[$0].map { Term(Int($0), 1) }, .infinity) })
    }
    /// Rows that do not decide and are well served make the program slow.
    func drop() {
      let idle = order.indices.filter { index in
        model.rowDuals[index] == 0 && source.rows[order[index]].reduce(0) { $0 + shares[Int($1)] } > 1 + Self.spare
      }
      model.deleteRows(idle)
      for index in idle.reversed() { isInside[order.remove(at: index)] = false }
    }
    add(hints)
    var bounds: [Double] = []
    while model.solve() == .optimal {
      shares = model.values
      take(model.rowDuals, order, source.rows)
      bounds.append(bound)
      isSolved = bound > limit || Self.isSlow(bounds, limit)
      if isSolved { return }
      var lacking = source.lacking(shares, isInside)
      if lacking.isEmpty {
        let known = source.rows.count
        source.seek(shares: shares)
        lacking = Array(known..<source.rows.count)
        isInside += lacking.map { _ in false }
      }
      isSolved = lacking.isEmpty
      if isSolved { return }
      if order.count > 2 * (active.count + Self.batch) { drop() }
      add(Self.some(lacking))
    }
  }

  /// Whether the bound grows so little that the limit is out of reach.
  private static func isSlow(_ bounds: [Double], _ limit: Double) -> Bool {
    guard bounds.count > 6, let last = bounds.last else { return false }
    return (last - bounds[bounds.count - 6]) * 8 < limit - last
  }

  /// The worst, and of all others a few from everywhere: the worst are neighbours.
  private static func some(_ lacking: [Int]) -> [Int] {
    let step = max(1, lacking.count / (batch - batch / 4))
    return lacking.indices.filter { $0 < batch / 4 || $0 % step == 0 }.map { lacking[$0] }
  }

  private mutating func take(_ duals: [Double], _ order: [Int], _ rows: [[Int32]]) {
    var loads = [Double](repeating: 0, count: costs.count)
    var sum = 0.0
    for (index, row) in order.enumerated() where duals[index] > 0 {
      sum += duals[index]
      for site in rows[row] { loads[Int(site)] += duals[index] }
    }
    let scale = max(1, loads.max() ?? 1)
    bound = sum / scale * (1 - 1e-12)
    costs = loads.map { 1 - $0 / scale }
    active = order.indices.filter { duals[$0] > 1e-9 }.map { order[$0] }
  }
}

/// Rows of a covering question: the sites that serve a point, made as they are missed.
package protocol CoveringSource {
  var siteCount: Int { get }
  /// The rows made so far.
  var rows: [[Int32]] { get }
  /// All sites from the nearest out, seen from places far apart.
  var orders: [[Int32]] { get }
  /// Makes rows that these shares of sites serve by less than one, if there are more.
  mutating func seek(shares: [Double])
}

extension CoveringSource {
  /// Known rows that these shares serve by less than one, the worst first.
  func lacking(_ shares: [Double], _ isInside: [Bool]) -> [Int] {
    var found: [(row: Int, served: Double)] = []
    for row in rows.indices where !isInside[row] {
      let served = rows[row].reduce(0) { $0 + shares[Int($1)] }
      if served < 1 - 1e-6 { found.append((row, served)) }
    }
    return found.sorted { ($0.served, $0.row) < ($1.served, $1.row) }.map(\.row)
  }
}
