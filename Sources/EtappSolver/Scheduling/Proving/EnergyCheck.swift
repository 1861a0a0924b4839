/// Whether some resource has too little between two days for what must be done there, wherever the activities start.
///
///     Σ amount · least overlap of the activity with [a, b)  ≤  Σ capacity over [a, b)
///
/// Holds heads, work and tails (activities that lie in the interval whole) as well as those that reach into it.
/// The least overlap is min(duration, finish from the earliest start − a, b − latest start, b − a), which patterns can
/// only make an underestimate. Complexity: O(users³) a resource.
///
/// Source: P. Baptiste, C. Le Pape, W. Nuijten, "Satisfiability tests and time-bound adjustments for cumulative
/// scheduling problems", Annals of Operations Research 92 (1999), doi:10.1023/A:1018995000688.
struct EnergyCheck: Sendable {
  private let graph: StartGraph
  private let users: [[(activity: Int, amount: Int)]]
  /// Above this many users only intervals from an earliest start to a latest finish are tried.
  private static let thoroughLimit = 130

  init(_ graph: StartGraph) {
    self.graph = graph
    var users: [[(activity: Int, amount: Int)]] = Array(repeating: [], count: graph.project.capacities.count)
    for activity in 0..<graph.project.activityCount where graph.project.durations[activity] > 0 {
      for demand in graph.project.demands[activity] where demand.amount > 0 {
        users[demand.resource].append((activity, demand.amount))
      }
    }
    self.users = users
  }

  func isRefuted(_ windows: StartWindows) -> Bool {
    users.indices.contains { isOverfull($0, windows) }
  }

  /// An activity as the intervals see it.
  private struct Block {
    var amount: Int
    var duration: Int
    var earliestStart: Int
    var latestStart: Int
    var earliestFinish: Int
    var latestFinish: Int
  }

  private func isOverfull(_ resource: Int, _ windows: StartWindows) -> Bool {
    let blocks = users[resource].map { use in
      let table = graph.tables[use.activity]
      let (earliest, latest) = (windows.earliest[use.activity], windows.latest[use.activity])
      return Block(
        amount: use.amount, duration: graph.project.durations[use.activity], earliestStart: earliest,
        latestStart: latest, earliestFinish: table.finish(from: earliest), latestFinish: table.finish(from: latest))
    }
    let isThorough = blocks.count <= Self.thoroughLimit
    let begins = Set(blocks.map(\.earliestStart) + (isThorough ? blocks.map(\.latestStart) : []))
    let ends = Set(blocks.map(\.latestFinish) + (isThorough ? blocks.map(\.earliestFinish) : [])).sorted()
    let room = room(of: resource, days: ends.last ?? 0)
    return begins.contains { begin in
      // Only what reaches past the beginning counts.
      let reaching = blocks.filter { $0.earliestFinish > begin }
      return ends.contains { end in
        end > begin && energy(reaching, from: begin, to: end) > room[end] - room[begin]
      }
    }
  }

  private func energy(_ blocks: [Block], from begin: Int, to end: Int) -> Int {
    var sum = 0
    for block in blocks {
      let overlap = min(block.earliestFinish - begin, end - block.latestStart, block.duration, end - begin)
      if overlap > 0 { sum += overlap * block.amount }
    }
    return sum
  }

  /// Capacity before each day.
  private func room(of resource: Int, days: Int) -> [Int] {
    let capacity = graph.project.capacities[resource]
    var sums = [0]
    var step = 0
    for day in 0..<max(0, days) {
      while step + 1 < capacity.days.count, capacity.days[step + 1] <= day { step += 1 }
      sums.append(sums[day] + capacity.amounts[step])
    }
    return sums
  }
}
