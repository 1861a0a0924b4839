/// What is to be decided, in numbers: which sites open or close in which round, under linear rows, and what is measured.
///
/// The engine room's own picture of the article Method: sites and rounds are indices, rules are rows, goals are measures
/// to be made small.
package struct PhasedProblem: Sendable {
  /// A site: a candidate that may open, or an existing one that may close. Either is an *event* in one round or in none.
  package struct Site: Sendable {
    /// Whether the event is a closing; else it is an opening.
    package var closes: Bool
    /// Whether the event may happen in each round.
    package var mayHappen: [Bool]
    /// Whether the event may not happen at all.
    package var mayStay: Bool

    package init(closes: Bool = false, mayHappen: [Bool], mayStay: Bool = true) {
      self.closes = closes
      self.mayHappen = mayHappen
      self.mayStay = mayStay
    }
  }

  /// One event with a coefficient: `coefficient` when the event of `site` happens in `round`.
  package struct EventTerm: Hashable, Sendable {
    package var site: Int
    package var round: Int
    package var coefficient: Double

    package init(site: Int, round: Int, coefficient: Double = 1) {
      self.site = site
      self.round = round
      self.coefficient = coefficient
    }
  }

  /// A row over events, hard or with a price for each unit missed.
  package struct EventRow: Sendable {
    package var lower: Double
    package var upper: Double
    package var terms: [EventTerm]
    package var price: Double?

    package init(lower: Double = -.infinity, terms: [EventTerm], upper: Double = .infinity, price: Double? = nil) {
      self.lower = lower
      self.upper = upper
      self.terms = terms
      self.price = price
    }
  }

  /// A limit from above on a measure, hard or with a price for each unit missed.
  package struct MeasureRow: Sendable {
    package var measure: Int
    package var upper: Double
    package var price: Double?

    package init(measure: Int, upper: Double, price: Double? = nil) {
      self.measure = measure
      self.upper = upper
      self.price = price
    }
  }

  package var rounds: Int
  package var sites: [Site]
  package var rows: [EventRow]
  package var measureRows: [MeasureRow]
  package var measures: [Measure]

  package init(
    rounds: Int, sites: [Site], rows: [EventRow] = [], measureRows: [MeasureRow] = [], measures: [Measure] = []
  ) {
    self.rounds = rounds
    self.sites = sites
    self.rows = rows
    self.measureRows = measureRows
    self.measures = measures
  }
}

/// Something measured on a phasing, to be made small.
package enum Measure: Sendable {
  case linear(LinearMeasure)
  case gain(GainMeasure)
  case serving(ServingMeasure)
  case nearest(NearestMeasure)
  case balance(BalanceMeasure)
  /// The price of the rows and limits that are missed.
  case penalty

  /// Whether it is a burden of people that open sites relieve.
  package var isRelieved: Bool {
    switch self {
    case .gain, .serving: true
    case .linear, .nearest, .balance, .penalty: false
    }
  }
}

/// A weighted sum of measures.
package struct Objective: Sendable {
  package var terms: [(measure: Int, weight: Double)]

  package init(_ terms: [(measure: Int, weight: Double)]) {
    self.terms = terms
  }

  package init(_ measure: Int) {
    terms = [(measure, 1)]
  }
}
