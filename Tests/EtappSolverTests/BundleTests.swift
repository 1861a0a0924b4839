import Foundation
import Testing

@testable import EtappSolver

private let never = StopRule(clock: { 0 })

/// Points and sites on a plane, burdens a function of how far they are apart.
private struct PlaneProblem {
  let problem: PlacingProblem
  let open: Int

  /// Even seeds have something open already; every third burdens that grow steeply.
  init(_ seed: Int, points: Int = 60, sites: Int = 20, open: Int = 4) {
    var random = SplitMix64(seed: UInt64(seed) + 77)
    func position() -> (x: Double, y: Double) {
      (Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
    }
    let (homes, places, old) = ((0..<points).map { _ in position() }, (0..<sites).map { _ in position() }, position())
    func burden(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Float {
      let distance = hypot(a.x - b.x, a.y - b.y)
      return Float(seed % 3 == 0 ? exp(distance / 25) : distance)
    }
    let tiny = homes.map { home in places.map { burden(home, $0) } }
    let rest = zip(homes, tiny).map { seed % 2 == 0 ? burden($0, old) : $1.max() ?? 0 }
    var (starts, entries) = ([0], [PlacingProblem.Entry]())
    for (row, most) in zip(tiny, rest) {
      let near = row.indices.filter { row[$0] < most }.sorted { (row[$0], $0) < (row[$1], $1) }
      entries += near.map { PlacingProblem.Entry(burden: row[$0], site: UInt32($0)) }
      starts.append(entries.count)
    }
    problem = PlacingProblem(
      siteCount: sites, weights: homes.map { _ in Double(Int.random(in: 1...9, using: &random)) }, rest: rest,
      starts: starts, entries: entries)
    self.open = open
  }

  /// Multipliers that are far from the best.
  var start: [Float] { problem.rest.map { $0 * 0.4 } }

  func bundle() -> BundleAscent {
    let ascent = MultiplierAscent(problem, open: open, start: start)
    let target = problem.value(open: 0..<open)
    return BundleAscent(ascent, stride: start.map { max(0.1, $0) }, target: target, threads: 1)
  }

  /// The value of the linear relaxation, by HiGHS from the textbook model.
  func relaxation() throws -> Double {
    var linear = LinearModel()
    let sites = (0..<problem.siteCount).map { _ in linear.addColumn(.init(0, 1)) }
    var costs = [Double](repeating: 0, count: problem.siteCount)
    for point in 0..<problem.pointCount {
      let range = problem.starts[point]..<problem.starts[point + 1]
      var served: [Term] = []
      for entry in problem.entries[range] {
        let share = linear.addColumn(.init(0, 1))
        costs.append(problem.weights[point] * (Double(entry.burden) - Double(problem.rest[point])))
        linear.addRow(-.infinity, [Term(share, 1), Term(sites[Int(entry.site)], -1)], 0)
        served.append(Term(share, 1))
      }
      if !served.isEmpty { linear.addRow(-.infinity, served, 1) }
    }
    linear.addRow(-.infinity, sites.map { Term($0, 1) }, Double(open))
    let model = HighsModel(linear, library: try HighsLibrary.shared(), stop: never)
    model.setCosts(costs)
    try #require(model.solve(fromInside: true) == .optimal)
    return zip(problem.weights, problem.rest).reduce(problem.constant) { $0 + $1.0 * Double($1.1) } + model.objective
  }
}

@Suite struct `A bundle of multipliers` {
  @Test(arguments: 0..<24)
  func `comes to the linear relaxation, and not beyond it`(_ seed: Int) throws {
    let plane = PlaneProblem(seed)
    let bundle = plane.bundle()
    let relaxation = try plane.relaxation()
    for _ in 0..<1200 where bundle.promise > 1e-6 * relaxation {
      bundle.step()
      #expect(bundle.ascent.best <= relaxation * (1 + 1e-6))
    }
    #expect(bundle.ascent.best >= relaxation * (1 - 5e-4), "\(bundle.ascent.best) of \(relaxation)")
  }

  @Test(arguments: 0..<12)
  func `says how open each site is in the relaxation`(_ seed: Int) {
    let plane = PlaneProblem(seed)
    let bundle = plane.bundle()
    for _ in 0..<200 { bundle.step() }
    let frequency = bundle.frequency
    #expect(frequency.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-9 })
    #expect(frequency.reduce(0, +) <= Double(plane.open) + 1e-6 && frequency.reduce(0, +) > Double(plane.open) - 0.5)
  }

  @Test(arguments: 0..<16)
  func `bounds every choice, with a site forced open or closed too`(_ seed: Int) {
    let plane = PlaneProblem(seed, points: 20, sites: 9, open: 3)
    let bundle = plane.bundle()
    for _ in 0..<80 { bundle.step() }
    let forced = bundle.ascent.forcedBounds
    for choice in TinyPlacing.choices(9, 3) {
      let value = plane.problem.value(open: choice) * (1 + 1e-6)
      #expect(bundle.ascent.best <= value)
      for site in 0..<9 { #expect((choice.contains(site) ? forced.open : forced.closed)[site] <= value) }
    }
  }

  @Test func `with pieces drawn together it is nearly as good`() throws {
    // So many steps that pieces have to make room for others many times.
    let plane = PlaneProblem(1, points: 200, sites: 60, open: 9)
    let bundle = plane.bundle()
    for _ in 0..<1200 { bundle.step() }
    let relaxation = try plane.relaxation()
    #expect(bundle.ascent.best >= relaxation * (1 - 2e-4) && bundle.ascent.best <= relaxation * (1 + 1e-6))
  }

  @Test(arguments: 0..<20)
  func `shares its pieces as well as anybody could`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func number() -> Double { Double.random(in: -1...1, using: &random) }
    let slopes = (0..<7).map { _ in (0..<4).map { _ in number() } }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    var master = BundleMaster()
    for (piece, slope) in slopes.enumerated() {
      master.append(
        slopes[...piece].map { product($0, slope) }, error: piece == 0 ? 0 : abs(number()), share: piece == 0 ? 1 : 0)
    }
    master.reach = 0.8
    func cost(_ shares: [Double]) -> Double {
      let mean = (0..<4).map { axis in zip(slopes, shares).reduce(0) { $0 + $1.0[axis] * $1.1 } }
      return 0.4 * product(mean, mean) + product(master.errors, shares)
    }
    master.solve()
    #expect(abs(master.shares.reduce(0, +) - 1) < 1e-9 && master.shares.allSatisfy { $0 >= 0 })
    let least = cost(master.shares)
    for _ in 0..<2000 {
      let drawn = (0..<7).map { _ in -log(Double.random(in: 1e-9...1, using: &random)) }
      let sum = drawn.reduce(0, +)
      #expect(least <= cost(drawn.map { $0 / sum }) * 1.02 + 1e-6)
    }
  }
}
