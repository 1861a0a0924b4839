package import EtappModel

/// Why work cannot be scheduled at all.
package enum DeliveryFailure: Error, Hashable {
  /// The programme says nothing of how offices are established.
  case withoutWork
  /// No template fits the place.
  case withoutTemplate(ID<Place>)
  /// A task needs more than there ever is.
  case needsTooMuch(ID<WorkTask>, ID<Resource>, needs: Int, most: Int)
  /// The people a task needs are never there for as long as it takes, or not within the years that are counted.
  case neverDone(ID<Place>)
  /// No order of the work gives a schedule: somebody is missing for too long.
  case withoutSchedule
  /// The day it is said to be lies further off than working days are counted.
  case farOff(Day)
  /// Work that has begun holds more people than there are on a day.
  case overloaded(ID<Resource>, Day)
}
