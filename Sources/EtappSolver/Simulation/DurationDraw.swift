/// Draws the durations of a trial into memory that is used again and again; one for each thread of work.
final class DurationDraw {
  /// How an activity, or a driver's impact, is drawn.
  private struct Source: BitwiseCopyable {
    var base: UInt64
    var table: UnsafePointer<Float>
    var steps: Int32
    var law: Int32
    var factor: Float
  }

  let durations: FixedBuffer<Int32>
  private let count: Int
  private let laws: [DurationLaw]
  private let memory: FixedBuffer<Float>
  private let sources: FixedBuffer<Source>
  private let scopes: FixedBuffer<DrawTables.Scope>
  private let impacts: FixedBuffer<Source>
  private let hits: FixedBuffer<Int32>
  private let hitStarts: FixedBuffer<Int32>
  private let started: FixedBuffer<DrawTables.Started>
  private let factors: FixedBuffer<Float>
  private let extras: FixedBuffer<Float>

  /// No duration is longer, so that sums of them stay whole numbers of 32 bits.
  static let longest: Float = 10_000_000

  init(_ tables: DrawTables) {
    count = tables.lawOf.count
    laws = tables.laws.map(\.law)
    let memory = FixedBuffer(tables.laws.flatMap(\.values))
    let offsets = tables.laws.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.values.count) }
    func source(_ law: Int32, base: UInt64, factor: Float) -> Source {
      Source(
        base: base, table: UnsafePointer(memory.base + offsets[Int(law)]), steps: Int32(tables.laws[Int(law)].steps),
        law: law, factor: factor)
    }
    self.memory = memory
    sources = FixedBuffer(
      tables.lawOf.indices.map {
        source(tables.lawOf[$0], base: tables.keyBases[$0], factor: tables.factors[$0])
      })
    scopes = FixedBuffer(tables.scopes)
    impacts = FixedBuffer(tables.scopes.map { source($0.law, base: $0.base, factor: 1) })
    hits = FixedBuffer(tables.hits.elements)
    hitStarts = FixedBuffer(tables.hits.starts)
    started = FixedBuffer(tables.started)
    durations = FixedBuffer(0, count: count)
    factors = FixedBuffer(tables.factors)
    extras = FixedBuffer(0, count: count)
  }

  /// Draws every duration of a trial.
  func draw(_ trialBase: UInt64) {
    strike(trialBase)
    let (sources, factors, extras) = (self.sources.base, self.factors.base, self.extras.base)
    let durations = self.durations.base
    for rank in 0..<count {
      let bits = UInt32(truncatingIfNeeded: CounterRandom.bits(trialBase, sources[rank].base) >> 32)
      let value = value(sources[rank], bits) * factors[rank] + extras[rank]
      durations[rank] = Self.whole(value)
    }
    for index in 0..<started.count { extend(started[index], trialBase) }
  }

  /// Lets drivers hit: the low half of a number says whether, the high half how hard.
  private func strike(_ trialBase: UInt64) {
    for rank in 0..<count {
      factors[rank] = sources[rank].factor
      extras[rank] = 0
    }
    for index in 0..<scopes.count {
      let bits = CounterRandom.bits(trialBase, scopes[index].base)
      guard bits & 0xFFFF_FFFF < scopes[index].threshold else { continue }
      let impact = value(impacts[index], UInt32(truncatingIfNeeded: bits >> 32))
      for hit in Int(hitStarts[index])..<Int(hitStarts[index + 1]) {
        let rank = Int(hits[hit])
        if scopes[index].adds { extras[rank] += impact } else { factors[rank] *= impact }
      }
    }
  }

  @inline(__always)
  private func value(_ source: Source, _ bits: UInt32) -> Float {
    if source.steps > 0 { return source.table[Int((UInt64(bits) &* UInt64(source.steps)) >> 32)] }
    return QuantileTable.quantile(source.table, bits) ?? end(source, bits)
  }

  @inline(never)
  private func end(_ source: Source, _ bits: UInt32) -> Float {
    Float(laws[Int(source.law)].quantile(CounterRandom.uniform(bits)))
  }

  @inline(__always)
  private static func whole(_ value: Float) -> Int32 { Int32(min(max(value, 0), longest) + 0.5) }

  /// Draws an activity under way anew, given that it has not finished:
  ///
  ///     u′ = F(e) + (1 − F(e)) u,   e = (elapsed + ½ − days added) / factor
  ///
  /// with the factor as drawn. (That it has lasted long is not held for evidence that a driver has hit.)
  private func extend(_ started: DrawTables.Started, _ trialBase: UInt64) {
    let rank = Int(started.rank)
    let source = sources[rank]
    let bits = UInt32(truncatingIfNeeded: CounterRandom.bits(trialBase, source.base) >> 32)
    let least = (Float(started.elapsed) + 0.5 - extras[rank]) / max(factors[rank], 1e-6)
    let lasted = share(source, below: least)
    let uniform = min(lasted + (1 - lasted) * CounterRandom.uniform(bits), 1 - 1e-12)
    let value = Float(laws[Int(source.law)].quantile(uniform)) * factors[rank] + extras[rank]
    durations[rank] = max(Self.whole(value), started.elapsed + 1)
  }

  private func share(_ source: Source, below value: Float) -> Double {
    let law = laws[Int(source.law)]
    guard source.steps == 0 else { return law.cumulative(at: Double(value)) }
    return QuantileTable.cumulative(source.table, at: value) ?? law.cumulative(at: Double(value))
  }
}
