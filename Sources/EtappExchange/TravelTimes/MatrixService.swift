package import EtappModel

/// How a kind of service is asked for a matrix of minutes and how its answer is read; bytes only, no network.
package protocol MatrixService: Sendable {
  /// Pairs of one question where nobody says how many: what the service takes as it is shipped.
  static var usualPairs: Int { get }
  /// By car, in the service's own word.
  static var usualProfile: String { get }

  func question(_ block: MatrixBlock) -> HTTPMessage

  /// The rows of seconds of a successful answer; nil when it has none.
  func rows(_ answer: JSON) -> [JSON]?

  /// What a document that is no matrix means; nil leaves it to the status.
  func refusal(_ answer: JSON) -> MatrixRefusal?
}

/// Where a service is and what it is asked for.
package struct MatrixEndpoint: Hashable, Sendable {
  /// Without a slash at the end.
  package var url: String
  package var profile: String
  package var key: String?

  package init(url: String, profile: String, key: String? = nil) {
    self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.profile = profile
    self.key = key
  }
}

extension RoutingService {
  private var type: any MatrixService.Type {
    switch self {
    case .valhalla: ValhallaMatrix.self
    case .osrm: OSRMMatrix.self
    case .openrouteservice: OpenRouteServiceMatrix.self
    case .graphhopper: GraphHopperMatrix.self
    }
  }

  package var usualPairs: Int { type.usualPairs }
  package var usualProfile: String { type.usualProfile }

  package func matrix(at endpoint: MatrixEndpoint) -> any MatrixService {
    switch self {
    case .valhalla: ValhallaMatrix(endpoint: endpoint)
    case .osrm: OSRMMatrix(endpoint: endpoint)
    case .openrouteservice: OpenRouteServiceMatrix(endpoint: endpoint)
    case .graphhopper: GraphHopperMatrix(endpoint: endpoint)
    }
  }
}

extension MatrixService {
  /// Reads an answer.
  ///
  /// - Returns: Minutes, row-major, sources × targets; infinite where there is no way.
  package func minutes(_ answer: HTTPAnswer, of block: MatrixBlock) throws(MatrixRefusal) -> [Float] {
    if answer.status == 429 { throw .busy(seconds: answer.retryAfter) }
    guard let document = try? JSONReader.read(answer.bytes) else {
      let words = String(decoding: answer.bytes.prefix(200), as: UTF8.self)
      if answer.status == 503 { throw .busy(seconds: answer.retryAfter) }
      throw answer.status == 200 ? .broken(words) : .failed(status: answer.status, words)
    }
    guard answer.status == 200, let rows = rows(document) else {
      if let refusal = refusal(document) { throw refusal }
      if answer.status == 503 { throw .busy(seconds: answer.retryAfter) }
      let words = Self.words(document) ?? String(decoding: answer.bytes.prefix(200), as: UTF8.self)
      if answer.status == 401 || answer.status == 403 { throw .denied(words) }
      throw answer.status == 200 ? .broken(words) : .failed(status: answer.status, words)
    }
    return try Self.minutes(rows, of: block)
  }

  /// A matrix of another shape than asked for would put minutes at the wrong pairs, so it is no answer.
  private static func minutes(_ rows: [JSON], of block: MatrixBlock) throws(MatrixRefusal) -> [Float] {
    guard rows.count == block.sources.count else { throw .broken("\(rows.count) rows") }
    var minutes: [Float] = []
    minutes.reserveCapacity(block.pairs)
    for row in rows {
      guard let cells = row.array, cells.count == block.targets.count else { throw .broken("row") }
      for cell in cells {
        switch cell {
        case .null: minutes.append(.infinity)
        case .number(let seconds) where seconds >= 0: minutes.append(Float(seconds / 60))
        default: throw .broken(cell.serialised())
        }
      }
    }
    return minutes
  }

  /// What a service says went wrong, wherever it says it.
  private static func words(_ document: JSON) -> String? {
    document["error"]?.text ?? document["error"]?["message"]?.text ?? document["message"]?.text
  }
}
