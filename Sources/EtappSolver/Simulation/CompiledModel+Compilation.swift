extension CompiledModel {
  /// - Complexity: O((activities + links) log activities), and the tables of the laws.
  init(_ model: SimulationModel, _ policy: ListPolicy) throws(SimulationObstacle) {
    let project = model.project
    let fixed = model.allFixedStarts
    let order = try Self.order(model, policy, fixed: fixed)
    var ranks = [Int](repeating: -1, count: model.activityCount)
    for (rank, activity) in order.enumerated() { ranks[activity] = rank }
    activities = order
    self.ranks = ranks

    let links = Self.links(model, ranks: ranks, fixed: fixed)
    incoming = FlatRows(Self.rows(links.map { ($0.to, $0.from, $0.link) }, count: order.count))
    outgoing = FlatRows(Self.rows(links.map { ($0.from, $0.to, $0.link) }, count: order.count))
    releases = order.map { Int32(project.releases[$0]) }
    fixedStarts = order.map { fixed[$0].map(Int32.init) ?? Self.none }
    patternOf = order.map { Int32(project.patternOf[$0] ?? -1) }
    patterns = project.patterns

    let needs = Self.bindingDemands(model)
    let slotRanks = order.indices.filter { !needs[order[$0]].isEmpty }.map(Int32.init)
    var slots = [Int32](repeating: -1, count: order.count)
    for (slot, rank) in slotRanks.enumerated() { slots[Int(rank)] = Int32(slot) }
    self.slots = slots
    self.slotRanks = slotRanks
    demands = FlatRows(slotRanks.map { needs[order[Int($0)]] })
    passing = slotRanks.map { Self.passing(policy, order[Int($0)]) }
    capacities = FlatRows(
      project.capacities.map { capacity in
        zip(capacity.days, capacity.amounts).map { CapacityStep(day: Int32($0), amount: Int32($1)) }
      })
    let free = order.filter { fixed[$0] == nil }
    let firstFree = free.map { project.releases[$0] }.min() ?? 0
    isStepped = project.capacities.indices.map { pool in
      !project.capacities[pool].isConstant
        || order.contains { (fixed[$0] ?? .min) > firstFree && needs[$0].contains { Int($0.pool) == pool } }
    }
    let doubtful = Self.doubtful(model, needs: needs, order: order, links: links)
    hasDoubtful = doubtful.contains(true)
    sequences = FlatRows(
      project.capacities.indices.map { pool in
        slotRanks.indices.filter { slot in
          let rank = Int(slotRanks[slot])
          return fixed[order[rank]] == nil && !doubtful[rank]
            && needs[order[rank]].contains { Int($0.pool) == pool }
        }.map(Int32.init)
      })
    firstDay = Int32(min(0, firstFree, fixed.compactMap { $0 }.min() ?? 0))
    draws = DrawTables(model, order: order)
  }

  private static func passing(_ policy: ListPolicy, _ activity: Int) -> Int32 {
    policy.patience.map { Int32(clamping: policy.planned[activity] + $0) } ?? never
  }

  /// The order of the policy as far as links allow: of the activities whose predecessors are in the list, always the one
  /// that the policy has first.
  private static func order(
    _ model: SimulationModel, _ policy: ListPolicy, fixed: [Int?]
  ) throws(SimulationObstacle) -> [Int] {
    var position = [Int](repeating: Int.max, count: model.activityCount)
    for (index, activity) in policy.order.enumerated() { position[activity] = index }
    var waits = [Int](repeating: 0, count: model.activityCount)
    var followers = [[Int]](repeating: [], count: model.activityCount)
    for link in model.project.links where model.counts(link, fixed: fixed) {
      waits[link.successor] += 1
      followers[link.predecessor].append(link.successor)
    }
    var ready = SmallestFirst()
    for activity in 0..<model.activityCount where waits[activity] == 0 && !model.isRemoved[activity] {
      ready.insert((position[activity], activity))
    }
    var order: [Int] = []
    while let (_, activity) = ready.removeSmallest() {
      order.append(activity)
      for follower in followers[activity] {
        waits[follower] -= 1
        if waits[follower] == 0 { ready.insert((position[follower], follower)) }
      }
    }
    let stuck = (0..<model.activityCount).filter { waits[$0] > 0 && !model.isRemoved[$0] }
    guard stuck.isEmpty else { throw .cycle(stuck) }
    return order
  }

  private typealias RankedLink = (from: Int, to: Int, link: Link)

  private static func links(_ model: SimulationModel, ranks: [Int], fixed: [Int?]) -> [RankedLink] {
    model.project.links.filter { model.counts($0, fixed: fixed) }.map { link in
      let fromStart = link.kind == .startStart || link.kind == .startFinish
      let toFinish = link.kind == .finishFinish || link.kind == .startFinish
      let flat = Link(other: 0, lag: Int32(link.lag), fromStart: fromStart, toFinish: toFinish)
      return (ranks[link.predecessor], ranks[link.successor], flat)
    }
  }

  private static func rows(_ links: [(row: Int, other: Int, link: Link)], count: Int) -> [[Link]] {
    var rows = [[Link]](repeating: [], count: count)
    for (row, other, link) in links {
      var link = link
      link.other = Int32(other)
      rows[row].append(link)
    }
    return rows
  }

  /// What each activity needs of resources that can run short: those that could not serve everybody at once.
  private static func bindingDemands(_ model: SimulationModel) -> [[Demand]] {
    var total = [Int](repeating: 0, count: model.project.capacities.count)
    for activity in 0..<model.activityCount where !model.isRemoved[activity] {
      for demand in model.project.demands[activity] { total[demand.resource] += demand.amount }
    }
    let binds = model.project.capacities.indices.map { total[$0] > model.project.capacities[$0].amounts.min() ?? 0 }
    return (0..<model.activityCount).map { activity in
      model.project.demands[activity].filter { binds[$0.resource] && $0.amount > 0 }.map {
        Demand(pool: Int32($0.resource), amount: Int32($0.amount))
      }
    }
  }

  /// Activities that need more than there is in the end, and all that wait for them: nobody need wait for their turn.
  private static func doubtful(
    _ model: SimulationModel, needs: [[Demand]], order: [Int], links: [RankedLink]
  ) -> [Bool] {
    let last = model.project.capacities.map { $0.amounts.last ?? 0 }
    var doubtful = order.map { needs[$0].contains { Int($0.amount) > last[Int($0.pool)] } }
    for link in links.sorted(by: { $0.from < $1.from }) where doubtful[link.from] { doubtful[link.to] = true }
    return doubtful
  }
}

extension SimulationModel {
  /// Starts that are known or set, by activity.
  var allFixedStarts: [Int?] {
    progress.indices.map { activity in
      switch progress[activity] {
      case .notStarted: project.fixedStarts[activity]
      case .started(let day, _): day
      case .finished(let start, _): start
      }
    }
  }

  /// Whether a link holds anything apart: not between what is removed, nor before a start that is fixed anyway.
  func counts(_ link: Project.Link, fixed: [Int?]) -> Bool {
    !isRemoved[link.predecessor] && !isRemoved[link.successor] && fixed[link.successor] == nil
  }
}

/// A heap of pairs, the smallest first.
struct SmallestFirst {
  private var heap: [(Int, Int)] = []

  mutating func insert(_ pair: (Int, Int)) {
    heap.append(pair)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeSmallest() -> (Int, Int)? {
    guard let smallest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return smallest }
    heap[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let child = children.min(by: { heap[$0] < heap[$1] }), heap[child] < heap[parent] else { return smallest }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
