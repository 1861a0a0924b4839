/// What multipliers say of every site of a country whose lists would be too long to keep.
extension Terrain {
  /// The terms of the bound L(μ) of `MultiplierAscent`.
  struct Prices {
    /// Σ wᵢ μᵢ
    var sum = 0.0
    /// Reduced cost of each site.
    var reduced: [Double]
  }

  /// The reduced costs of multipliers that are burdens at a distance: μᵢ = burden(reachᵢ).
  ///
  /// Pairs are looked at where they come up and never kept: runs of neighbouring points share a search for sites, and
  /// blocks of them another.
  ///
  /// - Parameter reach: Distance of each point, none beyond what is open already.
  /// - Returns: nil when it was to stop: the reduced costs of some points are no bound.
  /// - Complexity: O(pairs nearer than the reach), and a search for each block.
  func prices(within reach: [Float], stop: StopRule, threads: Int) -> Prices? {
    let runs = (pointCount + Self.runSize - 1) / Self.runSize
    let workers = max(1, min(threads, runs))
    let reduced = (0..<workers).map { _ in Flat<Double>(repeating: 0, count: siteCount) }
    let sums = Flat<Double>(repeating: 0, count: workers)
    let isBrokenOff = Flat<Bool>(repeating: false, count: workers)
    let all = Vicinity(sites)
    Chunks.run(runs, threads: workers) { worker, chunk in
      var (wide, near) = (Vicinity(), Vicinity())
      for run in chunk {
        if stop.reason != nil { return isBrokenOff[worker] = true }
        let points = run * Self.runSize..<min(pointCount, (run + 1) * Self.runSize)
        wide.gather(from: all, squared: limit(of: points, reach), of: Self.middle(points), in: self)
        for first in stride(from: points.lowerBound, to: points.upperBound, by: Self.blockSize) {
          let block = first..<min(points.upperBound, first + Self.blockSize)
          near.gather(from: wide, squared: limit(of: block, reach), of: Self.middle(block), in: self)
          sums[worker] += price(block, near, reach, into: reduced[worker].base)
        }
      }
    }
    if isBrokenOff.array.contains(true) { return nil }
    var prices = Prices(reduced: [Double](repeating: 0, count: siteCount))
    for worker in 0..<workers {
      prices.sum += sums[worker]
      for site in 0..<siteCount { prices.reduced[site] += reduced[worker][site] }
    }
    return prices
  }

  /// Points that share a first search for sites.
  static let runSize = 4096

  static func middle(_ points: Range<Int>) -> Int { (points.lowerBound + points.upperBound) / 2 }

  /// The square of how far sites may be from the middle of some points and still within the reach of one of them.
  private func limit(of points: Range<Int>, _ reach: [Float]) -> Double {
    let middle = Self.middle(points)
    var (radius, greatest) = (0.0, 0.0)
    for point in points {
      radius = max(radius, squaredBetween(point, middle))
      greatest = max(greatest, Double(reach[point]))
    }
    // Straight lines through the globe keep the triangle's inequality too; a hair more for rounding.
    let limit = (radius.squareRoot() + shape.squared(distance: greatest).squareRoot()) * (1 + 1e-8)
    return limit * limit
  }

  private func price(
    _ block: Range<Int>, _ near: Vicinity, _ reach: [Float], into reduced: UnsafeMutablePointer<Double>
  ) -> Double {
    let (xs, ys, zs, sites) = (near.x.span, near.y.span, near.z.span, near.sites.span)
    var sum = 0.0
    for point in block where weights[point] > 0 {
      let (x, y, z, weight) = (points.x[point], points.y[point], points.z[point], weights[point])
      // A hair more for rounding: what bears no less is passed over below.
      let limit = shape.squared(distance: Double(reach[point])) * (1 + 1e-9)
      let multiplier = Double(min(rest[point], burden(Double(reach[point]))))
      sum += weight * multiplier
      for index in xs.indices {
        let (dx, dy, dz) = (xs[index] - x, ys[index] - y, zs[index] - z)
        let squared = dx * dx + dy * dy + dz * dz
        guard squared < limit else { continue }
        let less = Double(burden(shape.distance(squared: squared))) - multiplier
        if less < 0 { reduced[Int(sites[index])] += weight * less }
      }
    }
    return sum
  }

  @inline(__always) func squaredBetween(_ a: Int, _ b: Int) -> Double {
    let (dx, dy, dz) = (points.x[a] - points.x[b], points.y[a] - points.y[b], points.z[a] - points.z[b])
    return dx * dx + dy * dy + dz * dz
  }

  /// How far each point is from the nearest and from the second nearest of these sites, what is open already among them.
  ///
  /// - Complexity: O(points × open).
  func twoNearest(open: [Int], threads: Int) -> (first: [Float], second: [Float]) {
    let (first, second) = (Flat<Float>(repeating: 0, count: pointCount), Flat<Float>(repeating: 0, count: pointCount))
    let open = Vicinity(sites.picked(open))
    Chunks.run(pointCount, threads: threads) { _, range in
      let (xs, ys, zs) = (open.x.span, open.y.span, open.z.span)
      for point in range {
        let (x, y, z) = (points.x[point], points.y[point], points.z[point])
        var (least, next) = (Double.infinity, Double.infinity)
        for index in xs.indices {
          let (dx, dy, dz) = (xs[index] - x, ys[index] - y, zs[index] - z)
          let squared = dx * dx + dy * dy + dz * dz
          if squared < next { (least, next) = squared < least ? (squared, least) : (least, squared) }
        }
        let distances = [shape.distance(squared: least), shape.distance(squared: next)].map { min($0, now[point]) }
        (first[point], second[point]) = (Float(distances[0]), Float(distances[1]))
      }
    }
    return (first.array, second.array)
  }
}
