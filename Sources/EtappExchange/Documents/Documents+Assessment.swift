package import EtappModel

/// `etapp.assessment/1`
extension Documents {
  /// The check of a schedule.
  package func assessment(_ assessment: ScheduleAssessment) -> JSON {
    [
      "schema": "etapp.assessment/1", "programme": programme, "points": .array(assessment.points.map(point)),
      "practices": .array(assessment.practices.map(practice)),
    ]
  }

  private func point(_ result: ScheduleAssessment.PointResult) -> JSON {
    let threshold = result.point.threshold
    let isUpper = if case .atMost = threshold { true } else { false }
    return [
      "id": .string(result.point.rawValue), "unit": .string(result.point.unit.rawValue), "figure": JSON(result.figure),
      "considered": JSON(result.considered), "maximum": isUpper ? JSON(threshold.value) : .null,
      "minimum": isUpper ? .null : JSON(threshold.value), "verdict": Self.verdict(result.verdict),
      "missing": Self.missing(result.verdict), "offenders": .array(result.offenders.map(subject)),
    ]
  }

  private func practice(_ result: ScheduleAssessment.PracticeResult) -> JSON {
    [
      "id": .string(result.practice.rawValue), "score": JSON(result.score), "rating": JSON(result.rating?.rawValue),
      "verdict": Self.verdict(result.verdict), "missing": Self.missing(result.verdict),
      "offenders": .array(result.offenders.map(subject)),
    ]
  }

  private static func verdict(_ verdict: ScheduleAssessment.Verdict) -> JSON {
    switch verdict {
    case .passed: "passed"
    case .failed: "failed"
    case .unknown: "unknown"
    }
  }

  private static func missing(_ verdict: ScheduleAssessment.Verdict) -> JSON {
    if case .unknown(let missing) = verdict { .string(missing.rawValue) } else { .null }
  }

  private func subject(_ subject: ScheduleAssessment.Subject) -> JSON {
    ["place": .string(subject.place.code), "task": .string(subject.task.code)]
  }
}
