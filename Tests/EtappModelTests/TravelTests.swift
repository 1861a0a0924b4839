import EtappTestSupport
import Testing

@testable import EtappModel

@Suite struct `Travel times` {
  @Test func `time and straight line are each other's inverse`() {
    var generator = RandomInstance.Generator(seed: 11)
    for _ in 0..<300 {
      let formula = Travel.Formula(
        detour: Double.random(in: 1...2, using: &generator), townSpeed: Double.random(in: 5...60, using: &generator),
        ruralSpeed: Double.random(in: 20...120, using: &generator),
        townKilometres: Kilometres(Double.random(in: 0...20, using: &generator)))
      let line = Double.random(in: 0...500, using: &generator)
      let minutes = formula.minutes(straightLine: Kilometres(line)).value
      #expect(abs(formula.straightLine(minutes: minutes) - line) <= 1e-9 * max(1, line))
    }
  }

  @Test func `the formula in numbers`() {
    // 10 km straight are 13 km of road: 5 at 40 km/h and 8 at 70.
    let minutes = Travel.standard.formula.minutes(straightLine: 10).value
    #expect(abs(minutes - (7.5 + 8 * 60 / 70.0)) < 1e-12)
  }

  @Test(arguments: 0..<40)
  func `a table finds the nearest and the nearer, as trying every pair does`(seed: Int) {
    let table = Self.table(seed: UInt64(seed))
    for i in 0..<table.origins {
      let all = (0..<table.destinations).map { table.minutes(i, $0) }
      #expect(table.nearest(from: i) == min(all.min() ?? 600, 600))
      let some = all.indices.filter { $0 % 3 == i % 3 }
      #expect(table.nearest(from: i, among: some) == some.map { all[$0] }.reduce(600, min))
      for limit in [Float(0), 5, 20, 45, 90, 600, 700] + all {
        var found: [Int: Float] = [:]
        table.forEachNearer(from: i, than: limit) { found[$0] = $1 }
        let expected = all.enumerated().filter { $0.element < limit }
        #expect(found == Dictionary(uniqueKeysWithValues: expected.map { ($0.offset, $0.element) }), "limit \(limit)")
        var listed: [TravelTable.Reached] = []
        table.listNearer(from: i, than: limit, into: &listed)
        #expect(
          listed.map(\.destination)
            == expected.sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.offset))
        #expect(listed.map(\.minutes) == expected.map(\.element).sorted())
      }
    }
  }

  /// Thirty points and a dozen sites; every other seed with a matrix that knows some of the ends and some of the pairs.
  private static func table(seed: UInt64) -> TravelTable {
    var generator = RandomInstance.Generator(seed: seed)
    func ends(_ letter: String, _ count: Int) -> [TravelTable.End] {
      (0..<count).map { index in
        TravelTable.End(
          id: "\(letter)\(index)",
          position: Coordinate(
            latitude: Double.random(in: 58...66, using: &generator),
            longitude: Double.random(in: 12...20, using: &generator)))
      }
    }
    let (origins, destinations) = (ends("d", 30), ends("p", seed == 4 ? 0 : 12))
    guard !seed.isMultiple(of: 2) else {
      return TravelTable(from: origins, to: destinations, travel: .standard, matrix: nil)
    }
    let rows = Dictionary(uniqueKeysWithValues: origins.prefix(20).enumerated().map { ($1.id, $0) })
    let columns = Dictionary(uniqueKeysWithValues: destinations.prefix(8).enumerated().map { ($1.id, $0) })
    let minutes = (0..<rows.count * columns.count).map { _ in
      Bool.random(using: &generator) ? Float.infinity : Float.random(in: 0...300, using: &generator)
    }
    return TravelTable(
      from: origins, to: destinations, travel: .standard,
      matrix: TravelMatrix(origins: rows, destinations: columns, minutes: minutes))
  }

  @Test func `a matrix is believed, also when it says that there is no way`() {
    let ends = [TravelTable.End(id: "a", position: Coordinate(latitude: 60, longitude: 15))]
    let matrix = TravelMatrix(origins: ["a": 0], destinations: ["a": 0, "b": 1], minutes: [.infinity, 3])
    let table = TravelTable(from: ends, to: ends, travel: .standard, matrix: matrix)
    #expect(table.minutes(0, 0) == 600)
    #expect(table.nearest(from: 0) == 600)
  }
}
