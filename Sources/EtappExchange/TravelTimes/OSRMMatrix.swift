import EtappModel

/// The table service of OSRM.
///
/// Every place goes into the address, so that a question is shorter than what most servers take of one: 8 kB.
struct OSRMMatrix: MatrixService {
  static let usualPairs = 2500
  static let usualProfile = "driving"

  let endpoint: MatrixEndpoint

  func question(_ block: MatrixBlock) -> HTTPMessage {
    let places = block.locations.map { "\($0.longitude.short),\($0.latitude.short)" }.joined(separator: ";")
    func list(_ numbers: Range<Int>) -> String { numbers.map(String.init).joined(separator: ";") }
    return HTTPMessage(
      url: endpoint.url + "/table/v1/\(endpoint.profile)/\(places)?sources=\(list(block.sourceNumbers))"
        + "&destinations=\(list(block.targetNumbers))&annotations=duration",
      headers: ["Accept: application/json"])
  }

  func rows(_ answer: JSON) -> [JSON]? {
    guard answer["code"]?.text == "Ok" else { return nil }
    return answer["durations"]?.array
  }

  func refusal(_ answer: JSON) -> MatrixRefusal? {
    guard let code = answer["code"]?.text, code != "Ok" else { return nil }
    let words = [code, answer["message"]?.text].compactMap { $0 }.joined(separator: ": ")
    return switch code {
    case "TooBig": .tooLarge(words)
    case "NoSegment", "NoTable": .offNetwork(words)
    case "InvalidService", "InvalidUrl": .unknownProfile(words)
    default: nil
    }
  }
}

extension Double {
  /// Degrees to a tenth of a metre.
  fileprivate var short: String { "\((self * 1e6).rounded() / 1e6)" }
}
