/// Random numbers by address instead of in turn: the number of a (seed, trial, key, stream) is a hash of the four.
///
/// So the luck of an activity in a trial never depends on what else is in the project, and two projects that differ in
/// one office differ in nothing else: common random numbers without bookkeeping, on any number of threads.
///
///     number = mix(trial base ⊕ key base),   trial base = mix(mix(seed) + trial · γ),   key base = mix(key + stream · γ′)
///
/// Source: counters instead of states, J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2,
/// 3", SC 2011, doi:10.1145/2063384.2063405; the mixing function is SplitMix64's.
package enum CounterRandom {
  /// What a number is drawn for; the same key has other numbers in another stream.
  package enum Stream: UInt64, Sendable { case duration = 1, driver = 2 }

  package static func base(seed: UInt64, trial: Int) -> UInt64 {
    mix(mix(seed) &+ UInt64(truncatingIfNeeded: trial) &* 0x9E37_79B9_7F4A_7C15)
  }

  package static func base(key: UInt64, stream: Stream) -> UInt64 {
    mix(key &+ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
  }

  /// The key of one thing in the scope of another: a driver in a region.
  package static func key(_ key: UInt64, in scope: UInt64) -> UInt64 { mix(mix(key) &+ scope) }

  /// 64 random bits.
  @inline(__always)
  package static func bits(_ trialBase: UInt64, _ keyBase: UInt64) -> UInt64 { mix(trialBase ^ keyBase) }

  /// A number in (0, 1), never 0 or 1, from 32 bits.
  @inline(__always)
  package static func uniform(_ bits: UInt32) -> Double { (Double(bits) + 0.5) * 0x1p-32 }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
