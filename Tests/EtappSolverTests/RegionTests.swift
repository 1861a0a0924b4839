import Testing

@testable import EtappSolver

@Suite struct `A region` {
  @Test(arguments: 0..<60)
  func `a part made anew from its sketch is the part`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 900)
    let tiny = TinyPlacing(points: 9, sites: 8, hasExisting: seed % 2 == 0, coarse: seed % 3 == 0, &random)
    var root = Region(tiny.problem, open: 5)
    root.multipliers = root.points.map { _ in Float.random(in: 0...9, using: &random) }
    root.frequency = root.sites.map { _ in Double.random(in: 0...1, using: &random) }
    var part = root
    for _ in 0..<2 {
      let isOpen = part.sites.indices.map { $0 % 4 == seed % 4 && part.open > 2 }
      let isKept = isOpen.map { !$0 && Int.random(in: 0...4, using: &random) > 0 }
      part = part.restricted(isKept: isKept, isOpen: isOpen).region
    }
    part.multipliers = part.multipliers.map { $0 / 2 }
    part.bound = 7
    let again = root.part(root.sketch(of: part))
    #expect(again.sites == part.sites && again.open == part.open && Set(again.opened) == Set(part.opened))
    #expect(again.points == part.points && again.bound == part.bound)
    #expect(again.multipliers == part.multipliers && again.frequency == part.frequency)
    #expect(again.problem.starts == part.problem.starts && again.problem.rest == part.problem.rest)
    #expect(again.problem.entries.map(\.site) == part.problem.entries.map(\.site))
    #expect(again.problem.entries.map(\.burden) == part.problem.entries.map(\.burden))
    #expect(abs(again.problem.constant - part.problem.constant) <= 1e-9 * abs(part.problem.constant))
  }
}
