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

extension Region {
  /// What it takes to make a region anew from a greater one: little, where lists of its points would fill the memory.
  struct Sketch {
    let bound: Double
    /// Of the sites and points of the greater region.
    fileprivate let isKept: [Bool]
    fileprivate let isOpen: [Bool]
    fileprivate let multipliers: [Float]
    fileprivate let frequency: [Double]
  }

  /// The sketch of a part of this region.
  func sketch(of part: Region) -> Sketch {
    let (kept, opened) = (Set(part.sites), Set(part.opened))
    var (multipliers, frequency) = (self.multipliers, self.frequency)
    if part.multipliers.count == part.points.count, multipliers.count == points.count {
      let place = Dictionary(uniqueKeysWithValues: points.enumerated().map { ($1, $0) })
      for (here, point) in part.points.enumerated() {
        if let place = place[point] { multipliers[place] = part.multipliers[here] }
      }
    }
    if part.frequency.count == part.sites.count, frequency.count == sites.count {
      let place = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1, $0) })
      for (here, site) in part.sites.enumerated() {
        if let place = place[site] { frequency[place] = part.frequency[here] }
      }
    }
    return Sketch(
      bound: part.bound, isKept: sites.map(kept.contains), isOpen: sites.map(opened.contains), multipliers: multipliers,
      frequency: frequency)
  }

  /// The part of this region that a sketch is of.
  func part(_ sketch: Sketch) -> Region {
    var whole = self
    (whole.multipliers, whole.frequency) = (sketch.multipliers, sketch.frequency)
    var part = whole.restricted(isKept: sketch.isKept, isOpen: sketch.isOpen).region
    part.bound = sketch.bound
    return part
  }
}

/// A part of a tree that waits its turn.
enum WaitingRegion {
  case region(Region)
  case sketch(Region.Sketch)

  var bound: Double {
    switch self {
    case .region(let region): region.bound
    case .sketch(let sketch): sketch.bound
    }
  }

  func region(of root: Region) -> Region {
    switch self {
    case .region(let region): region
    case .sketch(let sketch): root.part(sketch)
    }
  }
}
