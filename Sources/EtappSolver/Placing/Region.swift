/// A part of a placing problem: some sites open for certain, some never, the rest a smaller problem.
struct Region {
  var problem: PlacingProblem
  /// Sites still to open.
  var open: Int
  /// The point of the whole problem that each point here is.
  var points: [Int32]
  /// The site of the whole problem that each site here is.
  var sites: [Int]
  /// Sites of the whole problem that are open for certain.
  var opened: [Int]
  var multipliers: [Float] = []
  var frequency: [Double] = []
  var bound = -Double.infinity

  init(_ problem: PlacingProblem, open: Int) {
    self.problem = problem
    self.open = open
    points = (0..<problem.pointCount).map { Int32($0) }
    sites = Array(0..<problem.siteCount)
    opened = []
  }

  /// Sites of the whole problem: those here, and those open for certain.
  func whole(_ here: [Int]) -> [Int] { opened + here.map { sites[$0] } }

  /// The part where more is decided.
  func restricted(isKept: [Bool], isOpen: [Bool]) -> (region: Region, points: [Int32]) {
    let (smaller, points, kept) = problem.restricted(isKept: isKept, isOpen: isOpen)
    var region = self
    region.problem = smaller
    region.points = points.map { self.points[Int($0)] }
    region.sites = kept.map { sites[$0] }
    let newlyOpen = isOpen.indices.filter { isOpen[$0] }
    region.opened = opened + newlyOpen.map { sites[$0] }
    region.open = open - newlyOpen.count
    region.frequency = frequency.isEmpty ? [] : kept.map { frequency[$0] }
    region.multipliers = multipliers.isEmpty ? [] : points.map { multipliers[Int($0)] }
    return (region, points)
  }

  /// The smaller part that is left when what reduced costs decide is decided; nil when that is not worth while.
  func settled(
    by ascent: MultiplierAscent, cutoff: Double, always: Bool = false
  ) -> (region: Region, points: [Int32])? {
    let bounds = ascent.forcedBounds
    var kept = [Bool](repeating: true, count: problem.siteCount)
    var opens = [Bool](repeating: false, count: problem.siteCount)
    var decided = 0
    for site in kept.indices {
      if bounds.closed[site] >= cutoff {
        opens[site] = true
        kept[site] = false
        decided += 1
      } else if bounds.open[site] >= cutoff {
        kept[site] = false
        decided += 1
      }
    }
    guard decided > 0, always || decided * 20 >= problem.siteCount else { return nil }
    // Where both ways are too dear, nothing here is better: the caller sees the bound.
    guard opens.count(where: { $0 }) <= open else { return nil }
    return restricted(isKept: kept, isOpen: opens)
  }

  /// The two parts in which a site is open or is not; the likelier one last.
  func divided() -> [Region] {
    let site = problem.siteCount == frequency.count ? mostUndecided : 0
    var isKept = [Bool](repeating: true, count: problem.siteCount)
    isKept[site] = false
    var opens = [Bool](repeating: false, count: problem.siteCount)
    let without = restricted(isKept: isKept, isOpen: opens).region
    opens[site] = true
    let with = restricted(isKept: isKept, isOpen: opens).region
    return (frequency.isEmpty ? 1 : frequency[site]) >= 0.5 ? [without, with] : [with, without]
  }

  /// The site that is open most often without being so always: closing it is refuted soon, and opening it decides much.
  private var mostUndecided: Int {
    func share(_ site: Int) -> Double { frequency[site] < Self.asGoodAsOpen ? frequency[site] : 0 }
    return frequency.indices.max { (share($0), $1) < (share($1), $0) } ?? 0
  }

  private static let asGoodAsOpen = 0.97
}
