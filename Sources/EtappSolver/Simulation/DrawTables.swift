/// What the durations of one trial are drawn from, by rank.
struct DrawTables: Sendable {
  /// An activity under way: it has already lasted `elapsed` days.
  struct Started: BitwiseCopyable, Sendable {
    var rank: Int32
    var elapsed: Int32
  }

  /// Activities that a driver hits together.
  struct Scope: BitwiseCopyable, Sendable {
    var base: UInt64
    /// It happens when 32 random bits are below.
    var threshold: UInt64
    var law: Int32
    var adds: Bool
  }

  /// The different laws; many activities share one.
  let laws: [QuantileTable]
  /// The law of each rank, by index.
  let lawOf: [Int32]
  let keyBases: [UInt64]
  let factors: [Float]
  let started: [Started]
  let scopes: [Scope]
  /// Ranks that each scope hits.
  let hits: FlatRows<Int32>

  init(_ model: SimulationModel, order: [Int]) {
    var collection = LawCollection()
    lawOf = order.map { activity in
      guard case .finished(_, let duration) = model.progress[activity] else {
        return collection.index(of: model.laws[activity])
      }
      return collection.index(of: .fixed(Double(duration)))
    }
    keyBases = order.map { CounterRandom.base(key: model.keys[$0], stream: .duration) }
    factors = order.map { activity in
      if case .finished = model.progress[activity] { return 1 }
      return Float(model.factors[activity])
    }
    started = order.enumerated().compactMap { rank, activity in
      guard case .started(_, let elapsed) = model.progress[activity] else { return nil }
      return Started(rank: Int32(rank), elapsed: Int32(elapsed))
    }
    var ranks = [Int: Int32]()
    for (rank, activity) in order.enumerated() {
      // What has finished took what it took.
      if case .finished = model.progress[activity] { continue }
      ranks[activity] = Int32(rank)
    }
    var scopes: [Scope] = []
    var hits: [[Int32]] = []
    for driver in model.drivers {
      let (law, adds) = driver.impact.parts
      for scope in driver.scopes {
        let key = CounterRandom.key(driver.key, in: scope.key)
        scopes.append(
          Scope(
            base: CounterRandom.base(key: key, stream: .driver),
            threshold: UInt64((min(max(driver.probability, 0), 1) * 0x1p32).rounded()),
            law: collection.index(of: law), adds: adds))
        hits.append(scope.activities.compactMap { ranks[$0] })
      }
    }
    self.scopes = scopes
    self.hits = FlatRows(hits)
    laws = collection.laws.map(QuantileTable.init)
  }
}

extension SimulationModel.Driver.Impact {
  fileprivate var parts: (law: DurationLaw, adds: Bool) {
    switch self {
    case .multiplies(let law): (law, false)
    case .adds(let law): (law, true)
    }
  }
}

/// Laws, each once.
private struct LawCollection {
  private(set) var laws: [DurationLaw] = []
  private var indices: [DurationLaw: Int32] = [:]

  mutating func index(of law: DurationLaw) -> Int32 {
    if let index = indices[law] { return index }
    indices[law] = Int32(laws.count)
    laws.append(law)
    return Int32(laws.count - 1)
  }
}
