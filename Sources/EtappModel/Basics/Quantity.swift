/// A number with its unit in the type, so that minutes are never added to kilometres.
///
/// Bare `Double` is for kernels and for the edges where files are read and pages are written.
public struct Quantity<Unit>: Hashable, Sendable {
  /// The number, in the unit's own measure.
  public var value: Double

  public init(_ value: Double) {
    self.value = value
  }
}

/// The unit of travel time.
public enum MinuteUnit {}
/// The unit of distance.
public enum KilometreUnit {}
/// The unit of population.
public enum PersonUnit {}
/// Whole units of the programme's currency.
public enum MoneyUnit {}

/// Travel time in minutes.
public typealias Minutes = Quantity<MinuteUnit>
/// Distance in kilometres.
public typealias Kilometres = Quantity<KilometreUnit>
/// People (personer).
public typealias Persons = Quantity<PersonUnit>
/// Money in whole units of the programme's currency.
public typealias Money = Quantity<MoneyUnit>

extension Quantity: Comparable {
  public static func < (a: Quantity, b: Quantity) -> Bool { a.value < b.value }
}

extension Quantity: AdditiveArithmetic {
  public static var zero: Quantity { Quantity(0) }
  public static func + (a: Quantity, b: Quantity) -> Quantity { Quantity(a.value + b.value) }
  public static func - (a: Quantity, b: Quantity) -> Quantity { Quantity(a.value - b.value) }
}

extension Quantity: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self.init(value) }
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}
