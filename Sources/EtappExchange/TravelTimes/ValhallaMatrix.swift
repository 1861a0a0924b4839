import EtappModel

/// Valhalla's `sources_to_targets`.
///
/// Source: the matrix service of Valhalla 3, read against the service itself.
struct ValhallaMatrix: MatrixService {
  static let usualPairs = 2500
  static let usualProfile = "auto"

  let endpoint: MatrixEndpoint

  func question(_ block: MatrixBlock) -> HTTPMessage {
    func places(_ positions: [Coordinate]) -> JSON {
      .array(positions.map { ["lat": .number($0.latitude), "lon": .number($0.longitude)] })
    }
    // Not verbose: plain matrices, an eighteenth of the bytes.
    return .post(
      [
        "sources": places(block.sources), "targets": places(block.targets), "costing": .string(endpoint.profile),
        "verbose": false,
      ], to: endpoint.url + "/sources_to_targets")
  }

  func rows(_ answer: JSON) -> [JSON]? { answer["sources_to_targets"]?["durations"]?.array }

  func refusal(_ answer: JSON) -> MatrixRefusal? {
    guard let code = answer["error_code"]?.number.map({ Int($0) }) else { return nil }
    let words = answer["error"]?.text ?? "\(code)"
    return switch code {
    case 125: .unknownProfile(words)
    case 150: .tooLarge(words)
    case 154: .tooFar(words)
    // Not connected, and no road near.
    case 170, 171: .offNetwork(words)
    default: nil
    }
  }
}
