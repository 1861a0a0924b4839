/// Runs one trial after the other in memory that is used again and again; one for each thread of work.
///
///     draw the durations
///     without shared resources: each activity when its links allow, in the order of links
///     with them: day by day, whoever is ready and has the turn starts, as `ListPolicy` says
///
/// A class because it owns memory.
final class TrialRunner {
  let model: CompiledModel
  let draw: DurationDraw
  let starts: FixedBuffer<Int32>
  let finishes: FixedBuffer<Int32>
  /// The activity that another waited for last; −1 where it waited for a release, a calendar or nothing.
  let causes: FixedBuffer<Int32>

  let count: Int
  let releases: FixedBuffer<Int32>
  let fixedStarts: FixedBuffer<Int32>
  let patternOf: FixedBuffer<Int32>
  let patterns: WorkPatterns
  let incoming: FixedBuffer<CompiledModel.Link>
  let incomingStarts: FixedBuffer<Int32>
  private let pools: PoolRunner?

  init(_ model: CompiledModel) {
    self.model = model
    count = model.count
    draw = DurationDraw(model.draws)
    starts = FixedBuffer(0, count: model.count)
    finishes = FixedBuffer(0, count: model.count)
    causes = FixedBuffer(-1, count: model.count)
    releases = FixedBuffer(model.releases)
    fixedStarts = FixedBuffer(model.fixedStarts)
    patternOf = FixedBuffer(model.patternOf)
    patterns = WorkPatterns(model.patterns)
    incoming = FixedBuffer(model.incoming.elements)
    incomingStarts = FixedBuffer(model.incoming.starts)
    pools = model.hasPools ? PoolRunner(model) : nil
  }

  func run(trial: Int, seed: UInt64) {
    draw.draw(CounterRandom.base(seed: seed, trial: trial))
    if let pools { pools.run(self) } else { followLinks() }
  }

  /// The forward pass of the critical path method.
  private func followLinks() {
    for rank in 0..<count {
      let fixed = fixedStarts[rank]
      guard fixed == CompiledModel.none else {
        causes[rank] = -1
        place(rank, start: fixed)
        continue
      }
      var (start, finish, cause, finishCause) = (releases[rank], CompiledModel.none, Int32(-1), Int32(-1))
      for index in Int(incomingStarts[rank])..<Int(incomingStarts[rank + 1]) {
        let link = incoming[index]
        let day = (link.fromStart ? starts[Int(link.other)] : finishes[Int(link.other)]) + link.lag
        if link.toFinish {
          if day >= finish { (finish, finishCause) = (day, link.other) }
        } else if day >= start {
          (start, cause) = (day, link.other)
        }
      }
      if finish != CompiledModel.none {
        let day = self.start(of: rank, finishingFrom: finish)
        if day > start { (start, cause) = (day, finishCause) }
      }
      causes[rank] = cause
      place(rank, start: workingDay(of: rank, from: start))
    }
  }

  @inline(__always)
  func place(_ rank: Int, start: Int32) {
    starts[rank] = start
    finishes[rank] = finish(of: rank, start: start)
  }

  @inline(__always)
  func finish(of rank: Int, start: Int32) -> Int32 {
    let pattern = patternOf[rank]
    let duration = draw.durations[rank]
    return pattern < 0 ? start + duration : patterns[pattern].finish(start: start, duration: duration)
  }

  /// The first day from `day` on that an activity can start on; a milestone may come on any.
  @inline(__always)
  func workingDay(of rank: Int, from day: Int32) -> Int32 {
    let pattern = patternOf[rank]
    return pattern < 0 || draw.durations[rank] == 0 ? day : patterns[pattern].next(from: day)
  }

  @inline(__always)
  func start(of rank: Int, finishingFrom day: Int32) -> Int32 {
    let pattern = patternOf[rank]
    let duration = draw.durations[rank]
    return pattern < 0 ? day - duration : patterns[pattern].start(finishingFrom: day, duration: duration)
  }
}
