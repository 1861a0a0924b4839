/// The line of one public instance of siting.
package struct LocationBenchmarkLine: Sendable {
  private let line: JSON

  package init(
    instance: String, problem: String, open: Int, within: Double?, objective: Double, bound: Double, status: String,
    seconds: Double, peakMemoryMB: Double
  ) {
    line = .object(
      [("instance", .string(instance)), ("problem", .string(problem)), ("p", JSON(open))]
        + (within.map { [("within", .number($0))] } ?? [])
        + [
          ("objective", .number(objective)), ("bound", .number(bound)),
          ("gap", .number(abs(objective - bound) / max(abs(objective), 1e-9))), ("status", .string(status)),
          ("seconds", .number((seconds * 1000).rounded() / 1000)),
          ("peakMemoryMB", .number((peakMemoryMB * 10).rounded() / 10)),
        ])
  }

  /// One line of JSON, with its end.
  package var json: String { line.serialised() + "\n" }
}
