/// The objective on a flat project: what a generated schedule is worth, and how far it may be moved without harm.
struct FlatObjective: Sendable {
  private struct Term: Sendable {
    var flat: Int
    /// The day a tardiness counts from, or the start of a baseline.
    var day: Int
    var weight: Int
  }

  private let makespan: Int
  private let completions: [Term]
  private let dues: [Term]
  private let anchors: [Term]

  /// - Precondition: No weight is negative.
  init(_ objective: ScheduleObjective, project: FlatProject) {
    var place = [Int](repeating: 0, count: project.count)
    for (flat, activity) in project.activities.enumerated() { place[activity] = flat }
    makespan = objective.makespan
    completions = objective.completions.map { Term(flat: place[$0.activity], day: 0, weight: $0.weight) }
    dues = objective.dues.map { Term(flat: place[$0.activity], day: $0.day, weight: $0.weight) }
    anchors = objective.anchors.map { Term(flat: place[$0.activity], day: $0.start, weight: $0.weight) }
  }

  var hasAnchors: Bool { !anchors.isEmpty }
  var isMakespan: Bool { completions.isEmpty && dues.isEmpty && anchors.isEmpty }

  func value(of generator: ScheduleGenerator) -> Int {
    guard !isMakespan else { return makespan * generator.makespan }
    return valueBesideMakespan(of: generator) + (makespan == 0 ? 0 : makespan * generator.makespan)
  }

  func valueBesideMakespan(of generator: ScheduleGenerator) -> Int {
    var value = 0
    for term in completions { value += term.weight * Int(generator.finishes[term.flat]) }
    for term in dues { value += term.weight * max(0, Int(generator.finishes[term.flat]) - term.day) }
    for term in anchors { value += term.weight * abs(Int(generator.starts[term.flat]) - term.day) }
    return value
  }

  /// A value that no schedule is below: every activity at its head, nothing moved from the baseline.
  func leastValue(of project: FlatProject) -> Int {
    let times = LinkTimes(project)
    func finish(_ flat: Int) -> Int { times.finish(of: flat, start: Int(project.heads[flat])) }
    var value = leastMakespan(of: project)
    for term in completions { value += term.weight * finish(term.flat) }
    for term in dues { value += term.weight * max(0, finish(term.flat) - term.day) }
    for term in anchors where Int(project.heads[term.flat]) > term.day {
      value += term.weight * (Int(project.heads[term.flat]) - term.day)
    }
    return value
  }

  /// What the makespan costs at the least.
  func leastMakespan(of project: FlatProject) -> Int { makespan * project.criticalPath }

  /// Deadlines for a backward pass over the generator's schedule: later finishes that cost no more.
  func setDeadlines(of generator: ScheduleGenerator) {
    generator.deadlines.update(repeating: Int32(generator.makespan), count: generator.count)
    guard !isMakespan else { return }
    for term in completions where term.weight > 0 { limit(term.flat, to: generator.finishes[term.flat], generator) }
    for term in dues where term.weight > 0 {
      limit(term.flat, to: max(generator.finishes[term.flat], Int32(clamping: term.day)), generator)
    }
    for term in anchors where term.weight > 0 {
      let missing = max(0, term.day - Int(generator.starts[term.flat]))
      limit(term.flat, to: generator.finishes[term.flat] + Int32(clamping: missing), generator)
    }
  }

  private func limit(_ flat: Int, to day: Int32, _ generator: ScheduleGenerator) {
    generator.deadlines[flat] = min(generator.deadlines[flat], day)
  }

  /// Floors for a forward pass: no activity earlier than its baseline has it, unless it is earlier already.
  ///
  /// - Parameter fromScratch: Whether the generator holds no schedule that could be earlier.
  func setFloors(of generator: ScheduleGenerator, fromScratch: Bool = false) {
    for term in anchors where term.weight > 0 {
      let day = fromScratch ? term.day : min(term.day, Int(generator.starts[term.flat]))
      generator.floors[term.flat] = max(generator.project.heads[term.flat], Int32(clamping: max(0, day)))
    }
  }

  /// Floors back to the heads.
  func clearFloors(of generator: ScheduleGenerator) {
    for term in anchors { generator.floors[term.flat] = generator.project.heads[term.flat] }
  }

  /// The day that an activity which is away from its baseline has, or had; nil where none is.
  func movedDay(_ starts: UnsafePointer<Int32>, using random: inout SplitMix64) -> Int? {
    var (count, moved) = (0, 0)
    for (index, term) in anchors.enumerated() where Int(starts[term.flat]) != term.day {
      count += 1
      if random.draw(below: count) == 0 { moved = index }
    }
    guard count > 0 else { return nil }
    return random.draw(below: 2) == 0 ? anchors[moved].day : Int(starts[anchors[moved].flat])
  }

  /// When the objective would like an activity to finish: the least due date among those that follow it, for orders.
  func wishedFinishes(of project: FlatProject) -> [Int32] {
    let end = Int32(project.criticalPath)
    var wished = (0..<project.count).map { end - project.tails[$0] + project.durations[$0] }
    for term in dues where term.weight > 0 { wished[term.flat] = min(wished[term.flat], Int32(clamping: term.day)) }
    for term in anchors where term.weight > 0 {
      wished[term.flat] = min(wished[term.flat], Int32(clamping: term.day) + project.durations[term.flat])
    }
    let most = completions.reduce(1) { max($0, $1.weight) }
    for term in completions where term.weight > 0 {
      // Heavy ones as early as can be, light ones as the links have them.
      let head = project.heads[term.flat] + project.durations[term.flat]
      wished[term.flat] -= Int32((Int(wished[term.flat] - head) * term.weight) / most)
    }
    for flat in (0..<project.count).reversed() {
      for arc in project.outgoing[flat] {
        let other = Int(arc.other)
        wished[flat] = min(wished[flat], wished[other] - project.durations[other] - arc.gap + project.durations[flat])
      }
    }
    return wished
  }
}
