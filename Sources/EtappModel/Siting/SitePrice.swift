/// What another decision about one site would cost, as an interval that is proved.
///
///     least ≤ goal of the best plan with the decision − goal of the plan ≤ most
///
/// in the goal's unit and for the worse: minutes more, or persons fewer.
public struct SitePrice: Hashable, Sendable {
  /// The place's or the office's id.
  public var site: String
  public var name: String
  /// Whether the site is an office that may close; its event is a closing then.
  public var closes: Bool
  /// Index of the round of its event in the plan; nil for none.
  public var current: Int?
  /// Index of the round asked about; nil for no event at all.
  public var round: Int?
  public var least: Double
  /// nil where no plan with the decision was found.
  public var most: Double?
  /// Ids of the sites whose events change in the plan that `most` is of, the site itself left out.
  public var exchange: [String]

  public init(
    site: String, name: String, closes: Bool, current: Int?, round: Int?, least: Double, most: Double?,
    exchange: [String]
  ) {
    self.site = site
    self.name = name
    self.closes = closes
    self.current = current
    self.round = round
    self.least = least
    self.most = most
    self.exchange = exchange
  }
}
