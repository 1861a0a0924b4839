package import EtappModel

/// `etapp.forecast/1`
extension Documents {
  /// How sure every date is.
  ///
  /// - Parameter diagnostics: What there was to say about the input files.
  package func forecast(_ forecast: Forecast, diagnostics: [Diagnostic] = []) -> JSON {
    [
      "schema": "etapp.forecast/1", "programme": programme, "trials": JSON(forecast.trials),
      "seed": Self.seed(forecast.seed), "standardError": JSON(forecast.standardError),
      "seconds": JSON(forecast.seconds), "shocks": .array(forecast.shocks.map { .string($0.code) }),
      "promiseProbability": JSON(assignment.work?.promise), "offices": .array(forecast.offices.map(office)),
      "rounds": .array(forecast.rounds.map { roundForecast($0, trials: forecast.trials) }),
      "drivers": .array(forecast.drivers.map(driver)), "tasks": .array(forecast.tasks.map(effect)),
      "remedies": .array(forecast.remedies.map(remedy)),
      "diagnostics": .array(diagnostics.map { Self.diagnostic($0, language) }),
    ]
  }

  private func remedy(_ remedy: Remedy) -> JSON {
    [
      "round": round(remedy.round), "wanted": JSON(remedy.wanted), "before": JSON(remedy.before),
      "reached": .bool(remedy.isReached),
      "steps": .array(
        remedy.steps.map { step in
          [
            "place": .string(step.place.code), "name": .string(name(of: step.place)), "to": round(step.to),
            "probability": JSON(step.probability),
          ]
        }),
    ]
  }

  private func office(_ office: OfficeForecast) -> JSON {
    [
      "place": .string(office.place.code), "name": .string(name(of: office.place)), "round": round(office.round),
      "p10": .string(office.p10.description), "p50": .string(office.p50.description),
      "p80": .string(office.p80.description), "p90": .string(office.p90.description),
      "promise": .string(office.promise.description), "probabilityInWindow": JSON(office.probabilityInWindow),
      "standardError": JSON(office.standardError),
    ]
  }

  private func roundForecast(_ round: RoundForecast, trials: Int) -> JSON {
    let atLeast = round.distribution.indices.dropFirst().map { (number: $0, share: round.probability(atLeast: $0)) }
    return [
      "id": self.round(round.round), "by": .string(round.by.description),
      "distribution": .array(round.distribution.map { JSON($0) }),
      "atLeast": .object(atLeast.map { (key: String($0.number), value: JSON($0.share)) }),
      "standardErrorAtLeast": .object(
        atLeast.map { (key: String($0.number), value: JSON(Self.standardError($0.share, trials: trials))) }),
      "expectedLate": JSON(round.expectedLate), "promised": JSON(round.promised),
      "probabilityKept": JSON(round.probabilityKept), "curve": .array(round.curve.map(point)),
      "mergeBias": JSON(round.mergeBias),
      "convergence": .array(
        round.convergence.map { checkpoint in
          [
            "trials": JSON(checkpoint.trials), "probability": JSON(checkpoint.probability),
            "standardError": JSON(checkpoint.standardError),
          ]
        }),
    ]
  }

  /// Standard error of a probability that was counted: √(p (1 − p) / trials).
  static func standardError(_ share: Double, trials: Int) -> Double? {
    trials > 0 ? max(0, share * (1 - share) / Double(trials)).squareRoot() : nil
  }

  private func point(_ point: RoundForecast.CurvePoint) -> JSON {
    [
      "day": .string(point.day.description), "expected": JSON(point.expected), "low": JSON(point.low),
      "high": JSON(point.high),
    ]
  }

  private func driver(_ driver: DriverEffect) -> JSON {
    let risk = assignment.work?.risks.first { $0.id == driver.risk }
    return [
      "id": .string(driver.risk.code), "title": .string(risk?.title(language) ?? driver.risk.code),
      "daysAtP80": JSON(driver.daysAtP80), "officesInWindow": JSON(driver.officesInWindow),
    ]
  }

  private func effect(_ effect: TaskEffect) -> JSON {
    [
      "task": .string(effect.task.code),
      "title": .string(assignment.work?.task(effect.task)?.title(language) ?? effect.task.code),
      "criticality": JSON(effect.criticality), "cruciality": JSON(effect.cruciality),
      "daysAtP80": JSON(effect.daysAtP80),
    ]
  }
}
