import Synchronization
import Testing

@testable import EtappSolver

private let never = StopRule(clock: { 0 })

@Suite struct `A country of straight lines` {
  private func terrain(_ seed: Int, existing: Int) -> (Terrain, [Double]) {
    var random = SplitMix64(seed: UInt64(seed) + 31)
    func positions(_ count: Int) -> Terrain.Positions {
      var positions = Terrain.Positions()
      for _ in 0..<count {
        positions.append(Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
      }
      return positions
    }
    let weights = (0..<300).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let terrain = Terrain(
      shape: .plane, points: positions(300), weights: weights, sites: positions(12), existing: positions(existing),
      burden: { Float($0.rounded(.down)) })
    return (terrain, weights)
  }

  @Test(arguments: 0..<12)
  func `is proved by brute force, beside existing offices too`(_ seed: Int) {
    let (terrain, _) = terrain(seed, existing: seed % 3)
    let best = TinyPlacing.choices(12, 3).map { terrain.value(open: $0) }.min() ?? 0
    let result = CountrySearch(terrain, open: 3, stop: never, threads: 2).run()
    #expect(result.value == best && result.bound >= best - 1e-6 && result.status == .proved)
  }

  /// Lists that end early are a relaxation that is right for what they were made for.
  @Test(arguments: 0..<12)
  func `short lists bound from below`(_ seed: Int) {
    let (terrain, _) = terrain(seed, existing: seed % 2)
    let near = [0, 1, 2, 3, 4]
    let short = terrain.problem(near: Terrain.Nearness(sites: near))
    let whole = terrain.problem()
    #expect(short.entries.count <= whole.entries.count)
    #expect(short.value(open: near) == terrain.value(open: near))
    for choice in TinyPlacing.choices(12, 2) {
      #expect(whole.value(open: choice) == terrain.value(open: choice))
      #expect(short.value(open: choice) <= terrain.value(open: choice))
    }
  }

  @Test func `centred it weighs the same, and its middle stays`() {
    let (terrain, weights) = terrain(1, existing: 2)
    let small = terrain.centred(points: 40)
    #expect(small.pointCount == 40 && small.weights.reduce(0, +) == weights.reduce(0, +))
    func moment(_ terrain: Terrain) -> Double { zip(terrain.weights, terrain.points.x).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(abs(moment(small) - moment(terrain)) <= 1e-9 * moment(terrain))
  }

  /// What thinning leaves out is in no better answer, and its bound is one.
  @Test(arguments: 0..<24)
  func `thinned, it has the same best answer`(_ seed: Int) throws {
    let (terrain, _) = terrain(seed, existing: seed % 3)
    let best = TinyPlacing.choices(12, 3).map { terrain.value(open: $0) }.min() ?? 0
    let thin = try #require(
      Thinning(terrain: terrain, open: 3, stop: never, threads: 1 + seed % 2, seed: 1).run())
    expectSound(thin, of: terrain, best: best)
    let left = CountrySearch(Terrain(terrain, sites: thin.sites), open: 3, stop: never).run()
    #expect(min(left.value, thin.value) <= best * (1 + 1e-6))
  }

  private func expectSound(_ thin: Thinning.Result, of terrain: Terrain, best: Double) {
    #expect(thin.bound <= best * (1 + 1e-9) && thin.value >= best)
    #expect(terrain.value(open: thin.best) == thin.value)
    #expect(thin.best.count == 3 && Set(thin.best).isSubset(of: thin.sites) && thin.reach.count == terrain.pointCount)
    let left = CountrySearch(Terrain(terrain, sites: thin.sites), open: 3, stop: never).run()
    #expect(min(left.bound, thin.beyond) <= best * (1 + 1e-9))
  }

  /// Country by country, each less small than the one before; what lists have no room for is bounded.
  @Test(arguments: 0..<24)
  func `thinned in stages, its bounds are bounds`(_ seed: Int) throws {
    let (terrain, _) = terrain(seed, existing: seed % 3)
    let best = TinyPlacing.choices(12, 3).map { terrain.value(open: $0) }.min() ?? 0
    for (points, entries) in [(4, 0), (12, 300), (12, 900)] {
      let thinning = Thinning(
        terrain: terrain, open: 3, stop: never, threads: 1 + seed % 2, seed: 1, firstPoints: points,
        mostEntries: entries)
      expectSound(try #require(thinning.run()), of: terrain, best: best)
    }
  }

  /// Whenever time is up: in the middle of a look it has an answer, and no bound that is none.
  @Test(arguments: 0..<24)
  func `thinned until time is up, its bounds are bounds`(_ seed: Int) {
    let (terrain, _) = terrain(seed, existing: seed % 3)
    let best = TinyPlacing.choices(12, 3).map { terrain.value(open: $0) }.min() ?? 0
    var answered = 0
    for looks in 0..<8 {
      let ticks = Ticks()
      let stop = StopRule(clock: { ticks.next() }, deadline: Double(40 * looks))
      let thinning = Thinning(
        terrain: terrain, open: 3, stop: stop, threads: 1 + seed % 2, seed: 1, firstPoints: 12, mostEntries: 300)
      guard let thin = thinning.run() else { continue }
      answered += thin.bound == terrain.least && thin.sites.count == 3 ? 1 : 0
      expectSound(thin, of: terrain, best: best)
    }
    #expect(answered > 0)
  }

  /// A clock that is a second later at every look.
  private final class Ticks: Sendable {
    private let seconds = Mutex(0.0)

    func next() -> Double {
      seconds.withLock { seconds in
        seconds += 1
        return seconds
      }
    }
  }

  /// Reduced costs by streaming are those by lists.
  @Test(arguments: 0..<12)
  func `prices are those of multipliers on whole lists`(_ seed: Int) throws {
    let (terrain, _) = terrain(seed, existing: seed % 3)
    var random = SplitMix64(seed: UInt64(seed) + 77)
    let reach = terrain.now.map { Float(min($0, Double.random(in: 0...60, using: &random))) }
    let prices = try #require(terrain.prices(within: reach, stop: never, threads: 2))
    var expected = Terrain.Prices(reduced: [Double](repeating: 0, count: 12))
    for point in 0..<terrain.pointCount {
      let multiplier = Double(min(terrain.rest[point], terrain.burden(Double(reach[point]))))
      expected.sum += terrain.weights[point] * multiplier
      for site in 0..<12 {
        let burden = Double(terrain.burden(terrain.distance(point, site)))
        expected.reduced[site] += terrain.weights[point] * min(0, burden - multiplier)
      }
    }
    #expect(prices.sum == expected.sum && prices.reduced == expected.reduced)
  }

  @Test func `drawn together it weighs the same`() {
    let (terrain, weights) = terrain(1, existing: 0)
    let (small, sites) = terrain.aggregated(points: 40, sites: 6)
    #expect(small.pointCount == 40 && small.weights.reduce(0, +) == weights.reduce(0, +))
    #expect(small.siteCount == sites.count && Set(sites).count == sites.count)
  }
}
