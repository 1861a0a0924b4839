/// Looks for so many sites that serve all rows, by swaps: rows weigh more the longer they are missed.
///
///     out: the open site that alone serves the least weight    in: of the sites of a missed row, who gains the most
///
/// A site that was closed comes back only after something near it has changed; the one just opened stays for a step.
///
/// Source: the row weighting local search of C. Gao, X. Yao, T. Weise, J. Li, "An efficient local search heuristic with
/// row weighting for the unicost set covering problem", European Journal of Operational Research 246 (2015),
/// doi:10.1016/j.ejor.2015.05.038.
package struct CoveringDescent {
  /// Sites of each row, rows of each site: `starts[i]..<starts[i + 1]`.
  private let rowStarts: Flat<Int32>
  private let rowSites: Flat<Int32>
  private let siteStarts: Flat<Int32>
  private let siteRows: Flat<Int32>
  private let weights: Flat<Int32>
  /// Open sites that serve each row, and the sum of their numbers: of one alone its number.
  private let counts: Flat<Int32>
  private let sums: Flat<Int32>
  /// What a closed site would gain, what an open one would lose.
  private let scores: Flat<Int32>
  private let isOpen: Flat<Bool>
  /// Whether something near has changed since the site was closed.
  private let isFree: Flat<Bool>
  /// When the site was last opened or closed.
  private let moments: Flat<Int>
  private var open: [Int32] = []
  private var missed: [Int32]
  /// Where each row stands in `missed`.
  private let places: Flat<Int32>
  private var random: SplitMix64
  private var moment = 0

  /// - Parameters:
  ///   - rows: The sites of each row.
  ///   - open: The sites to begin with.
  package init(rows: [[Int32]], siteCount: Int, open: [Int], seed: UInt64) {
    let entries = rows.flatMap { $0 }
    (rowStarts, siteStarts) = (Flat(repeating: 0, count: rows.count + 1), Flat(repeating: 0, count: siteCount + 1))
    (rowSites, siteRows) = (Flat(entries), Flat(repeating: 0, count: entries.count))
    (weights, counts) = (Flat(repeating: 1, count: rows.count), Flat(repeating: 0, count: rows.count))
    (sums, places) = (Flat(repeating: 0, count: rows.count), Flat(Array(0..<Int32(rows.count))))
    (scores, moments) = (Flat(repeating: 0, count: siteCount), Flat(repeating: 0, count: siteCount))
    (isOpen, isFree) = (Flat(repeating: false, count: siteCount), Flat(repeating: true, count: siteCount))
    missed = places.array
    random = SplitMix64(seed: seed)
    for site in entries { scores[Int(site)] += 1 }
    for (row, sites) in rows.enumerated() { rowStarts[row + 1] = rowStarts[row] + Int32(sites.count) }
    for site in 0..<siteCount { siteStarts[site + 1] = siteStarts[site] + scores[site] }
    var next = siteStarts.array
    for (row, sites) in rows.enumerated() {
      for site in sites {
        siteRows[Int(next[Int(site)])] = Int32(row)
        next[Int(site)] += 1
      }
    }
    for site in open { flip(site) }
  }

  package var steps: Int { moment }
  package var sites: [Int] { open.map(Int.init).sorted() }

  /// Swaps until all rows are served or so many steps are made.
  ///
  /// - Returns: Whether all rows are served.
  package mutating func run(steps: Int, stop: StopRule) -> Bool {
    var fresh = -1
    var left = steps
    while !missed.isEmpty, left > 0, !open.isEmpty {
      left -= 1
      if left & 1023 == 0, stop.reason != nil { break }
      moment += 1
      let out = leastMissed(except: open.count > 1 ? fresh : -1)
      flip(out)
      isFree[out] = false
      let row = Int(missed[Int(random.next() % UInt64(missed.count))])
      fresh = mostGaining(row)
      flip(fresh)
      for row in missed { weigh(Int(row)) }
    }
    return missed.isEmpty
  }

  private func leastMissed(except fresh: Int) -> Int {
    var best = -1
    for site in open {
      let site = Int(site)
      guard site != fresh else { continue }
      if best < 0 || (scores[site], moments[site]) < (scores[best], moments[best]) { best = site }
    }
    return best
  }

  private func mostGaining(_ row: Int) -> Int {
    var best = -1
    for index in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
      let site = Int(rowSites[index])
      guard isFree[site] else { continue }
      if best < 0 || scores[site] > scores[best] || (scores[site] == scores[best] && moments[site] < moments[best]) {
        best = site
      }
    }
    return best >= 0 ? best : Int(rowSites[Int(rowStarts[row])])
  }

  private mutating func weigh(_ row: Int) {
    weights[row] += 1
    for index in Int(rowStarts[row])..<Int(rowStarts[row + 1]) { scores[Int(rowSites[index])] += 1 }
  }

  /// Opens a closed site, closes an open one.
  private mutating func flip(_ site: Int) {
    let opens = !isOpen[site]
    isOpen[site] = opens
    moments[site] = moment
    if opens { open.append(Int32(site)) } else { open.removeAll { $0 == Int32(site) } }
    for index in Int(siteStarts[site])..<Int(siteStarts[site + 1]) {
      let row = Int(siteRows[index])
      if opens { serve(row, site) } else { leave(row, site) }
    }
    scores[site] = -scores[site]
    if opens { scores[site] = alone(site) } else { scores[site] = lost(site) }
  }

  private func alone(_ site: Int) -> Int32 {
    var sum: Int32 = 0
    for index in Int(siteStarts[site])..<Int(siteStarts[site + 1]) where counts[Int(siteRows[index])] == 1 {
      sum += weights[Int(siteRows[index])]
    }
    return sum
  }

  private func lost(_ site: Int) -> Int32 {
    var sum: Int32 = 0
    for index in Int(siteStarts[site])..<Int(siteStarts[site + 1]) where counts[Int(siteRows[index])] == 0 {
      sum += weights[Int(siteRows[index])]
    }
    return sum
  }

  private mutating func serve(_ row: Int, _ site: Int) {
    let (count, weight) = (counts[row], weights[row])
    if count == 1 { scores[Int(sums[row])] -= weight }
    counts[row] = count + 1
    sums[row] += Int32(site)
    guard count == 0 else { return }
    let place = Int(places[row])
    let last = missed.removeLast()
    if Int(last) != row {
      missed[place] = last
      places[Int(last)] = Int32(place)
    }
    change(row, by: -weight)
  }

  private mutating func leave(_ row: Int, _ site: Int) {
    let (count, weight) = (counts[row] - 1, weights[row])
    counts[row] = count
    sums[row] -= Int32(site)
    if count == 1 { scores[Int(sums[row])] += weight }
    guard count == 0 else { return }
    places[row] = Int32(missed.count)
    missed.append(Int32(row))
    change(row, by: weight)
  }

  /// All sites of a row gain or lose by it, and are free again.
  private mutating func change(_ row: Int, by weight: Int32) {
    for index in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
      let site = Int(rowSites[index])
      scores[site] += weight
      isFree[site] = true
    }
  }
}
