import Dispatch
import EtappModel

/// A tier of everybody's errands: those that can be done from one service level up and not below, with travel lists.
///
///     share = ℓₖ − ℓₖ₋₁;  sites and offices of the tier: level ≥ ℓₖ
///
/// Only sites nearer than what stays can matter, so the lists are short: about one site for each point in the shipped
/// example, seven to twelve in a national study.
struct DemandTier: Sendable {
  /// The least level at which the tier's errands can be done.
  let level: Double
  /// The tier's share of all errands.
  let share: Double
  /// Minutes to the nearest office that stays; `Travel.unreachable` where there is none.
  let now: [Float]
  /// Entry range of each point: `starts[i]..<starts[i + 1]`, nearest site first.
  let starts: [Int]
  let sites: [Int32]
  let minutes: [Float]

  /// - Parameters:
  ///   - table: Travel to the tier's sites.
  ///   - members: Index of each of those sites among all.
  init(
    level: Double, share: Double, offices: TravelTable, sites table: TravelTable, members: [Int], threads: Int
  ) {
    self.level = level
    self.share = share
    let members = members.map { Int32($0) }
    let parts = Self.inChunks(of: table.origins, threads: threads) { range in
      Part(range, offices: offices, sites: table, members: members)
    }
    now = parts.flatMap(\.now)
    sites = parts.flatMap(\.sites)
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

    init(_ range: Range<Int>, offices: TravelTable, sites table: TravelTable, members: [Int32]) {
      var found: [TravelTable.Reached] = []
      now.reserveCapacity(range.count)
      counts.reserveCapacity(range.count)
      for point in range {
        let nearest = offices.nearest(from: point)
        table.listNearer(from: point, than: nearest, into: &found)
        for entry in found {
          sites.append(members[entry.destination])
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

  /// Minutes to the nearest office that stays, or where there is none to the nearest site.
  func first(_ point: Int, unreachable: Float) -> Float {
    guard now[point] >= unreachable, starts[point] < starts[point + 1] else { return now[point] }
    return minutes[starts[point]]
  }

  /// The longest travel of the tier: to the nearest office that stays, or where there is none to the farthest site.
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
