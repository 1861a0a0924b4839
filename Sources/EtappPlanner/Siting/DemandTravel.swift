import Dispatch
import EtappModel
import EtappSolver

/// Travel from every demand point: to the nearest office that stays and serves as many as come, and to every site that
/// is nearer than that.
///
/// Only nearer sites can matter, so the lists are short: about one site for each point in Sweden's assignment,
/// seven to twelve in a national study.
package struct DemandTravel: Sendable {
  /// Minutes to the nearest office that stays; `Travel.unreachable` where there is none.
  package let now: [Float]
  /// Entry range of each point: `starts[i]..<starts[i + 1]`, nearest site first.
  let starts: [Int]
  let sites: [Int32]
  let minutes: [Float]
  private let siteTable: TravelTable

  init(geography: Geography, travel: Travel, sites: [Site], threads: Int) {
    let points = geography.demand
    let origins = zip(points.ids, points.coordinates).map { TravelTable.End(id: $0, position: $1) }
    let staying = geography.offices.filter { !$0.closable && $0.capacity == nil }.map {
      TravelTable.End(id: $0.id.code, position: $0.coordinate)
    }
    let ends = sites.map { TravelTable.End(id: $0.id, position: $0.coordinate) }
    let officeTable = TravelTable(from: origins, to: staying, travel: travel, matrix: geography.travelMatrix)
    let siteTable = TravelTable(from: origins, to: ends, travel: travel, matrix: geography.travelMatrix)
    self.siteTable = siteTable
    let parts = Self.inChunks(of: origins.count, threads: threads) { range in
      Part(range, offices: officeTable, sites: siteTable)
    }
    now = parts.flatMap(\.now)
    self.sites = parts.flatMap(\.sites)
    minutes = parts.flatMap(\.minutes)
    var starts = [0]
    starts.reserveCapacity(now.count + 1)
    for count in parts.lazy.flatMap(\.counts) { starts.append(starts[starts.count - 1] + count) }
    self.starts = starts
  }

  /// The lists of a run of points.
  private struct Part: Sendable {
    var now: [Float] = []
    var counts: [Int] = []
    var sites: [Int32] = []
    var minutes: [Float] = []

    init(_ range: Range<Int>, offices: TravelTable, sites table: TravelTable) {
      var found: [TravelTable.Reached] = []
      now.reserveCapacity(range.count)
      counts.reserveCapacity(range.count)
      for point in range {
        let nearest = offices.nearest(from: point)
        table.listNearer(from: point, than: nearest, into: &found)
        for entry in found {
          sites.append(Int32(entry.destination))
          minutes.append(entry.minutes)
        }
        now.append(nearest)
        counts.append(found.count)
      }
    }
  }

  /// Applies `work` to runs of indices on several threads; results in order, whatever the number of threads.
  private static func inChunks<Result: Sendable>(
    of count: Int, threads: Int, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let chunks = max(1, min(threads, count / 500))
    var results = [Result?](repeating: nil, count: chunks)
    results.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
        slots[chunk] = work(count * chunk / chunks..<count * (chunk + 1) / chunks)
      }
    }
    return results.compactMap { $0 }
  }

  /// Minutes from a demand point to the nearest office when these sites are open beside the offices that stay.
  ///
  /// From positions, not from the lists: the second look at what the lists were used for.
  func minutes(from point: Int, among open: [Int]) -> Float {
    min(now[point], siteTable.nearest(from: point, among: open))
  }

  /// The burdens that sites leave each point, when a burden is a function of minutes.
  ///
  ///     bᵢⱼ = wᵢ burden(minutesᵢⱼ)
  ///
  /// - Parameters:
  ///   - points: The points that count; nil for all.
  ///   - weights: Persons at each demand point.
  func burdens(points: [Int]? = nil, weights: [Float], siteCount: Int, burden: (Float) -> Double) -> GainRows {
    var builder = GainRows.Builder(siteCount: siteCount)
    var row: [(site: Int32, burden: Double)] = []
    builder.reserveCapacity(points: points?.count ?? now.count, entries: points == nil ? sites.count : 0)
    for point in points ?? Array(now.indices) {
      row.removeAll(keepingCapacity: true)
      let weight = Double(weights[point])
      let rest = weight * burden(now[point])
      for entry in starts[point]..<starts[point + 1] {
        let left = weight * burden(minutes[entry])
        if left < rest { row.append((sites[entry], left)) }
      }
      builder.add(rest: rest, row)
    }
    return builder.build()
  }

  /// What serving a person of each point costs at each site, when a burden is a function of minutes.
  ///
  /// - Parameters:
  ///   - points: The points that count; nil for all.
  ///   - people: Persons at each demand point.
  func servings(points: [Int]? = nil, people: [Float], siteCount: Int, burden: (Float) -> Double) -> ServingRows {
    var builder = ServingRows.Builder(siteCount: siteCount)
    for point in points ?? Array(now.indices) {
      let entries = (starts[point]..<starts[point + 1]).map { (site: sites[$0], cost: burden(minutes[$0])) }
      builder.add(people: Double(people[point]), rest: burden(now[point]), entries)
    }
    return builder.build()
  }

  /// Minutes from a demand point to a site, from positions.
  func minutes(from point: Int, to site: Int) -> Float { siteTable.minutes(point, site) }

  /// The longest travel there can be: to the nearest office that stays, or where there is none to the farthest site.
  func longest(unreachable: Float) -> Float {
    var longest: Float = 0
    for point in now.indices {
      if now[point] < unreachable {
        longest = max(longest, now[point])
      } else {
        for entry in starts[point]..<starts[point + 1] { longest = max(longest, minutes[entry]) }
      }
    }
    return longest
  }
}
