import EtappModel

/// Groups of marks that lie too near to each other to be told apart.
enum Clusters {
  /// The connected groups of points when all nearer than `reach` are joined (single linkage).
  ///
  /// - Complexity: O(points²).
  static func groups(_ points: [SVG.Point], reach: Double) -> [[Int]] {
    var group = Array(points.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index { index = group[index] }
      return index
    }
    for i in points.indices {
      for j in points.indices where j > i {
        let (dx, dy) = (points[i].x - points[j].x, points[i].y - points[j].y)
        if dx * dx + dy * dy < reach * reach { group[root(j)] = root(i) }
      }
    }
    return Dictionary(grouping: points.indices, by: root).values.map { $0.sorted() }.sorted {
      ($0.first ?? 0) < ($1.first ?? 0)
    }
  }
}
