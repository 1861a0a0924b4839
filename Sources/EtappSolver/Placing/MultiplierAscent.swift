/// Lower bounds of a placing problem from multipliers of its points, bettered step by step.
///
///     L(μ) = constant + Σᵢ wᵢ μᵢ + min { Σ_{j ∈ S} ρⱼ(μ) : |S| ≤ p },   ρⱼ(μ) = Σᵢ wᵢ min(0, bᵢⱼ − μᵢ),   0 ≤ μᵢ ≤ restᵢ
///
/// Every μ gives a bound: a point served by j at bᵢⱼ pays μᵢ + (bᵢⱼ − μᵢ) or more. Only sites nearer than μᵢ are touched.
/// Steps follow a deflected subgradient, its length by Polyak's rule against the value known.
///
/// Source: Cornuejols, Fisher, Nemhauser (1977), Management Science 23; Held, Wolfe, Crowder (1974), Mathematical
/// Programming 6.
final class MultiplierAscent {
  let problem: PlacingProblem
  let open: Int
  private let threads: Int
  /// The multipliers of now, and those of the best bound.
  let multipliers: Flat<Float>
  let bestMultipliers: Flat<Float>
  private let direction: Flat<Float>
  private let scale: Flat<Float>
  /// What of a multiplier as it stands is added to its scale.
  private let proportion: Float
  /// Reduced cost of each site, by the multipliers of now and by the best.
  let reduced: Flat<Double>
  private(set) var bestReduced: [Double]
  private let partial: [Flat<Double>]
  private let isChosen: Flat<UInt8>
  private(set) var chosen: [Int] = []
  private(set) var bound = -Double.infinity
  private(set) var best = -Double.infinity
  private(set) var norm = 0.0
  private var order: [Int]
  /// Share of the recent choices that each site was in: what the linear relaxation would open, roughly.
  private(set) var frequency: [Double]
  private(set) var steps = 0

  /// How far multipliers step from the same slope.
  enum Stride {
    case alike
    case scaled([Float])
    /// In proportion to the multiplier as it stands: where burdens grow a thousandfold over the country.
    case inProportion
  }

  /// - Parameters:
  ///   - start: First multipliers, for one unit of weight.
  init(_ problem: PlacingProblem, open: Int, start: [Float], stride: Stride = .alike, threads: Int = 1) {
    self.problem = problem
    self.open = min(open, problem.siteCount)
    self.threads = problem.entries.count > 40_000 ? threads : 1
    multipliers = Flat(start)
    bestMultipliers = Flat(start)
    direction = Flat(repeating: 0, count: problem.pointCount)
    switch stride {
    case .alike: (scale, proportion) = (Flat(repeating: 1, count: problem.pointCount), 0)
    case .scaled(let scale): (self.scale, proportion) = (Flat(scale), 0)
    case .inProportion: (scale, proportion) = (Flat(repeating: 0, count: problem.pointCount), 1)
    }
    reduced = Flat(repeating: 0, count: problem.siteCount)
    bestReduced = [Double](repeating: 0, count: problem.siteCount)
    partial = (0..<max(1, self.threads)).map { _ in Flat(repeating: 0, count: problem.siteCount) }
    isChosen = Flat(repeating: 0, count: problem.siteCount)
    order = Array(0..<problem.siteCount)
    frequency = [Double](repeating: 0, count: problem.siteCount)
    evaluate()
  }

  /// The bound of the multipliers as they are.
  func evaluate() { step(length: 0, deflection: 0) }

  /// A step towards better multipliers; `target` is what the bound cannot pass.
  func step(towards target: Double, factor: Double, deflection: Float) {
    let room = max(target - bound, abs(target) * 1e-7)
    let length = norm > 0 ? factor * room / norm : 0
    step(length: Float(length), deflection: deflection)
  }

  /// Goes back to the multipliers of the best bound.
  func restart() {
    goBack()
    evaluate()
  }

  private func step(length: Float, deflection: Float) {
    choose(advance(length: length, deflection: deflection))
    steps += 1
  }

  /// The bound of multipliers that were set from outside; which way to step from them is not found out.
  func price() {
    let sum = inChunks { this, points, partial, sums in this.price(points, into: partial, sums: sums) }
    choose(sum)
    steps += 1
  }

  /// Moves the multipliers and sums the reduced costs anew; who chooses sites by them is not said.
  ///
  /// - Returns: constant + Σᵢ wᵢ μᵢ
  func advance(length: Float, deflection: Float) -> Double {
    inChunks { this, points, partial, sums in
      this.move(points, length: length, deflection: deflection, into: partial, sums: sums)
    }
  }

  /// - Parameter pass: Adds up reduced costs of some points, and into the sums what they bear and how steep they are.
  private func inChunks(
    _ pass: @Sendable (MultiplierAscent, Range<Int>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) -> Double {
    let sums = Flat<Double>(repeating: 0, count: 2 * threads)
    nonisolated(unsafe) let this = self
    Chunks.run(problem.pointCount, threads: threads) { chunk, points in
      pass(this, points, this.partial[chunk].base, sums.base + 2 * chunk)
    }
    var sum = problem.constant
    norm = 0
    for chunk in 0..<threads {
      sum += sums[2 * chunk]
      norm += sums[2 * chunk + 1]
    }
    for site in 0..<problem.siteCount { reduced[site] = partial.reduce(0) { $0 + $1[site] } }
    return sum
  }

  @inline(never)
  private func price(
    _ points: Range<Int>, into reduced: UnsafeMutablePointer<Double>, sums: UnsafeMutablePointer<Double>
  ) {
    reduced.update(repeating: 0, count: problem.siteCount)
    let mu = multipliers.base
    var sum = 0.0
    problem.withPointers { entries, starts, weights, _ in
      for point in points {
        let (last, new, weight) = (starts[point + 1], mu[point], weights[point])
        sum += weight * Double(new)
        var index = starts[point]
        while index < last, entries[index].burden < new {
          let entry = entries[index]
          reduced[Int(entry.site)] += weight * (Double(entry.burden) - Double(new))
          index &+= 1
        }
      }
    }
    sums[0] = sum
  }

  /// One pass over some points: the subgradient at the old multipliers, the step, the reduced costs of the new.
  @inline(never)
  private func move(
    _ points: Range<Int>, length: Float, deflection: Float, into reduced: UnsafeMutablePointer<Double>,
    sums: UnsafeMutablePointer<Double>
  ) {
    problem.withPointers { entries, starts, weights, rest in
      move(
        points, length: length, deflection: deflection, entries, starts, weights, rest, into: reduced, sums: sums)
    }
  }

  @inline(__always)
  private func move(
    _ points: Range<Int>, length: Float, deflection: Float, _ entries: UnsafeBufferPointer<PlacingProblem.Entry>,
    _ starts: UnsafeBufferPointer<Int>, _ weights: UnsafeBufferPointer<Double>, _ rest: UnsafeBufferPointer<Float>,
    into reduced: UnsafeMutablePointer<Double>, sums: UnsafeMutablePointer<Double>
  ) {
    reduced.update(repeating: 0, count: problem.siteCount)
    let (mu, direction, scale, isChosen) = (multipliers.base, direction.base, scale.base, isChosen.base)
    let proportion = proportion
    var (sum, norm) = (0.0, 0.0)
    for point in points {
      let (first, last) = (starts[point], starts[point + 1])
      let old = mu[point]
      var served: Int32 = 0
      var index = first
      while index < last, entries[index].burden < old {
        served &+= Int32(isChosen[Int(entries[index].site)])
        index &+= 1
      }
      let slope = Float(1 - served)
      let turned = deflection * direction[point] + slope
      direction[point] = turned
      let stride = scale[point] + proportion * old
      // Below its least burden a multiplier has nothing to say, and in proportion to nothing it would stay there.
      let floor = proportion > 0 && first < last ? entries[first].burden : 0
      let new = max(floor, min(rest[point], old + length * stride * turned))
      mu[point] = new
      let weight = weights[point]
      if !(slope > 0 && old >= rest[point]) { norm += weight * Double(stride) * Double(slope * slope) }
      sum += weight * Double(new)
      index = first
      while index < last, entries[index].burden < new {
        let entry = entries[index]
        reduced[Int(entry.site)] += weight * (Double(entry.burden) - Double(new))
        index &+= 1
      }
    }
    sums[0] = sum
    sums[1] = norm
  }

  /// The slope of each point at the multipliers of now, for one unit of its weight; 0 where a multiplier would rise
  /// beyond what a point bears at most.
  var slopes: Flat<Float> {
    let slopes = Flat<Float>(repeating: 0, count: problem.pointCount)
    nonisolated(unsafe) let this = self
    Chunks.run(problem.pointCount, threads: threads) { _, points in this.slopes(of: points, into: slopes.base) }
    return slopes
  }

  @inline(never)
  private func slopes(of points: Range<Int>, into slopes: UnsafeMutablePointer<Float>) {
    let (mu, isChosen) = (multipliers.base, isChosen.base)
    problem.withPointers { entries, starts, _, rest in
      for point in points {
        var served: Int32 = 0
        var index = starts[point]
        let (last, here) = (starts[point + 1], mu[point])
        while index < last, entries[index].burden < here {
          served &+= Int32(isChosen[Int(entries[index].site)])
          index &+= 1
        }
        slopes[point] = here >= rest[point] ? min(0, Float(1 - served)) : Float(1 - served)
      }
    }
  }

  /// The sites of least reduced cost, and the bound they give.
  private func choose(_ sum: Double) {
    let reduced = reduced
    Selection.partition(&order, least: open) { (reduced[$0], $0) < (reduced[$1], $1) }
    choose(order[..<open].filter { reduced[$0] < 0 })
    bound = sum + chosen.sorted().reduce(0) { $0 + reduced[$1] }
    for site in frequency.indices { frequency[site] *= 0.95 }
    for site in chosen { frequency[site] += 0.05 }
    if bound > best {
      best = bound
      keep()
    }
  }

  /// The sites that the next step moves away from.
  func choose(_ sites: [Int]) {
    for site in chosen { isChosen[site] = 0 }
    chosen = sites
    for site in chosen { isChosen[site] = 1 }
  }

  /// Remembers the multipliers of now as the best.
  func keep() {
    bestMultipliers.copy(multipliers)
    for site in 0..<problem.siteCount { bestReduced[site] = reduced[site] }
  }

  /// Goes back to the best multipliers; the direction is forgotten.
  func goBack() {
    multipliers.copy(bestMultipliers)
    direction.fill(0)
  }

  /// What the best bound says of each site: the bound when it is open, and when it is not.
  var forcedBounds: (open: [Double], closed: [Double]) {
    var sorted = Array(0..<problem.siteCount)
    Selection.partition(&sorted, least: open) { (bestReduced[$0], $0) < (bestReduced[$1], $1) }
    let inside = sorted[..<open]
    let worst = min(0, inside.map { bestReduced[$0] }.max() ?? 0)
    let next = min(0, sorted[open...].map { bestReduced[$0] }.min() ?? 0)
    var opened = [Double](repeating: best, count: problem.siteCount)
    var closed = opened
    for site in inside where bestReduced[site] < 0 { closed[site] = best - bestReduced[site] + next }
    for site in sorted[open...] { opened[site] = best + bestReduced[site] - worst }
    for site in inside where bestReduced[site] >= 0 { opened[site] = best + bestReduced[site] - worst }
    return (opened, closed)
  }
}

/// The least of many, without sorting all.
enum Selection {
  /// Moves the `least` first elements of the order to the front; their own order is not said.
  static func partition(_ elements: inout [Int], least: Int, by precedes: (Int, Int) -> Bool) {
    guard least > 0, least < elements.count else { return }
    var (low, high) = (0, elements.count - 1)
    while low < high {
      let pivot = elements[low + (high - low) / 2]
      var (i, j) = (low, high)
      while i <= j {
        while precedes(elements[i], pivot) { i += 1 }
        while precedes(pivot, elements[j]) { j -= 1 }
        if i <= j {
          elements.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if least - 1 <= j { high = j } else if least - 1 >= i { low = i } else { return }
    }
  }
}
