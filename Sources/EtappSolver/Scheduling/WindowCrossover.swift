/// A child of two schedules: what the one does in a window of time, in the midst of what the other does.
///
///     key(j) = S_father(j)   where a ≤ S_father(j) < b
///              S_mother(j)   elsewhere
///
/// Keys are days, so the rest of the mother's schedule flows around the window rather than being cut apart by it; that
/// was better by 0.2 points on 120 activities than putting all of the rest before and after.
/// Of a few random windows the one is taken in which the father uses more of the resources than the mother: a peak.
///
/// Source of peaks: V. Valls, F. Ballestín, S. Quintanilla, "A hybrid genetic algorithm for the resource-constrained
/// project scheduling problem", European Journal of Operational Research 185 (2008), doi:10.1016/j.ejor.2006.12.033; of
/// windows in time: D. Debels, M. Vanhoucke, "A decomposition-based genetic algorithm for the resource-constrained
/// project-scheduling problem", Operations Research 55 (2007), doi:10.1287/opre.1060.0358.
struct WindowCrossover {
  private let project: FlatProject
  /// The shortest and the longest window, as shares of the father's makespan.
  private let shares: ClosedRange<Double>
  /// How much more the father has used than the mother before each day.
  private var lead: [Int]

  init(_ project: FlatProject, shares: ClosedRange<Double> = 0.1...0.5) {
    self.project = project
    self.shares = shares
    lead = [Int](repeating: 0, count: project.horizon + 2)
  }

  /// Fills `keys`.
  ///
  /// - Parameter windows: How many random windows to choose from.
  /// - Complexity: O(activities), and O(makespan) to choose.
  mutating func cross(
    father: UnsafePointer<Int32>, mother: UnsafePointer<Int32>, windows: Int,
    into keys: UnsafeMutablePointer<Int32>, using random: inout SplitMix64
  ) {
    let end = makespan(father)
    let share = shares.lowerBound + (shares.upperBound - shares.lowerBound) * random.drawShare()
    let length = max(1, Int(Double(end) * share))
    if windows > 1 { measureLead(father, mother, until: end) }
    var first = 0
    var most = Int.min
    for _ in 0..<windows {
      let candidate = random.draw(below: max(1, end - length + 1))
      let gain = windows > 1 ? lead[min(end, candidate + length)] - lead[candidate] : 0
      if gain > most { (first, most) = (candidate, gain) }
    }
    let (opens, closes) = (Int32(first), Int32(first + length))
    for flat in 0..<project.count {
      let key = father[flat]
      keys[flat] = key >= opens && key < closes ? key : mother[flat]
    }
  }

  /// Two activities get the keys of others.
  func mutate(_ keys: UnsafeMutablePointer<Int32>, using random: inout SplitMix64) {
    for _ in 0..<2 { keys[random.draw(below: project.count)] = keys[random.draw(below: project.count)] }
  }

  private func makespan(_ starts: UnsafePointer<Int32>) -> Int {
    project.durations.withUnsafeBufferPointer { durations in
      var end: Int32 = 0
      for flat in 0..<durations.count { end = max(end, starts[flat] + durations[flat]) }
      return min(Int(end), project.horizon)
    }
  }

  private mutating func measureLead(_ father: UnsafePointer<Int32>, _ mother: UnsafePointer<Int32>, until end: Int) {
    for day in 0...end { lead[day] = 0 }
    for flat in 0..<project.count {
      let (intensity, duration) = (Int(project.intensities[flat]), Int(project.durations[flat]))
      change(at: Int(father[flat]), by: intensity, until: end)
      change(at: Int(father[flat]) + duration, by: -intensity, until: end)
      change(at: Int(mother[flat]), by: -intensity, until: end)
      change(at: Int(mother[flat]) + duration, by: intensity, until: end)
    }
    // From changes to use, and from use to what has been used before each day.
    var (use, sum) = (0, 0)
    for day in 0...end {
      use += lead[day]
      lead[day] = sum
      sum += use
    }
  }

  private mutating func change(at day: Int, by amount: Int, until end: Int) {
    if day <= end { lead[day] += amount }
  }
}
