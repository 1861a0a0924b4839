/// Betters a set of open sites by exchanging one for another, as long as that helps.
///
///     profit of opening j and closing r = gainⱼ − lossᵣ + extraⱼᵣ
///     gainⱼ = Σᵢ wᵢ max(0, d¹ᵢ − bᵢⱼ)        lossᵣ = Σ_{i served by r} wᵢ (d²ᵢ − d¹ᵢ)
///     extraⱼᵣ = Σ_{i served by r, bᵢⱼ < d²ᵢ} wᵢ (d²ᵢ − max(bᵢⱼ, d¹ᵢ))
///
/// with d¹ and d² what a point bears by its best and second best open site. An exchange changes these for few points,
/// and only their contributions are taken out and put in again.
///
/// Source: M. G. C. Resende, R. F. Werneck, "A fast swap-based local search procedure for location problems", Annals of
/// Operations Research 150 (2007).
final class InterchangeSearch {
  private let problem: PlacingProblem
  private let open: Int
  /// Points of each site with what they bear there: `siteStarts[j]..<siteStarts[j + 1]`.
  private let siteStarts: [Int]
  private let served: Flat<PlacingProblem.Entry>
  /// Slot of each site among the open ones, −1 when closed; the site in each slot.
  private let slot: Flat<Int32>
  private(set) var sites: [Int]
  private let first: Flat<Float>
  private let second: Flat<Float>
  /// Slot of the best open site of each point; −1 where nothing open helps.
  private let holder: Flat<Int32>
  private let gain: Flat<Double>
  private let loss: Flat<Double>
  private let extra: Flat<Double>
  private let stamp: Flat<Int32>
  private var moment: Int32 = 0
  private var cursor = 0
  /// The value of the sites open now.
  private(set) var value = 0.0

  /// Cells of the table of exchanges above which it would not fit the memory.
  static let mostCells = 60_000_000

  /// - Parameter open: Sites to open; at most as many as there are.
  init(_ problem: PlacingProblem, open: Int) {
    self.problem = problem
    self.open = min(open, problem.siteCount)
    (siteStarts, served) = Self.transposed(problem)
    slot = Flat(repeating: -1, count: problem.siteCount)
    sites = []
    first = Flat(problem.rest)
    second = Flat(problem.rest)
    holder = Flat(repeating: -1, count: problem.pointCount)
    gain = Flat(repeating: 0, count: problem.siteCount)
    loss = Flat(repeating: 0, count: self.open)
    extra = Flat(repeating: 0, count: problem.siteCount * self.open)
    stamp = Flat(repeating: 0, count: problem.pointCount)
  }

  private static func transposed(_ problem: PlacingProblem) -> ([Int], Flat<PlacingProblem.Entry>) {
    var starts = [Int](repeating: 0, count: problem.siteCount + 1)
    for entry in problem.entries { starts[Int(entry.site) + 1] += 1 }
    for site in 0..<problem.siteCount { starts[site + 1] += starts[site] }
    var next = starts
    let served = Flat(repeating: PlacingProblem.Entry(burden: 0, site: 0), count: problem.entries.count)
    for point in 0..<problem.pointCount {
      for index in problem.starts[point]..<problem.starts[point + 1] {
        let entry = problem.entries[index]
        served[next[Int(entry.site)]] = PlacingProblem.Entry(burden: entry.burden, site: UInt32(point))
        next[Int(entry.site)] += 1
      }
    }
    return (starts, served)
  }

  // MARK: Beginning

  /// Opens the sites given, then those that gain most, one after the other.
  ///
  /// - Complexity: O(entries) for the first, then only what changes.
  func begin(with given: [Int] = []) {
    for site in sites { slot[site] = -1 }
    sites = []
    first.copy(Flat(problem.rest))
    gain.fill(0)
    for point in 0..<problem.pointCount { count(point, from: problem.rest[point], to: .infinity) }
    for site in given where sites.count < open && slot[site] < 0 { openNext(site) }
    while sites.count < open {
      var best = -1
      for site in 0..<problem.siteCount where slot[site] < 0 && (best < 0 || gain[site] > gain[best]) { best = site }
      guard best >= 0 else { break }
      openNext(best)
    }
    rebuild()
  }

  /// Takes the gains of a point out that it has above `new`, when what it bears falls from `old` to `new`.
  private func count(_ point: Int, from old: Float, to new: Float) {
    let weight = problem.weights[point]
    problem.entries.withUnsafeBufferPointer { entries in
      var index = problem.starts[point]
      let last = problem.starts[point + 1]
      if new == .infinity {
        while index < last, entries[index].burden < old {
          gain[Int(entries[index].site)] += weight * (Double(old) - Double(entries[index].burden))
          index += 1
        }
      } else {
        while index < last, entries[index].burden < old {
          gain[Int(entries[index].site)] -= weight * (Double(old) - Double(max(entries[index].burden, new)))
          index += 1
        }
      }
    }
  }

  private func openNext(_ site: Int) {
    slot[site] = Int32(sites.count)
    sites.append(site)
    for index in siteStarts[site]..<siteStarts[site + 1] {
      let point = Int(served[index].site)
      guard served[index].burden < first[point] else { continue }
      count(point, from: first[point], to: served[index].burden)
      first[point] = served[index].burden
    }
  }

  /// Everything anew from the open sites.
  private func rebuild() {
    gain.fill(0)
    loss.fill(0)
    extra.fill(0)
    value = problem.constant
    for point in 0..<problem.pointCount {
      find(point)
      value += problem.weights[point] * Double(first[point])
      contribute(point, 1)
    }
  }

  // MARK: Exchanging

  /// Exchanges as long as it helps.
  ///
  /// - Returns: Whether the descent came to its end, and was not stopped.
  @discardableResult func descend(stop: StopRule) -> Bool {
    guard open > 0, open < problem.siteCount else { return true }
    let block = max(1, 400_000 / open)
    var unchanged = 0
    while unchanged < problem.siteCount {
      let end = min(problem.siteCount, cursor + block)
      if let (site, place) = best(cursor..<end) {
        exchange(site, for: place)
        unchanged = 0
      } else {
        unchanged += end - cursor
        cursor = end == problem.siteCount ? 0 : end
      }
      if stop.reason != nil { return false }
    }
    return true
  }

  /// The exchange that helps most among some sites to open; nil when none helps.
  private func best(_ candidates: Range<Int>) -> (site: Int, slot: Int)? {
    var found: (site: Int, slot: Int)?
    var most = max(1e-9, abs(value) * 1e-12)
    let (extra, loss) = (extra.base, loss.base)
    for site in candidates where slot[site] < 0 {
      let row = extra + site * open
      var (top, place) = (-Double.infinity, 0)
      for index in 0..<open {
        let profit = row[index] - loss[index]
        if profit > top { (top, place) = (profit, index) }
      }
      let profit = top + gain[site]
      if profit > most {
        most = profit
        found = (site, place)
      }
    }
    return found
  }

  /// Opens a site in the place of another.
  func exchange(_ site: Int, for place: Int) {
    let old = sites[place]
    moment += 1
    var changed: [Int32] = []
    for index in siteStarts[site]..<siteStarts[site + 1] {
      let entry = served[index]
      if entry.burden < second[Int(entry.site)] {
        stamp[Int(entry.site)] = moment
        changed.append(Int32(bitPattern: entry.site))
      }
    }
    for index in siteStarts[old]..<siteStarts[old + 1] {
      let entry = served[index]
      if entry.burden <= second[Int(entry.site)], stamp[Int(entry.site)] != moment {
        changed.append(Int32(bitPattern: entry.site))
      }
    }
    for point in changed {
      contribute(Int(point), -1)
      value -= problem.weights[Int(point)] * Double(first[Int(point)])
    }
    slot[old] = -1
    slot[site] = Int32(place)
    sites[place] = site
    for point in changed {
      find(Int(point))
      contribute(Int(point), 1)
      value += problem.weights[Int(point)] * Double(first[Int(point)])
    }
  }

  /// Goes to another set of sites.
  func move(to set: [Int]) {
    let wanted = Set(set)
    let leaving = sites.indices.filter { !wanted.contains(sites[$0]) }
    let coming = set.filter { slot[$0] < 0 }
    guard coming.count <= leaving.count, coming.count * 3 < open else { return begin(with: set) }
    for (place, site) in zip(leaving, coming) { exchange(site, for: place) }
  }

  /// The two best open sites of a point.
  private func find(_ point: Int) {
    let (last, rest) = (problem.starts[point + 1], problem.rest[point])
    problem.entries.withUnsafeBufferPointer { entries in
      var index = problem.starts[point]
      while index < last, slot[Int(entries[index].site)] < 0 { index += 1 }
      guard index < last else {
        first[point] = rest
        second[point] = rest
        holder[point] = -1
        return
      }
      first[point] = entries[index].burden
      holder[point] = slot[Int(entries[index].site)]
      index += 1
      while index < last, slot[Int(entries[index].site)] < 0 { index += 1 }
      second[point] = index < last ? entries[index].burden : rest
    }
  }

  /// Puts a point's part of gains, losses and extras in (`sign` 1) or takes it out (−1).
  private func contribute(_ point: Int, _ sign: Double) {
    let (near, next) = (first[point], second[point])
    let held = Int(holder[point])
    let weight = sign * problem.weights[point]
    let between = weight * (Double(next) - Double(near))
    if held >= 0 { loss[held] += between }
    let (gain, extra, slot) = (gain.base, extra.base, slot.base)
    problem.entries.withUnsafeBufferPointer { entries in
      var index = problem.starts[point]
      let last = problem.starts[point + 1]
      while index < last, entries[index].burden < near {
        let site = Int(entries[index].site)
        gain[site] += weight * (Double(near) - Double(entries[index].burden))
        if held >= 0 { extra[site * open + held] += between }
        index += 1
      }
      guard held >= 0 else { return }
      while index < last, entries[index].burden < next {
        let site = Int(entries[index].site)
        if slot[site] < 0 { extra[site * open + held] += weight * (Double(next) - Double(entries[index].burden)) }
        index += 1
      }
    }
  }

  // MARK: What the multipliers begin with

  /// Between what each point bears by its best and by its second best open site: where good multipliers lie.
  var middles: [Float] { (0..<problem.pointCount).map { (first[$0] + second[$0]) / 2 } }
}
