/// What it would cost to open one office a working day earlier: who else moves, and by how much.
public struct DayEarlier: Hashable, Sendable {
  public var place: ID<Place>
  public var from: Day
  /// The day it would open; nil where no schedule was found that opens it earlier.
  public var to: Day?
  /// Whether it is proved that none can: its own work and releases leave no earlier day.
  public var isImpossible: Bool
  /// Other offices whose opening moves.
  public var moved: [Opening]

  public init(place: ID<Place>, from: Day, to: Day?, isImpossible: Bool, moved: [Opening] = []) {
    self.place = place
    self.from = from
    self.to = to
    self.isImpossible = isImpossible
    self.moved = moved
  }

  public struct Opening: Hashable, Sendable {
    public var place: ID<Place>
    public var from: Day
    public var to: Day

    public init(place: ID<Place>, from: Day, to: Day) {
      self.place = place
      self.from = from
      self.to = to
    }
  }

  /// Calendar days that the others open later, those that open earlier taken off.
  public var days: Int { moved.reduce(0) { $0 + ($1.to - $1.from) } }
}
