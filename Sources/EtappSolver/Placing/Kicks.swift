/// Leaves a local optimum by a few exchanges near each other, descends again, and goes back when that was no better.
///
/// Only what the exchanges touch is looked at again, so that a kick costs what its neighbourhood does, however large the
/// country is.
///
/// Source: H. R. Lourenço, O. C. Martin, T. Stützle, "Iterated local search", Handbook of Metaheuristics (2003).
struct Kicks {
  private let search: InterchangeSearch
  private let stop: StopRule
  private var random: SplitMix64

  /// - Parameter search: At a local optimum.
  init(_ search: InterchangeSearch, stop: StopRule, seed: UInt64) {
    self.search = search
    self.stop = stop
    random = SplitMix64(seed: seed)
  }

  /// Kicks until so many in a row have not helped, or so much work is done.
  ///
  /// - Parameters:
  ///   - patience: Kicks in a row that may fail.
  ///   - work: Entries to look at.
  ///   - goal: A value that is good enough.
  mutating func run(patience: Int, work: Int, goal: Double) {
    guard search.open > 0, search.open < search.problem.siteCount, search.problem.pointCount > 0 else { return }
    let last = search.work + work
    var failed = 0
    while failed < patience, search.work < last, search.value > goal, stop.reason == nil {
      failed = kick() ? 0 : failed + 1
    }
  }

  /// - Returns: Whether something better was found; else everything is as it was, or as good.
  private mutating func kick() -> Bool {
    let before = search.value
    search.note()
    disturb(times: 1 + Int(random.next() % 4))
    let isComplete = search.descendNearby(stop: stop)
    let slack = max(1e-9, abs(before) * 1e-12)
    if isComplete, search.value <= before + slack { return search.value < before - slack }
    search.undo()
    return false
  }

  /// Opens closed sites around a point chosen at random, each for an open one that is near or least missed.
  private mutating func disturb(times: Int) {
    let problem = search.problem
    let point = Int(random.next() % UInt64(problem.pointCount))
    let range = problem.starts[point]..<problem.starts[point + 1]
    let reach = min(range.count, max(4, 3 * problem.siteCount / search.open))
    guard reach > 0 else { return }
    for _ in 0..<times {
      let site = Int(problem.entries[range.lowerBound + Int(random.next() % UInt64(reach))].site)
      guard search.slot[site] < 0 else { continue }
      search.exchange(site, for: place(for: site))
    }
  }

  private mutating func place(for site: Int) -> Int {
    let served = search.siteStarts[site]..<search.siteStarts[site + 1]
    if random.next() % 2 == 0 { return search.best(for: site).slot }
    let entry = search.served[served.lowerBound + Int(random.next() % UInt64(served.count))]
    let held = Int(search.holder[Int(entry.site)])
    return held >= 0 ? held : search.best(for: site).slot
  }
}
