import EtappModel

/// The matrix of GraphHopper's hosted interface; the server that anybody may run has none.
struct GraphHopperMatrix: MatrixService {
  static let usualPairs = 625
  static let usualProfile = "car"

  let endpoint: MatrixEndpoint

  func question(_ block: MatrixBlock) -> HTTPMessage {
    // A pair without a way is a gap in the matrix, not the end of it: so not `fail_fast`.
    .post(
      [
        "profile": .string(endpoint.profile), "from_points": .array(block.sources.map(JSON.position)),
        "to_points": .array(block.targets.map(JSON.position)), "out_arrays": ["times"], "fail_fast": false,
      ], to: endpoint.url + "/matrix" + (endpoint.key.map { "?key=\($0)" } ?? ""))
  }

  func rows(_ answer: JSON) -> [JSON]? { answer["times"]?.array }

  func refusal(_ answer: JSON) -> MatrixRefusal? {
    guard let words = answer["message"]?.text else { return nil }
    let details = answer["hints"]?.array?.compactMap { $0["details"]?.text }.joined() ?? ""
    if details.contains("PointNotFound") || details.contains("PointOutOfBounds")
      || details.contains("ConnectionNotFound")
    {
      return .offNetwork(words)
    }
    let lower = words.lowercased()
    if lower.contains("too many") && (lower.contains("point") || lower.contains("location")) {
      return .tooLarge(words)
    }
    if lower.contains("profile") || lower.contains("vehicle") { return .unknownProfile(words) }
    return nil
  }
}
