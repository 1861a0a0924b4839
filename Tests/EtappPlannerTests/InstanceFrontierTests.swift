import EtappModel
import EtappSolver
import EtappTestSupport
import Testing

@testable import EtappPlanner

/// The frontier of small instances, held against every choice of sites.
@Suite struct `The frontier of an instance` {
  @Test(arguments: 0..<24)
  func `has every pair of values that nothing is better than`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 4100)
    let (instance, distances) = seed % 3 == 0 ? plane(&random) : graph(&random)
    let open = 2 + seed % 3
    let found = try #require(InstanceFrontier(instance, open: open, options: .test())).run()
    let choices = Self.choices(distances.count, open).map { (value($0, distances), separation($0, distances)) }
    let best = choices.filter { one in
      !choices.contains { ($0.0 <= one.0 && $0.1 > one.1) || ($0.0 < one.0 && $0.1 >= one.1) }
    }
    let expected = Set(best.map { [$0.0, $0.1] })
    #expect(found.proof == .optimal && Set(found.points.map { [$0.objective, $0.separation] }) == expected)
    #expect(found.points.count == expected.count && found.points.allSatisfy { $0.bound == $0.objective })
    for point in found.points {
      #expect(value(point.sites, distances) == point.objective && point.sites.count == open)
      #expect(separation(point.sites, distances) == point.separation)
    }
  }

  @Test func `of one site has one point, of nothing near it`() throws {
    var random = SplitMix64(seed: 4)
    let found = try #require(InstanceFrontier(graph(&random).0, open: 1, options: .test())).run()
    #expect(found.proof == .optimal && found.points.count == 1 && found.points[0].separation == .infinity)
  }

  @Test func `is not for points that are no sites`() {
    let covering = LocationInstance(
      name: "c", kind: .covering(sites: [.init(x: 0, y: 0)], customers: [.init(x: 1, y: 1)], demand: [1], costs: [1]))
    #expect(InstanceFrontier(covering, open: 1, options: .test()) == nil)
  }

  // MARK: Instances

  private func plane(_ random: inout SplitMix64) -> (LocationInstance, [[Double]]) {
    let places = (0..<9).map { _ in
      LocationInstance.Position(
        x: Double.random(in: 0...20, using: &random), y: Double.random(in: 0...20, using: &random))
    }
    let distances = places.map { a in
      places.map { b in ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot().rounded(.down) }
    }
    return (LocationInstance(name: "plane", kind: .plane(places: places)), distances)
  }

  /// A ring with chords, and its shortest paths by Floyd and Warshall.
  private func graph(_ random: inout SplitMix64) -> (LocationInstance, [[Double]]) {
    let count = 9
    var lengths: [[Int]: Float] = [:]
    for vertex in 0..<count {
      lengths[[vertex, (vertex + 1) % count].sorted()] = Float(Int.random(in: 1...9, using: &random))
    }
    for _ in 0..<4 {
      let (a, b) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      if a != b { lengths[[a, b].sorted()] = Float(Int.random(in: 1...9, using: &random)) }
    }
    var distances = (0..<count).map { a in (0..<count).map { a == $0 ? 0 : Double.infinity } }
    for (pair, length) in lengths {
      distances[pair[0]][pair[1]] = Double(length)
      distances[pair[1]][pair[0]] = Double(length)
    }
    for k in 0..<count {
      for i in 0..<count {
        for j in 0..<count { distances[i][j] = min(distances[i][j], distances[i][k] + distances[k][j]) }
      }
    }
    let edges = lengths.map { LocationInstance.Edge(from: Int32($0.key[0]), to: Int32($0.key[1]), length: $0.value) }
    return (LocationInstance(name: "graph", kind: .graph(vertices: count, edges: edges, open: 3)), distances)
  }

  private static func choices(_ count: Int, _ open: Int, from first: Int = 0) -> [[Int]] {
    guard open > 0 else { return [[]] }
    return (first..<count).flatMap { site in choices(count, open - 1, from: site + 1).map { [site] + $0 } }
  }

  private func value(_ open: [Int], _ distances: [[Double]]) -> Double {
    distances.reduce(0) { sum, row in sum + (open.map { row[$0] }.min() ?? 0) }
  }

  private func separation(_ open: [Int], _ distances: [[Double]]) -> Double {
    var least = Double.infinity
    for a in open { for b in open where a < b { least = min(least, distances[a][b]) } }
    return least
  }
}
