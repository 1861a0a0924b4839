import EtappTestSupport

@testable import EtappSolver

/// Small phased problems by seed: a few sites and rounds, rows, and one measure of each kind.
struct RandomProblem {
  var generator: RandomInstance.Generator
  let rounds: Int
  private(set) var problem: PhasedProblem

  init(seed: Int) {
    generator = RandomInstance.Generator(seed: UInt64(seed))
    rounds = Int.random(in: 1...3, using: &generator)
    problem = PhasedProblem(rounds: rounds, sites: [])
    for _ in 0..<Int.random(in: 3...5, using: &generator) { problem.sites.append(site()) }
    for _ in 0..<Int.random(in: 0...3, using: &generator) { problem.rows.append(row()) }
    problem.measures = [
      .gain(GainMeasure(weights: weights(), rows: gainRows())), .linear(LinearMeasure(constant: 2, terms: terms())),
      .nearest(nearest()), .balance(balance()), .penalty,
    ]
    problem.measureRows = [
      .init(measure: 0, upper: Double.random(in: 0...200, using: &generator), price: 0.5),
      .init(measure: 3, upper: 1, price: nil),
    ]
  }

  private mutating func flip(_ share: Double = 0.5) -> Bool { Double.random(in: 0...1, using: &generator) < share }

  private mutating func site() -> PhasedProblem.Site {
    var mayHappen: [Bool] = []
    for _ in 0..<rounds { mayHappen.append(flip(0.8)) }
    let mayStay = flip(0.9) || !mayHappen.contains(true)
    return PhasedProblem.Site(closes: flip(0.2), mayHappen: mayHappen, mayStay: mayStay)
  }

  private mutating func terms() -> [PhasedProblem.EventTerm] {
    var terms: [PhasedProblem.EventTerm] = []
    for site in problem.sites.indices {
      for round in 0..<rounds where flip(0.6) {
        terms.append(.init(site: site, round: round, coefficient: Double(Int.random(in: 1...3, using: &generator))))
      }
    }
    return terms
  }

  private mutating func row() -> PhasedProblem.EventRow {
    let lower = flip() ? Double(Int.random(in: 0...2, using: &generator)) : -.infinity
    let upper = flip() ? Double(Int.random(in: 2...5, using: &generator)) : .infinity
    return .init(lower: lower, terms: terms(), upper: upper, price: flip() ? 1.5 : nil)
  }

  private mutating func weights() -> [Double] {
    (0..<rounds).map { _ in Double.random(in: 0.1...2, using: &generator) }
  }

  /// One point's burden when nothing helps, and what each site that helps leaves of it.
  typealias Point = (rest: Double, entries: [(site: Int32, burden: Double)])

  mutating func points(sites: Int) -> [Point] {
    (0..<Int.random(in: 1...14, using: &generator)).map { _ in
      let rest = Double(Int.random(in: 1...60, using: &generator))
      let helping = (0..<sites).shuffled(using: &generator).prefix(Int.random(in: 0...sites, using: &generator))
      // Whole numbers, so that ties and equal rows occur.
      return (rest, helping.map { (Int32($0), (rest * Double(Int.random(in: 0...4, using: &generator)) / 5)) })
    }
  }

  static func rows(_ points: [Point], sites: Int) -> GainRows {
    var builder = GainRows.Builder(siteCount: sites)
    for point in points { builder.add(rest: point.rest, point.entries) }
    return builder.build()
  }

  private mutating func gainRows() -> GainRows {
    Self.rows(points(sites: problem.sites.count), sites: problem.sites.count)
  }

  private mutating func nearest() -> NearestMeasure {
    let places = problem.sites.indices.filter { !problem.sites[$0].closes }
    var weights = weights()
    weights[rounds - 1] = 0
    return NearestMeasure(
      places: places, minutes: minutes(places.count), weights: weights, aggregation: flip() ? .mean : .maximum,
      farthest: 100)
  }

  /// Minutes between places, zero on the diagonal, not always the same both ways.
  mutating func minutes(_ count: Int) -> [Float] {
    (0..<count * count).map { index in
      index / count == index % count ? 0 : Float(Int.random(in: 1...120, using: &generator))
    }
  }

  private mutating func balance() -> BalanceMeasure {
    let all = problem.sites.indices.filter { !problem.sites[$0].closes }
    let groups = (0..<2).map { _ in all.filter { _ in flip() } }
    return BalanceMeasure(all: all, groups: groups)
  }

  /// Every way for the events to fall out that the sites themselves allow.
  var allPhasings: [Phasing] {
    problem.sites.reduce([[Int8]]([[]])) { lists, site in
      lists.flatMap { list in
        (-1..<rounds).filter { $0 < 0 ? site.mayStay : site.mayHappen[$0] }.map { list + [Int8($0)] }
      }
    }
    .map { Phasing(events: $0) }
  }
}

extension Array {
  /// Every subset of the positions, as whether each is in it.
  static func subsets(of count: Int) -> [[Bool]] where Element == [Bool] {
    (0..<(1 << count)).map { mask in (0..<count).map { mask >> $0 & 1 == 1 } }
  }
}
