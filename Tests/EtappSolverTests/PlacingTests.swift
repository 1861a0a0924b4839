import Foundation
import Synchronization
import Testing

@testable import EtappSolver

/// Raised when it has been asked so many times.
private final class Patience: Sendable {
  private let asked = Atomic(0)
  private let most: Int

  init(_ most: Int) { self.most = most }

  var isOver: Bool { asked.add(1, ordering: .relaxed).newValue > most }
}

/// A tiny placing problem, and what brute force says of it.
struct TinyPlacing {
  var burdens: [[Float]]
  var weights: [Double]
  var rest: [Float]

  /// - Parameter coarse: Whole burdens from a short range: many ties.
  init(points: Int, sites: Int, hasExisting: Bool, coarse: Bool, _ random: inout SplitMix64) {
    func number(_ most: Int) -> Float {
      coarse ? Float(Int.random(in: 0...most, using: &random)) : Float.random(in: 0...Float(most), using: &random)
    }
    burdens = (0..<points).map { _ in (0..<sites).map { _ in number(coarse ? 6 : 100) } }
    weights = (0..<points).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    rest = burdens.map { row in hasExisting ? number(coarse ? 6 : 100) : row.max() ?? 0 }
  }

  var problem: PlacingProblem {
    var (starts, entries) = ([0], [PlacingProblem.Entry]())
    for (row, most) in zip(burdens, rest) {
      let near = row.indices.filter { row[$0] < most }.sorted { (row[$0], $0) < (row[$1], $1) }
      entries += near.map { PlacingProblem.Entry(burden: row[$0], site: UInt32($0)) }
      starts.append(entries.count)
    }
    return PlacingProblem(
      siteCount: burdens[0].count, weights: weights, rest: rest, starts: starts, entries: entries, constant: 3)
  }

  func value(_ open: [Int]) -> Double {
    burdens.indices.reduce(3) { sum, point in
      sum + weights[point] * Double(open.reduce(rest[point]) { min($0, burdens[point][$1]) })
    }
  }

  /// The least value of so many sites.
  func best(_ open: Int) -> Double { Self.choices(burdens[0].count, open).map(value).min() ?? .infinity }

  static func choices(_ sites: Int, _ open: Int) -> [[Int]] {
    (0..<1 << sites).filter { $0.nonzeroBitCount == open }.map { mask in
      (0..<sites).filter { mask >> $0 & 1 == 1 }
    }
  }
}

private let never = StopRule(clock: { 0 })

@Suite struct `A placing search` {
  @Test(arguments: 0..<120)
  func `proves what brute force finds`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let tiny = TinyPlacing(
      points: Int.random(in: 1...14, using: &random), sites: Int.random(in: 1...9, using: &random),
      hasExisting: seed % 2 == 0, coarse: seed % 3 == 0, &random)
    let open = Int.random(in: 1...max(1, tiny.burdens[0].count - seed % 2), using: &random)
    let result = PlacingSearch(tiny.problem, open: open, stop: never, threads: 1 + seed % 2).run()
    let best = tiny.best(min(open, tiny.burdens[0].count))
    #expect(abs(result.value - best) <= 1e-5 * max(1, best), "seed \(seed)")
    #expect(abs(tiny.value(result.sites) - result.value) <= 1e-9 * max(1, best))
    #expect(result.bound <= best + 1e-9 * max(1, best) && result.bound >= best - 2e-6 * max(1, best))
    #expect(result.status == .proved && result.sites.count <= open && Set(result.sites).count == result.sites.count)
  }

  @Test(arguments: 0..<30)
  func `proves the same by cuts`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 900)
    let tiny = TinyPlacing(points: 14, sites: 9, hasExisting: seed % 2 == 0, coarse: seed % 3 == 0, &random)
    let open = Int.random(in: 1...5, using: &random)
    let library = try HighsLibrary.shared()
    let search = PlacingSearch(tiny.problem, open: open, stop: never, library: library)
    let best = tiny.best(open)
    let result = search.run()
    #expect(abs(result.value - best) <= 1e-5 * max(1, best))
    // And the tree of cuts alone, without anything settled before, from multipliers that say little.
    var region = Region(tiny.problem, open: open)
    region.multipliers = tiny.rest.map { $0 * Float.random(in: 0...1, using: &random) }
    var cutoff = best + 5 - 1e-6
    var tree = CutTree(
      region, value: best + 5, cutoff: cutoff, library: library, stop: never, threads: 1 + seed % 2)
    while tree.hasNodes {
      #expect(tree.bound <= best + 1e-6 * max(1, best))
      for sites in tree.step() {
        cutoff = min(cutoff, tiny.value(Array(sites.prefix(open))) - 1e-6 * max(1, best))
        tree.lower(cutoff: cutoff)
      }
    }
    #expect(tree.isDone && abs(cutoff - best) <= 1e-5 * max(1, best))
  }

  /// Numbers of very different size are no trouble: nobody is left out, or hardly anybody.
  @Test(arguments: 0..<20)
  func `proves by cuts that next to nothing is left`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1_300)
    var tiny = TinyPlacing(points: 30, sites: 9, hasExisting: false, coarse: true, &random)
    tiny.burdens = tiny.burdens.map { row in row.map { $0 < 4 ? 0 : 1 } }
    tiny.rest = tiny.rest.map { _ in 1 }
    tiny.weights[0] = seed % 2 == 0 ? 5_000_000 : 1
    let problem = PlacingProblem(
      siteCount: 9, weights: tiny.problem.weights, rest: tiny.problem.rest, starts: tiny.problem.starts,
      entries: tiny.problem.entries)
    for open in 2...6 {
      var region = Region(problem, open: open)
      region.multipliers = tiny.rest.map { $0 * Float.random(in: 0...1, using: &random) }
      let best = tiny.best(open) - 3
      let result = PlacingSearch(problem, open: open, stop: never, library: try HighsLibrary.shared()).run()
      #expect(result.value == best && result.status == .proved)
      var tree = CutTree(
        region, value: best, cutoff: best + 1e-6, library: try HighsLibrary.shared(), stop: never, threads: 1)
      while tree.hasNodes { _ = tree.step() }
      #expect(tree.bound <= best + 1e-5)
    }
  }

  @Test(arguments: 0..<40)
  func `knows when a goal is out of reach`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 500)
    let tiny = TinyPlacing(points: 12, sites: 8, hasExisting: true, coarse: true, &random)
    let best = tiny.best(3)
    let search = PlacingSearch(tiny.problem, open: 3, stop: never)
    let reached = search.run(PlacingSearch.Start(goal: best))
    #expect(reached.value <= best)
    let missed = search.run(PlacingSearch.Start(goal: best - 0.5))
    #expect(missed.value >= best && missed.bound > best - 0.5)
  }

  /// Wherever it is stopped: a bound is a bound.
  @Test(arguments: 0..<25)
  func `gives a bound wherever it is stopped`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 4000)
    let tiny = TinyPlacing(points: 14, sites: 9, hasExisting: false, coarse: seed % 2 == 0, &random)
    let best = tiny.best(3)
    for asked in stride(from: 0, to: 400, by: 7) {
      let patience = Patience(asked)
      let stop = StopRule(flag: StopFlag { patience.isOver }, clock: { 0 })
      let result = PlacingSearch(tiny.problem, open: 3, stop: stop).run()
      #expect(result.bound <= best + 1e-6 * max(1, best) && result.value >= best - 1e-5 * max(1, best))
    }
  }

  @Test func `gives a bound when stopped at once`() {
    var random = SplitMix64(seed: 4)
    let tiny = TinyPlacing(points: 14, sites: 9, hasExisting: false, coarse: false, &random)
    let result = PlacingSearch(tiny.problem, open: 3, stop: StopRule(flag: StopFlag { true }, clock: { 0 })).run()
    #expect(result.status == .stopped(.interrupted) && result.sites.count == 3)
    #expect(result.bound <= tiny.best(3) + 1e-9 && result.value >= tiny.best(3) - 1e-4)
  }
}

@Suite struct `Multipliers and exchanges` {
  /// Every bound is a bound, whatever steps are taken: with sites forced too.
  @Test(arguments: 0..<40)
  func `bound every choice, forced ones too`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 70)
    let tiny = TinyPlacing(points: 10, sites: 7, hasExisting: seed % 2 == 0, coarse: seed % 3 == 0, &random)
    let open = 1 + seed % 4
    let ascent = MultiplierAscent(
      tiny.problem, open: open, start: tiny.rest.map { $0 * Float.random(in: 0...1, using: &random) },
      stride: seed % 5 == 0 ? .inProportion : .alike)
    for _ in 0..<60 { ascent.step(towards: tiny.best(open), factor: 1, deflection: 0.7) }
    let forced = ascent.forcedBounds
    for choice in TinyPlacing.choices(7, open) {
      let value = tiny.value(choice) + 1e-6
      #expect(ascent.best <= value)
      for site in 0..<7 { #expect((choice.contains(site) ? forced.open : forced.closed)[site] <= value) }
    }
  }

  @Test(arguments: 0..<40)
  func `exchanges to where no exchange helps, its value kept right`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 170)
    let tiny = TinyPlacing(points: 13, sites: 9, hasExisting: seed % 2 == 0, coarse: seed % 3 == 0, &random)
    let search = InterchangeSearch(tiny.problem, open: 3)
    search.begin(with: [seed % 9])
    search.descend(stop: never)
    let value = tiny.value(search.sites)
    #expect(abs(search.value - value) <= 1e-6 * max(1, value))
    for place in 0..<3 {
      for site in 0..<9 where !search.sites.contains(site) {
        var other = search.sites
        other[place] = site
        #expect(tiny.value(other) >= value - 1e-6 * max(1, value))
      }
    }
    search.move(to: [0, 1, 2])
    #expect(abs(search.value - tiny.value([0, 1, 2])) <= 1e-6 * max(1, value))
  }

  /// As of equity on a plane: burdens grow a thousandfold from one end of it to the other.
  @Test(arguments: 0..<20)
  func `bound steep burdens closely when multipliers step in proportion`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 940)
    func positions(_ count: Int) -> [(x: Double, y: Double)] {
      (0..<count).map { _ in (.random(in: 0...100, using: &random), .random(in: 0...100, using: &random)) }
    }
    let (points, sites) = (positions(300), positions(16))
    var tiny = TinyPlacing(points: 300, sites: 16, hasExisting: false, coarse: false, &random)
    tiny.burdens = points.map { point in
      sites.map {
        Float(exp(0.07 * ((point.x - $0.x) * (point.x - $0.x) + (point.y - $0.y) * (point.y - $0.y)).squareRoot()))
      }
    }
    tiny.rest = tiny.burdens.map { $0.max() ?? 0 }
    let (problem, best) = (tiny.problem, tiny.best(4))
    func bound(_ start: [Float], _ stride: MultiplierAscent.Stride) -> Double {
      let ascent = MultiplierAscent(problem, open: 4, start: start, stride: stride)
      for _ in 0..<250 { ascent.step(towards: best, factor: 0.5, deflection: 0.9) }
      return ascent.best
    }
    let least = tiny.burdens.map { $0.min() ?? 0 }
    let near = bound(least, .inProportion)
    #expect(near <= best * (1 + 1e-9) && near >= 0.98 * best, "\(near / best)")
    #expect(PlacingSearch(problem, open: 4, stop: never).run().value <= best * (1 + 1e-6))
  }

  /// As of equity: the worst off bear a million million times what others do.
  @Test(arguments: 0..<20)
  func `exchanges come to an end where burdens are of very different size`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 640)
    var tiny = TinyPlacing(points: 60, sites: 14, hasExisting: false, coarse: false, &random)
    func steep(_ burden: Float) -> Float { Float(pow(1.3, Double(burden))) }
    tiny.burdens = tiny.burdens.map { $0.map(steep) }
    tiny.rest = tiny.rest.map(steep)
    let search = InterchangeSearch(tiny.problem, open: 5)
    search.begin(with: [0, 1, 2, 3, 4])
    search.descend(stop: never)
    let value = tiny.value(search.sites)
    #expect(abs(search.value - value) <= 1e-9 * value)
    for place in 0..<5 {
      for site in 0..<14 where !search.sites.contains(site) {
        var other = search.sites
        other[place] = site
        #expect(tiny.value(other) >= value * (1 - 1e-9))
      }
    }
  }

  @Test(arguments: 0..<30)
  func `a restricted problem has the values of the whole`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 270)
    let tiny = TinyPlacing(points: 9, sites: 7, hasExisting: seed % 2 == 0, coarse: true, &random)
    let (smaller, _, sites) = tiny.problem.restricted(
      isKept: [true, false, true, false, true, true, false], isOpen: [false, true, false, false, false, false, false])
    for choice in TinyPlacing.choices(4, 2) {
      #expect(smaller.value(open: choice) == tiny.value(choice.map { sites[$0] } + [1]))
    }
    #expect(tiny.problem.merged().value(open: [2, 4]) == tiny.value([2, 4]))
  }

  @Test(arguments: 0..<20)
  func `a kick that does not help leaves no trace`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 370)
    let tiny = TinyPlacing(points: 20, sites: 12, hasExisting: seed % 2 == 0, coarse: seed % 3 == 0, &random)
    let search = InterchangeSearch(tiny.problem, open: 4)
    search.begin()
    search.descend(stop: never)
    let before = search.value
    var kicks = Kicks(search, stop: never, seed: UInt64(seed))
    kicks.run(patience: 40, work: 100_000, goal: 0)
    let value = tiny.value(search.sites)
    #expect(abs(search.value - value) <= 1e-6 * max(1, value) && value <= before + 1e-6 * max(1, value))
    #expect(Set(search.sites).count == 4)
  }

  @Test func `the least of many are in front`() {
    var random = SplitMix64(seed: 9)
    for count in 1..<60 {
      let keys = (0..<count).map { _ in Int.random(in: 0...20, using: &random) }
      let least = Int.random(in: 0...count, using: &random)
      var order = Array(0..<count)
      Selection.partition(&order, least: least) { (keys[$0], $0) < (keys[$1], $1) }
      #expect(order[..<least].map { keys[$0] }.sorted() == Array(keys.sorted()[..<least]))
      #expect(order.sorted() == Array(0..<count))
    }
  }
}

@Suite struct `Customers counted as they come` {
  /// The sets are those that every distance looked at gives, customers on the edge of a circle or of a cell too.
  @Test(arguments: 0..<24)
  func `weigh as much in every choice`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 800)
    let (count, radius) = (seed % 4 == 0 ? 70 : 8, seed % 2 == 0 ? 5.0 : 2.5)
    func coordinate() -> Double {
      seed % 3 == 0 ? Double(Int.random(in: 0...12, using: &random)) : Double.random(in: 0...12, using: &random)
    }
    var (sites, points, weights) = (Terrain.Positions(), Terrain.Positions(), [Double]())
    for _ in 0..<count { sites.append(coordinate(), coordinate()) }
    let counted = CoveringCount(sites: sites, radius: radius, workers: 2)
    for number in 0..<600 {
      points.append(coordinate() * 2 - 6, coordinate())
      weights.append(Double(number % 9))
      counted.add(worker: number % 2, x: points.x[number], y: points.y[number], weight: weights[number])
    }
    let problem = counted.problem()
    #expect(counted.total == weights.reduce(0, +) && problem.pointCount < 600)
    for _ in 0..<20 {
      let open = (0..<3).map { _ in Int.random(in: 0..<count, using: &random) }
      let missed = (0..<600).reduce(0.0) { sum, point in
        let isServed = open.contains { site in
          let (dx, dy) = (points.x[point] - sites.x[site], points.y[point] - sites.y[site])
          return (dx * dx + dy * dy).squareRoot() <= radius
        }
        return isServed ? sum : sum + weights[point]
      }
      #expect(problem.value(open: open) == missed)
    }
  }
}

@Suite struct `Distances in a network` {
  @Test func `the last of a repeated edge counts, both ways`() {
    let graph = GraphDistances(vertices: 4, edges: [(0, 1, 5), (1, 2, 5), (1, 0, 7), (2, 3, 0)])
    let problem = graph.problem(threads: 1)
    // From 0: 0, 7, 12, 12.
    #expect(problem.value(open: [0]) == 31)
    #expect(problem.value(open: [2]) == 17)
    #expect(graph.problem(threads: 2, within: 5).value(open: [1]) == 1)
  }

  @Test func `whom no path leads to is worse off than everybody else`() {
    let problem = GraphDistances(vertices: 3, edges: [(0, 1, 2)]).problem(threads: 1)
    #expect(problem.value(open: [0, 2]) == 2)
    #expect(problem.value(open: [0, 1]) > 2)
  }
}
