/// For each activity the one link that is kept, and an order in which each comes before the one after it.
struct KeptLinks: Sendable {
  private(set) var link: [Project.Link?]
  private(set) var others: [Project.Link] = []
  private(set) var order: [Int] = []

  /// The link with the least slack when all start as early as can be, if it closes no circle.
  init(_ graph: StartGraph, _ windows: StartWindows) {
    link = Array(repeating: nil, count: graph.project.activityCount)
    for candidate in Self.sorted(graph, windows) {
      if link[candidate.predecessor] == nil, !reaches(candidate.successor, candidate.predecessor) {
        link[candidate.predecessor] = candidate
      } else {
        others.append(candidate)
      }
    }
    sort()
  }

  private static func sorted(_ graph: StartGraph, _ windows: StartWindows) -> [Project.Link] {
    let links = graph.project.links.enumerated().map { number, link in
      let slack = windows.earliest[link.successor] - graph.after(link, windows.earliest[link.predecessor])
      return (link: link, key: (slack, windows.latest[link.successor], number))
    }
    return links.sorted { $0.key < $1.key }.map(\.link)
  }

  private mutating func sort() {
    var before = Array(repeating: 0, count: link.count)
    for case let kept? in link { before[kept.successor] += 1 }
    order = before.indices.filter { before[$0] == 0 }
    var next = 0
    while next < order.count {
      if let kept = link[order[next]] {
        before[kept.successor] -= 1
        if before[kept.successor] == 0 { order.append(kept.successor) }
      }
      next += 1
    }
  }

  private func reaches(_ activity: Int, _ target: Int) -> Bool {
    var at = activity
    while at != target {
      guard let kept = link[at] else { return false }
      at = kept.successor
    }
    return true
  }
}
