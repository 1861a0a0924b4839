/// Random phasings that keep the rules: random events, then a walk that mends one broken row after another.
///
///     while some row is broken:
///       take a broken row at random
///       of a few random changes that mend it, make the one that breaks the other rows the least; now and then any of them
///
/// Not uniform over all such phasings, which nobody knows how to draw; good enough to see what chance would give.
///
/// Source: WalkSAT, Selman, Kautz, Cohen (1994), over linear rows as in Walser (1999), doi:10.1007/3-540-48369-1.
package struct RandomWalk: Sendable {
  private let problem: PhasedProblem
  /// The hard rows; those with a price may be broken.
  private let rows: [PhasedProblem.EventRow]
  /// One over the greatest coefficient of each hard row.
  private let scale: [Double]
  /// What each site may do.
  private let choices: [[Int8]]
  /// (row, coefficient) of each event, at `site × rounds + round`.
  private let rowsOfEvent: [[(row: Int, coefficient: Double)]]

  package init(_ problem: PhasedProblem) {
    self.problem = problem
    rows = problem.rows.filter { $0.price == nil }
    scale = rows.map { row in 1 / max(1e-12, row.terms.reduce(0) { max($0, abs($1.coefficient)) }) }
    choices = problem.sites.map { site in
      let rounds = site.mayHappen.indices.filter { site.mayHappen[$0] }.map(Int8.init)
      return site.mayStay || rounds.isEmpty ? [Phasing.never] + rounds : rounds
    }
    var touched = [[(row: Int, coefficient: Double)]](repeating: [], count: problem.sites.count * problem.rounds)
    for (index, row) in rows.enumerated() {
      for term in row.terms { touched[term.site * problem.rounds + term.round].append((index, term.coefficient)) }
    }
    rowsOfEvent = touched
  }

  /// A random phasing that keeps the rules; nil when `steps` changes did not suffice, or when stopped.
  package func phasing(steps: Int, using generator: inout SplitMix64, stop: StopRule) -> Phasing? {
    var walk = Walk(self, start: start(using: &generator))
    for step in 0..<steps {
      if walk.broken.isEmpty, problem.isFeasible(walk.phasing) { return walk.phasing }
      if step % 64 == 0, stop.reason != nil { return nil }
      walk.mend(using: &generator)
    }
    return nil
  }

  /// Random events; how likely a site is to have one is drawn anew each time, so that few and many are tried alike.
  private func start(using generator: inout SplitMix64) -> Phasing {
    let likelihood = Double.random(in: 0..<1, using: &generator)
    return Phasing(
      events: choices.map { choices in
        let happens = choices[0] != Phasing.never || Double.random(in: 0..<1, using: &generator) < likelihood
        return happens ? choices.randomElement(using: &generator) ?? Phasing.never : Phasing.never
      })
  }

  /// A phasing on its way to keep the rules.
  private struct Walk {
    private let plan: RandomWalk
    private(set) var phasing: Phasing
    private var values: [Double]
    /// The rows that are broken, in no order, and where each row stands among them; −1 for rows that hold.
    private(set) var broken: [Int] = []
    private var placeInBroken: [Int]

    init(_ plan: RandomWalk, start: Phasing) {
      self.plan = plan
      phasing = Phasing(events: [Int8](repeating: Phasing.never, count: start.events.count))
      values = [Double](repeating: 0, count: plan.rows.count)
      placeInBroken = [Int](repeating: -1, count: plan.rows.count)
      for row in plan.rows.indices { note(row) }
      for (site, event) in start.events.enumerated() where event != Phasing.never { _ = set(site, event) }
    }

    mutating func mend(using generator: inout SplitMix64) {
      guard let row = broken.randomElement(using: &generator), let change = change(mending: row, using: &generator)
      else { return shake(using: &generator) }
      _ = set(change.site, change.event)
    }

    /// Of a few random changes that bring a row nearer to holding, the one after which the least is broken in all.
    private mutating func change(mending row: Int, using generator: inout SplitMix64) -> (site: Int, event: Int8)? {
      let takesAny = Int.random(in: 0..<10, using: &generator) == 0
      var best: (site: Int, event: Int8)?
      var least = Double.infinity
      for _ in 0..<32 {
        guard let site = plan.rows[row].terms.randomElement(using: &generator)?.site,
          let event = plan.choices[site].randomElement(using: &generator), event != phasing.events[site]
        else { continue }
        let (old, missed) = (phasing.events[site], missed(row))
        let difference = set(site, event)
        let mends = self.missed(row) < missed - 1e-9
        _ = set(site, old)
        guard mends, difference < least else { continue }
        (best, least) = ((site, event), difference)
        if takesAny { break }
      }
      return best
    }

    /// A random change: where no row tells what to mend.
    private mutating func shake(using generator: inout SplitMix64) {
      guard let site = phasing.events.indices.randomElement(using: &generator),
        let event = plan.choices[site].randomElement(using: &generator)
      else { return }
      _ = set(site, event)
    }

    /// Gives a site another event; returns by how much more the rows are missed than before.
    private mutating func set(_ site: Int, _ event: Int8) -> Double {
      let old = phasing.events[site]
      var difference = 0.0
      if old != Phasing.never { difference += add(-1, site, old) }
      if event != Phasing.never { difference += add(1, site, event) }
      phasing.events[site] = event
      return difference
    }

    private mutating func add(_ sign: Double, _ site: Int, _ event: Int8) -> Double {
      var difference = 0.0
      for (row, coefficient) in plan.rowsOfEvent[site * plan.problem.rounds + Int(event)] {
        difference -= missed(row)
        values[row] += sign * coefficient
        difference += missed(row)
        note(row)
      }
      return difference
    }

    private func missed(_ row: Int) -> Double {
      max(0, plan.rows[row].lower - values[row], values[row] - plan.rows[row].upper) * plan.scale[row]
    }

    /// Keeps the list of broken rows.
    private mutating func note(_ row: Int) {
      let isBroken = missed(row) > 1e-7
      guard isBroken != (placeInBroken[row] >= 0) else { return }
      if isBroken {
        placeInBroken[row] = broken.count
        broken.append(row)
      } else {
        let place = placeInBroken[row]
        let last = broken.removeLast()
        if last != row { (broken[place], placeInBroken[last]) = (last, place) }
        placeInBroken[row] = -1
      }
    }
  }
}
