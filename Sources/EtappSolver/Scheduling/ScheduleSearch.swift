/// One island of a search for a good schedule: a hybrid genetic search, then a search of neighbourhoods, again and again
/// with larger populations.
///
///     fill the population: priority rules, then random orders that lean on them
///     until its share of schedules is used: cross two members; the child takes the place of the worse if no worse
///     until the epoch ends: disturb the best; go there if it is no worse
///
/// Near a baseline there is no population: its neighbours are searched from the start. Where only the makespan counts
/// and no day differs from others, every epoch is an `AlternatingSearch` instead.
///
/// Every other order is generated forwards, justified to the right and to the left again (three schedules).
///
/// Sources: V. Valls, F. Ballestín, S. Quintanilla (2008), doi:10.1016/j.ejor.2006.12.033; the same, "Justification and
/// RCPSP: a technique that pays", European Journal of Operational Research 165 (2005), doi:10.1016/j.ejor.2004.04.008.
final class ScheduleSearch {
  private enum Phase { case filling, crossing, digging }

  let generator: ScheduleGenerator
  /// The least value found, with its schedule; nil while no order gave one.
  private(set) var best: (value: Int, starts: [Int32], finishes: [Int32])?

  private let project: FlatProject
  private let objective: FlatObjective
  /// The epoch where it alternates; nil elsewhere.
  private var alternating: AlternatingSearch?
  private var orders: FirstOrders
  private var random: SplitMix64
  private var crossover: WindowCrossover
  private var neighbourhoods: NeighbourhoodSearch
  private var population: SchedulePopulation
  private var phase = Phase.filling
  private var epoch = 0
  private var phaseEnd = 0
  /// Where the search of neighbourhoods is.
  private var place: (value: Int, member: Int) = (.max, 0)
  private let keys: UnsafeMutablePointer<Int32>
  private let kept: UnsafeMutablePointer<Int32>
  /// Schedules to begin from, as starts, beside those the rules give.
  private var given: [[Int32]]
  /// Whether there is a baseline to stay near and a schedule that does: then only its neighbours are looked at.
  private let staysNear: Bool

  init(
    _ project: FlatProject, objective: FlatObjective, seed: UInt64, firstEpoch: Int = 0, given: [[Int32]] = []
  ) {
    self.project = project
    self.objective = objective
    self.given = given
    staysNear = objective.hasAnchors && !given.isEmpty
    generator = ScheduleGenerator(project)
    orders = FirstOrders(project, objective: objective)
    random = SplitMix64(seed: seed)
    crossover = WindowCrossover(project)
    neighbourhoods = NeighbourhoodSearch(project)
    epoch = firstEpoch
    population = SchedulePopulation(capacity: Self.size(of: firstEpoch), activityCount: project.count)
    keys = .allocate(capacity: project.count + 1)
    kept = .allocate(capacity: 2 * project.count + 1)
    keys.initialize(repeating: 0, count: project.count + 1)
    kept.initialize(repeating: 0, count: 2 * project.count + 1)
    alternating = newAlternating()
  }

  deinit {
    keys.deallocate()
    kept.deallocate()
  }

  /// Goes on until `schedules` have been generated in all, the bound is reached, or somebody wants to stop.
  func run(until schedules: Int, bound: Int, stop: StopRule) {
    var steps = 0
    while generator.schedules + passes <= schedules, best.map({ $0.value > bound }) ?? true {
      step()
      steps += 1
      if steps % 32 == 0, stop.reason != nil { return }
    }
  }

  /// Schedules that one order takes at the most.
  var passes: Int { objective.hasAnchors && !staysNear ? 5 : 3 }

  /// Whether parts of the network compete, each with what it is worth: then they are moved as wholes, too.
  private var movesParts: Bool { !objective.isMakespan && neighbourhoods.parts.count > 1 }

  /// Takes in another island's best in the place of the worst; where two populations alternate, only while they fill.
  func welcome(_ starts: [Int32]) { given.append(starts) }

  // MARK: Steps

  private func step() {
    if let alternating { return alternate(alternating) }
    if let next = given.popLast() { return take(next) }
    if staysNear, phase == .filling, let best = population.best {
      place = (population.values[best], best)
      begin(.digging, share: 1)
    }
    switch phase {
    case .filling: fill()
    case .crossing: cross()
    case .digging: dig()
    }
    if phase != .filling, generator.schedules >= phaseEnd { endPhase() }
  }

  private func alternate(_ alternating: AlternatingSearch) {
    let isBetter: Bool
    if let next = given.popLast() {
      order(as: next)
      isBetter = alternating.take()
    } else {
      isBetter = alternating.step(using: &random)
    }
    // What an epoch has not bettered yet may be worse than what earlier ones left.
    if isBetter, case let value = objective.value(of: generator), value < best?.value ?? .max { remember(value) }
    if alternating.isOver { beginEpoch() }
  }

  private func order(as starts: [Int32]) {
    for flat in 0..<project.count { generator.starts[flat] = starts[flat] }
    generator.orderByStarts()
  }

  private func take(_ starts: [Int32]) {
    order(as: starts)
    // The baseline mended first of all: nothing earlier than it had it.
    guard let value = generate(fromBaseline: staysNear) else { return }
    if !population.isFull { return population.add(generator, value: value) }
    guard let worst = population.values.indices.max(by: { population.values[$0] < population.values[$1] }),
      value < population.values[worst], !population.contains(generator, value: value)
    else { return }
    population.replace(worst, by: generator, value: value)
  }

  private func fill() {
    let inParallel = orders.draw(into: generator, keys: keys, using: &random)
    let value = generate(inParallel: inParallel)
    if let value, !population.contains(generator, value: value) { population.add(generator, value: value) }
    // Where orders give nothing, or again and again the same, what there is must do.
    guard population.isFull || orders.drawn > 4 * population.capacity else { return }
    if population.count < 2 { return beginEpoch() }
    begin(.crossing, share: 0.7)
  }

  private func cross() {
    // A short run has to be choosy; a long one loses by it, since its members become alike.
    let contest = epoch == 0 ? 3 : 1
    let father = population.winner(ofContest: contest, using: &random)
    var mother = population.winner(ofContest: contest, using: &random)
    if mother == father { mother = (father + 1 + random.draw(below: population.count - 1)) % population.count }
    if movesParts, random.draw(below: 2) == 0 {
      crossParts(father: population.starts(of: father), mother: population.starts(of: mother))
    } else {
      crossover.cross(
        father: population.starts(of: father), mother: population.starts(of: mother), windows: epoch == 0 ? 8 : 1,
        into: keys, using: &random)
    }
    if random.drawShare() < 0.3 { crossover.mutate(keys, using: &random) }
    generator.order(by: keys)
    guard let value = generate() else { return }
    let worse = population.values[father] > population.values[mother] ? father : mother
    guard value <= population.values[worse], !population.contains(generator, value: value) else { return }
    population.replace(worse, by: generator, value: value)
  }

  /// Some parts of the network as the father has them, the others as the mother.
  private func crossParts(father: UnsafePointer<Int32>, mother: UnsafePointer<Int32>) {
    let share = 0.1 + 0.4 * random.drawShare()
    for part in 0..<neighbourhoods.parts.count {
      let starts = random.drawShare() < share ? father : mother
      for flat in neighbourhoods.parts[part] { keys[Int(flat)] = starts[Int(flat)] }
    }
  }

  private func dig() {
    let starts = population.starts(of: place.member)
    var end: Int32 = 0
    for flat in 0..<project.count { end = max(end, starts[flat] + project.durations[flat]) }
    disturb(starts, makespan: Int(end))
    generator.order(by: keys)
    guard let value = generate(), value <= place.value else { return }
    place.value = value
    population.replace(place.member, by: generator, value: value)
  }

  /// Fills the keys with a neighbour of a schedule.
  private func disturb(_ starts: UnsafePointer<Int32>, makespan: Int) {
    if movesParts, random.drawShare() < (staysNear ? 0.7 : 0.5) {
      neighbourhoods.shift(
        starts, makespan: makespan, share: staysNear ? 0.05 : 0.25, into: keys, using: &random)
      return
    }
    // Where little has moved, what is near the moved ones is of interest.
    let day = staysNear && random.drawShare() < 0.7 ? objective.movedDay(starts, using: &random) : nil
    neighbourhoods.disturb(starts, makespan: makespan, around: day, into: keys, using: &random)
  }

  // MARK: Phases

  private static func size(of epoch: Int) -> Int { [60, 100, 200, 400][min(epoch, 3)] }

  private var epochLength: Int { epoch == 0 ? 5_000 : 500 * population.capacity }

  private func begin(_ phase: Phase, share: Double) {
    self.phase = phase
    phaseEnd = generator.schedules + Int(Double(epochLength) * share)
  }

  private func endPhase() {
    guard phase == .crossing, let best = population.best else { return beginEpoch() }
    place = (population.values[best], best)
    begin(.digging, share: 0.3)
  }

  private func beginEpoch() {
    epoch += 1
    phase = .filling
    orders.restart()
    population = SchedulePopulation(capacity: Self.size(of: epoch), activityCount: project.count)
    if let best { given.append(best.starts) }
    alternating = newAlternating()
  }

  /// Two populations where no day is special; nil elsewhere.
  private func newAlternating() -> AlternatingSearch? {
    guard objective.isMakespan, project.isReversible else { return nil }
    let capacity = Self.size(of: epoch)
    // 800 for each member was worse by 0.2 points on 120 activities in 500,000 schedules.
    let size = epoch == 0 ? .first : AlternatingSearch.Size(capacity: capacity, length: 300 * capacity)
    return AlternatingSearch(project, objective: objective, generator: generator, size: size)
  }

  // MARK: Generating

  /// The list generated and justified, left in the generator; nil when it gives no schedule.
  ///
  /// - Parameter fromBaseline: Whether no activity may be earlier than its baseline; else chance decides.
  private func generate(inParallel: Bool = false, fromBaseline: Bool = false) -> Int? {
    if objective.hasAnchors {
      objective.clearFloors(of: generator)
      if fromBaseline || random.draw(below: staysNear ? 5 : 2) == 0 {
        objective.setFloors(of: generator, fromScratch: true)
      }
    }
    guard inParallel ? generator.generateInParallel() : generator.generateForwards() else { return nil }
    var value = keep(objective.value(of: generator))
    for _ in 0..<(passes / 2) { value = justify(value) }
    if value < best?.value ?? .max { remember(value) }
    return value
  }

  private func remember(_ value: Int) {
    best = (
      value, [Int32](UnsafeBufferPointer(start: generator.starts, count: project.count)),
      [Int32](UnsafeBufferPointer(start: generator.finishes, count: project.count))
    )
  }

  /// To the right as far as it costs nothing, then to the left: no worse after than before.
  private func justify(_ value: Int) -> Int {
    var value = value
    objective.setDeadlines(of: generator)
    generator.orderByFinishes()
    guard generator.generateBackwards() else { return restore(value) }
    if objective.hasAnchors {
      value = keepIfBetter(value)
      objective.setFloors(of: generator)
    }
    generator.orderByStarts()
    guard generator.generateForwards() else { return restore(value) }
    let after = objective.value(of: generator)
    return after <= value ? keep(after) : restore(value)
  }

  private func keep(_ value: Int) -> Int {
    kept.update(from: generator.starts, count: project.count)
    (kept + project.count).update(from: generator.finishes, count: project.count)
    return value
  }

  private func keepIfBetter(_ value: Int) -> Int {
    let now = objective.value(of: generator)
    return now < value ? keep(now) : value
  }

  private func restore(_ value: Int) -> Int {
    generator.starts.update(from: kept, count: project.count)
    generator.finishes.update(from: kept + project.count, count: project.count)
    return value
  }
}
