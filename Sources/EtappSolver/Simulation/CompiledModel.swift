/// A simulation model made flat: activities renumbered in the order of the policy, links in rows, resources that can never
/// bind left out. A *rank* is the new number of an activity; a *slot* is the number of one that needs a shared resource.
struct CompiledModel: Sendable {
  struct Link: BitwiseCopyable, Sendable {
    var other: Int32
    var lag: Int32
    var fromStart: Bool
    var toFinish: Bool
  }

  struct Demand: BitwiseCopyable, Sendable {
    var pool: Int32
    var amount: Int32
  }

  struct CapacityStep: BitwiseCopyable, Sendable {
    var day: Int32
    var amount: Int32
  }

  static let never = Int32.max
  static let none = Int32.min

  /// Activity of each rank, and back; −1 for those removed.
  let activities: [Int]
  let ranks: [Int]
  let incoming: FlatRows<Link>
  let outgoing: FlatRows<Link>
  let releases: [Int32]
  /// `none` where free.
  let fixedStarts: [Int32]
  /// −1 where every day is open.
  let patternOf: [Int32]
  let patterns: [[Bool]]
  /// Slot of each rank, −1 for those without; and back.
  let slots: [Int32]
  let slotRanks: [Int32]
  /// By slot.
  let demands: FlatRows<Demand>
  /// The day from which a slot may pass others.
  let passing: [Int32]
  let capacities: FlatRows<CapacityStep>
  /// Whether what a pool has free can fall without anybody starting: steps of capacity, fixed starts to come.
  let isStepped: [Bool]
  /// Slots of each pool in order, those whose start is fixed or in doubt left out.
  let sequences: FlatRows<Int32>
  /// Whether there are slots in doubt: what they need may not be there in the end.
  let hasDoubtful: Bool
  /// No day of the simulation is before this.
  let firstDay: Int32

  let draws: DrawTables

  var count: Int { activities.count }
  var hasPools: Bool { !slotRanks.isEmpty }
}

/// Lists of elements, one for each row, end to end in one array.
struct FlatRows<Element: BitwiseCopyable & Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private(set) var starts: [Int32] = [0]

  init(_ rows: [[Element]]) {
    for row in rows {
      elements += row
      starts.append(Int32(elements.count))
    }
  }

  subscript(row: Int) -> ArraySlice<Element> { elements[Int(starts[row])..<Int(starts[row + 1])] }
}

/// Why a model cannot be simulated.
package enum SimulationObstacle: Error, Hashable {
  /// Activities that wait for each other.
  case cycle([Int])
}
