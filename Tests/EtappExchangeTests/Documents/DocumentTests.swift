import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `JSON documents` {
  @Test func `of a plan have every required key`() throws {
    let document = try Workbench.reread(Workbench.documents().plan(Workbench.plan))
    for key in [
      "schema", "programme", "status", "gap", "seconds", "seed", "threads", "rounds", "establishments", "goals",
      "rules",
      "travel", "diagnostics",
    ] { #expect(document[key] != nil, "\(key)") }
    #expect(document["schema"]?.text == "etapp.plan/1")
    #expect(document["programme"]?.text == "Coast")
    #expect(document["status"]?.text == "optimal")
    #expect(document["seed"]?.number == 7)
    #expect(document["closes"]?.line == #"[{"office":"o1","name":"Gamla","round":"spring"}]"#)
  }

  @Test func `write a round's id as a number where it is one`() throws {
    let document = try Workbench.reread(Workbench.documents().plan(Workbench.plan))
    #expect(document["rounds"]?[0]?["id"]?.number == 1)
    #expect(document["rounds"]?[0]?["places"]?.line == #"["boden-c"]"#)
    #expect(document["rounds"]?[1]?["id"]?.text == "spring")
    #expect(document["establishments"]?[0]?["round"]?.number == 1)
    #expect(document["establishments"]?[1]?["round"]?.text == "spring")
    for (code, line) in [
      ("01", #""01""#), ("-1", "-1"), ("2025", "2025"), ("+1", #""+1""#), ("12345678901", #""12345678901""#),
    ] {
      #expect(Documents.id(ofRound: ID(code)).line == line)
    }
  }

  @Test func `have null where there is no number`() throws {
    var plan = Workbench.plan
    plan.gap = .infinity
    var document = try Workbench.reread(Workbench.documents().plan(plan))
    #expect(document["gap"]?.line == "null")
    #expect(document["goals"]?[0]?["random"]?.line == "null")
    #expect(document["goals"]?[0]?["gap"]?.number == 0.05)
    #expect(document["goals"]?[0]?.keys.contains("round") == false)
    #expect(document["goals"]?[1]?["round"]?.number == 1)
    #expect(document["rules"]?[0]?["max"]?.line == "null")
    plan.proof = .evaluated
    document = try Workbench.reread(Workbench.documents().plan(plan))
    #expect(document["status"]?.text == "evaluated")
    #expect(document["goals"]?[0]?["bound"]?.line == "null")
  }

  @Test func `tell how people travel, before and after each round`() throws {
    let travel = try #require(try Workbench.reread(Workbench.documents().plan(Workbench.plan))["travel"])
    #expect(travel[0]?["round"]?.line == "null")
    #expect(travel[1]?["round"]?.text == "spring")
    #expect(travel[1]?["meanMinutes"]?.number == 9)
    #expect(travel[1]?["p95Minutes"]?.number == 40)
    #expect(travel[1]?["beyond"]?.line == #"{"30":2,"60":0}"#)
  }

  static let proofs: [(proof: Proof, members: String)] = [
    (.within(0.01), #"{"status":"within"}"#),
    (.infeasible(conflict: ["total", "round-1"]), #"{"status":"infeasible","conflict":["total","round-1"]}"#),
    (.stopped(.timeLimit), #"{"status":"stopped","stopped":"time-limit"}"#),
    (.stopped(.interrupted), #"{"status":"stopped","stopped":"interrupted"}"#),
  ]

  @Test(arguments: proofs)
  func `say how sure an answer is`(_ proof: Proof, _ members: String) {
    #expect(JSON.object(Documents.proof(proof)).line == members)
  }

  @Test func `say where a diagnostic belongs`() throws {
    let diagnostic = Diagnostic(
      .warning, Text(en: "Odd.", sv: "Udda."), at: Diagnostic.Place(file: "places.csv", row: 3, column: "lat"),
      value: "x",
      maybe: "y")
    let document = Workbench.documents(.swedish).plan(Workbench.plan, diagnostics: [diagnostic])
    #expect(
      document["diagnostics"]?[0]?.line
        == #"{"severity":"warning","message":"Udda.","file":"places.csv","row":3,"column":"lat","value":"x","maybe":"y"}"#
    )
  }

  @Test func `of an explanation name the round that was asked for`() throws {
    let explanation = Explanation(
      id: "ange", title: "Ånge", municipality: "0101", current: 1,
      alternatives: [
        Alternative(
          question: .opens(round: 0), round: nil, proof: .infeasible(conflict: ["total"]),
          moves: [Move(place: "ange", from: 1, to: 0)]),
        Alternative(question: .staysOut, round: nil, proof: .optimal),
      ], changes: [.tolerance("access", from: 0, to: 2)])
    let document = try Workbench.reread(Workbench.documents().explanation(explanation))
    #expect(document["schema"]?.text == "etapp.explanation/1")
    #expect(document["current"]?.line == #"{"round":"spring"}"#)
    #expect(document["alternatives"]?[0]?["round"]?.number == 1)
    #expect(document["alternatives"]?[0]?["conflict"]?.line == #"["total"]"#)
    #expect(document["alternatives"]?[0]?["moves"]?.line == #"[{"place":"ange","from":"spring","to":1}]"#)
    #expect(document["alternatives"]?[1]?["round"]?.line == "null")
    #expect(document["words"]?["sv"]?.text == "varför ange")
    #expect(document["changes"]?[0]?["kind"]?.text == "tolerance")
  }

  @Test func `of several plans are versioned too`() throws {
    let documents = Workbench.documents()
    let plan = Workbench.plan
    let frontier = Frontier(
      goals: ["access", "people"], points: [FrontierPoint(values: [1, 2], bound: 2, choice: plan.choice)],
      isComplete: true)
    let schemas = [
      documents.alternatives([Variant(plan: plan, moves: [], goals: [])], to: plan, within: 0.02, differing: 2),
      documents.frontier(frontier), documents.comparison(Comparison(plan, named: "a", plan, named: "b")),
      documents.ladder(Ladder(steps: [LadderStep(changes: 0, plan: plan, moves: [])]), from: "a"),
      documents.explanations([]),
      CheckDocument.check(nil, Geography(), [], language: .english),
      CheckDocument.failure("no", exitCode: 2, maybe: ["x"]),
    ].map { $0["schema"]?.text }
    #expect(
      schemas == [
        "etapp.alternatives/1", "etapp.frontier/1", "etapp.comparison/1", "etapp.ladder/1", "etapp.explanations/1",
        "etapp.check/1", "etapp.error/1",
      ])
    #expect(
      documents.frontier(frontier)["points"]?[0]?["establishments"]?[0]?.line == #"{"place":"ange","round":"spring"}"#)
    #expect(CheckDocument.check(nil, Geography(), [], language: .english)["valid"]?.line == "false")
  }

  @Test func `as GeoJSON have planned and existing offices`() throws {
    let document = PlanGeoJSON.written(
      Workbench.plan, assignment: Workbench.assignment, geography: Workbench.geography, language: .swedish)
    let features = try #require(try Workbench.reread(document)["features"])
    #expect(features[0]?["geometry"]?.line == #"{"type":"Point","coordinates":[21.7,65.8]}"#)
    #expect(features[1]?["properties"]?["roundName"]?.text == "I vår")
    #expect(features[2]?["properties"]?["status"]?.text == "closes")
    var diagnostics: [Diagnostic] = []
    let read = GeoJSONReader(Array(document.serialised().utf8), file: "plan.geojson", diagnostics: &diagnostics)
    #expect(read.areas.count == 3 && diagnostics.isEmpty)
  }
}
