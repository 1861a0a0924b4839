/// Follows the chain that a milestone hung on back to its beginning, trial after trial, and counts who was on it.
///
/// From an activity the chain goes to the one it waited for: the predecessor that finished last, whoever gave back the units
/// it needed, or whose turn it was before. Of several at the same time one is taken.
struct ChainTrace: Sendable {
  /// By rank.
  private(set) var last: [Int]
  private(set) var own: [Int]
  /// Rank of each milestone, −1 where it has been given up.
  private let milestones: [Int32]
  private let owners: [Int32]
  private let owns: Bool

  init(_ question: Simulation.Question, _ model: CompiledModel) {
    last = Array(repeating: 0, count: model.count)
    own = last
    milestones = question.milestones.map { Int32(model.ranks[$0]) }
    owns = !question.owners.isEmpty
    owners = model.activities.map { activity in
      question.owners.isEmpty ? -1 : question.owners[activity].map(Int32.init) ?? -1
    }
  }

  @inline(__always)
  mutating func add(_ runner: TrialRunner) {
    if let last = latest(runner) { Self.walk(from: last, runner) { self.last[$0] += 1 } }
    guard owns else { return }
    for (index, milestone) in milestones.enumerated() where milestone >= 0 {
      guard runner.finishes[Int(milestone)] != CompiledModel.never else { continue }
      Self.walk(from: milestone, runner) { if owners[$0] == index { own[$0] += 1 } }
    }
  }

  /// The milestone that finishes last of those that do.
  private func latest(_ runner: TrialRunner) -> Int32? {
    var (latest, day): (Int32?, Int32) = (nil, .min)
    for milestone in milestones where milestone >= 0 {
      let finish = runner.finishes[Int(milestone)]
      if finish > day && finish != CompiledModel.never { (latest, day) = (milestone, finish) }
    }
    return latest
  }

  /// - Parameter visit: is given each rank of the chain.
  @inline(__always)
  private static func walk(from milestone: Int32, _ runner: TrialRunner, _ visit: (Int) -> Void) {
    var rank = milestone
    // Leads can make a chain bite its tail.
    var steps = runner.count
    while rank >= 0 && steps > 0 {
      visit(Int(rank))
      rank = runner.causes[Int(rank)]
      steps -= 1
    }
  }

  @inline(__always)
  func store(_ runner: TrialRunner, trial: Int, of trials: Int, into finishes: UnsafeMutableBufferPointer<Int32>) {
    for (index, milestone) in milestones.enumerated() {
      finishes[index * trials + trial] = milestone >= 0 ? runner.finishes[Int(milestone)] : CompiledModel.never
    }
  }
}
