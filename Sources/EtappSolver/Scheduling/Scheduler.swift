/// Temporary: samples lists by due date until the search arrives.
package struct Scheduler: Sendable {
  package struct Result: Sendable {
    package var timetable: Timetable
    package var value: Int
    package var schedules: Int
  }

  private let project: Project
  private let objective: ScheduleObjective

  package init(project: Project, objective: ScheduleObjective) {
    self.project = project
    self.objective = objective
  }

  package func run(seed: UInt64, schedules: Int, stop: StopRule, threads: Int) throws(SchedulingObstacle) -> Result {
    let flat = try FlatProject(project)
    let generator = ScheduleGenerator(flat)
    var random = SplitMix64(seed: seed)
    var best: (Int, Timetable)?
    let keys = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, flat.count))
    defer { keys.deallocate() }
    var tried = 0
    while tried < schedules, stop.reason == nil {
      for i in 0..<flat.count {
        keys[i] = flat.heads[i] + (tried == 0 ? 0 : Int32.random(in: 0..<60, using: &random))
      }
      generator.order(by: keys)
      tried += 1
      guard generator.generateForwards() else { continue }
      var starts = [Int](repeating: 0, count: flat.count)
      var finishes = starts
      for i in 0..<flat.count {
        starts[flat.activities[i]] = Int(generator.starts[i])
        finishes[flat.activities[i]] = Int(generator.finishes[i])
      }
      let table = Timetable(starts: starts, finishes: finishes)
      let value = objective.value(of: table)
      if best.map({ value < $0.0 }) ?? true { best = (value, table) }
    }
    guard let best else { throw .window(activity: 0) }
    return Result(timetable: best.1, value: best.0, schedules: tried)
  }
}
