import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `Gains` {
  static let seeds = Array(0..<80)
  private static let sites = 5

  @Test(arguments: seeds)
  func `the burden of any set of sites is what each point's best one leaves`(seed: Int) {
    var random = RandomProblem(seed: seed)
    let points = random.points(sites: Self.sites)
    let rows = RandomProblem.rows(points, sites: Self.sites)
    for open in [[Bool]].subsets(of: Self.sites) {
      #expect(abs(rows.burden(isOpen: open.span) - Self.burden(points, open)) < 1e-9)
    }
    let all = [Bool](repeating: true, count: Self.sites)
    #expect(abs(rows.greatest - rows.total - Self.burden(points, all)) < 1e-9)
    #expect(rows.groups.flatMap { Array($0) } == Array(0..<rows.rowCount))
  }

  /// The definition: Σᵢ min over open sites.
  private static func burden(_ points: [RandomProblem.Point], _ open: [Bool]) -> Double {
    points.reduce(0) { sum, point in
      sum + point.entries.filter { open[Int($0.site)] }.reduce(point.rest) { min($0, $1.burden) }
    }
  }

  @Test func `points with the same sites in the same order are one row`() {
    let rows = RandomProblem.rows(
      [(10, [(0, 1), (1, 2)]), (20, [(1, 4), (0, 3)]), (30, [(1, 0), (0, 5)])], sites: 2)
    #expect(rows.rowCount == 2)
    #expect(rows.rest.reduce(0, +) == 60)
  }

  @Test(arguments: seeds)
  func `a cut holds for every choice, and is as low as the point allows`(seed: Int) {
    var random = RandomProblem(seed: seed)
    let rows = RandomProblem.rows(random.points(sites: Self.sites), sites: Self.sites)
    let theta = rows.groups.indices.map { Self.sites + $0 }
    let cuts = GainCuts(measure: 0, rows: rows, columns: Array(0..<Self.sites), theta: theta, scale: 1)
    for trial in 0..<20 {
      let y = (0..<Self.sites).map { _ in
        trial < 10
          ? Double.random(in: 0...1, using: &random.generator) : Double(Int.random(in: 0...1, using: &random.generator))
      }
      let found = cuts.separate(y + theta.map { _ in 1e9 }, threads: 1)
      #expect(found.count == rows.groups.count)
      for (group, cut) in found.enumerated() {
        checkValid(cut, rows, group: group, theta: theta)
        // At y, the cut leaves the column exactly the best that fractions can do.
        let left = cut.upper - cut.value(at: y + theta.map { _ in 0 })
        #expect(abs(left - Self.relaxed(rows, group: group, y: y)) < 1e-9, "group \(group) at \(y)")
      }
    }
  }

  private func checkValid(_ cut: Row, _ rows: GainRows, group: Int, theta: [Int]) {
    for open in [[Bool]].subsets(of: Self.sites) {
      var point = open.map { $0 ? 1.0 : 0 } + theta.map { _ in 0 }
      point[theta[group]] = Self.relaxed(rows, group: group, y: open.map { $0 ? 1 : 0 })
      #expect(cut.value(at: point) <= cut.upper + 1e-9, "cuts \(open) off")
    }
  }

  /// Σ over the group's rows of max { Σ gⱼ xⱼ : xⱼ ≤ yⱼ, Σ xⱼ ≤ 1 }: fill from the best down.
  private static func relaxed(_ rows: GainRows, group: Int, y: [Double]) -> Double {
    rows.groups[group].reduce(0) { sum, row in
      var room = 1.0
      var gain = 0.0
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        let share = min(room, y[Int(rows.sites[entry])])
        gain += share * (rows.rest[row] - rows.burdens[entry])
        room -= share
      }
      return sum + gain
    }
  }

  @Test func `the threads of the separation agree`() {
    var random = RandomProblem(seed: 99)
    var points: [RandomProblem.Point] = []
    for index in 0..<6000 {
      let entries = (0..<10).map { position in
        (
          site: Int32((index &* 7 &+ position &* (1 + index % 3)) % 40),
          burden: Double.random(in: 0...9, using: &random.generator)
        )
      }
      var seen: Set<Int32> = []
      points.append((10, entries.filter { seen.insert($0.site).inserted }))
    }
    let rows = RandomProblem.rows(points, sites: 40)
    let theta = rows.groups.indices.map { 40 + $0 }
    let cuts = GainCuts(measure: 0, rows: rows, columns: Array(0..<40), theta: theta, scale: 1)
    let point = (0..<40).map { _ in Double.random(in: 0...0.3, using: &random.generator) } + theta.map { _ in 1e9 }
    #expect(rows.sites.count > 20_000)
    #expect(cuts.separate(point, threads: 1) == cuts.separate(point, threads: 3))
  }
}
