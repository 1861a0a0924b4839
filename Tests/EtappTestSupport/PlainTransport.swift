/// The cheapest way to serve people by servers with room for so many: paths of Bellman and Ford through the whole network
/// of points and servers, one after the other.
///
/// Slow and plain; shares nothing with the engine.
struct PlainTransport {
  let people: [Double]
  /// Cost of a person of each point at each server, `[server][point]`.
  let costs: [[Double]]
  let rooms: [Double]

  private struct Arc {
    let from: Int
    let to: Int
    var room: Double
    let cost: Double
  }

  /// Nodes: the source, the points, the servers, the sink. Arcs stand in pairs, there and back.
  private var arcs: [Arc] {
    var arcs: [Arc] = []
    func add(_ from: Int, _ to: Int, _ room: Double, _ cost: Double) {
      arcs += [Arc(from: from, to: to, room: room, cost: cost), Arc(from: to, to: from, room: 0, cost: -cost)]
    }
    for (point, persons) in people.enumerated() {
      add(0, 1 + point, persons, 0)
      for server in rooms.indices where costs[server][point] < .infinity {
        add(1 + point, 1 + people.count + server, .infinity, costs[server][point])
      }
    }
    for (server, room) in rooms.enumerated() { add(1 + people.count + server, sink, room, 0) }
    return arcs
  }

  private var sink: Int { 1 + people.count + rooms.count }

  var leastCost: Double {
    var arcs = arcs
    var cost = 0.0
    while let path = Self.path(arcs, to: sink) {
      let amount = path.reduce(Double.infinity) { min($0, arcs[$1].room) }
      for arc in path {
        arcs[arc].room -= amount
        arcs[arc ^ 1].room += amount
        cost += amount * arcs[arc].cost
      }
    }
    return cost
  }

  /// The arcs of the cheapest path with room on all of it; nil where there is none.
  private static func path(_ arcs: [Arc], to sink: Int) -> [Int]? {
    var distance = [Double](repeating: .infinity, count: sink + 1)
    var last = [Int](repeating: -1, count: sink + 1)
    distance[0] = 0
    for _ in 0...sink {
      var changed = false
      for (index, arc) in arcs.enumerated()
      where arc.room > 1e-9 && distance[arc.from] + arc.cost < distance[arc.to] - 1e-9 {
        (distance[arc.to], last[arc.to], changed) = (distance[arc.from] + arc.cost, index, true)
      }
      guard changed else { break }
    }
    guard distance[sink] < .infinity else { return nil }
    var path: [Int] = []
    var node = sink
    while node != 0 {
      path.append(last[node])
      node = arcs[last[node]].from
    }
    return path
  }
}
