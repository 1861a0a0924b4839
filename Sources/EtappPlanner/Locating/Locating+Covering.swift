import EtappModel
import EtappSolver
import Foundation

/// The goals that look at each person: everybody near, nobody far.
extension Locating {
  private var most: Int { min(question.open ?? data.candidates.count, data.candidates.count) }

  // MARK: Cover

  /// Fewest sites so that a share of the people is within.
  func cover(_ report: @escaping (Step) -> Void) throws -> Found {
    let within = Float(question.within ?? 0)
    let everywhere = network.travel(open: Array(data.candidates.indices), within: question.within).within ?? 0
    let wanted = question.share * data.people
    guard everywhere >= wanted - 1e-9 * max(1, wanted) else {
      return Found(sites: [], value: nil, bound: 0, status: .infeasible, attainable: everywhere)
    }
    let found = question.share >= 1 ? try coverAll(within, report) : coverShare(wanted, report)
    guard let value = found.value, let most = question.open, value > Double(most) else { return found }
    // Fewer were asked for than are enough: impossible when that is proved, else not known.
    if found.bound > Double(most) {
      return Found(sites: [], value: nil, bound: found.bound, status: .infeasible, attainable: everywhere)
    }
    return Found(sites: [], value: nil, bound: found.bound, status: found.status)
  }

  private func coverAll(_ within: Float, _ report: @escaping (Step) -> Void) throws -> Found {
    var search = CoveringSearch(
      siteCount: network.siteCount, library: try HighsLibrary.shared(), stop: options.stop)
    var rows = Representatives(network, people: data.population)
    let answer = search.run { rows.missed(open: $0, within: within) }
    switch answer {
    case .sites(let sites):
      return Found(sites: sites, value: Double(sites.count), bound: Double(sites.count), status: .proved)
    case .impossible: return Found(sites: [], value: nil, bound: 0, status: .infeasible)
    case .stopped(let least):
      return Found(sites: [], value: nil, bound: Double(least), status: stopped)
    }
  }

  private var stopped: Outcome.Status { options.stop.reason.map { .stopped($0) } ?? .unproved }

  /// The fewest sites of which the best reach is enough, by halving: reach grows with the number of sites.
  private func coverShare(_ wanted: Double, _ report: @escaping (Step) -> Void) -> Found {
    let slack = 1e-9 * max(1, wanted)
    let outside = data.people - wanted + slack
    // `least` sites are known to be needed, `enough` to be enough.
    var (least, enough) = (0, data.candidates.count)
    var best = Array(data.candidates.indices)
    let now = network.travel(open: [], within: question.within).within ?? 0
    if now >= wanted - slack { return Found(sites: [], value: 0, bound: 0, status: .proved) }
    least = 1
    var (nodes, guess) = (0, 1)
    while least < enough {
      let number = min(guess, enough - 1)
      let found = reach(open: number, goal: outside) { _ in }
      nodes += found.nodes
      report(Step(value: Double(enough), bound: Double(least), gap: Double(enough - least) / Double(enough)))
      if (found.value ?? 0) >= wanted - slack {
        (enough, best) = (number, found.sites)
      } else if found.bound < wanted - slack {
        least = number + 1
      } else {
        return Found(sites: best, value: Double(enough), bound: Double(least), status: stopped, nodes: nodes)
      }
      // Doubling until it is enough, halving from there.
      guess = enough == data.candidates.count ? number * 2 : (least + enough) / 2
    }
    return Found(sites: best, value: Double(enough), bound: Double(least), status: .proved, nodes: nodes)
  }

  // MARK: Farthest

  /// The least longest travel.
  func farthest(_ report: @escaping (Step) -> Void) throws -> Found {
    var search = FarthestSearch(
      Representatives(network, people: data.population), siteCount: network.siteCount, open: most,
      library: try HighsLibrary.shared(), stop: options.stop, threads: options.threads)
    search.run { upper, lower in
      report(Step(value: Double(upper), bound: Double(lower), gap: Double(upper - lower) / Double(max(upper, 1e-9))))
    }
    let status: Outcome.Status = search.lower >= search.upper ? .proved : stopped
    return Found(
      sites: search.sites, value: Double(search.upper), bound: Double(min(search.lower, search.upper)), status: status)
  }
}
