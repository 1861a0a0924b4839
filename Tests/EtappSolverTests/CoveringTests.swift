import Testing

@testable import EtappSolver

private let never = StopRule(clock: { 0 })

/// A tiny covering problem along a line, and what brute force says of it.
private struct TinyCovering {
  let problem: PlacingProblem
  let open: Int

  init(_ random: inout SplitMix64, hasWholeWeights: Bool) {
    let sites = Int.random(in: 5...11, using: &random)
    var (weights, starts, entries) = ([Double](), [0], [PlacingProblem.Entry]())
    for _ in 0..<Int.random(in: 6...40, using: &random) {
      let first = Int.random(in: 0..<sites, using: &random)
      let near = (first..<min(sites, first + 4)).filter { _ in Int.random(in: 0...3, using: &random) > 0 }
      guard !near.isEmpty else { continue }
      entries += near.map { PlacingProblem.Entry(burden: 0, site: UInt32($0)) }
      starts.append(entries.count)
      weights.append(
        hasWholeWeights ? Double(Int.random(in: 1...9, using: &random)) : Double.random(in: 0...9, using: &random))
    }
    problem = PlacingProblem(
      siteCount: sites, weights: weights, rest: weights.map { _ in 1 }, starts: starts, entries: entries, constant: 3)
    open = Int.random(in: 2..<sites - 1, using: &random)
  }

  var best: Double {
    TinyPlacing.choices(problem.siteCount, open).map { problem.value(open: $0) }.min() ?? .infinity
  }
}

@Suite struct `A great covering problem` {
  @Test(arguments: 0..<60)
  func `is bounded by its relaxation`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let tiny = TinyCovering(&random, hasWholeWeights: seed % 2 == 0)
    let saddle = CoveringSaddle(CoveringRows(tiny.problem), open: tiny.open, stop: never)
    saddle.run(value: tiny.best - 3, steps: 4000)
    let ascent = MultiplierAscent(tiny.problem, open: tiny.open, start: saddle.multipliers)
    #expect(ascent.best <= tiny.best + 1e-6 * tiny.best)
    // Single precision is all that keeps the two sides apart.
    #expect(abs(ascent.best - 3 - saddle.bound) < 1e-3 * tiny.best)
    #expect(saddle.borne - saddle.bound <= 0.021 * (tiny.best - 3 - saddle.bound) + 1e-2 * tiny.best)
  }

  @Test(arguments: 0..<60)
  func `is bounded part by part`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 100)
    let tiny = TinyCovering(&random, hasWholeWeights: seed % 2 == 0)
    var region = Region(tiny.problem, open: tiny.open)
    // Good multipliers or any: the bound is one.
    let saddle = CoveringSaddle(CoveringRows(tiny.problem), open: tiny.open, stop: never)
    saddle.run(value: tiny.best - 3, steps: seed % 3 == 0 ? 20 : 1000)
    region.multipliers =
      seed % 3 == 1
      ? tiny.problem.weights.map { _ in Float.random(in: 0...1, using: &random) } : saddle.multipliers
    let before = MultiplierAscent(tiny.problem, open: tiny.open, start: region.multipliers).best
    var regions = CoveringRegions(
      region, best: Array(0..<tiny.open), library: try HighsLibrary.shared(), stop: never, threads: 1 + seed % 2,
      rowsOfPart: 1 + seed % 12)
    #expect(regions.bound >= before - 1e-6 * tiny.best)
    while regions.isLeft {
      regions.run(nodes: 1)
      #expect(regions.bound <= tiny.best + 1e-9 * tiny.best)
    }
    #expect(regions.bound <= tiny.best + 1e-9 * tiny.best && regions.bound >= before - 1e-6 * tiny.best)
  }

  @Test(arguments: 0..<60)
  func `is searched by cooling down`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 200)
    let tiny = TinyCovering(&random, hasWholeWeights: seed % 2 == 0)
    let annealing = CoveringAnnealing(CoveringRows(tiny.problem), open: tiny.open, stop: never, seed: UInt64(seed))
    annealing.run(from: Array(0..<tiny.open), steps: 3000)
    let value = tiny.problem.value(open: annealing.best)
    #expect(Set(annealing.best).count == tiny.open)
    #expect(value >= tiny.best - 1e-9 && value <= tiny.best * 1.3 + 1e-9)
    let first = annealing.best
    annealing.run(from: first, steps: 500)
    #expect(tiny.problem.value(open: annealing.best) <= value + 1e-9)
  }

  /// Middling: great enough for all of it, small enough to be proved; the same on one thread and on two.
  @Test(arguments: 0..<2)
  func `is proved like any other`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 300)
    let (problem, open) = (Self.middling(&random), 6)
    let isGreat = CoveringApproach.isWorthWhile(problem, open: open)
    #expect(isGreat)
    let library = try HighsLibrary.shared()
    let results = [1, 2].map { threads in
      PlacingSearch(problem, open: open, stop: never, threads: threads, library: library).run()
    }
    #expect(results[0].status == .proved && results[0].sites == results[1].sites)
    #expect(results[0].value == problem.value(open: results[0].sites))
    let goal = PlacingSearch(problem, open: open, stop: never, library: library)
    let value = results[0].value
    #expect(goal.run(PlacingSearch.Start(goal: value)).value <= value)
    #expect(goal.run(PlacingSearch.Start(goal: value - 1)).bound > value - 1)
  }

  private static func middling(_ random: inout SplitMix64) -> PlacingProblem {
    func place() -> (Double, Double) {
      (Double.random(in: 0...30, using: &random), Double.random(in: 0...10, using: &random))
    }
    let sites = (0..<320).map { _ in place() }
    var (weights, starts, entries) = ([Double](), [0], [PlacingProblem.Entry]())
    for _ in 0..<1300 {
      let (x, y) = place()
      let near = sites.indices.filter { hypot2(sites[$0].0 - x, sites[$0].1 - y) <= 2.6 }
      guard !near.isEmpty else { continue }
      entries += near.map { PlacingProblem.Entry(burden: 0, site: UInt32($0)) }
      starts.append(entries.count)
      weights.append(Double(Int.random(in: 1...30, using: &random)))
    }
    return PlacingProblem(
      siteCount: sites.count, weights: weights, rest: weights.map { _ in 1 }, starts: starts, entries: entries)
  }

  private static func hypot2(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}
