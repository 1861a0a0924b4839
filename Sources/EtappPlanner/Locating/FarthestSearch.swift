import Dispatch
import EtappModel
import EtappSolver

/// The least longest travel, from both sides.
///
///     upper: what a set of sites attains.  lower: no set is better, since fewer sites than needed would have to serve
///     the representatives within it
///
/// Rounds of two questions, side by side where there are two threads: whether so few sites serve all within something
/// shorter, by a descent; whether none do within something a little above the lower bound, by a tree. The answers are the
/// same one after the other.
///
/// Source: bounds by rows looked at as they are missed, C. Contardo, M. Iori, R. Kramer, "A scalable exact algorithm for the
/// vertex p-center problem", Computers & Operations Research 103 (2019).
struct FarthestSearch {
  private let most: Int
  private let siteCount: Int
  private let library: HighsLibrary
  private let stop: StopRule
  private let threads: Int
  private var rows: Representatives
  private(set) var sites: [Int]
  private(set) var upper: Float
  private(set) var lower: Float
  /// Points whose rows decided the last question.
  private var deciding: [Int] = []
  private var orders: [[Int32]] = []

  /// Steps of the first descent, and of one for a question; nodes of a tree; both grow as they are not enough.
  private static let firstSteps = 10_000
  private static let steps = 200_000
  private static let nodes = 20
  /// Places that rings are drawn around.
  private static let places = 150
  /// Where the bounds are as near as this, nothing is halved any more.
  private static let near: Float = 1e-3

  init(_ rows: Representatives, siteCount: Int, open most: Int, library: HighsLibrary, stop: StopRule, threads: Int) {
    (self.rows, self.siteCount, self.most, self.library, self.stop) = (rows, siteCount, most, library, stop)
    self.threads = threads
    sites = self.rows.spread(open: most)
    upper = self.rows.longest(open: sites)
    lower = self.rows.longest(open: Array(0..<siteCount))
  }

  typealias Report = (_ upper: Float, _ lower: Float) -> Void

  mutating func run(_ report: Report) {
    report(upper, lower)
    descend(report)
    orders = rows.orders(count: Self.places)
    decide(report)
  }

  /// Sites that serve all within ever less, until the descent finds none.
  private mutating func descend(_ report: Report) {
    var (left, current, seed) = (Self.firstSteps, sites, UInt64(1))
    while left > 0, lower < upper, stop.reason == nil {
      let rows = RepresentativeRows(self.rows, within: upper.nextDown, siteCount: siteCount, orders: [])
      if rows.rows.contains(where: \.isEmpty) { return }
      var descent = CoveringDescent(rows: rows.rows, siteCount: siteCount, open: current, seed: seed)
      guard descent.run(steps: left, stop: stop) else { return }
      left -= descent.steps + 1
      seed += 1
      current = descent.sites
      if take(current) { report(upper, lower) }
      _ = self.rows.worst(open: current, within: upper.nextDown)
    }
  }

  private mutating func take(_ found: [Int]) -> Bool {
    let longest = rows.longest(open: found)
    guard longest < upper else { return false }
    (sites, upper) = (found, longest)
    return true
  }

  /// Between the bounds, with ever more work.
  private mutating func decide(_ report: Report) {
    var descent = Effort(step: 0.5, work: Self.steps)
    var tree = Effort(step: 0.125, work: Self.nodes)
    // The least travel within which so few sites are enough in shares, as far as is known.
    var high = upper
    var seed: UInt64 = 1
    while lower < upper, stop.reason == nil {
      high = min(high, upper)
      let isHalving = high - lower > Self.near * high
      var questions = [
        Question(self, within: travel(descent.step)),
        Question(self, within: isHalving ? (lower + high) / 2 : travel(tree.step)),
      ]
      questions[0].decision.descend(from: sites, steps: descent.work, seed: seed)
      questions[1].decision.prove(nodes: isHalving ? 0 : tree.work)
      seed += 1
      let before = (upper, lower)
      let answers = take(Self.asked(questions, threads: threads))
      for (question, answer) in zip(questions, answers) {
        if case .impossible = answer { lower = max(lower, min(upper, beyond(question.within))) }
      }
      if isHalving, case .undecided = answers[1] { high = min(high, questions[1].within) }
      let (isShorter, isProved) = (upper < before.0, lower > before.1)
      descent.adapt(isShorter) { isShorter ? 0.5 : ($0 + 1) / 2 }
      if !isHalving { tree.adapt(isProved) { isProved ? min(1, $0 * 2) : $0 / 2 } }
      report(upper, lower)
    }
  }

  /// How far between the bounds to ask, and how hard.
  private struct Effort {
    private(set) var step: Float
    private(set) var work: Int
    private var failures = 0

    init(step: Float, work: Int) { (self.step, self.work) = (step, work) }

    mutating func adapt(_ isBetter: Bool, next: (Float) -> Float) {
      failures = isBetter ? 0 : failures + 1
      step = next(step)
      guard failures == 3 else { return }
      (step, work, failures) = (0.5, work * 2, 0)
    }
  }

  /// What the bounds leave, so far from the lower one; the last question is whether anything is better at all.
  private func travel(_ step: Float) -> Float {
    upper - lower <= Self.near * upper ? upper.nextDown : min(upper.nextDown, lower + (upper - lower) * step)
  }

  /// The bound of an impossible question.
  private func beyond(_ within: Float) -> Float { within >= upper.nextDown ? upper : within.nextUp }

  // MARK: Questions

  /// Whether so few sites serve all within some travel.
  private struct Question: Sendable {
    let within: Float
    var decision: CoveringDecision
    private var source: RepresentativeRows
    private let hints: [Int]
    private(set) var answer = CoveringDecision.Answer.undecided

    init(_ search: FarthestSearch, within: Float) {
      self.within = within
      decision = CoveringDecision(most: search.most, library: search.library, stop: search.stop)
      source = RepresentativeRows(
        search.rows, within: within, siteCount: search.siteCount, orders: search.orders)
      hints = source.numbers(of: search.deciding)
    }

    func asked() -> Question {
      var asked = self
      asked.answer = asked.decision.answer(&asked.source, hints: hints)
      return asked
    }

    var rows: Representatives { source.representatives }
    var deciding: [Int] { decision.active.map { source.points[$0] } }
  }

  private static func asked(_ questions: [Question], threads: Int) -> [Question] {
    guard threads > 1 else { return questions.map { $0.asked() } }
    var asked = questions
    asked.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: buffer.count) { buffer[$0] = buffer[$0].asked() }
    }
    return asked
  }

  /// Keeps what questions have come to.
  private mutating func take(_ asked: [Question]) -> [CoveringDecision.Answer] {
    for question in asked {
      rows.learn(question.rows)
      if !question.deciding.isEmpty { deciding = question.deciding }
      if case .sites(let found) = question.answer { _ = take(found) }
    }
    return asked.map(\.answer)
  }
}

/// The rows of a question of covering within some travel.
struct RepresentativeRows: CoveringSource, Sendable {
  private(set) var representatives: Representatives
  let siteCount: Int
  let orders: [[Int32]]
  private let within: Float
  /// The point of each row.
  private(set) var points: [Int]
  private(set) var rows: [[Int32]]

  init(_ representatives: Representatives, within: Float, siteCount: Int, orders: [[Int32]]) {
    self.representatives = representatives
    (self.within, self.siteCount, self.orders) = (within, siteCount, orders)
    points = representatives.points(within: within)
    rows = points.map { representatives.row(of: $0, within: within) }
  }

  /// The rows of points.
  func numbers(of wanted: [Int]) -> [Int] {
    let wanted = Set(wanted)
    return points.indices.filter { wanted.contains(points[$0]) }
  }

  mutating func seek(shares: [Double]) {
    let isWhole = shares.allSatisfy { $0 < 1e-6 || $0 > 1 - 1e-6 }
    let open = shares.indices.filter { shares[$0] > 0.5 }
    let new =
      isWhole
      ? representatives.worst(open: open, within: within) : representatives.lacking(shares, within: within)
    let known = Set(points)
    for point in new where !known.contains(point) {
      points.append(point)
      rows.append(representatives.row(of: point, within: within))
    }
  }
}
