/// Whether some resource has too little between two days for what must be done there, wherever the activities start.
///
///     Σ weight · least overlap of the activity with [a, b)  ≤  Σ capacity over [a, b)
///
/// Holds heads, work and tails (activities that lie in the interval whole) as well as those that reach into it. The
/// least overlap is the part of min(duration, finish from the earliest start − a) that has begun by b when the start is
/// the latest; patterns can only make it an underestimate. Asked of every packing view, for a among the earliest and
/// latest starts and every b. Complexity: O(activities · (activities + days)) a view.
///
/// Source: P. Baptiste, C. Le Pape, W. Nuijten, "Satisfiability tests and time-bound adjustments for cumulative
/// scheduling problems", Annals of Operations Research 92 (1999), doi:10.1023/A:1018995000688.
struct EnergyCheck: Sendable {
  private let graph: StartGraph
  private let views: [PackingView]

  init(_ graph: StartGraph) {
    self.graph = graph
    views = PackingView.views(of: graph.project)
  }

  func isRefuted(_ windows: StartWindows) -> Bool {
    views.contains { isOverfull($0, windows) }
  }

  /// An activity as the intervals see it.
  private struct Block {
    var weight: Int
    var duration: Int
    var earliestStart: Int
    var latestStart: Int
    var earliestFinish: Int
  }

  private func isOverfull(_ view: PackingView, _ windows: StartWindows) -> Bool {
    var days = 0
    var blocks: [Block] = []
    for (activity, weight) in view.weights.enumerated() where weight > 0 {
      let (earliest, latest) = (windows.earliest[activity], windows.latest[activity])
      days = max(days, graph.tables[activity].finish(from: latest))
      blocks.append(
        Block(
          weight: weight, duration: graph.project.durations[activity], earliestStart: earliest, latestStart: latest,
          earliestFinish: graph.tables[activity].finish(from: earliest)))
    }
    let capacity = Self.amounts(of: view.capacity, days: days)
    var slopes = Array(repeating: 0, count: days + 1)
    let begins = Set(blocks.map(\.earliestStart) + blocks.map(\.latestStart))
    return begins.contains { isOverfull(from: $0, blocks, capacity, &slopes) }
  }

  private func isOverfull(from begin: Int, _ blocks: [Block], _ capacity: [Int], _ slopes: inout [Int]) -> Bool {
    for day in begin..<slopes.count { slopes[day] = 0 }
    for block in blocks {
      let most = min(block.duration, block.earliestFinish - begin)
      guard most > 0 else { continue }
      // The overlap grows by a day for every later end, from where the latest start has it begin.
      let from = max(block.latestStart, begin)
      slopes[from] += block.weight
      slopes[from + most] -= block.weight
    }
    var (slope, lack) = (0, 0)
    for day in begin..<capacity.count {
      slope += slopes[day]
      lack += slope - capacity[day]
      if lack > 0 { return true }
    }
    return false
  }

  private static func amounts(of capacity: Project.Capacity, days: Int) -> [Int] {
    var step = 0
    return (0..<days).map { day in
      while step + 1 < capacity.days.count, capacity.days[step + 1] <= day { step += 1 }
      return capacity.amounts[step]
    }
  }
}
