/// A split of a node into two: the low child and the high.
struct Branching {
  /// What is split: a column, or one number of a family of counts.
  enum Key: Hashable, Sendable {
    case column(Int)
    case family(Int, dimension: Int)
  }

  let key: Key
  let children: [[BoundChange]]
  /// The child that the point lies nearer to.
  let nearer: Int
  /// How far the point has to move to each child.
  let distances: [Double]
  /// Greater for splits that divide the point more evenly.
  private let evenness: Double
  private let priority: Int

  /// The splits that a point offers: families of counts first, then columns by priority, each the most even first.
  static func candidates(_ point: [Double], formulation: Formulation, integers: [Int]) -> [Branching] {
    var all: [Branching] = []
    for (index, family) in formulation.families.enumerated() {
      for dimension in family.dimensions.indices {
        if let split = split(family, index, dimension, point) { all.append(split) }
      }
    }
    for column in integers {
      if let split = split(column, priority: formulation.linear.columns[column].priority, point) { all.append(split) }
    }
    // Families' own columns come last: their numbers say the same and more.
    return all.sorted { a, b in
      a.priority == b.priority ? a.evenness > b.evenness : a.priority < b.priority
    }
  }

  /// Splits one number of a family at its mean, when the family is spread over several values of it.
  private static func split(_ family: Formulation.Family, _ index: Int, _ dimension: Int, _ point: [Double])
    -> Branching?
  {
    let numbers = family.dimensions[dimension]
    var (mass, sum) = (0.0, 0.0)
    for (column, number) in zip(family.columns, numbers) {
      mass += point[column]
      sum += point[column] * Double(number)
    }
    guard mass > 1e-6 else { return nil }
    let mean = sum / mass
    let spread = zip(family.columns, numbers).reduce(0) { $0 + point[$1.0] * abs(Double($1.1) - mean) }
    guard spread > 1e-5 else { return nil }
    let at = mean.rounded(.down)
    let pairs = Array(zip(family.columns, numbers))
    func without(_ isOut: (Int) -> Bool) -> [BoundChange] {
      pairs.filter { isOut($0.1) }.map { BoundChange(column: $0.0, lower: 0, upper: 0) }
    }
    let low = without { Double($0) > at }
    let high = without { Double($0) <= at }
    return Branching(
      key: .family(index, dimension: dimension), children: [low, high], nearer: mean - at < 0.5 ? 0 : 1,
      distances: [1, 1], evenness: min(1, spread), priority: 0)
  }

  private static func split(_ column: Int, priority: Int, _ point: [Double]) -> Branching? {
    let down = point[column].rounded(.down)
    let fraction = point[column] - down
    guard min(fraction, 1 - fraction) > 1e-6 else { return nil }
    let low = [BoundChange(column: column, lower: -.infinity, upper: down)]
    let high = [BoundChange(column: column, lower: down + 1, upper: .infinity)]
    return Branching(
      key: .column(column), children: [low, high], nearer: fraction < 0.5 ? 0 : 1,
      distances: [fraction, 1 - fraction],
      evenness: min(fraction, 1 - fraction), priority: priority == 0 ? 3 : 1)
  }
}

/// What branching has brought so far: the mean rise of the bound per unit of distance, for each key and child.
struct BranchingExperience {
  private var sums: [Branching.Key: [(gain: Double, count: Int)]] = [:]

  /// One child that was solved: how much the bound rose.
  struct Lesson: Sendable {
    let key: Branching.Key
    let side: Int
    let gain: Double
    let distance: Double
  }

  mutating func learn(_ lesson: Lesson) {
    guard lesson.gain.isFinite else { return }
    var entry = sums[lesson.key] ?? [(0, 0), (0, 0)]
    entry[lesson.side].gain += lesson.gain / max(lesson.distance, 1e-3)
    entry[lesson.side].count += 1
    sums[lesson.key] = entry
  }

  /// The rise expected in each child; nil when one of them has never been tried.
  func gains(of candidate: Branching) -> (Double, Double)? {
    guard let entry = sums[candidate.key], entry[0].count > 0, entry[1].count > 0 else { return nil }
    func expected(_ side: Int) -> Double {
      entry[side].gain / Double(entry[side].count) * candidate.distances[side]
    }
    return (expected(0), expected(1))
  }
}
