/// Where cuts for one measure in one round come from: given a point of the relaxation, rows that hold for every
/// phasing and that the point breaks.
enum CutSource: Sendable {
  case gain(GainCuts)
  case capacity(CapacityCuts)
  case nearest(NearestCuts)
  case balance(BalanceCuts)

  /// The measure that the cuts describe.
  var measure: Int {
    switch self {
    case .gain(let cuts): cuts.measure
    case .capacity(let cuts): cuts.measure
    case .nearest(let cuts): cuts.measure
    case .balance(let cuts): cuts.measure
    }
  }

  /// Rows that the point breaks; when anticipating, also rows that the next points would break.
  func separate(_ point: [Double], threads: Int, anticipates: Bool = false) -> [Row] {
    switch self {
    case .gain(let cuts): cuts.separate(point, threads: threads)
    case .capacity(let cuts): cuts.separate(point)
    case .nearest(let cuts): cuts.separate(point, anticipates: anticipates)
    case .balance(let cuts): cuts.separate(point)
    }
  }
}
