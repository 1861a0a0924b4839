import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `A great programme is screened` {
  private static let stop = StopRule(flag: StopFlag { false }, clock: { 0 })

  /// Sites that only open, a burden to be relieved, caps on each round and now and then a quota.
  private struct Case {
    var problem: PhasedProblem
    let most: [Int]
    let rows: GainRows
    let weights: [Double]
    var generator: RandomInstance.Generator

    init(seed: Int) {
      var generator = RandomInstance.Generator(seed: UInt64(seed))
      let (rounds, sites) = (1 + seed % 3, 7)
      let points = (0..<40).map { _ -> RandomProblem.Point in
        let rest = Double.random(in: 20...60, using: &generator)
        let helping = (0..<sites).shuffled(using: &generator).prefix(Int.random(in: 0...sites, using: &generator))
        return (rest, helping.map { (Int32($0), rest * Double.random(in: 0..<1, using: &generator)) })
      }
      rows = RandomProblem.rows(points, sites: sites)
      weights = (0..<rounds).map { _ in Double.random(in: 0.1...2, using: &generator) }
      problem = PhasedProblem(
        rounds: rounds,
        sites: (0..<sites).map { site in
          PhasedProblem.Site(mayHappen: (0..<rounds).map { ($0 + site) % 4 != 3 }, mayStay: site != 2 || rounds == 1)
        })
      problem.measures = [.gain(GainMeasure(weights: weights, rows: rows))]
      for round in 0..<rounds {
        problem.rows.append(.init(terms: (0..<sites).map { .init(site: $0, round: round) }, upper: 1))
      }
      if seed % 4 == 0 {
        problem.rows.append(.init(lower: 1, terms: (0..<rounds).map { .init(site: sites - 1, round: $0) }))
      }
      most = (1...rounds).map { $0 }
      self.generator = generator
    }

    var all: [(phasing: Phasing, value: Double)] {
      problem.sites.reduce([[Int8]]([[]])) { lists, site in
        lists.flatMap { list in
          (-1..<problem.rounds).filter { $0 < 0 ? site.mayStay : site.mayHappen[$0] }.map { list + [Int8($0)] }
        }
      }
      .map { Phasing(events: $0) }.filter { problem.isFeasible($0) }.map { ($0, problem.value(of: 0, in: $0)) }
    }
  }

  @Test(arguments: 0..<60)
  func `no phasing is below the bound, nor below that of any site it opens`(seed: Int) {
    let made = Case(seed: seed)
    let burdens = PlacingProblem(made.rows)
    let start = made.most.map { _ in burdens.rest.map { $0 / 2 } }
    let ascent = PhasedAscent(burdens, weights: made.weights, most: made.most, start: start, threads: 1 + seed % 2)
    let first = ascent.best
    let best = made.all.map(\.value).min() ?? .infinity
    ascent.climb(towards: best, steps: 60, stop: Self.stop)
    #expect(ascent.best >= first)
    let hair = 1e-6 * best
    #expect(ascent.best <= best + hair)
    for (phasing, value) in made.all {
      for (site, event) in phasing.events.enumerated() where event != Phasing.never {
        #expect(ascent.opened[Int(event)][site] <= value + hair, "site \(site) in round \(event)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func `nothing better than what is left has a site that was left out`(seed: Int) throws {
    let made = Case(seed: seed)
    let library = try HighsLibrary.shared()
    let screening = try #require(
      Screening(made.problem, measure: 0, library: library, stop: Self.stop, threads: 1, seed: 1, from: 0))
    guard let left = screening.run() else { return }
    let best = made.all.map(\.value).min() ?? .infinity
    let found = BranchAndCut(left.problem, library: library, stop: Self.stop)
      .minimise(.init(objective: Objective(0), starts: [left.start]))
    #expect(abs(found.value - best) <= 1e-6 * best)
    let phasing = Phasing(events: left.all(try #require(found.phasing).events, else: Phasing.never))
    #expect(made.problem.isFeasible(phasing))
    #expect(abs(made.problem.value(of: 0, in: phasing) - found.value) <= 1e-9 * best)
    let kept = Set(left.kept)
    for (phasing, value) in made.all
    where phasing.events.indices.contains(where: {
      phasing.events[$0] != Phasing.never && !kept.contains($0)
    }) {
      #expect(value >= left.beyond - 1e-6 * best)
    }
  }

  @Test func `it finds sites to leave out in most of these programmes`() throws {
    let library = try HighsLibrary.shared()
    let left = (0..<60).compactMap { seed in
      Screening(Case(seed: seed).problem, measure: 0, library: library, stop: Self.stop, threads: 1, seed: 1, from: 0)?
        .run()
    }
    #expect(left.count >= 20)
    #expect(left.allSatisfy { $0.kept.count < 7 })
  }

  @Test(arguments: 0..<60)
  func `fewer sites, the same values`(seed: Int) throws {
    var made = Case(seed: seed)
    let kept = made.problem.sites.indices.filter { _ in Bool.random(using: &made.generator) }
    let less = try #require(made.problem.restricted(to: kept))
    for (phasing, value) in made.all
    where phasing.events.indices.allSatisfy({
      phasing.events[$0] == Phasing.never || kept.contains($0)
    }) {
      let same = Phasing(events: kept.map { phasing.events[$0] })
      #expect(abs(less.value(of: 0, in: same) - value) <= 1e-9 * value)
      #expect(less.isFeasible(same))
    }
  }

  @Test func `it does not apply where offices close, or the rows are few`() throws {
    let library = try HighsLibrary.shared()
    var problem = Case(seed: 1).problem
    #expect(Screening(problem, measure: 0, library: library, stop: Self.stop, threads: 1, seed: 1) == nil)
    problem.sites[0].closes = true
    #expect(Screening(problem, measure: 0, library: library, stop: Self.stop, threads: 1, seed: 1, from: 0) == nil)
  }
}
