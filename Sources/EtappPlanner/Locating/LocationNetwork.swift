import EtappModel
import EtappSolver
import Foundation

/// Who can travel where and how long it takes: straight lines, or a table of times.
struct LocationNetwork: Sendable {
  private let data: LocationData
  private let measure: LocationQuestion.Measure
  private let threads: Int
  private let points: Terrain.Positions
  private let candidates: Terrain.Positions
  private let existing: Terrain.Positions
  /// Pairs of the table by point: `starts[i]..<starts[i + 1]`; empty where straight lines are used.
  private let starts: [Int]
  private let pairs: [PlacingProblem.Entry]
  /// Travel of each point to the nearest existing office by the table.
  private let now: [Float]

  init(_ data: LocationData, _ measure: LocationQuestion.Measure, threads: Int) {
    self.data = data
    self.measure = measure
    self.threads = threads
    points = Self.positions(data.points)
    candidates = Self.positions(data.candidates.map(\.position))
    existing = Self.positions(data.existing.map(\.position))
    (starts, pairs, now) = data.times.map { Self.table($0, data) } ?? ([], [], [])
  }

  var hasTable: Bool { data.times != nil }
  var siteCount: Int { data.candidates.count }
  var pointCount: Int { data.points.count }

  private static func positions(_ coordinates: [Coordinate]) -> Terrain.Positions {
    var positions = Terrain.Positions()
    for coordinate in coordinates {
      let (latitude, longitude) = (coordinate.latitude * .pi / 180, coordinate.longitude * .pi / 180)
      positions.append(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }
    return positions
  }

  /// The table by points, each point's candidates from the nearest out.
  private static func table(
    _ times: LocationData.Times, _ data: LocationData
  ) -> (starts: [Int], pairs: [PlacingProblem.Entry], now: [Float]) {
    let unreachable = Float(data.travel.unreachable.value)
    var now = [Float](repeating: unreachable, count: data.points.count)
    var counts = [Int](repeating: 0, count: data.points.count + 1)
    for (pair, site) in times.sites.enumerated() where Int(site) < data.candidates.count {
      counts[Int(times.points[pair]) + 1] += 1
    }
    for point in data.points.indices { counts[point + 1] += counts[point] }
    var next = counts
    var pairs = [PlacingProblem.Entry](
      repeating: PlacingProblem.Entry(burden: 0, site: 0), count: counts[data.points.count])
    for (pair, site) in times.sites.enumerated() {
      let point = Int(times.points[pair])
      let minutes = times.minutes[pair]
      guard Int(site) < data.candidates.count else {
        now[point] = min(now[point], minutes)
        continue
      }
      pairs[next[point]] = PlacingProblem.Entry(burden: min(unreachable, minutes), site: UInt32(site))
      next[point] += 1
    }
    for point in data.points.indices {
      pairs[counts[point]..<counts[point + 1]].sort { ($0.burden, $0.site) < ($1.burden, $1.site) }
    }
    return (counts, pairs, now)
  }

  /// Travel of a straight line of so many kilometres.
  var travelOfLine: @Sendable (Double) -> Float {
    switch measure {
    case .kilometres: return { $0 == .infinity ? .infinity : Float(($0 * 1000).rounded() / 1000) }
    case .minutes:
      let (formula, unreachable) = (data.travel.formula, data.travel.unreachable.value)
      return {
        $0 == .infinity
          ? Float(unreachable) : Float(min(unreachable, formula.minutes(straightLine: Kilometres($0)).value))
      }
    }
  }

  /// The straight line beyond which travel is no longer than it is there: found by halving.
  ///
  /// - Parameter travel: Never falling.
  private func horizon(_ travel: @Sendable (Double) -> Float) -> Double {
    let most = travel(Self.aroundTheWorld)
    var (low, high) = (0.0, Self.aroundTheWorld)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if travel(middle) < most { low = middle } else { high = middle }
    }
    return high
  }

  /// No great circle is longer than half of one, kilometres.
  private static let aroundTheWorld = 20_040.0

  /// Whether travel comes to an end: there is a longest.
  private var hasHorizon: Bool { measure == .minutes || hasTable }

  // MARK: Problems

  /// Something to search: a country of straight lines, or lists from a table.
  enum Ground {
    case lines(CountrySearch)
    case table(PlacingSearch)

    func run(_ report: (EtappSolver.Progress) -> Void, goal: Double?) -> PlacingSearch.Result {
      switch self {
      case .lines(let search): search.run(goal: goal, report: report)
      case .table(let search): search.run(PlacingSearch.Start(goal: goal), report: report)
      }
    }

    /// Good sites, soon.
    var quick: [Int] {
      switch self {
      case .lines(let search): search.quick
      case .table(let search): search.run(PlacingSearch.Start(patience: 0)).sites
      }
    }
  }

  /// The problem with a burden for each travel.
  ///
  /// - Parameters:
  ///   - ends: Whether the burden stops growing at some travel.
  ///   - burden: Never falling with travel.
  func ground(
    open: Int, _ options: PlanningOptions, ends: Bool = false, weights: [Double]? = nil,
    burden: @escaping @Sendable (Float) -> Float
  ) -> Ground {
    let weights = weights ?? data.population
    if hasTable {
      return .table(
        PlacingSearch(
          lists(weights, burden).merged(), open: open, stop: options.stop, threads: threads, seed: options.seed,
          library: try? HighsLibrary.shared()))
    }
    let travel = travelOfLine
    let whole: @Sendable (Double) -> Float = { burden(travel($0)) }
    let terrain = Terrain(
      shape: .globe(radius: Coordinate.earthRadius.value), points: points, weights: weights, sites: candidates,
      existing: existing, horizon: ends || hasHorizon ? horizon(whole) : .infinity, threads: threads, burden: whole)
    return .lines(
      CountrySearch(
        terrain, open: open, stop: options.stop, threads: threads, seed: options.seed,
        library: try? HighsLibrary.shared()))
  }

  private func lists(_ weights: [Double], _ burden: (Float) -> Float) -> PlacingProblem {
    var (kept, rest, bounds, entries, constant) = ([Double](), [Float](), [0], [PlacingProblem.Entry](), 0.0)
    entries.reserveCapacity(pairs.count)
    for point in 0..<pointCount where weights[point] > 0 {
      let most = burden(now[point])
      for pair in pairs[starts[point]..<starts[point + 1]] where burden(pair.burden) < most {
        entries.append(PlacingProblem.Entry(burden: burden(pair.burden), site: pair.site))
      }
      if entries.count == bounds[bounds.count - 1] {
        constant += weights[point] * Double(most)
      } else {
        kept.append(weights[point])
        rest.append(most)
        bounds.append(entries.count)
        entries[bounds[bounds.count - 2]...].sort { ($0.burden, $0.site) < ($1.burden, $1.site) }
      }
    }
    return PlacingProblem(
      siteCount: siteCount, weights: kept, rest: rest, starts: bounds, entries: entries, constant: constant)
  }

  // MARK: Plain values

  /// Travel of each point to the nearest of these candidates and of the existing offices, from the data.
  func travels(open: [Int]) -> [Float] {
    if hasTable {
      let isOpen = Set(open.map(UInt32.init))
      return (0..<pointCount).map { point in
        let first = pairs[starts[point]..<starts[point + 1]].first { isOpen.contains($0.site) }
        return min(now[point], first?.burden ?? .infinity)
      }
    }
    var all = candidates.picked(open)
    for site in 0..<existing.count { all.append(existing.x[site], existing.y[site], existing.z[site]) }
    let lines = Terrain.nearest(
      points, to: all, .globe(radius: Coordinate.earthRadius.value), threads: threads)
    return lines.map(travelOfLine)
  }

  /// How much of each point's need these shares of sites serve; on the edge of what is within maybe a little off.
  func served(_ shares: [Double], within: Float) -> [Double] {
    if hasTable {
      return (0..<pointCount).map { point in
        pairs[starts[point]..<starts[point + 1]].prefix { $0.burden <= within }.reduce(0) { $0 + shares[Int($1.site)] }
      }
    }
    let limit = squaredLine(within)
    let served = Flat<Double>(repeating: 0, count: pointCount)
    let used = shares.indices.filter { shares[$0] > 1e-9 }
    Chunks.run(pointCount, threads: pointCount > 10_000 ? threads : 1) { _, range in
      for site in used { add(shares[site], of: site, within: limit, to: served, range) }
    }
    return served.array
  }

  /// Serves the points of a range that are within a straight line of a site.
  private func add(_ share: Double, of site: Int, within limit: Double, to served: Flat<Double>, _ range: Range<Int>) {
    let (a, b, c) = (candidates.x[site], candidates.y[site], candidates.z[site])
    points.x.withUnsafeBufferPointer { x in
      points.y.withUnsafeBufferPointer { y in
        points.z.withUnsafeBufferPointer { z in
          for point in range {
            let (dx, dy, dz) = (x[point] - a, y[point] - b, z[point] - c)
            served[point] += dx * dx + dy * dy + dz * dz <= limit ? share : 0
          }
        }
      }
    }
  }

  /// The square of the longest straight line between unit vectors that is within some travel: found by halving.
  private func squaredLine(_ within: Float) -> Double {
    let shape = Terrain.Shape.globe(radius: Coordinate.earthRadius.value)
    let travel = travelOfLine
    if travel(shape.distance(squared: 4)) <= within { return .infinity }
    var (low, high) = (0.0, 4.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if travel(shape.distance(squared: middle)) <= within { low = middle } else { high = middle }
    }
    return low
  }

  func travel(open: [Int], within: Double?) -> LocationAnswer.Travel {
    let travels = travels(open: open)
    var (sum, people, longest, near) = (0.0, 0.0, 0.0, 0.0)
    for (travel, persons) in zip(travels, data.population) where persons > 0 {
      sum += persons * Double(travel)
      people += persons
      longest = max(longest, Double(travel))
      if let within, travel <= Float(within) { near += persons }
    }
    return LocationAnswer.Travel(
      mean: people > 0 ? sum / people : 0, longest: longest, within: within.map { _ in near })
  }

  /// Travel between a point and every candidate; infinite where there is no way.
  func travels(of point: Int) -> [Float] {
    if hasTable {
      var row = [Float](repeating: .infinity, count: siteCount)
      for pair in pairs[starts[point]..<starts[point + 1]] {
        row[Int(pair.site)] = min(row[Int(pair.site)], pair.burden)
      }
      return row
    }
    let shape = Terrain.Shape.globe(radius: Coordinate.earthRadius.value)
    let travel = travelOfLine
    return (0..<siteCount).map { site in
      let (x, y, z) = (
        candidates.x[site] - points.x[point], candidates.y[site] - points.y[point], candidates.z[site] - points.z[point]
      )
      return travel(shape.distance(squared: x * x + y * y + z * z))
    }
  }
}
