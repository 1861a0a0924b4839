package import EtappModel

/// The check of a schedule in words: what each point and practice asks, what was found, and the verdict.
extension Sentences {
  /// The points and practices as lines of text: what passed, each figure, and what speaks against it.
  package func summary(_ assessment: ScheduleAssessment) -> String {
    let points = assessment.points.map { result in
      let against = result.offenders.isEmpty || result.verdict == .passed ? "" : ": " + offenders(result.offenders)
      return "  \(title(result.point)): \(verdict(result.verdict).lowercased()), \(figure(result))\(against)"
    }
    let practices = assessment.practices.map {
      "  \(title($0.practice)): \($0.rating.map(rating)?.lowercased() ?? verdict(.unknown(.subject)).lowercased())"
    }
    return (["DCMA: " + summary(assessment.points.map(\.verdict))] + points + ["", "GAO:"] + practices)
      .joined(separator: "\n")
  }

  // MARK: Verdicts

  /// A word for a table: "Passed".
  package func verdict(_ verdict: ScheduleAssessment.Verdict) -> String {
    switch verdict {
    case .passed: say(en: "Passed", sv: "Godkänd")
    case .failed: say(en: "Failed", sv: "Underkänd")
    case .unknown: say(en: "Cannot be computed", sv: "Kan inte beräknas")
    }
  }

  /// Why there is no verdict.
  package func missing(_ missing: ScheduleAssessment.Missing) -> String {
    switch missing {
    case .baseline: say(en: "No earlier schedule has been kept.", sv: "Inget tidigare schema har sparats.")
    case .today:
      say(
        en: "Nothing says what has happened, or what day it is as of.",
        sv: "Inget säger vad som har hänt, eller vilken dag det gäller.")
    case .subject: say(en: "There is nothing it could speak of.", sv: "Det finns inget den kan gälla.")
    case .window:
      say(
        en: "The office that opens last has no window to open in.",
        sv: "Kontoret som öppnar sist har inget fönster att öppna i.")
    }
  }

  package func rating(_ rating: ScheduleAssessment.Rating) -> String {
    switch rating {
    case .notMet: say(en: "Not met", sv: "Inte uppfylld")
    case .minimally: say(en: "Minimally met", sv: "Lite uppfylld")
    case .partially: say(en: "Partially met", sv: "Delvis uppfylld")
    case .substantially: say(en: "Substantially met", sv: "Till stor del uppfylld")
    case .fully: say(en: "Fully met", sv: "Helt uppfylld")
    }
  }

  /// `12 of 14 passed, 1 failed, 1 cannot be computed`
  package func summary(_ verdicts: [ScheduleAssessment.Verdict]) -> String {
    let passed = verdicts.count { $0 == .passed }
    let failed = verdicts.count { $0 == .failed }
    let unknown = verdicts.count - passed - failed
    var parts = [say(en: "\(passed) of \(verdicts.count) passed", sv: "\(passed) av \(verdicts.count) godkända")]
    if failed > 0 { parts.append(say(en: "\(failed) failed", sv: "\(failed) underkända")) }
    if unknown > 0 {
      parts.append(say(en: "\(unknown) cannot be computed", sv: "\(unknown) kan inte beräknas"))
    }
    return parts.joined(separator: ", ")
  }

  // MARK: Figures

  /// `3.4% of 412 (at most 5%)`, or why there is none.
  package func figure(_ result: ScheduleAssessment.PointResult) -> String {
    guard let figure = result.figure else {
      if case .unknown(let reason) = result.verdict { return missing(reason) }
      return "–"
    }
    let threshold = result.point.threshold
    let limit = written(threshold.value, result.point.unit)
    let bound =
      switch threshold {
      case .atMost: say(en: "at most \(limit)", sv: "högst \(limit)")
      case .atLeast: say(en: "at least \(limit)", sv: "minst \(limit)")
      }
    let of = numbers.whole(result.considered)
    return switch result.point.unit {
    case .share, .count:
      written(figure, result.point.unit) + say(en: " of \(of) (\(bound))", sv: " av \(of) (\(bound))")
    case .index: written(figure, result.point.unit) + " (\(bound))"
    }
  }

  private func written(_ figure: Double, _ unit: ScheduleAssessment.Point.Unit) -> String {
    switch unit {
    case .share: numbers.percent(figure)
    case .count: numbers.whole(figure)
    case .index: numbers.decimal(figure, places: 2)
    }
  }

  /// The tasks that speak against it, a few of them by name.
  package func offenders(_ subjects: [ScheduleAssessment.Subject], atMost limit: Int = 5) -> String {
    list(subjects.map { "\(names.places[$0.place]?.name ?? $0.place.code): \(title(of: $0.task))" }, atMost: limit)
  }

  private func title(of task: ID<WorkTask>) -> String { assignment.work?.task(task)?.title(language) ?? task.code }
}
