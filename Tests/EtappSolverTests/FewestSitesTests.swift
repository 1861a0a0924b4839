import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `Whether so few sites serve all` {
  private static let stop = StopRule(clock: { 0 })

  /// Rows that are known one by one as they are missed, and what brute force says of them.
  private struct Tiny: CoveringSource {
    let siteCount: Int
    let orders: [[Int32]]
    private(set) var rows: [[Int32]]
    private var hidden: [[Int32]]
    let all: [[Int32]]

    init(seed: Int) {
      var random = RandomInstance.Generator(seed: UInt64(seed))
      let sites = Int.random(in: 3...9, using: &random)
      let all = (0..<Int.random(in: 2...16, using: &random)).map { _ in
        let first = Int.random(in: 0..<sites, using: &random)
        return Array(Set([first] + (0..<sites).filter { abs($0 - first) < 3 && Bool.random(using: &random) })).sorted()
          .map(Int32.init)
      }
      siteCount = sites
      orders = (0..<sites).map { place in
        (0..<Int32(sites)).sorted { (abs(Int($0) - place), $0) < (abs(Int($1) - place), $1) }
      }
      self.all = all
      rows = Array(all.prefix(2))
      hidden = Array(all.dropFirst(2))
    }

    mutating func seek(shares: [Double]) {
      let missed = hidden.filter { row in row.reduce(0) { $0 + shares[Int($1)] } < 1 - 1e-6 }
      rows += missed
      hidden.removeAll { missed.contains($0) }
    }

    func isServed(by sites: [Int]) -> Bool { all.allSatisfy { row in row.contains { sites.contains(Int($0)) } } }

    var fewest: Int {
      (0..<(1 << siteCount)).filter { mask in isServed(by: (0..<siteCount).filter { mask >> $0 & 1 == 1 }) }
        .map(\.nonzeroBitCount).min() ?? .max
    }
  }

  /// Asks until the answer stands: rows that a set of sites missed are known the next time.
  private func answer(_ tiny: inout Tiny, _ prepare: (inout CoveringDecision) -> Void, most: Int) throws -> [Int]? {
    for _ in 0..<30 {
      var decision = CoveringDecision(most: most, library: try HighsLibrary.shared(), stop: Self.stop)
      prepare(&decision)
      switch decision.answer(&tiny, hints: []) {
      case .sites(let sites):
        #expect(sites.count <= most)
        if tiny.isServed(by: sites) { return sites }
      case .impossible: return nil
      case .undecided: continue
      }
    }
    return nil
  }

  @Test(arguments: 0..<150)
  func `is told as brute force tells it`(seed: Int) throws {
    var tiny = Tiny(seed: seed)
    let most = 1 + seed % 4
    let sites = try answer(&tiny, { $0.prove(nodes: 10_000) }, most: most)
    #expect((sites != nil) == (tiny.fewest <= most))
  }

  @Test(arguments: 0..<150)
  func `is found by a descent where there are any`(seed: Int) throws {
    var tiny = Tiny(seed: seed)
    let most = min(tiny.siteCount, 1 + seed % 4)
    let first = Array(0..<most)
    let sites = try answer(&tiny, { $0.descend(from: first, steps: 2_000, seed: UInt64(seed)) }, most: most)
    #expect((sites != nil) == (tiny.fewest <= most))
  }
}
