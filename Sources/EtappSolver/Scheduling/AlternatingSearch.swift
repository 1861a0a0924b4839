/// A genetic search with two populations: schedules that are as early as can be, and schedules that are as late.
///
///     fill the late ones: priority rules, then random orders that lean on them, justified to the right
///     until its share of schedules is used, one side after the other:
///       cross each member with the winner of a contest, and disturb what is almost the mother again; the child is
///       generated to the other side and takes the place that its mother has here, unless the best is there
///     until the epoch ends: disturb the best; go to the neighbour, on the other side, if it is no worse
///
/// A child is justified by being generated, so it takes one schedule and not three. That it is taken in even where it
/// is worse, and that each member is a mother once, keeps a side from becoming alike: without the one it was worse by
/// 0.6 points on 120 activities in 5,000 schedules, without both by 0.9.
///
/// A member is kept as its children are generated: the early ones are turned, to be read from their end.
///
/// Source: D. Debels, M. Vanhoucke, "A bi-population based genetic algorithm for the resource-constrained project
/// scheduling problem", Lecture Notes in Computer Science 3483 (2005), doi:10.1007/11424925_41.
final class AlternatingSearch {
  private enum Phase { case filling, crossing, digging, over }
  private enum Side: Int {
    case early, late

    var other: Side { self == .early ? .late : .early }
  }

  /// How great the populations are, and how many schedules they have.
  struct Size {
    var capacity: Int
    var length: Int

    static let first = Size(capacity: 40, length: 5_000)

    /// What is left for the best to be disturbed in.
    var digging: Int { length / 10 }
  }

  private static let contest = 3
  private static let windows = 20
  /// So few other starts than the mother's are too few for a child. On 30 activities this was worth 0.2 points.
  private static let alike = 4

  private let size: Size
  /// Schedules of the generator at which it is over.
  private let end: Int
  private let project: FlatProject
  private let generator: ScheduleGenerator
  private var orders: FirstOrders
  private var crossover: WindowCrossover
  private var neighbourhoods: NeighbourhoodSearch
  private let populations: [SchedulePopulation]
  private var phase = Phase.filling
  /// The side whose members are crossed, or where the place is.
  private var side = Side.late
  private var mother = 0
  /// Where the search of neighbourhoods is.
  private var place: [Int32] = []
  private var placeValue = Int.max
  private var best = Int.max
  private let keys: UnsafeMutablePointer<Int32>

  /// - Precondition: The project is reversible, and the objective the makespan.
  init(_ project: FlatProject, objective: FlatObjective, generator: ScheduleGenerator, size: Size = .first) {
    self.project = project
    self.generator = generator
    self.size = size
    end = generator.schedules + size.length
    orders = FirstOrders(project, objective: objective)
    crossover = WindowCrossover(project, shares: 0.05...0.3)
    neighbourhoods = NeighbourhoodSearch(project)
    populations = (0..<2).map { _ in
      SchedulePopulation(capacity: size.capacity, activityCount: project.count)
    }
    keys = .allocate(capacity: project.count + 1)
    keys.initialize(repeating: 0, count: project.count + 1)
  }

  deinit { keys.deallocate() }

  var isOver: Bool { phase == .over }

  /// Goes on by one member or child, three schedules at the most. Whether the generator then holds a schedule that is
  /// better than all before, as early as can be.
  func step(using random: inout SplitMix64) -> Bool {
    defer { if generator.schedules >= end { phase = .over } }
    switch phase {
    case .filling: return fill(using: &random)
    case .crossing: return cross(using: &random)
    case .digging: return dig(using: &random)
    case .over: return false
    }
  }

  // MARK: Filling

  /// Takes in what the generator's list gives; what it returns is as for `step`.
  func take(inParallel: Bool = false) -> Bool {
    guard inParallel ? generator.generateInParallel() : generator.generateForwards() else { return false }
    generator.turn()
    keys.update(from: generator.starts, count: project.count)
    guard let value = generate(to: .late) else { return false }
    if !members(.late).contains(generator, value: value) { members(.late).add(generator, value: value) }
    return isBetter(value, on: .late)
  }

  private func fill(using random: inout SplitMix64) -> Bool {
    let inParallel = orders.draw(into: generator, keys: keys, using: &random)
    let isBetter = take(inParallel: inParallel)
    // Where orders give nothing, or again and again the same, what there is must do.
    if members(.late).isFull || orders.drawn > 4 * size.capacity {
      phase = members(.late).count < 2 ? .over : .crossing
    }
    return isBetter
  }

  // MARK: Crossing

  private func cross(using random: inout SplitMix64) -> Bool {
    let parents = members(side)
    let father = choose(from: parents, besides: mother, using: &random)
    crossover.cross(
      father: parents.starts(of: father), mother: parents.starts(of: mother), windows: Self.windows, into: keys,
      using: &random)
    if isAlmost(parents.starts(of: mother)) { crossover.mutate(keys, using: &random) }
    let (target, slot) = (side.other, mother)
    goOn(from: parents)
    guard let value = generate(to: target) else { return false }
    settle(value, in: members(target), slot)
    return isBetter(value, on: target)
  }

  private func choose(from members: SchedulePopulation, besides mother: Int, using random: inout SplitMix64) -> Int {
    let winner = members.winner(ofContest: Self.contest, using: &random)
    return winner == mother ? (mother + 1 + random.draw(below: members.count - 1)) % members.count : winner
  }

  private func isAlmost(_ starts: UnsafePointer<Int32>) -> Bool {
    var others = 0
    for flat in 0..<project.count where keys[flat] != starts[flat] { others += 1 }
    return others <= Self.alike
  }

  /// The next mother; when each has been one, the other side's first. At last the best is disturbed.
  private func goOn(from parents: SchedulePopulation) {
    mother += 1
    if mother == parents.count { (side, mother) = (side.other, 0) }
    if generator.schedules >= end - size.digging { beginDigging() }
  }

  private func settle(_ value: Int, in members: SchedulePopulation, _ slot: Int) {
    guard slot < members.count else { return members.add(generator, value: value) }
    let least = members.values.min() ?? .max
    if value <= least || members.values[slot] > least { members.replace(slot, by: generator, value: value) }
  }

  // MARK: Digging

  private func beginDigging() {
    phase = .digging
    for candidate in [Side.early, .late] {
      guard let best = members(candidate).best, members(candidate).values[best] < placeValue else { continue }
      side = candidate
      placeValue = members(candidate).values[best]
      place = [Int32](UnsafeBufferPointer(start: members(candidate).starts(of: best), count: project.count))
    }
  }

  private func dig(using random: inout SplitMix64) -> Bool {
    place.withUnsafeBufferPointer {
      guard let starts = $0.baseAddress else { return }
      neighbourhoods.disturb(starts, makespan: placeValue, into: keys, using: &random)
    }
    let target = side.other
    guard let value = generate(to: target), value <= placeValue else { return false }
    (side, placeValue) = (target, value)
    for flat in 0..<project.count { place[flat] = generator.starts[flat] }
    return isBetter(value, on: target)
  }

  // MARK: Generating

  private func members(_ side: Side) -> SchedulePopulation { populations[side.rawValue] }

  /// The keys generated to a side, left in the generator as a member is kept; nil when they give no schedule.
  private func generate(to side: Side) -> Int? {
    switch side {
    case .early:
      generator.order(by: keys)
      guard generator.generateForwards() else { return nil }
      generator.turn()
    case .late:
      generator.orderBackwards(by: keys)
      generator.deadlines.update(repeating: Int32(project.horizon), count: project.count)
      guard generator.generateBackwards() else { return nil }
      generator.moveToDayZero()
    }
    return generator.makespan
  }

  /// Whether a value is the least so far. Then the generator's schedule is made one to be told: nobody wants work later
  /// than need be.
  private func isBetter(_ value: Int, on side: Side) -> Bool {
    guard value < best else { return false }
    if side == .early {
      generator.turn()
    } else {
      generator.orderByStarts()
      guard generator.generateForwards() else { return false }
    }
    best = generator.makespan
    return true
  }
}
