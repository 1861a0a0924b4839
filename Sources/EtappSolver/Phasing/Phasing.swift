/// The round in which each site's event happens; `never` where it does not.
package struct Phasing: Hashable, Sendable {
  package static let never: Int8 = -1

  /// For each site the round of its event, or `never`.
  package var events: [Int8]

  package init(events: [Int8]) {
    self.events = events
  }

  package func happens(_ site: Int, in round: Int) -> Bool { Int(events[site]) == round }
}

extension PhasedProblem {
  /// Whether a site is open in a round.
  package func isOpen(_ site: Int, in round: Int, of phasing: Phasing) -> Bool {
    let event = phasing.events[site]
    let happened = event != Phasing.never && Int(event) <= round
    return sites[site].closes ? !happened : happened
  }

  /// The value of a row of events.
  package func value(of row: EventRow, in phasing: Phasing) -> Double {
    row.terms.reduce(0) { $0 + (phasing.happens($1.site, in: $1.round) ? $1.coefficient : 0) }
  }

  /// How much a row is missed by.
  package func missed(_ row: EventRow, in phasing: Phasing) -> Double {
    let value = value(of: row, in: phasing)
    return max(0, row.lower - value, value - row.upper)
  }

  /// Whether a phasing uses allowed rounds only and keeps every hard row and limit, within `tolerance`.
  package func isFeasible(_ phasing: Phasing, tolerance: Double = 1e-6) -> Bool {
    for (site, event) in zip(sites, phasing.events) {
      guard event == Phasing.never ? site.mayStay : site.mayHappen[Int(event)] else { return false }
    }
    for row in rows where row.price == nil && missed(row, in: phasing) > tolerance { return false }
    for limit in measureRows where limit.price == nil {
      let value = value(of: limit.measure, in: phasing)
      guard Self.holds(value, limit.upper) else { return false }
    }
    return true
  }

  /// Whether a measure is within a limit, but for rounding.
  static func holds(_ value: Double, _ upper: Double) -> Bool { value <= upper + 1e-9 * max(1, abs(upper)) }

  /// The value of a measure, computed directly from its definition.
  package func value(of measure: Int, in phasing: Phasing) -> Double {
    switch measures[measure] {
    case .linear(let measure): measure.value(in: phasing)
    case .gain(let measure): measure.value(in: phasing, of: self)
    case .serving(let measure): measure.value(in: phasing, of: self)
    case .nearest(let measure): measure.value(in: phasing, of: self)
    case .balance(let measure): measure.value(in: phasing, of: self)
    case .penalty: penalty(in: phasing)
    }
  }

  /// The value of an objective.
  package func value(of objective: Objective, in phasing: Phasing) -> Double {
    objective.terms.reduce(0) { $0 + $1.weight * value(of: $1.measure, in: phasing) }
  }

  /// Σ price × missed over the rows and limits that have a price.
  private func penalty(in phasing: Phasing) -> Double {
    var sum = 0.0
    for row in rows { if let price = row.price { sum += price * missed(row, in: phasing) } }
    for limit in measureRows {
      if let price = limit.price { sum += price * max(0, value(of: limit.measure, in: phasing) - limit.upper) }
    }
    return sum
  }

  /// What a measure cannot be smaller than, whatever the rules.
  package func least(of measure: Int) -> Double {
    switch measures[measure] {
    case .penalty, .balance, .nearest: 0
    case .gain(let measure): least(of: measure)
    case .serving(let measure): least(of: measure.uncapacitated)
    case .linear(let measure):
      measure.constant + measure.terms.reduce(0) { $0 + min(0, $1.coefficient) }
    }
  }

  /// Everything open from the first round on.
  private func least(of measure: GainMeasure) -> Double {
    measure.weights.reduce(0, +)
      * measure.rows.burden(isOpen: [Bool](repeating: true, count: measure.rows.siteCount).span)
  }
}
