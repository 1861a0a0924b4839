/// How the steps of an ascent follow each other.
struct Pace {
  /// What a step keeps of the direction before it.
  let deflection: Float
  /// What is left of the factor when steps bring no more.
  let shortening: Double
  let leastFactor: Double

  static let ofTravel = Pace(deflection: 0.7, shortening: 0.6, leastFactor: 0.004)
  /// Points that several chosen sites serve change from step to step: their turns are evened out over many steps, and
  /// the steps shortened slowly.
  static let ofCovering = Pace(deflection: 0.98, shortening: 0.8, leastFactor: 0.001)
  static let ofSteepBurdens = Pace(deflection: 0.9, shortening: 0.6, leastFactor: 0.004)
}
