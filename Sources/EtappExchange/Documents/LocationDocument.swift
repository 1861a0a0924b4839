package import EtappModel

/// `etapp.location/1`: the answer of a location study.
package enum LocationDocument {
  package static func json(_ answer: LocationAnswer, language: Language, seed: UInt64, threads: Int) -> JSON {
    [
      "schema": "etapp.location/1", "goal": .string(answer.question.goal.rawValue),
      "status": .string(status(answer.proof)), "objective": JSON(answer.objective),
      "bound": JSON(answer.objective == nil && answer.bound == 0 ? nil : answer.bound),
      "unit": .string(unit(answer.question)), "gap": JSON(answer.gap), "seconds": rounded(answer.seconds),
      "open": .array(answer.open.map { .string($0.id) }), "peakMemoryMB": rounded(answer.peakMemoryMB),
      "points": JSON(answer.points), "candidates": JSON(answer.candidates), "existing": JSON(answer.existing),
      "people": .number(answer.people), "mean": .number(answer.travel.mean), "longest": .number(answer.travel.longest),
      "peopleWithin": JSON(answer.travel.within), "attainable": JSON(answer.attainable), "kappa": JSON(answer.kappa),
      "nodes": JSON(answer.nodes),
      "seed": .number(Double(seed)), "threads": JSON(threads),
      "diagnostics": .array(answer.diagnostics.map { Documents.diagnostic($0, language) }),
    ]
  }

  private static func rounded(_ number: Double) -> JSON { .number((number * 1000).rounded() / 1000) }

  private static func status(_ proof: Proof) -> String {
    switch proof {
    case .optimal: "optimal"
    case .within: "within"
    case .infeasible: "infeasible"
    case .stopped: "stopped"
    case .evaluated: "evaluated"
    }
  }

  private static func unit(_ question: LocationQuestion) -> String {
    switch question.goal {
    case .access, .farthest, .equity: question.measure.rawValue
    case .reach: "persons"
    case .cover: "sites"
    }
  }
}
