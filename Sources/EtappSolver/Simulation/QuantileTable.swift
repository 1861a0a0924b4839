/// A law made ready for drawing in a few nanoseconds, whatever it is.
///
/// *Smooth* laws are quantiles at even steps, dense towards both ends: 512 cells over (0, 1), the outer four at each end
/// again in 64 cells; what is beyond those (1 draw in 4,096) is computed. Within a cell the quantile is a straight line,
/// which for a normal law is off by at most 0.008 deviations, in a cell that one draw in 8,192 falls into. *Stepped* laws
/// are their values, each as likely; a fixed law is one value.
struct QuantileTable: Sendable {
  static let cells = 512
  /// Cells at each end that are looked up in the tail instead.
  static let outer = 4
  static let tailCells = 64
  private static let lowTail = cells + 1
  private static let highTail = lowTail + tailCells + 1

  let law: DurationLaw
  /// Smooth: the middle, the low tail, the high tail (both from the end inwards). Stepped: the values.
  let values: [Float]
  /// How many values a stepped law has; 0 for a smooth one.
  let steps: Int

  init(_ law: DurationLaw) {
    self.law = law
    switch law {
    case .fixed(let value): values = [Float(value)]
    case .empirical(let all): values = all.map { Float($0) }
    default: values = Self.quantiles(of: law)
    }
    steps = law.isStepped ? values.count : 0
  }

  private static func quantiles(of law: DurationLaw) -> [Float] {
    let width = Double(outer) / Double(cells)
    // The ends themselves are computed, never interpolated to.
    func value(_ probability: Double) -> Float { Float(law.quantile(min(max(probability, 1e-9), 1 - 1e-9))) }
    let tail = (0...tailCells).map { width * Double($0) / Double(tailCells) }
    return (0...cells).map { value(Double($0) / Double(cells)) } + tail.map { value($0) } + tail.map { value(1 - $0) }
  }

  /// The quantile of a smooth law at (`bits` + ½) / 2³²; nil at the very ends.
  @inline(__always)
  static func quantile(_ table: UnsafePointer<Float>, _ bits: UInt32) -> Float? {
    let cell = Int(bits >> 23)
    if cell >= outer && cell < cells - outer { return line(table + cell, Float(bits & 0x7F_FFFF) * 0x1p-23) }
    let (fromEnd, tail) = cell < outer ? (bits, table + lowTail) : (~bits, table + highTail)
    // The four outer cells are 2²⁵ numbers, in 64 cells of 2¹⁹.
    let tailCell = Int(fromEnd >> 19)
    return tailCell > 0 ? line(tail + tailCell, Float(fromEnd & 0x7_FFFF) * 0x1p-19) : nil
  }

  @inline(__always)
  private static func line(_ values: UnsafePointer<Float>, _ share: Float) -> Float {
    values[0] + share * (values[1] - values[0])
  }

  /// The share of a smooth law below `value`, by the middle of the table where it reaches; nil in the tails.
  static func cumulative(_ table: UnsafePointer<Float>, at value: Float) -> Double? {
    var (low, high) = (outer, cells - outer)
    guard value >= table[low], value < table[high] else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if table[middle] <= value { low = middle } else { high = middle }
    }
    let width = table[low + 1] - table[low]
    return (Double(low) + Double(width > 0 ? (value - table[low]) / width : 0)) / Double(cells)
  }
}

extension DurationLaw {
  /// Whether it is a number of single values.
  var isStepped: Bool {
    switch self {
    case .fixed, .empirical: true
    default: false
    }
  }

  /// The share of the law at or below `value`, by halving on the quantile.
  package func cumulative(at value: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<52 {
      let middle = (low + high) / 2
      if quantile(middle) <= value { low = middle } else { high = middle }
    }
    return low
  }
}
