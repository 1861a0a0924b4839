/// A bound on a weighted sum of finishes and tardinesses, from the critical path and the work on every resource.
///
///     finish of k ≥ mean busy time of i + half of i's duration + path from i's finish to k's finish
///
/// holds for every activity i before k and every resource of i. Each term shares its weight among these *witnesses*
/// and its own critical path; for any shares the least sum, resource by resource, is a bound, and the shares are moved
/// towards the witnesses that say most (it is concave in them). Complexity: O(rounds · (witnesses + days · resources)).
struct CompletionBound {
  /// What one term asks of the finish of an activity: `weight · max(0, finish − day)`.
  struct Term {
    var activity: Int
    var day: Int
    var weight: Int
  }

  private struct Witness {
    var term: Int
    var resource: Int
    /// An index into the jobs of the resource.
    var job: Int
    /// Days from the witness's mean busy time to what the term counts.
    var distance: Double
    var share = 0.0
    var says = 0.0
  }

  /// How far the first round moves the scores, for a day's difference in a project that is one day long. Larger
  /// steps jump between witnesses; smaller ones need more rounds.
  private static let firstStep = 6.0

  private let terms: [Term]
  /// The critical path, in days.
  private let days: Double
  /// What the critical path alone says of each term, in days.
  private let pathSays: [Double]
  private var pathShare: [Double]
  private var witnesses: [Witness] = []
  private var resources: [MeanBusyTime] = []
  private var jobCounts: [Int] = []

  init(_ graph: StartGraph, terms: [Term], windows: StartWindows) {
    self.terms = terms
    days = windows.earliest.enumerated().reduce(1) {
      max($0, Double(graph.tables[$1.offset].finish(from: $1.element)))
    }
    pathSays = terms.map { term in
      let finish = graph.tables[term.activity].finish(from: windows.earliest[term.activity])
      return Double(max(0, finish - term.day))
    }
    pathShare = Array(repeating: 1, count: terms.count)
    let jobOf = addResources(graph, windows)
    for (index, term) in terms.enumerated() { addWitnesses(graph, index, term, jobOf) }
  }

  /// Each packing view of a resource is a resource of its own; answers which of its jobs each activity is.
  private mutating func addResources(_ graph: StartGraph, _ windows: StartWindows) -> [[Int?]] {
    PackingView.views(of: graph.project).map { view in
      var jobs: [MeanBusyTime.Job] = []
      let places = view.weights.enumerated().map { activity, weight -> Int? in
        guard weight > 0 else { return nil }
        jobs.append(.init(release: windows.earliest[activity], work: weight * graph.project.durations[activity]))
        return jobs.count - 1
      }
      resources.append(MeanBusyTime(jobs: jobs, capacity: view.capacity, days: graph.horizon))
      jobCounts.append(jobs.count)
      return places
    }
  }

  private mutating func addWitnesses(_ graph: StartGraph, _ index: Int, _ term: Term, _ jobOf: [[Int?]]) {
    let paths = graph.finishPaths(to: term.activity)
    for (activity, path) in paths.enumerated() {
      guard let path else { continue }
      for resource in jobOf.indices {
        guard let job = jobOf[resource][activity] else { continue }
        let distance = Double(graph.project.durations[activity]) / 2 + Double(path - term.day)
        witnesses.append(Witness(term: index, resource: resource, job: job, distance: distance))
      }
    }
  }

  /// The best bound of some rounds of moving the shares.
  mutating func value(rounds: Int, stop: StopRule) -> Int {
    guard !terms.isEmpty else { return 0 }
    var best = evaluate()
    guard !witnesses.isEmpty else { return Self.whole(best) }
    var scores = Array(repeating: 0.0, count: witnesses.count)
    var pathScores = Array(repeating: 0.0, count: terms.count)
    for round in 0..<rounds where stop.reason == nil {
      let step = Self.firstStep / (days * (1 + Double(round) / 10))
      for index in witnesses.indices { scores[index] += step * witnesses[index].says }
      for index in terms.indices { pathScores[index] += step * pathSays[index] }
      share(scores, pathScores)
      best = max(best, evaluate())
    }
    return Self.whole(best)
  }

  /// Rounded up, less what adding up may have cost.
  private static func whole(_ value: Double) -> Int { Int((value - 1e-6 * (1 + abs(value) * 1e-3)).rounded(.up)) }

  /// Shares in proportion to the exponential of the scores.
  private mutating func share(_ scores: [Double], _ pathScores: [Double]) {
    var greatest = pathScores
    for (witness, score) in zip(witnesses, scores) { greatest[witness.term] = max(greatest[witness.term], score) }
    var sums = terms.indices.map { index in
      pathShare[index] = Self.exponential(pathScores[index] - greatest[index])
      return pathShare[index]
    }
    for index in witnesses.indices {
      let term = witnesses[index].term
      witnesses[index].share = Self.exponential(scores[index] - greatest[term])
      sums[term] += witnesses[index].share
    }
    for index in terms.indices { pathShare[index] /= sums[index] }
    for index in witnesses.indices { witnesses[index].share /= sums[witnesses[index].term] }
  }

  /// e^x for x ≤ 0, by squaring: needs no library, and any shares make a valid bound.
  private static func exponential(_ exponent: Double) -> Double {
    guard exponent > -40 else { return 0 }
    var value = 1 + exponent / 4096
    for _ in 0..<12 { value *= value }
    return value
  }

  /// The bound of the shares as they are; leaves with each witness what it says.
  private mutating func evaluate() -> Double {
    var values = jobCounts.map { Array(repeating: 0.0, count: $0) }
    for witness in witnesses {
      values[witness.resource][witness.job] += Double(terms[witness.term].weight) * witness.share
    }
    let means = resources.indices.map { resources[$0].means(values: values[$0]) }
    var sum = 0.0
    for index in terms.indices { sum += Double(terms[index].weight) * pathShare[index] * pathSays[index] }
    for index in witnesses.indices {
      let witness = witnesses[index]
      witnesses[index].says = means[witness.resource][witness.job] + witness.distance
      sum += Double(terms[witness.term].weight) * witness.share * witnesses[index].says
    }
    return sum
  }
}

extension StartGraph {
  /// The fewest days from the finish of each activity to the finish of `activity`; nil where no path leads there.
  func finishPaths(to activity: Int) -> [Int?] {
    var paths: [Int?] = Array(repeating: nil, count: project.activityCount)
    paths[activity] = 0
    var moves = true
    while moves {
      moves = false
      for link in project.links.reversed() {
        guard let rest = paths[link.successor], let gap = leastFinishGap(of: link) else { continue }
        if paths[link.predecessor].map({ gap + rest > $0 }) ?? true {
          paths[link.predecessor] = gap + rest
          moves = true
        }
      }
    }
    return paths
  }

  /// The fewest days from finish to finish that a link asks for; nil where a pattern may stretch the predecessor.
  private func leastFinishGap(of link: Project.Link) -> Int? {
    let tail = link.measuresFinishOfSuccessor ? 0 : project.durations[link.successor]
    if link.measuresFinishOfPredecessor { return link.lag + tail }
    guard project.patternOf[link.predecessor] == nil else { return nil }
    return link.lag + tail - project.durations[link.predecessor]
  }
}
