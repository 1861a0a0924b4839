/// The line of one instance of a public benchmark.
package struct BenchmarkLine: Sendable {
  package var instance: String
  package var problem: String
  /// Nil where no schedule was found.
  package var makespan: Int?
  package var bound: Int
  package var status: String
  package var schedules: Int
  package var seconds: Double
  package var peakMemoryMB: Double

  package init(
    instance: String, problem: String, makespan: Int?, bound: Int, status: String, schedules: Int, seconds: Double,
    peakMemoryMB: Double
  ) {
    self.instance = instance
    self.problem = problem
    self.makespan = makespan
    self.bound = bound
    self.status = status
    self.schedules = schedules
    self.seconds = seconds
    self.peakMemoryMB = peakMemoryMB
  }

  /// One line of JSON, with its end.
  package var json: String {
    let line: JSON = .object([
      ("instance", .string(instance)), ("problem", .string(problem)), ("makespan", JSON(makespan.map(Double.init))),
      ("bound", makespan == nil && status == "infeasible" ? .null : JSON(bound)),
      ("gap", JSON(makespan.map { Double($0 - bound) / Double(max(1, $0)) })),
      ("status", .string(status)), ("schedules", JSON(schedules)),
      ("seconds", .number((seconds * 1000).rounded() / 1000)),
      ("peakMemoryMB", .number((peakMemoryMB * 10).rounded() / 10)),
    ])
    return line.serialised() + "\n"
  }
}
