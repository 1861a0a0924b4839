extension Formulation {
  /// How many profile columns are worth having; beyond it the balance is held by cuts at whole counts only.
  static let profileLimit = 12_000

  /// Balance by *profiles*, exactly.
  ///
  /// The counts are whole numbers in narrow ranges, so the ways they can fall out are listed: one family of columns
  /// for the offices of each round (n₁ … n_T), and under each of those one family for every group (k₁ … k_T) with
  /// its deviation as cost. Groups depend on each other through the totals only, so this tree describes the convex
  /// hull of counts and deviations: the relaxation sees whole numbers where |·| of fractions would see zero.
  mutating func formulate(_ measure: BalanceMeasure, index: Int, cap: Double, counter: inout CountRanges) {
    let ranges = BalanceRanges(measure, in: self, counter: &counter)
    guard let profiles = BalanceProfiles(ranges, cap: cap, limit: Self.profileLimit) else {
      return formulateWithCuts(measure, ranges: ranges, index: index)
    }
    let totals = profiles.totals.map { _ in linear.addColumn(.init(0, 1, isInteger: true, priority: 0)) }
    linear.addRow(1, totals.map { Term($0, 1) }, 1)
    link(profiles.totals, columns: totals, to: ranges.totals)
    addFamily(columns: totals, vectors: profiles.totals)
    leasts[index] += zip(totals, profiles.leasts).map { ($0, $1) }
    var value = Expression()
    for (group, byTotal) in profiles.groups.enumerated() {
      var columns: [Int] = []
      var vectors: [[Int]] = []
      for (total, options) in byTotal.enumerated() {
        let own = options.map { _ in linear.addColumn(.init(0, 1, isInteger: true, priority: 0)) }
        linear.addRow(0, own.map { Term($0, 1) } + [Term(totals[total], -1)], 0)
        value.terms += zip(own, options).map { Term($0, $1.deviation) }
        leasts[index] += zip(own, options).map { ($0, $1.least) }
        columns += own
        vectors += options.map(\.counts)
      }
      link(vectors, columns: columns, to: ranges.groups[group])
      addFamily(columns: columns, vectors: vectors)
    }
    value.terms.removeAll { $0.coefficient == 0 }
    expressions[index] = value
  }

  /// Σ number × column = the count itself, for each round.
  private mutating func link(_ vectors: [[Int]], columns: [Int], to counts: [Expression]) {
    for (round, count) in counts.enumerated() {
      let terms = zip(columns, vectors).map { Term($0, -Double($1[round])) }
      linear.addRow(-count.constant, count.terms + terms, -count.constant)
    }
  }

  /// Branching splits on the sum over the rounds first, then on each round.
  private mutating func addFamily(columns: [Int], vectors: [[Int]]) {
    guard let rounds = vectors.first?.count else { return }
    var dimensions = [vectors.map { $0.reduce(0, +) }]
    dimensions += (0..<rounds).map { round in vectors.map { $0[round] } }
    families.append(Family(columns: columns, dimensions: dimensions))
  }

  // MARK: Too many profiles

  /// Counts with one 0–1 column for each value; deviations are bounded by cuts once the counts are whole.
  private mutating func formulateWithCuts(_ measure: BalanceMeasure, ranges: BalanceRanges, index: Int) {
    let all = unary(ranges.sum(ranges.totals), ranges.totalRange)
    let totals = zip(ranges.totals, ranges.totalRanges).map { unary($0, $1) }
    var value = Expression()
    for group in measure.groups.indices {
      let counts = ranges.groups[group]
      let whole = unary(ranges.sum(counts), ranges.groupRange[group])
      var deviations: [Int] = []
      for _ in counts.indices { deviations.append(linear.addColumn(.init(0, .infinity))) }
      value.terms += deviations.map { Term($0, 1) }
      let greatest = Double(max(ranges.totalRange.upperBound, 1))
      sources.append(
        .balance(
          BalanceCuts(
            measure: index, all: all, totals: totals, whole: whole, counts: counts, deviations: deviations,
            greatest: greatest)))
    }
    expressions[index] = value
  }

  private mutating func unary(_ count: Expression, _ range: ClosedRange<Int>) -> UnaryCount {
    let columns = range.map { _ in linear.addColumn(.init(0, 1, isInteger: true, priority: 0)) }
    linear.addRow(1, columns.map { Term($0, 1) }, 1)
    linear.addRow(
      -count.constant, count.terms + zip(range, columns).map { Term($1, -Double($0)) }, -count.constant)
    families.append(Family(columns: columns, dimensions: [Array(range)]))
    return UnaryCount(range: range, columns: columns)
  }
}

/// A whole number with one 0–1 column for each value it can have.
struct UnaryCount: Sendable {
  let range: ClosedRange<Int>
  let columns: [Int]

  /// The value at a point where exactly one column is 1; nil where the point is fractional.
  func value(at point: [Double]) -> Int? {
    zip(range, columns).first { point[$1] > 1 - 1e-6 }?.0
  }

  func column(of value: Int) -> Int { columns[value - range.lowerBound] }
}

/// The counts of a balance as expressions, and how small and great each can be.
struct BalanceRanges {
  let totals: [Expression]
  let groups: [[Expression]]
  let totalRange: ClosedRange<Int>
  let totalRanges: [ClosedRange<Int>]
  let groupRange: [ClosedRange<Int>]
  let groupRanges: [[ClosedRange<Int>]]

  init(_ measure: BalanceMeasure, in formulation: Formulation, counter: inout CountRanges) {
    let rounds = 0..<formulation.problem.rounds
    func counts(_ sites: [Int]) -> [Expression] {
      rounds.map { round in
        formulation.expression(of: sites.map { PhasedProblem.EventTerm(site: $0, round: round) })
      }
    }
    totals = counts(measure.all)
    groups = measure.groups.map(counts)
    totalRange = counter.range(of: Self.added(totals))
    totalRanges = totals.map { counter.range(of: $0) }
    groupRange = groups.map { counter.range(of: Self.added($0)) }
    groupRanges = groups.map { counts in counts.map { counter.range(of: $0) } }
  }

  func sum(_ counts: [Expression]) -> Expression { Self.added(counts) }

  private static func added(_ counts: [Expression]) -> Expression {
    Expression(constant: counts.reduce(0) { $0 + $1.constant }, terms: counts.flatMap(\.terms))
  }
}

/// The vectors of counts that can occur, and what each costs in balance.
struct BalanceProfiles {
  struct Option {
    let counts: [Int]
    let deviation: Double
    /// The deviation with what the other groups must at least add to it.
    var least = 0.0
  }

  /// Offices in each round.
  let totals: [[Int]]
  /// The least deviation of all groups together for each of `totals`.
  let leasts: [Double]
  /// For each group, for each of `totals`, the group's options.
  let groups: [[[Option]]]

  /// - Returns: nil when there would be more than `limit` columns.
  init?(_ ranges: BalanceRanges, cap: Double, limit: Int) {
    guard let vectors = Self.vectors(ranges.totalRanges, sum: ranges.totalRange, limit: limit) else { return nil }
    var kept: [[Int]] = []
    var leasts: [Double] = []
    var options: [[[Option]]] = ranges.groups.map { _ in [] }
    var columns = vectors.count
    for totals in vectors {
      var own: [[Option]] = []
      for group in ranges.groups.indices {
        let within = zip(ranges.groupRanges[group], totals).map {
          $0.lowerBound...max($0.lowerBound, min($0.upperBound, $1))
        }
        guard let counts = Self.vectors(within, sum: ranges.groupRange[group], limit: limit) else { return nil }
        own.append(
          counts.filter { zip($0, totals).allSatisfy { $0 <= $1 } }
            .map { Option(counts: $0, deviation: BalanceMeasure.deviation(of: $0, totals: totals)) })
      }
      // What the other groups must cost at least leaves this much to each.
      let least = own.map { $0.map(\.deviation).min() ?? .infinity }
      let sum = least.reduce(0, +)
      guard sum <= cap + 1e-6 else { continue }
      kept.append(totals)
      leasts.append(sum)
      for group in own.indices {
        for index in own[group].indices { own[group][index].least = own[group][index].deviation + sum - least[group] }
        let fitting = own[group].filter { $0.least <= cap + 1e-6 }
        columns += fitting.count
        options[group].append(fitting)
      }
      guard columns <= limit else { return nil }
    }
    totals = kept
    self.leasts = leasts
    groups = options
  }

  /// Every vector of whole numbers within the ranges whose sum is within `sum`; nil when there are more than `limit`.
  private static func vectors(_ ranges: [ClosedRange<Int>], sum: ClosedRange<Int>, limit: Int) -> [[Int]]? {
    var vectors: [[Int]] = [[]]
    for (index, range) in ranges.enumerated() {
      let restLeast = ranges[(index + 1)...].reduce(0) { $0 + $1.lowerBound }
      let restMost = ranges[(index + 1)...].reduce(0) { $0 + $1.upperBound }
      vectors = vectors.flatMap { vector -> [[Int]] in
        let before = vector.reduce(0, +)
        return range.compactMap { number in
          let most = before + number + restMost
          let least = before + number + restLeast
          return most >= sum.lowerBound && least <= sum.upperBound ? vector + [number] : nil
        }
      }
      guard vectors.count <= limit else { return nil }
    }
    return vectors
  }
}

/// Cuts that hold a group's deviations to the truth once every count is whole.
///
/// With n, nₜ and n𝑐 at the values a, b, e and target r = e·b/a,
///
///     deviationₜ ≥ ±(n𝑐ₜ − r) − M (3 − [n = a] − [nₜ = b] − [n𝑐 = e])
struct BalanceCuts: Sendable {
  let measure: Int
  let all: UnaryCount
  let totals: [UnaryCount]
  let whole: UnaryCount
  let counts: [Expression]
  let deviations: [Int]
  /// M: no deviation is greater.
  let greatest: Double

  func separate(_ point: [Double]) -> [Row] {
    guard let n = all.value(at: point), n > 0, let sum = whole.value(at: point) else { return [] }
    var cuts: [Row] = []
    for round in counts.indices {
      guard let total = totals[round].value(at: point) else { continue }
      let target = Double(sum) * Double(total) / Double(n)
      let switches = [all.column(of: n), totals[round].column(of: total), whole.column(of: sum)]
      for sign in [1.0, -1.0] {
        let cut = row(round, target: target, switches: switches, sign: sign)
        if cut.value(at: point) < cut.lower - 1e-6 { cuts.append(cut) }
      }
    }
    return cuts
  }

  /// deviation − sign·count − M·Σ switches ≥ −sign·target − 3M
  private func row(_ round: Int, target: Double, switches: [Int], sign: Double) -> Row {
    var terms = [Term(deviations[round], 1)]
    terms += counts[round].terms.map { Term($0.column, -sign * $0.coefficient) }
    terms += switches.map { Term($0, -greatest) }
    let lower = -sign * (target - counts[round].constant) - 3 * greatest
    return Row(lower, terms, .infinity).collected()
  }
}
