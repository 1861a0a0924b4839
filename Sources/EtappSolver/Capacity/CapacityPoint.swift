/// What multipliers of the rows say about every site: whom it would serve, and what that saves.
struct CapacityPoint {
  /// Σᵢ wᵢ λᵢ
  let sum: Double
  /// ρⱼ: what a site saves at most by serving those who are most worth it, as many as it has room for.
  let worth: [Double]
  /// Those worth serving, site by site, the most worthy first where there is not room for all.
  private let worthy: [Worthy]
  private let starts: [Int]

  /// People of a row, and what serving one of them at a site saves.
  private struct Worthy {
    var worth: Double
    var row: Int32
  }

  /// - Complexity: O(pairs cheaper than their multiplier), and sorting them where a site has not room for all.
  init(_ rows: ServingRows, _ capacities: [Double], _ multipliers: [Double]) {
    sum = zip(rows.people, multipliers).reduce(0) { $0 + $1.0 * $1.1 }
    let starts: [Int]
    var worthy: [Worthy]
    (starts, worthy) = Self.collected(rows, multipliers)
    var worth = [Double](repeating: 0, count: rows.siteCount)
    for site in 0..<rows.siteCount {
      let range = starts[site]..<starts[site + 1]
      var people = 0.0
      for entry in range { people += rows.people[Int(worthy[entry].row)] }
      if people > capacities[site] { worthy[range].sort { ($0.worth, $1.row) > ($1.worth, $0.row) } }
      worth[site] = Self.served(worthy[range], rows, capacities[site]) { _, _ in }
    }
    (self.starts, self.worthy, self.worth) = (starts, worthy, worth)
  }

  /// The pairs cheaper than their multiplier, by site.
  private static func collected(_ rows: ServingRows, _ multipliers: [Double]) -> ([Int], [Worthy]) {
    var starts = [Int](repeating: 0, count: rows.siteCount + 1)
    for row in 0..<rows.rowCount {
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        guard rows.costs[entry] < multipliers[row] else { break }
        starts[Int(rows.sites[entry]) + 1] += 1
      }
    }
    for site in 0..<rows.siteCount { starts[site + 1] += starts[site] }
    var next = starts
    var worthy = [Worthy](repeating: Worthy(worth: 0, row: 0), count: starts[rows.siteCount])
    for row in 0..<rows.rowCount {
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        let worth = multipliers[row] - rows.costs[entry]
        guard worth > 0 else { break }
        let site = Int(rows.sites[entry])
        worthy[next[site]] = Worthy(worth: worth, row: Int32(row))
        next[site] += 1
      }
    }
    return (starts, worthy)
  }

  /// Goes through those a site would serve; returns what that saves.
  private static func served(
    _ worthy: ArraySlice<Worthy>, _ rows: ServingRows, _ capacity: Double, _ body: (Int, Double) -> Void
  ) -> Double {
    var (left, saved) = (capacity, 0.0)
    for entry in worthy where left > 0 {
      let people = min(left, rows.people[Int(entry.row)])
      saved += entry.worth * people
      left -= people
      body(Int(entry.row), people)
    }
    return saved
  }

  /// Calls `body` with the rows a site would serve, and how many of their people.
  func forEachServed(by site: Int, _ rows: ServingRows, _ capacity: Double, _ body: (Int, Double) -> Void) {
    _ = Self.served(worthy[starts[site]..<starts[site + 1]], rows, capacity, body)
  }

  /// Σ w λ − Σ ρ over what is open: the least cost of serving everybody is not less.
  func floor(open: [Bool]) -> Double {
    var floor = sum
    for site in open.indices where open[site] { floor -= worth[site] }
    return floor
  }
}
