/// The plain problem of siting: open at most so many sites, so that the points bear as little as possible.
///
///     value = constant + Σᵢ wᵢ · min ( restᵢ, min { bᵢⱼ : j open } )
///
/// Access is this with travel times, reach with burdens 0 and 1, equity with an exponential of travel times. A point
/// keeps the sites that leave it less than `rest`: what it bears when none of them is open.
package struct PlacingProblem: Sendable {
  /// A site that can serve a point, and what one unit of the point's weight then bears.
  package struct Entry: BitwiseCopyable, Sendable {
    package var burden: Float
    package var site: UInt32

    package init(burden: Float, site: UInt32) {
      self.burden = burden
      self.site = site
    }
  }

  package let siteCount: Int
  /// Weight of each point.
  package let weights: [Double]
  /// Burden of each point, for one unit of its weight, when none of its sites is open.
  package let rest: [Float]
  /// Entry range of each point: `starts[i]..<starts[i + 1]`.
  package let starts: [Int]
  /// Sites of each point, from the least burden up; all below the point's `rest`.
  package let entries: [Entry]
  /// What the points bear that no site helps.
  package let constant: Double

  package init(
    siteCount: Int, weights: [Double], rest: [Float], starts: [Int], entries: [Entry], constant: Double = 0
  ) {
    self.siteCount = siteCount
    self.weights = weights
    self.rest = rest
    self.starts = starts
    self.entries = entries
    self.constant = constant
  }

  package var pointCount: Int { weights.count }

  /// Entries, starts, weights and rests for kernels.
  @inline(__always)
  func withPointers(
    _ body: (
      UnsafeBufferPointer<Entry>, UnsafeBufferPointer<Int>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Float>
    ) -> Void
  ) {
    entries.withUnsafeBufferPointer { entries in
      starts.withUnsafeBufferPointer { starts in
        weights.withUnsafeBufferPointer { weights in
          rest.withUnsafeBufferPointer { body(entries, starts, weights, $0) }
        }
      }
    }
  }

  /// The value of a set of open sites, from the definition.
  package func value(isOpen: [Bool]) -> Double {
    var value = constant
    for point in 0..<pointCount {
      let best = entries[starts[point]..<starts[point + 1]].first { isOpen[Int($0.site)] }
      value += weights[point] * Double(best?.burden ?? rest[point])
    }
    return value
  }

  package func value(open: some Sequence<Int>) -> Double {
    var isOpen = [Bool](repeating: false, count: siteCount)
    for site in open { isOpen[site] = true }
    return value(isOpen: isOpen)
  }

  /// What no choice of sites can better: every point served by the best of its sites.
  var least: Double {
    (0..<pointCount).reduce(constant) { sum, point in
      let isServed = starts[point] < starts[point + 1]
      return sum + weights[point] * Double(isServed ? entries[starts[point]].burden : rest[point])
    }
  }

  /// Whether every point bears something, wherever sites open.
  var isAlwaysBorne: Bool {
    (0..<pointCount).allSatisfy { starts[$0] == starts[$0 + 1] || entries[starts[$0]].burden > 0 }
  }

  /// What two different values differ by at least: 1 when everything is whole, 0 when nothing is known.
  package var step: Double {
    var total = abs(constant)
    guard constant == constant.rounded() else { return 0 }
    for point in 0..<pointCount {
      guard weights[point] == weights[point].rounded(), rest[point] == rest[point].rounded() else { return 0 }
      total += weights[point] * Double(rest[point])
    }
    // Sums of whole numbers are exact below 2⁵³.
    guard total < 9e15, entries.allSatisfy({ $0.burden == $0.burden.rounded() }) else { return 0 }
    return 1
  }
}

extension PlacingProblem {
  /// The problem that is left when some sites are open for certain and others never.
  ///
  /// - Parameters:
  ///   - isKept: Whether each site is still a choice.
  ///   - isOpen: Whether each site is open for certain; it is no choice then.
  /// - Returns: The problem over the kept sites, numbered anew in order; which point of this problem each of its points
  ///   is.
  /// - Complexity: O(entries).
  func restricted(isKept: [Bool], isOpen: [Bool]) -> (problem: PlacingProblem, points: [Int32], sites: [Int]) {
    let sites = isKept.indices.filter { isKept[$0] }
    var number = [UInt32](repeating: .max, count: siteCount)
    for (new, old) in sites.enumerated() { number[old] = UInt32(new) }
    for site in isOpen.indices where isOpen[site] { number[site] = .max - 1 }
    var (weights, rest, starts, entries, points) = ([Double](), [Float](), [0], [Entry](), [Int32]())
    var constant = constant
    entries.reserveCapacity(self.entries.count / 2)
    self.entries.withUnsafeBufferPointer { old in
      for point in 0..<pointCount {
        var burden = self.rest[point]
        for index in self.starts[point]..<self.starts[point + 1] {
          let new = number[Int(old[index].site)]
          if new == .max { continue }
          if new == .max - 1 {
            burden = old[index].burden
            break
          }
          entries.append(Entry(burden: old[index].burden, site: new))
        }
        // A burden as large as what is certain helps nobody.
        while let last = entries.last, entries.count > starts[starts.count - 1], last.burden >= burden {
          entries.removeLast()
        }
        if entries.count == starts[starts.count - 1] {
          constant += self.weights[point] * Double(burden)
        } else {
          weights.append(self.weights[point])
          rest.append(burden)
          starts.append(entries.count)
          points.append(Int32(point))
        }
      }
    }
    return (
      PlacingProblem(
        siteCount: sites.count, weights: weights, rest: rest, starts: starts, entries: entries, constant: constant),
      points, sites
    )
  }
}
