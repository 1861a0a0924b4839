/// What `etapp benchmark frontier` says of one instance: one line of JSON.
package struct FrontierBenchmarkLine: Sendable {
  private let line: JSON

  package init(
    instance: String, open: Int, points: [(objective: Double, bound: Double, separation: Double)], isComplete: Bool,
    status: String, seconds: Double, peakMemoryMB: Double
  ) {
    line = [
      "instance": .string(instance), "problem": "frontier", "p": JSON(open), "complete": .bool(isComplete),
      "points": .array(
        points.map { point in
          [
            "objective": .number(point.objective), "bound": .number(point.bound),
            "separation": point.separation.isFinite ? .number(point.separation) : .null,
          ]
        }),
      "status": .string(status), "seconds": .number((seconds * 1000).rounded() / 1000),
      "peakMemoryMB": .number((peakMemoryMB * 10).rounded() / 10),
    ]
  }

  /// One line of JSON, with its end.
  package var json: String { line.serialised() + "\n" }
}
