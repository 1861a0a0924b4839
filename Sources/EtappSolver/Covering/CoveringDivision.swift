/// A covering problem cut into parts of neighbours that have little to do with each other.
///
/// Sites are neighbours when they serve the same rows; positions are not known. A part is cut across, between the two
/// sites that are farthest from each other, where evened-out steps from these two are in the middle.
struct CoveringDivision {
  private(set) var partOfSite: [Int]
  private(set) var partOfRow: [Int]
  private(set) var count = 1
  private let rows: CoveringRows

  /// - Parameter rowsOfPart: A part of more rows is cut in two.
  init(_ problem: PlacingProblem, rowsOfPart: Int) {
    rows = CoveringRows(problem)
    partOfSite = [Int](repeating: 0, count: rows.siteCount)
    partOfRow = [Int](repeating: 0, count: rows.count)
    var pending = [0]
    while let part = pending.popLast() {
      let sites = partOfSite.indices.filter { partOfSite[$0] == part }
      guard sites.count > 3, partOfRow.count(where: { $0 == part }) > rowsOfPart else { continue }
      cut(sites, part)
      pending += [part, count]
      count += 1
    }
  }

  /// The part of the first row of each site: one that the site is in for certain.
  var homes: [Int] {
    (0..<rows.siteCount).map { site in rows.rows(of: site).first.map { partOfRow[Int($0)] } ?? -1 }
  }

  private mutating func cut(_ sites: [Int], _ part: Int) {
    let place = places(sites, part)
    let order = sites.sorted { (place[$0], $0) < (place[$1], $1) }
    for site in order[(order.count / 2)...] { partOfSite[site] = count }
    // A row goes where most of its sites are.
    for row in partOfRow.indices where partOfRow[row] == part {
      let members = rows.sites(of: row)
      let here = members.count { partOfSite[Int($0)] == part }
      let there = members.count { partOfSite[Int($0)] == count }
      if there > here { partOfRow[row] = count }
    }
  }

  /// Where each site lies between the two ends.
  private func places(_ sites: [Int], _ part: Int) -> [Double] {
    let far = distances(from: sites[0], part)
    let one = sites.max { (far[$0], $1) < (far[$1], $0) } ?? sites[0]
    let fromOne = distances(from: one, part)
    let other = sites.max { (fromOne[$0], $1) < (fromOne[$1], $0) } ?? one
    let fromOther = distances(from: other, part)
    var place = zip(fromOne, fromOther).map { Double($0 - $1) }
    for _ in 0..<Self.evenings { even(&place, sites, part) }
    return place
  }

  private static let evenings = 6

  /// Every site goes to the middle of those that it shares rows with.
  private func even(_ place: inout [Double], _ sites: [Int], _ part: Int) {
    var (sums, weights) = ([Double](repeating: 0, count: place.count), [Double](repeating: 0, count: place.count))
    for row in partOfRow.indices where partOfRow[row] == part {
      let members = rows.sites(of: row).filter { partOfSite[Int($0)] == part }
      guard members.count > 1 else { continue }
      let mean = members.reduce(0) { $0 + place[Int($1)] } / Double(members.count)
      for site in members {
        sums[Int(site)] += mean
        weights[Int(site)] += 1
      }
    }
    for site in sites where weights[site] > 0 { place[site] = sums[site] / weights[site] }
  }

  /// Steps from a site to every other of the part, from one to the next that serves a row with it.
  private func distances(from site: Int, _ part: Int) -> [Int] {
    var distance = [Int](repeating: -1, count: rows.siteCount)
    var isSeen = [Bool](repeating: false, count: rows.count)
    var (front, steps) = ([site], 0)
    distance[site] = 0
    while !front.isEmpty {
      var next: [Int] = []
      steps += 1
      for site in front {
        for row in rows.rows(of: site) where !isSeen[Int(row)] && partOfRow[Int(row)] == part {
          isSeen[Int(row)] = true
          for other in rows.sites(of: Int(row)) where distance[Int(other)] < 0 && partOfSite[Int(other)] == part {
            distance[Int(other)] = steps
            next.append(Int(other))
          }
        }
      }
      front = next
    }
    // What nothing connects is farthest of all.
    return distance.map { $0 < 0 ? steps : $0 }
  }
}
