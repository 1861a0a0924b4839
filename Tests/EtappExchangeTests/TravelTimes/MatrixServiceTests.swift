import EtappExchange
import EtappModel
import Testing

/// Answers of the services as they were recorded, and answers that are none.
@Suite struct `Matrix services` {
  static let block = MatrixBlock(
    sources: [Coordinate(latitude: 42.5, longitude: 1.5), Coordinate(latitude: 42.6, longitude: 1.6)],
    targets: [Coordinate(latitude: 42.55, longitude: 1.55)])

  private func service(_ kind: RoutingService) -> any MatrixService {
    kind.matrix(at: MatrixEndpoint(url: "http://localhost:1/", profile: kind.usualProfile, key: "k"))
  }

  private func read(_ kind: RoutingService, _ text: String, status: Int = 200) throws(MatrixRefusal) -> [Float] {
    try service(kind).minutes(HTTPAnswer(status: status, bytes: Array(text.utf8), retryAfter: 7), of: Self.block)
  }

  @Test func `are asked in their own words`() throws {
    let valhalla = service(.valhalla).question(Self.block)
    #expect(valhalla.url == "http://localhost:1/sources_to_targets")
    let body = try JSONReader.read(valhalla.body ?? [])
    #expect(body["costing"]?.text == "auto" && body["sources"]?.array?.count == 2)
    #expect(body["targets"]?.array?.first?["lat"]?.number == 42.55)
    let osrm = service(.osrm).question(Self.block)
    #expect(
      osrm.url == "http://localhost:1/table/v1/driving/1.5,42.5;1.6,42.6;1.55,42.55?sources=0;1&destinations=2"
        + "&annotations=duration" && osrm.body == nil)
    let open = service(.openrouteservice).question(Self.block)
    #expect(open.url == "http://localhost:1/v2/matrix/driving-car" && open.headers.contains("Authorization: k"))
    #expect(try JSONReader.read(open.body ?? [])["destinations"]?.array?.map(\.number) == [2])
    let hopper = service(.graphhopper).question(Self.block)
    #expect(hopper.url == "http://localhost:1/matrix?key=k")
    #expect(try JSONReader.read(hopper.body ?? [])["from_points"]?.array?.first?.array?.map(\.number) == [1.5, 42.5])
  }

  static let answers: [(kind: RoutingService, text: String)] = [
    (
      .valhalla,
      #"{"sources_to_targets":{"durations":[[90],[null]],"distances":[[2.976],[null]]},"units":"kilometers"}"#
    ),
    (.osrm, #"{"code":"Ok","durations":[[90.0],[null]],"destinations":[],"sources":[]}"#),
    (.openrouteservice, #"{"durations":[[90.0],[null]],"destinations":[],"sources":[],"metadata":{}}"#),
    (.graphhopper, #"{"times":[[90],[null]],"info":{"copyrights":["GraphHopper"]}}"#),
  ]

  @Test(arguments: answers) func `give minutes, and infinity where there is no way`(
    _ answer: (kind: RoutingService, text: String)
  ) throws {
    #expect(try read(answer.kind, answer.text) == [1.5, .infinity])
    // Every beginning of it is no answer, nor is one of another shape.
    for length in stride(from: 0, to: answer.text.utf8.count, by: 3) {
      #expect(throws: MatrixRefusal.self) { try read(answer.kind, String(answer.text.prefix(length))) }
    }
    for other in ["[[90]]", "[[90],[1],[2]]", "[[90,1],[1]]", "[[-1],[1]]", "[[\"x\"],[1]]", "[90,1]", "{}"] {
      let text = answer.text.replacing(answer.text.contains("90.0") ? "[[90.0],[null]]" : "[[90],[null]]", with: other)
      #expect(throws: MatrixRefusal.self, "\(other)") { try read(answer.kind, text) }
    }
  }

  static let refusals: [(kind: RoutingService, status: Int, text: String, meant: MatrixRefusal)] = [
    (
      .valhalla, 400, #"{"error_code":150,"error":"Exceeded max locations: 2500.000000","status_code":400}"#,
      .tooLarge("Exceeded max locations: 2500.000000")
    ),
    (
      .valhalla, 400, #"{"error_code":171,"error":"No suitable edges near location"}"#,
      .offNetwork("No suitable edges near location")
    ),
    (.valhalla, 400, #"{"error_code":154,"error":"Path distance exceeds"}"#, .tooFar("Path distance exceeds")),
    (
      .valhalla, 400, #"{"error_code":125,"error":"No costing method found: 'x'"}"#,
      .unknownProfile("No costing method found: 'x'")
    ),
    (
      .osrm, 400, #"{"code":"TooBig","message":"Too many table coordinates"}"#,
      .tooLarge("TooBig: Too many table coordinates")
    ),
    (.osrm, 400, #"{"code":"NoSegment","message":"m"}"#, .offNetwork("NoSegment: m")),
    (.openrouteservice, 400, #"{"error":{"code":6004,"message":"too much"},"info":{}}"#, .tooLarge("too much")),
    (.openrouteservice, 404, #"{"error":{"code":6010,"message":"out"}}"#, .offNetwork("out")),
    (
      .openrouteservice, 403, #"{"error":"Access to this API has been disallowed"}"#,
      .denied("Access to this API has been disallowed")
    ),
    (.openrouteservice, 429, #"{"error":"Rate limit exceeded"}"#, .busy(seconds: 7)),
    (.graphhopper, 401, #"{"message":"Wrong credentials."}"#, .denied("Wrong credentials.")),
    (
      .graphhopper, 400,
      #"{"message":"Cannot find point 1","hints":[{"details":"com.graphhopper.util.exceptions.PointNotFoundException"}]}"#,
      .offNetwork("Cannot find point 1")
    ),
    (.graphhopper, 503, "overloaded", .busy(seconds: 7)),
    (.osrm, 502, "<html>Bad Gateway</html>", .failed(status: 502, "<html>Bad Gateway</html>")),
  ]

  @Test(arguments: refusals) func `refuse for a reason`(
    _ refusal: (kind: RoutingService, status: Int, text: String, meant: MatrixRefusal)
  ) {
    #expect(throws: refusal.meant) { try read(refusal.kind, refusal.text, status: refusal.status) }
  }
}
