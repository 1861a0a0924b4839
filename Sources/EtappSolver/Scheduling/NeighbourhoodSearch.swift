/// Neighbours of a schedule: some of its activities are freed and sampled anew, the others keep their order.
///
/// Freed is what starts in a window of time, what uses one resource in a wider window, or an activity with all that is
/// linked to it, near or far. A freed activity gets a random key near its start. Where the network falls into parts, one
/// of them may be moved as a whole instead.
///
/// Source of the idea: M. Palpant, C. Artigues, P. Michelon, "LSSPER: solving the resource-constrained project scheduling
/// problem with large neighbourhood search", Annals of Operations Research 131 (2004),
/// doi:10.1023/B:ANOR.0000039521.26237.62.
struct NeighbourhoodSearch {
  private enum Neighbourhood: CaseIterable { case window, resource, linked }

  /// How far a key may be from the start, in days.
  private let reach: Int
  private let project: FlatProject
  private var isFree: [Bool]
  private var queue: [Int] = []
  /// A day the window has to hold.
  private var centre: Int?
  let parts: NetworkParts

  init(_ project: FlatProject) {
    self.project = project
    parts = NetworkParts(project)
    isFree = [Bool](repeating: false, count: project.count)
    let longest = project.durations.reduce(0) { $0 + Int($1) }
    reach = max(4, 2 * longest / max(1, project.count))
  }

  /// Fills `keys` from the starts of a schedule that ends on `makespan`.
  ///
  /// - Parameter day: Where a window is to lie; anywhere without it.
  mutating func disturb(
    _ starts: UnsafePointer<Int32>, makespan: Int, around day: Int? = nil, into keys: UnsafeMutablePointer<Int32>,
    using random: inout SplitMix64
  ) {
    for flat in 0..<project.count {
      isFree[flat] = false
      keys[flat] = starts[flat] + Int32(reach)
    }
    centre = day
    // Windows of time most often: they were the best by far on the instances this was tried on.
    switch random.draw(below: 10) {
    case 0: free(.linked, starts, makespan, using: &random)
    case 1, 2: free(.resource, starts, makespan, using: &random)
    default: free(.window, starts, makespan, using: &random)
    }
    for flat in 0..<project.count where isFree[flat] {
      keys[flat] += Int32(random.draw(below: 2 * reach + 1) - reach)
    }
  }

  private mutating func free(
    _ neighbourhood: Neighbourhood, _ starts: UnsafePointer<Int32>, _ makespan: Int, using random: inout SplitMix64
  ) {
    switch neighbourhood {
    case .window: freeWindow(1 + random.draw(below: 2 * reach), of: nil, starts, makespan, using: &random)
    case .resource:
      guard let load = project.loads.elements.randomElement(using: &random) else { return }
      freeWindow(2 + random.draw(below: 6 * reach), of: load, starts, makespan, using: &random)
    case .linked: freeLinked(using: &random)
    }
  }

  private mutating func freeWindow(
    _ length: Int, of load: ResourceLanes.Load?, _ starts: UnsafePointer<Int32>, _ makespan: Int,
    using random: inout SplitMix64
  ) {
    let first = centre.map { $0 - random.draw(below: length) } ?? random.draw(below: makespan + length) - length + 1
    for flat in 0..<project.count where Int(starts[flat]) >= first && Int(starts[flat]) < first + length {
      isFree[flat] = load.map { shares(flat, $0) } ?? true
    }
  }

  /// Whether an activity uses a resource that a load does.
  private func shares(_ flat: Int, _ load: ResourceLanes.Load) -> Bool {
    project.loads[flat].contains { $0.word == load.word && ResourceLanes.overlap($0, load, guards: project.guards) }
  }

  private mutating func freeLinked(using random: inout SplitMix64) {
    queue.removeAll(keepingCapacity: true)
    queue.append(random.draw(below: project.count))
    let size = 3 + random.draw(below: 10)
    var next = 0
    while next < queue.count, next < size {
      let flat = queue[next]
      isFree[flat] = true
      for arc in project.incoming[flat] where !isFree[Int(arc.other)] { queue.append(Int(arc.other)) }
      for arc in project.outgoing[flat] where !isFree[Int(arc.other)] { queue.append(Int(arc.other)) }
      next += 1
    }
  }

  /// Fills `keys` from the starts of a schedule, one part of the network moved as a whole, or what of it starts late.
  ///
  /// - Parameter share: How far at the most, as a share of the makespan.
  func shift(
    _ starts: UnsafePointer<Int32>, makespan: Int, share: Double, into keys: UnsafeMutablePointer<Int32>,
    using random: inout SplitMix64
  ) {
    let most = 1 + random.draw(below: max(2, Int(Double(makespan) * share)))
    let days = Int32(random.draw(below: 2 * most + 1) - most)
    let first = random.draw(below: 2) == 0 ? random.draw(below: makespan + 1) : 0
    keys.update(from: starts, count: project.count)
    for flat in parts[random.draw(below: parts.count)] where Int(starts[Int(flat)]) >= first {
      keys[Int(flat)] = max(0, starts[Int(flat)] + days)
    }
  }
}
