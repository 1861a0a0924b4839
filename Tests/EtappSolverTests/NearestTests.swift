import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `Travel between places that are decided` {
  private static let places = 4
  private static let farthest = 100.0

  /// Columns: presence, then open servers, then costs.
  private static func cuts(_ minutes: [Float], groups: [NearestCuts.Group]) -> NearestCuts {
    NearestCuts(
      measure: 0, minutes: minutes, farthest: farthest, presence: Array(0..<places),
      servers: Array(places..<2 * places), cost: Array(2 * places..<3 * places), groups: groups)
  }

  private static func point(_ present: [Bool], _ open: [Bool], _ cost: [Double]) -> [Double] {
    (present + open).map { $0 ? 1 : 0 } + cost
  }

  /// What each place must pay: nothing when it is not of the programme.
  private static func costs(_ present: [Bool], _ open: [Bool], _ minutes: [Float]) -> [Double] {
    present.indices.map { client in
      guard present[client] else { return 0 }
      return open.indices.filter { open[$0] }.reduce(farthest) { min($0, Double(minutes[client * places + $1])) }
    }
  }

  /// Every pair of "in the programme" and "open now" that a phasing can give: what is open is in the programme.
  private static func choices(_ groups: [NearestCuts.Group]) -> [(present: [Bool], open: [Bool])] {
    [[Bool]].subsets(of: places).flatMap { present in
      [[Bool]].subsets(of: places).map { (present, $0) }
    }
    .filter { present, open in
      zip(present, open).allSatisfy { $0 || !$1 }
        && groups.allSatisfy { group in group.count.contains(group.clients.count { present[$0] }) }
    }
  }

  private static func groups(seed: Int) -> [NearestCuts.Group] {
    switch seed % 4 {
    case 0: []
    case 1: [.init(clients: [0, 1], count: 0...1)]
    case 2: [.init(clients: [1, 2, 3], count: 1...2)]
    default: [.init(clients: [0, 1, 2], count: 1...1), .init(clients: [2, 3], count: 1...2)]
    }
  }

  @Test(arguments: 0..<60)
  func `no cut takes a choice away, whatever the point it was made at`(seed: Int) {
    var random = RandomProblem(seed: seed)
    let minutes = random.minutes(Self.places)
    let groups = Self.groups(seed: seed)
    let cuts = Self.cuts(minutes, groups: groups)
    var found: [Row] = []
    for _ in 0..<15 {
      let point = (0..<2 * Self.places).map { _ in Double.random(in: 0...1, using: &random.generator) }
      found += cuts.separate(
        point + [Double](repeating: 0, count: Self.places), anticipates: Bool.random(using: &random.generator))
    }
    #expect(!found.isEmpty)
    for (present, open) in Self.choices(groups) {
      let point = Self.point(present, open, Self.costs(present, open, minutes))
      for cut in found {
        #expect(cut.value(at: point) >= cut.lower - 1e-6, "\(cut) takes \(present), \(open) away")
      }
    }
  }

  @Test(arguments: 0..<60)
  func `at a whole point every place is made to pay in full`(seed: Int) {
    var random = RandomProblem(seed: seed)
    let minutes = random.minutes(Self.places)
    let groups = Self.groups(seed: seed)
    let cuts = Self.cuts(minutes, groups: groups)
    for (present, open) in Self.choices(groups) {
      let costs = Self.costs(present, open, minutes)
      let free = Self.point(present, open, costs.map { _ in 0 })
      let found = cuts.separate(free, anticipates: false)
      for (client, cost) in costs.enumerated() where cost > 1e-3 {
        let own = found.filter { row in
          row.terms.filter { $0.column >= 2 * Self.places }.map(\.column) == [2 * Self.places + client]
        }
        let demanded = own.map { $0.lower - $0.value(at: free) }.max() ?? 0
        #expect(abs(demanded - cost) < 1e-6, "place \(client): \(demanded) of \(cost)")
      }
      #expect(cuts.separate(Self.point(present, open, costs), anticipates: false).isEmpty)
    }
  }
}
