/// How travel times come about: a formula on straight lines, or a table somebody computed.
public struct Travel: Hashable, Sendable {
  /// How a straight line becomes minutes.
  public struct Formula: Hashable, Sendable {
    /// Road length over great-circle length.
    public var detour: Double
    /// Speed on the first `townKilometres` of a journey, kilometres per hour.
    public var townSpeed: Double
    /// Speed on the rest, kilometres per hour.
    public var ruralSpeed: Double
    /// Road kilometres of a journey that go at town speed.
    public var townKilometres: Kilometres
    /// Steps in one minute that travel is rounded to; 0 where it is not.
    public var steps: Double

    public init(
      detour: Double, townSpeed: Double, ruralSpeed: Double, townKilometres: Kilometres, steps: Double = 0
    ) {
      self.detour = detour
      self.townSpeed = townSpeed
      self.ruralSpeed = ruralSpeed
      self.townKilometres = townKilometres
      self.steps = steps
    }

    /// Travel time of a straight line.
    ///
    ///     r = detour · d;  t = 60 · (min(r, town) / townSpeed + max(0, r − town) / ruralSpeed)
    public func minutes(straightLine: Kilometres) -> Minutes {
      let road = detour * straightLine.value
      let town = min(road, townKilometres.value)
      let minutes = 60 * (town / townSpeed + (road - town) / ruralSpeed)
      return Minutes(steps > 0 ? (minutes * steps).rounded() / steps : minutes)
    }

    /// The straight line that takes `minutes`: the inverse of `minutes(straightLine:)`.
    func straightLine(minutes: Double) -> Double {
      let inTown = 60 * townKilometres.value / townSpeed
      let road =
        minutes <= inTown
        ? minutes * townSpeed / 60 : townKilometres.value + (minutes - inTown) * ruralSpeed / 60
      return road / detour
    }
  }

  /// By car, on foot …: said in the report, used nowhere else.
  public var mode: String
  public var formula: Formula
  /// Minutes for someone whom no open office can be reached by; the table has no entry.
  public var unreachable: Minutes

  public init(mode: String, formula: Formula, unreachable: Minutes) {
    self.mode = mode
    self.formula = formula
    self.unreachable = unreachable
  }

  /// Car, detour factor 1.3, 40 km/h on the first 5 km and 70 km/h beyond; ten hours when nothing can be reached.
  public static let standard = Travel(
    mode: "car", formula: Formula(detour: 1.3, townSpeed: 40, ruralSpeed: 70, townKilometres: 5), unreachable: 600)

  /// Great circles to whole metres, a kilometre for a minute; nothing on earth is out of reach.
  public static let kilometres = Travel(
    mode: "straight line",
    formula: Formula(detour: 1, townSpeed: 60, ruralSpeed: 60, townKilometres: 0, steps: 1000), unreachable: 25_000)
}

/// Travel times somebody computed: minutes from each origin to each destination that the file lists.
public struct TravelMatrix: Sendable {
  /// Row of each origin id.
  public var origins: [String: Int]
  /// Column of each destination id.
  public var destinations: [String: Int]
  /// Minutes, row-major, origins × destinations; infinite where the file has no entry.
  public var minutes: [Float]

  public init(origins: [String: Int], destinations: [String: Int], minutes: [Float]) {
    self.origins = origins
    self.destinations = destinations
    self.minutes = minutes
  }
}
