/// What came of reckoning travel times.
public struct TravelReceipt: Sendable {
  /// `valhalla` …, or `straight-line`.
  public var service: String
  public var url: String?
  public var profile: String?
  /// The file that was written.
  public var file: String
  public var origins: Int
  public var destinations: Int
  /// Pairs in the file, and pairs without a way, which are not.
  public var pairs = 0
  public var unreachable = 0
  /// Pairs whose ends are too far apart to be asked about.
  public var beyond = 0
  /// Pairs that an earlier run had asked about already.
  public var known = 0
  /// Questions sent, and how many of them once more.
  public var questions = 0
  public var repeated = 0
  /// Points and sites that no road leads to, in the order of the files.
  public var offNetwork: [String] = []
  public var seconds = 0.0

  public init(
    service: String, url: String? = nil, profile: String? = nil, file: String, origins: Int, destinations: Int
  ) {
    self.service = service
    self.url = url
    self.profile = profile
    self.file = file
    self.origins = origins
    self.destinations = destinations
  }
}
