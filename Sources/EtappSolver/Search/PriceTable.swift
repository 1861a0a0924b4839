import Dispatch

/// What every other decision about a single site costs, as proved intervals, all at once.
///
///     least: the relaxation's optimum with all its cuts, and the reduced costs of what the decision forces
///            c y ≥ z + Σ_t d_{jt} (v_t − y_{jt}) + Σ_t π_{jt} (r_t − r*_t)
///     most:  the best exchange with one other site that keeps the rules, in closed form
///
/// The first holds since every other column stands at a bound where moving it cannot lower c y. The second is a plan, so
/// nothing forced can cost more.
///
/// Source: reduced costs as bounds, Dantzig, Fulkerson, Johnson (1954), doi:10.1287/opre.2.4.393; gain, loss and what both
/// share: Resende & Werneck (2007), doi:10.1007/s10479-006-0154-0.
package struct PriceTable {
  /// One decision about one site.
  package struct Entry: Sendable {
    package var site: Int
    /// The round it happens in, or `Phasing.never`.
    package var event: Int8
    /// No phasing with the decision has a smaller objective.
    package var least: Double
    /// The objective of a phasing with the decision; nil where none was found.
    package var most: Double?
    /// The sites that have another event in that phasing, the site itself left out.
    package var exchange: [Int]
  }

  private let problem: PhasedProblem
  private let measure: Int
  private let gain: GainMeasure
  private let best: Phasing
  private let library: HighsLibrary
  private let stop: StopRule
  private let threads: Int

  /// - Parameters:
  ///   - measure: A gain measure, the one that is minimised.
  ///   - best: The phasing that decisions are held against.
  package init?(
    _ problem: PhasedProblem, measure: Int, best: Phasing, library: HighsLibrary, stop: StopRule, threads: Int
  ) {
    guard case .gain(let gain) = problem.measures[measure] else { return nil }
    self.problem = problem
    self.measure = measure
    self.gain = gain
    self.best = best
    self.library = library
    self.stop = stop
    self.threads = threads
  }

  /// - Parameters:
  ///   - hints: Points that another search of the problem ended at.
  ///   - known: A bound that is proved already.
  package func entries(hints: [BranchAndCut.Hint], known: Double) -> [Entry] {
    let exchanges = Exchanges(problem, gain, best)
    let relaxation = PriceRelaxation(
      problem, measure: measure, hints: hints, library: library, stop: stop, threads: threads)
    var entries: [Entry] = []
    for (site, kind) in problem.sites.enumerated() {
      let rounds = (0..<problem.rounds).filter { kind.mayHappen[$0] }.map { Int8($0) }
      for event in rounds + (kind.mayStay ? [Phasing.never] : []) where event != best.events[site] {
        let least = max(known, relaxation?.bound(of: site, event) ?? known)
        let found = exchanges.best(forcing: site, event)
        entries.append(
          Entry(
            site: site, event: event, least: min(least, found?.value ?? .infinity), most: found?.value,
            exchange: [found?.partner].compactMap { $0 }))
      }
    }
    if let relaxation { sharpen(&entries, relaxation) }
    return entries
  }

  /// Solves the relaxation again for every decision, on two workers whatever the number of threads.
  ///
  /// The cheapest decisions come first: they are the ones somebody may want. Those that the patience does not reach keep the
  /// interval that they have.
  private func sharpen(_ entries: inout [Entry], _ relaxation: PriceRelaxation) {
    let workers = [relaxation, relaxation.copy()]
    let patience = stop.within(Self.patience)
    let open = entries.indices.filter { Self.isOpen(entries[$0]) }
      .sorted { (entries[$0].most ?? .infinity, $0) < (entries[$1].most ?? .infinity, $1) }
    let known = entries
    var results = [[(index: Int, entry: Entry)]](repeating: [], count: workers.count)
    results.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      nonisolated(unsafe) let workers = workers
      let work: @Sendable (Int) -> Void = { worker in
        for (number, index) in open.enumerated() where number % workers.count == worker && patience.reason == nil {
          slots[worker].append((index, sharpened(known[index], workers[worker])))
        }
      }
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: workers.count, execute: work)
      } else {
        workers.indices.forEach(work)
      }
    }
    for (index, entry) in results.joined() { entries[index] = entry }
  }

  /// Seconds that intervals are made narrower for.
  private static let patience = 6.0

  private static func isOpen(_ entry: Entry) -> Bool {
    guard let most = entry.most else { return true }
    return most - entry.least > 1e-7 * max(1e-9, abs(most))
  }

  private func sharpened(_ entry: Entry, _ relaxation: PriceRelaxation) -> Entry {
    var entry = entry
    let found = relaxation.solve(entry.site, entry.event, cutoff: entry.most ?? .infinity)
    entry.least = max(entry.least, found.least)
    for phasing in found.phasings where phasing.events[entry.site] == entry.event && problem.isFeasible(phasing) {
      let value = problem.value(of: measure, in: phasing)
      guard value < entry.most ?? .infinity else { continue }
      entry.most = value
      entry.exchange = problem.sites.indices.filter { $0 != entry.site && phasing.events[$0] != best.events[$0] }
    }
    entry.least = min(entry.least, entry.most ?? .infinity)
    return entry
  }
}
