import EtappExchange
public import EtappModel
import Foundation

/// Who knows how long a journey takes.
public enum TravelSource: Sendable {
  case service(TravelService)
  /// Straight lines with a detour for each class of region: the stated fall-back where no service can be had.
  case straightLines(RegionalDetours)
}

/// A web service that reckons travel times, and how it is to be asked.
public struct TravelService: Sendable {
  public let kind: RoutingService
  let endpoint: MatrixEndpoint
  /// The most pairs of one question.
  public let pairs: Int
  /// How often a question is asked again.
  public let retries: Int
  /// Seconds before the second try.
  public let pause: Double
  /// Seconds until an answer is given up.
  public let seconds: Int

  /// - Parameters:
  ///   - url: Where it is, `http://` or `https://`.
  ///   - profile: The means of travel in the service's own word; nil travels by car.
  ///   - key: Sent over encrypted connections and to this machine itself only.
  ///   - pairs: nil takes what the service takes as it is shipped.
  public init(
    _ kind: RoutingService, url: String, profile: String? = nil, key: String? = nil, pairs: Int? = nil,
    retries: Int = 5, pause: Double = 1, seconds: Int = 120
  ) throws(TravelFailure) {
    let parts = URLComponents(string: url)
    let host = parts?.host?.trimmingCharacters(in: CharacterSet(charactersIn: "[]")) ?? ""
    guard let parts, ["http", "https"].contains(parts.scheme), !host.isEmpty, parts.query == nil, parts.user == nil
    else {
      throw TravelFailure(
        .refused, en: "“\(url)” is no address of a service. Maybe: http://localhost:8002",
        sv: "”\(url)” är ingen adress till en tjänst. Kanske: http://localhost:8002")
    }
    guard key == nil || parts.scheme == "https" || ["localhost", "127.0.0.1", "::1"].contains(host) else {
      throw TravelFailure(
        .refused, en: "A key is not sent without encryption: use https.",
        sv: "En nyckel skickas inte utan kryptering: använd https.")
    }
    let profile = profile ?? kind.usualProfile
    guard !profile.isEmpty, profile.utf8.allSatisfy({ Self.isWordByte($0) }) else {
      throw TravelFailure(
        .refused, en: "“\(profile)” is no means of travel.", sv: "”\(profile)” är inget färdsätt.")
    }
    guard key?.utf8.allSatisfy({ Self.isWordByte($0) || $0 == UInt8(ascii: "=") }) ?? true else {
      throw TravelFailure(
        .refused, en: "The key holds characters that no key has.", sv: "Nyckeln innehåller tecken som ingen nyckel har."
      )
    }
    self.kind = kind
    endpoint = MatrixEndpoint(url: url, profile: profile, key: key)
    self.pairs = max(1, pairs ?? kind.usualPairs)
    self.retries = retries
    self.pause = pause
    self.seconds = seconds
  }

  /// What may stand in an address as it is.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  public var url: String { endpoint.url }
  public var profile: String { endpoint.profile }

  /// What cached minutes depend on beside their ends.
  var network: String { "\(kind.rawValue) \(endpoint.url) \(endpoint.profile)" }
}
