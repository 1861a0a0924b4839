/// What `etapp benchmark frontier` says of one instance: one line of JSON.
package struct FrontierBenchmarkLine: Sendable {
  private let line: JSON

  /// A point of the frontier; sites are numbered as in the file, from 1.
  package struct Point: Sendable {
    package var objective: Double
    package var bound: Double
    package var separation: Double
    package var sites: [Int]

    package init(objective: Double, bound: Double, separation: Double, sites: [Int]) {
      self.objective = objective
      self.bound = bound
      self.separation = separation
      self.sites = sites
    }
  }

  package init(
    instance: String, open: Int, points: [Point], isComplete: Bool, status: String, seconds: Double,
    peakMemoryMB: Double
  ) {
    line = [
      "instance": .string(instance), "problem": "frontier", "p": JSON(open), "complete": .bool(isComplete),
      "points": .array(
        points.map { point in
          [
            "objective": .number(point.objective), "bound": .number(point.bound),
            "separation": point.separation.isFinite ? .number(point.separation) : .null,
            "open": .array(point.sites.map { JSON($0) }),
          ]
        }),
      "status": .string(status), "seconds": .number((seconds * 1000).rounded() / 1000),
      "peakMemoryMB": .number((peakMemoryMB * 10).rounded() / 10),
    ]
  }

  /// One line of JSON, with its end.
  package var json: String { line.serialised() + "\n" }
}
