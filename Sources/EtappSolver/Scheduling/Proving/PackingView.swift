/// A resource seen with other amounts: whatever fits together still fits, but room that nobody can use is gone.
///
/// Each amount c gets a weight f(c) ≥ 0, each capacity the most weight that amounts of that sum can have:
///
///     F(C) = max Σ f(cᵢ)  over amounts with  Σ cᵢ ≤ C
///
/// Three units and demands of two leave one unit idle: seen with f = 1 the capacity is one. Any f is valid, since F is
/// computed; those tried are the identity, counts, and the dual feasible functions of the source.
/// Complexity: O(capacity · amounts) a view.
///
/// Source: S. P. Fekete, J. Schepers, "New classes of fast lower bounds for bin packing problems", Mathematical
/// Programming 91 (2001), doi:10.1007/s101070100243.
struct PackingView: Sendable {
  let resource: Int
  /// The weight of each activity; 0 where it does not count.
  let weights: [Int]
  let capacity: Project.Capacity

  private static let greatestSplit = 6

  static func views(of project: Project) -> [PackingView] {
    project.capacities.indices.flatMap { views(of: project, resource: $0) }
  }

  private static func views(of project: Project, resource: Int) -> [PackingView] {
    let amounts = (0..<project.activityCount).map { activity in
      project.durations[activity] == 0
        ? 0 : project.demands[activity].reduce(0) { $0 + ($1.resource == resource ? $1.amount : 0) }
    }
    let distinct = Set(amounts).subtracting([0]).sorted()
    let capacity = project.capacities[resource]
    guard let most = capacity.amounts.max(), most > 0, !distinct.isEmpty else { return [] }
    var known: Set<[Int]> = []
    return functions(of: distinct, capacity: most).compactMap { function in
      let weights = reduced(distinct.map(function))
      guard weights.contains(where: { $0 > 0 }), known.insert(weights).inserted else { return nil }
      let weightOf = Dictionary(uniqueKeysWithValues: zip(distinct, weights))
      let room = mostWeight(of: zip(distinct, weights).map { ($0, $1) }, upTo: most)
      return PackingView(
        resource: resource, weights: amounts.map { weightOf[$0] ?? 0 },
        capacity: .init(days: capacity.days, amounts: capacity.amounts.map { room[max(0, $0)] }))
    }
  }

  private static func functions(of amounts: [Int], capacity: Int) -> [(Int) -> Int] {
    var functions: [(Int) -> Int] = [{ $0 }]
    for least in amounts {
      functions.append { $0 >= least ? 1 : 0 }
      guard 2 * least <= capacity else { continue }
      functions.append { $0 > capacity - least ? capacity : $0 >= least ? $0 : 0 }
    }
    for split in 1...greatestSplit {
      functions.append { amount in
        let product = (split + 1) * amount
        return product % capacity == 0 ? amount * split : product / capacity * capacity
      }
    }
    return functions
  }

  private static func reduced(_ weights: [Int]) -> [Int] {
    var divisor = 0
    for weight in weights {
      var (left, right) = (divisor, weight)
      while right != 0 { (left, right) = (right, left % right) }
      divisor = left
    }
    return divisor > 1 ? weights.map { $0 / divisor } : weights
  }

  /// The most weight of amounts that add up to no more than each capacity.
  private static func mostWeight(of items: [(amount: Int, weight: Int)], upTo capacity: Int) -> [Int] {
    var most = Array(repeating: 0, count: capacity + 1)
    for room in 0...capacity {
      for item in items where item.amount <= room {
        most[room] = max(most[room], most[room - item.amount] + item.weight)
      }
    }
    return most
  }
}
