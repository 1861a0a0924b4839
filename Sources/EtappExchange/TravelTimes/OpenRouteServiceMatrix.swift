import EtappModel

/// The matrix of openrouteservice, version 2 of its interface.
struct OpenRouteServiceMatrix: MatrixService {
  static let usualPairs = 2500
  static let usualProfile = "driving-car"

  let endpoint: MatrixEndpoint

  func question(_ block: MatrixBlock) -> HTTPMessage {
    .post(
      [
        "locations": .array(block.locations.map(JSON.position)), "sources": .numbers(block.sourceNumbers),
        "destinations": .numbers(block.targetNumbers), "metrics": ["duration"],
      ], to: endpoint.url + "/v2/matrix/\(endpoint.profile)",
      headers: endpoint.key.map { ["Authorization: \($0)"] } ?? [])
  }

  func rows(_ answer: JSON) -> [JSON]? { answer["durations"]?.array }

  func refusal(_ answer: JSON) -> MatrixRefusal? {
    guard let code = answer["error"]?["code"]?.number.map({ Int($0) }) else { return nil }
    let words = answer["error"]?["message"]?.text ?? "\(code)"
    return switch code {
    case 6003, 2003: .unknownProfile(words)
    case 6004: .tooLarge(words)
    case 6010, 6005: .offNetwork(words)
    default: nil
    }
  }
}
