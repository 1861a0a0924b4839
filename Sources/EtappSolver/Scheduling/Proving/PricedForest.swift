/// The cheapest starts when every unit of a resource has a price on every day and only a forest of links must be kept.
///
///     min Σ cost of i's start + Σ price of the days i holds      start of i ≤ before(start of the one after i)
///
/// Each activity keeps one link to an activity after it, so that the least cost of all that comes before a start is a
/// table: the activity's own costs, and for each predecessor the least up to the latest day that its link allows. The
/// other links have a price for each day they are broken by. Beyond the last price costs are straight lines, and what is
/// least of those is concave, so that of the days after it only the very last need be looked at.
///
/// Complexity: O(activities · days · resources) a call.
struct PricedForest: ~Copyable {
  /// A link that is not kept but priced: the successor's start less the predecessor's has to be `gap` or more.
  struct PricedLink: BitwiseCopyable {
    var predecessor: Int32
    var successor: Int32
    var gap: Int32
  }

  struct Node: BitwiseCopyable {
    /// The first day of the table, its place in the flat arrays and how many days it has.
    var first: Int32
    var offset: Int32 = 0
    var days: Int32 = 0
    /// The last day of all, and whether it is beyond the table.
    var latest: Int32
    var hasFar = false
    /// The activity after it, and what its start has to be more than this one's; −1 where there is none.
    var next: Int32 = -1
    var gap: Int32 = 0
    /// Where the table of `before` begins, for a link that patterns make uneven; −1 where `gap` says all.
    var map: Int32 = -1
  }

  struct Use: BitwiseCopyable {
    var view: Int32
    var weight: Double
  }

  let count: Int
  /// Days that have prices.
  let pricedDays: Int
  let viewCount: Int
  let pricedLinks: [PricedLink]
  /// Where each activity starts in the cheapest answer.
  private(set) var starts: FlatArray<Int32>

  private var nodes: FlatArray<Node>
  /// Activities, each before the one after it.
  private var order: FlatArray<Int32>
  private var useStart: FlatArray<Int32>
  private var uses: FlatArray<Use>
  /// By day of each table: the finish, the objective's cost, the least cost so far, and the day that has it.
  private var finishes: FlatArray<Int32>
  private var own: FlatArray<Double>
  private var least: FlatArray<Double>
  private var choice: FlatArray<Int32>
  private var maps: FlatArray<Int32>
  private var ownFar: FlatArray<Double>
  private var far: FlatArray<Double>
  private var slope: FlatArray<Double>
  private var level: FlatArray<Double>
  /// Prices of all days before each day, a row for each view.
  private var paid: FlatArray<Double>
  private let paidDays: Int
}

extension PricedForest {
  /// - Parameters:
  ///   - lastChange: a day after which nothing but the start itself changes what a start costs.
  ///   - cost: what the objective asks for a start of an activity.
  init(
    _ graph: StartGraph, views: [PackingView], windows: StartWindows, pricedDays: Int, lastChange: Int,
    cost: (_ activity: Int, _ start: Int) -> Double
  ) {
    let kept = KeptLinks(graph, windows)
    var tables = Tables(graph, kept, windows, straightFrom: max(pricedDays, lastChange))
    for activity in kept.order.reversed() { tables.add(activity, cost: cost) }
    count = graph.project.activityCount
    self.pricedDays = pricedDays
    viewCount = views.count
    order = FlatArray(kept.order.map(Int32.init))
    pricedLinks = kept.others.compactMap { link in
      graph.constantGap(of: link).map {
        PricedLink(predecessor: Int32(link.predecessor), successor: Int32(link.successor), gap: Int32($0))
      }
    }
    nodes = FlatArray(tables.nodes)
    finishes = FlatArray(tables.finishes)
    own = FlatArray(tables.own)
    ownFar = FlatArray(tables.ownFar)
    maps = FlatArray(tables.maps)
    let uses = Rows(
      views.enumerated().flatMap { index, view in
        view.weights.indices.filter { view.weights[$0] > 0 }
          .map { ($0, Use(view: Int32(index), weight: Double(view.weights[$0]))) }
      }, count: count)
    self.uses = FlatArray(uses.elements)
    useStart = FlatArray(uses.starts)
    least = FlatArray(repeating: 0, count: tables.own.count)
    choice = FlatArray(repeating: 0, count: tables.own.count)
    far = FlatArray(repeating: 0, count: count)
    slope = FlatArray(repeating: 0, count: count)
    level = FlatArray(repeating: 0, count: count)
    starts = FlatArray(repeating: 0, count: count)
    paidDays = max(pricedDays, Int(tables.finishes.max() ?? 0)) + 1
    paid = FlatArray(repeating: 0, count: max(1, views.count * paidDays))
  }

  /// The tables while they are made, those of an activity before those of what comes before it.
  private struct Tables {
    var nodes: [Node]
    var finishes: [Int32] = []
    var own: [Double] = []
    var ownFar: [Double]
    var maps: [Int32] = []
    private let graph: StartGraph
    private let kept: KeptLinks
    /// From where on what is before each activity, and the activity itself, costs by a straight line.
    private var straight: [Int]

    init(_ graph: StartGraph, _ kept: KeptLinks, _ windows: StartWindows, straightFrom day: Int) {
      self.graph = graph
      self.kept = kept
      nodes = zip(windows.earliest, windows.latest).map { Node(first: Int32($0), latest: Int32($1)) }
      ownFar = Array(repeating: 0, count: nodes.count)
      straight = Array(repeating: day, count: nodes.count)
      for activity in kept.order {
        guard let link = kept.link[activity] else { continue }
        straight[link.successor] = max(straight[link.successor], graph.after(link, straight[activity]) + 1)
      }
    }

    mutating func add(_ activity: Int, cost: (_ activity: Int, _ start: Int) -> Double) {
      var last = straight[activity]
      if let link = kept.link[activity] { last = max(last, attach(activity, link)) }
      var node = nodes[activity]
      node.offset = Int32(own.count)
      node.days = max(0, min(node.latest, Int32(last)) - node.first) + 1
      node.hasFar = node.latest > node.first + node.days - 1
      for day in Int(node.first)..<Int(node.first + node.days) {
        finishes.append(Int32(graph.tables[activity].finish(from: day)))
        own.append(cost(activity, day))
      }
      ownFar[activity] = cost(activity, Int(node.latest))
      nodes[activity] = node
    }

    /// Ties a node to the one after it; answers the last day that one's table can ask for.
    private mutating func attach(_ activity: Int, _ link: Project.Link) -> Int {
      let after = nodes[link.successor]
      nodes[activity].next = Int32(link.successor)
      if graph.project.fixedStarts[activity] == nil {
        // As late as the one after it lets it: a window narrower than that would bend the straight lines.
        nodes[activity].latest = max(nodes[activity].first, Int32(graph.before(link, Int(after.latest))))
      }
      if let gap = graph.constantGap(of: link) {
        nodes[activity].gap = Int32(gap)
      } else {
        nodes[activity].map = Int32(maps.count)
        for day in 0..<Int(after.days) { maps.append(Int32(graph.before(link, Int(after.first) + day))) }
      }
      return graph.before(link, Int(after.first + after.days - 1))
    }
  }

  /// The least cost, with its starts in `starts`.
  ///
  /// - Parameters:
  ///   - prices: by view and day.
  ///   - linkPrices: of the priced links.
  mutating func solve(prices: borrowing FlatArray<Double>, linkPrices: borrowing FlatArray<Double>) -> Double {
    addUp(prices)
    for activity in 0..<count { (slope[activity], level[activity]) = (0, 0) }
    for (index, link) in pricedLinks.enumerated() where linkPrices[index] > 0 {
      slope[link.predecessor] += linkPrices[index]
      level[link.predecessor] += linkPrices[index] * Double(link.gap)
      slope[link.successor] -= linkPrices[index]
    }
    for activity in 0..<count { fill(activity) }
    var total = 0.0
    for position in 0..<order.count { total += close(Int(order[position])) }
    for position in (0..<order.count).reversed() { choose(Int(order[position])) }
    return total
  }

  private mutating func addUp(_ prices: borrowing FlatArray<Double>) {
    for view in 0..<viewCount {
      var sum = 0.0
      let (row, from) = (view * paidDays, view * pricedDays)
      for day in 0..<pricedDays {
        paid[row + day] = sum
        sum += prices[from + day]
      }
      for day in pricedDays..<paidDays { paid[row + day] = sum }
    }
  }

  /// What each start costs by itself.
  private mutating func fill(_ activity: Int) {
    let node = nodes[activity]
    let (offset, first) = (Int(node.offset), Int(node.first))
    let (slope, level) = (slope[activity], level[activity])
    for day in 0..<Int(node.days) { least[offset + day] = own[offset + day] + level + slope * Double(first + day) }
    for index in Int(useStart[activity])..<Int(useStart[activity + 1]) {
      let use = uses[index]
      let row = Int(use.view) * paidDays
      for day in 0..<Int(node.days) {
        least[offset + day] += use.weight * (paid[row + Int(finishes[offset + day])] - paid[row + first + day])
      }
    }
    far[activity] = ownFar[activity] + level + slope * Double(node.latest)
  }

  /// From costs to least costs, which the activity after it adds to its own; the least of all where nothing comes
  /// after.
  private mutating func close(_ activity: Int) -> Double {
    let node = nodes[activity]
    let offset = Int(node.offset)
    var (best, at) = (Double.infinity, 0)
    for day in 0..<Int(node.days) {
      if least[offset + day] < best { (best, at) = (least[offset + day], day) }
      least[offset + day] = best
      choice[offset + day] = Int32(at)
    }
    let leastOfAll = node.hasFar ? min(best, far[activity]) : best
    guard node.next >= 0 else { return leastOfAll }
    let after = nodes[node.next]
    let target = Int(after.offset)
    if node.days == 1, !node.hasFar {
      for day in 0..<Int(after.days) { least[target + day] += best }
    } else {
      for day in 0..<Int(after.days) { least[target + day] += least[offset + place(node, after, day)] }
    }
    far[node.next] += leastOfAll
    return 0
  }

  /// The last day of a node's table that a day of the table after it allows.
  @inline(__always)
  private func place(_ node: Node, _ after: Node, _ day: Int) -> Int {
    let limit = node.map < 0 ? Int(after.first) + day - Int(node.gap) : Int(maps[Int(node.map) + day])
    return min(max(0, limit - Int(node.first)), Int(node.days) - 1)
  }

  private mutating func choose(_ activity: Int) {
    let node = nodes[activity]
    let whole = Int(node.days) - 1
    var limit = whole
    var mayBeFar = node.hasFar
    if node.next >= 0 {
      let (after, start) = (nodes[node.next], starts[node.next])
      let isFar = start >= after.first + after.days
      if !isFar { limit = place(node, after, Int(start - after.first)) }
      mayBeFar = mayBeFar && isFar
    }
    let offset = Int(node.offset)
    let takesFar = mayBeFar && far[activity] < least[offset + whole]
    starts[activity] = takesFar ? node.latest : node.first + choice[offset + limit]
  }

  /// Adds what the cheapest answer uses on each priced day, times `share`.
  func addUse(to use: inout FlatArray<Double>, share: Double, days: inout FlatArray<Double>) {
    days.fill(with: 0)
    for activity in 0..<count where useStart[activity] < useStart[activity + 1] {
      let node = nodes[activity]
      let start = Int(starts[activity])
      guard start < pricedDays else { continue }
      let finish = min(pricedDays, Int(finishes[Int(node.offset) + start - Int(node.first)]))
      for index in Int(useStart[activity])..<Int(useStart[activity + 1]) {
        let row = Int(uses[index].view) * (pricedDays + 1)
        days[row + start] += uses[index].weight
        days[row + finish] -= uses[index].weight
      }
    }
    for view in 0..<viewCount {
      var sum = 0.0
      for day in 0..<pricedDays {
        sum += days[view * (pricedDays + 1) + day]
        use[view * pricedDays + day] += share * sum
      }
    }
  }
}
