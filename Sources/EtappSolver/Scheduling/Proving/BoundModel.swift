/// What a bound engine is built from: variables with ranges, arcs between sides, resources over days, cost terms.
struct BoundModel {
  /// One summand of the cost: `weight · max(0, side + offset)`.
  struct Term {
    var side: Int
    var weight: Int
    var offset: Int
  }

  /// Ranges of the variables; the first `activityCount` are starts.
  var lower: [Int]
  var upper: [Int]
  /// Values a good solution had, which decisions prefer.
  var guide: [Int]
  var arcs: [BoundEngine.Arc] = []
  var maps: [StepMap] = []
  var terms: [Term] = []
  var activityCount: Int
  var tables: [WorkTable] = []
  var durations: [Int] = []
  /// Which activities finish after a number of days that depends on the day.
  var varies: [Bool] = []
  var demands: [[Project.Demand]] = []
  var capacities: [Project.Capacity] = []
  var days = 0
}

/// A map of days that never falls, as an arc between sides sees it.
struct StepMap: Sendable {
  /// `after[s]` for each day s: the side it pushes when the lower sides are meant.
  private let after: [Int32]
  /// The least s with `after[s] ≥ v`, at `v - after[0]`.
  private let least: [Int32]
  private let isUpper: Bool

  /// - Parameter after: rises; one value for each day from 0 past the last that can occur.
  init(after: [Int], isUpper: Bool) {
    self.after = after.map(Int32.init)
    self.isUpper = isUpper
    var day = 0
    least = ((after.first ?? 0)...(after.last ?? 0)).map { value in
      while after[day] < value { day += 1 }
      return Int32(day)
    }
  }

  func value(at side: Int32) -> Int32 {
    isUpper ? 1 - inverse(1 - side) : forward(side)
  }

  func least(reaching value: Int32) -> Int32 {
    isUpper ? 1 - forward(1 - value) : inverse(value)
  }

  private func forward(_ day: Int32) -> Int32 { after[max(0, min(Int(day), after.count - 1))] }

  private func inverse(_ value: Int32) -> Int32 {
    let index = Int(value - after[0])
    return index < 0 ? 0 : index < least.count ? least[index] : Int32(after.count)
  }
}
