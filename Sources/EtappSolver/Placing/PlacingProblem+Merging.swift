extension PlacingProblem {
  /// Whether the problem is one of covering: served points bear nothing.
  var isCovering: Bool { entries.allSatisfy { $0.burden == 0 } }

  /// The same problem with points that the same sites serve in the same way drawn together.
  ///
  /// Of covering this leaves as many points as there are different sets of sites: a few thousand of millions.
  ///
  /// - Complexity: O(entries).
  package func merged() -> PlacingProblem {
    var found: [Int: [Int]] = [:]
    var (weights, rest, starts, kept) = ([Double](), [Float](), [0], [Entry]())
    var isSmaller = false
    for point in 0..<pointCount {
      let range = self.starts[point]..<self.starts[point + 1]
      let hash = hash(of: point)
      let same = found[hash]?.first { other in
        let own = starts[other]..<starts[other + 1]
        return rest[other] == self.rest[point] && own.count == range.count
          && zip(own, range).allSatisfy { kept[$0].site == entries[$1].site && kept[$0].burden == entries[$1].burden }
      }
      if let same {
        weights[same] += self.weights[point]
        isSmaller = true
        continue
      }
      found[hash, default: []].append(weights.count)
      weights.append(self.weights[point])
      rest.append(self.rest[point])
      kept += entries[range]
      starts.append(kept.count)
    }
    guard isSmaller else { return self }
    return PlacingProblem(
      siteCount: siteCount, weights: weights, rest: rest, starts: starts, entries: kept, constant: constant)
  }

  private func hash(of point: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(rest[point].bitPattern)
    for index in starts[point]..<starts[point + 1] {
      hash = (hash ^ UInt64(entries[index].site)) &* 0x100_0000_01B3
      hash = (hash ^ UInt64(entries[index].burden.bitPattern)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }
}
