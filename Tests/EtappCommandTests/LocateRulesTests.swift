import EtappExchange
import Foundation
import Testing

@Suite(.serialized) struct `Locate with rounds, rules and closings` {
  static let files = [
    "demand.csv": """
    id,lat,lon,pop,region,children
    p,59.0,15.0,100,N,10
    q,60.0,15.0,50,N,20
    r,61.0,15.0,10,S,1
    """,
    "sites.csv": """
    id,name,lat,lon,region,categories
    a,Alfa,59.0,15.0,N,town
    b,Beta,60.0,15.0,N,village
    c,Gamma,61.0,15.0,S,village
    """,
    "offices.csv": "id,name,lat,lon,region\ne,Eka,59.0,15.0,N\nf,Fura,60.0,15.0,N\ng,Gran,61.0,15.0,S\n",
    "levels.csv": """
    id,name,lat,lon,kind,level,cost
    a,Alfa,59.0,15.0,outreach,0.2,1
    b,Beta,59.2,15.0,full,,3
    c,Gamma,61.0,15.0,full,1,3
    """,
    "plain.csv": "id,name,lat,lon,kind\na,Alfa,59.0,15.0,outreach\nb,Beta,59.2,15.0,full\nc,Gamma,61.0,15.0,full\n",
    "small.csv": "id,lat,lon,closable,level\nh,59.0,15.0,yes,0.5\n",
    "kinds.yaml": """
    kinds:
      - {id: outreach, name: {en: Outreach, sv: Uppsökande service}, level: 0.2}
      - {id: full, name: Full}
    """,
    "typo.yaml": "kinds: [{id: outreech, level: 0.2}, {id: full}]\n",
    "rules.yaml": """
    rules:
      - {id: villages, count: {category: village}, round: 1, min: 1}
      - {id: regions, count: {each: region}, min: 1}
    """,
    "tight.yaml": "rules:\n  - {id: regions, count: {each: region}, round: 1, min: 1}\n",
    "own.txt": " 2 1 \n 9 5. \n 9 20. \n 3 3. 1. \n",
    "left.txt": " 2 1 \n capacity 5. \n capacity 20. \n 3 3. 1. \n",
    "rooms.csv": "id,name,lat,lon,capacity\na,Alfa,59.0,15.0,60\nb,Beta,60.0,15.0,200\nc,Gamma,61.0,15.0,\n",
    "full.csv": "id,lat,lon,capacity\ne,59.0,15.0,40\nf,59.001,15.0,60\n",
    "typed.csv": "id,lat,lon,capasity\na,59.0,15.0,60\n",
    "cramped.csv": "id,lat,lon,capacity\na,59.0,15.0,60\n",
    "wrong.csv": "id,lat,lon,capacity\na,59.0,15.0,60\nb,60.0,15.0,-1\n",
    "slip.yaml": "rules:\n  - {id: villages, count: {category: vilage}, min: 1}\n",
  ]

  private func run(_ arguments: String, input: String = "") throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try Program(folder: folder).run(arguments.split(separator: " ").map(String.init), input: input)
  }

  static let base = "locate --demand demand.csv --sites sites.csv --goal access"

  @Test func `opens so many by the end of each round, rules kept`() throws {
    let plain = try run("\(Self.base) --open 1,2 --json").document
    #expect(plain["status"]?.text == "optimal" && plain["schema"]?.text == "etapp.location/1")
    #expect(plain["rounds"]?.array?.map { $0["open"]?.array?.map(\.text) } == [["a"], ["b"]])
    let ruled = try run("\(Self.base) --open 1,2 --study rules.yaml --json").document
    #expect(ruled["rounds"]?.array?.map { $0["open"]?.array?.map(\.text) } == [["b"], ["c"]])
    #expect(ruled["open"]?.array?.map(\.text) == ["b", "c"] && ruled["rules"]?.array?.count == 4)
    let late = try run("\(Self.base) --open 1,2 --study rules.yaml --weights 0,1 --json").document
    #expect(late["open"]?.array?.map(\.text) == ["a", "c"])
  }

  @Test func `sends people to sites that have room`() throws {
    let rooms = "locate --demand demand.csv --sites rooms.csv --goal access"
    let one = try run("\(rooms) --open 1 --json").document
    #expect(one["status"]?.text == "optimal" && one["open"]?.array?.map(\.text) == ["b"])
    let two = try run("\(rooms) --open 2 --json").document
    #expect(two["open"]?.array?.map(\.text) == ["a", "b"])
    let loads = two["rounds"]?.array?.first?["loads"]?.array
    #expect(loads?.map { $0["people"]?.number } == [60, 100] && loads?.map { $0["capacity"]?.number } == [60, 200])
    let words = try run("\(rooms) --open 2 --language sv")
    #expect(words.code == 0 && words.output.contains("tar emot 60 av 60") && words.output.contains("fulla: 1 av 2"))
    let reach = try run("locate --demand demand.csv --sites rooms.csv --goal reach --within 5 --open 1 --json").document
    #expect(reach["open"]?.array?.map(\.text) == ["a"] && reach["objective"]?.number == 60)
  }

  @Test func `prices one site, says that there is no table of prices, and keeps the frontier`() throws {
    let rooms = "locate --demand demand.csv --sites rooms.csv --goal access --open 1"
    let exact = try run("\(rooms) --price Beta --json").document
    #expect(
      exact["prices"]?.array?.count == 1 && exact["prices"]?.array?.first?["exchange"]?.array?.map(\.text) == ["c"])
    let table = try run("\(rooms) --prices --json")
    #expect(try table.document["prices"] == nil && table.document["diagnostics"]?.array?.count == 1)
    #expect(try run("\(rooms) --prices").errors.contains("--price SITE"))
    // Offices that stay and are full count as offices that stay: near them nothing need open.
    let beside = try run("\(rooms) --existing full.csv --against spread --json").document
    #expect(beside["frontier"]?["points"]?.array?.map { $0["open"]?.array?.map(\.text) } == [["b"], ["c"]])
    let typo = try run("locate --demand demand.csv --sites typed.csv --goal access --open 1")
    #expect(typo.code == 0 && typo.errors.contains("capasity") && typo.errors.contains("capacity"))
  }

  @Test func `tells how many find no room`() throws {
    let outcome = try run("locate --demand demand.csv --sites cramped.csv --goal access --open 1")
    #expect(outcome.code == 0 && outcome.output.contains("100 people find no room anywhere"))
    let ruled = try run("locate --demand demand.csv --sites cramped.csv --goal farthest --open 1 --json").document
    #expect(ruled["objective"]?.number == 600)
    let wrong = try run("locate --demand demand.csv --sites wrong.csv --goal access --open 1")
    #expect(wrong.code == 5 && wrong.errors.contains("wrong.csv:3") && wrong.errors.contains("-1"), "\(wrong.errors)")
  }

  // MARK: Levels of service

  @Test func `another site is best where not every errand can be done at the first`() throws {
    let base = "locate --demand demand.csv --open 1 --goal access"
    let plain = try run("\(base) --sites plain.csv --json").document
    #expect(plain["open"]?.array?.map(\.text) == ["a"] && plain["rounds"] == nil)
    let levels = try run("\(base) --sites levels.csv --json")
    #expect(levels.code == 0, "\(levels.errors)")
    let document = try levels.document
    #expect(document["open"]?.array?.map(\.text) == ["b"] && document["status"]?.text == "optimal")
    #expect(document["rounds"]?.array?.count == 1 && document["seed"]?.number == 1)
    let kinds = try run("\(base) --sites plain.csv --study kinds.yaml --json").document
    #expect(kinds["open"]?.array?.map(\.text) == ["b"])
    #expect(abs((kinds["objective"]?.number ?? 0) - (document["objective"]?.number ?? -1)) < 1e-9)
  }

  @Test func `tells the levels in both languages, and a word that is not listed`() throws {
    let base = "locate --demand demand.csv --sites plain.csv --open 3 --goal access"
    let english = try run("\(base) --study kinds.yaml --language en")
    #expect(english.output.contains("Of the errands 20% can be done at a point of the kind Outreach."), "\(english)")
    #expect(english.output.contains("Alfa (20% of the errands)"))
    let swedish = try run("\(base) --study kinds.yaml --language sv")
    #expect(swedish.output.contains("uträttas vid ett ställe av slaget Uppsökande service"), "\(swedish)")
    let typo = try run("\(base) --study typo.yaml")
    #expect(typo.code == 0 && typo.errors.contains("plain.csv:2") && typo.errors.contains("outreech"), "\(typo)")
  }

  @Test func `levels may come from standard input, and a wrong one is told`() throws {
    let base = "locate --demand demand.csv --sites - --open 1 --goal access --json"
    let given = try run(base, input: Self.files["levels.csv", default: ""])
    #expect(try given.document["open"]?.array?.map(\.text) == ["b"], "\(given.errors)")
    let beside = try run(
      "locate --demand demand.csv --sites plain.csv --existing small.csv --open 1 --goal access --json")
    // Half of the errands of p are done where it is; the office stays, though its table says that it may close.
    #expect(try beside.document["open"]?.array?.map(\.text) == ["b"], "\(beside)")
    #expect(try beside.document["closes"]?.array?.isEmpty == true)
    let wrong = try run(base, input: "id,lat,lon,level\na,59,15,20\n")
    #expect(wrong.code == 5 && wrong.errors.contains("at most 1") && wrong.errors.contains("0.2"), "\(wrong.errors)")
    let cheapest = try run("locate --demand demand.csv --sites levels.csv --goal cover --within 30 --percent 30 --json")
    #expect(cheapest.code == 0, "\(cheapest.errors)")
    #expect(try cheapest.document["open"]?.array?.map(\.text) == ["b"])
  }

  @Test func `says which rules cannot hold together`() throws {
    let outcome = try run("\(Self.base) --open 1,2 --study tight.yaml --json")
    #expect(outcome.code == 3)
    #expect(try outcome.document["conflict"]?.array?.map(\.text) == ["round-1", "regions"])
    let words = try run("\(Self.base) --open 1,2 --study tight.yaml --language sv")
    #expect(words.code == 3 && words.output.contains("går inte ihop"))
  }

  @Test func `tells a slip in the study with its place`() throws {
    let outcome = try run("\(Self.base) --open 1,2 --study slip.yaml")
    #expect(outcome.code == 5 && outcome.errors.contains("slip.yaml:2") && outcome.errors.contains("village"))
  }

  @Test func `closes what is missed least, and says by whom`() throws {
    let outcome = try run(
      "locate --demand demand.csv --existing offices.csv --close 1 --goal access --prices --json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let document = try outcome.document
    #expect(document["closes"]?.array?.map(\.text) == ["g"] && document["open"]?.array?.count == 0)
    let effects = document["effects"]?.array ?? []
    let south = effects.first { $0["by"]?.text == "region" && $0["id"]?.text == "S" }
    #expect(south?["farther"]?.number == 10 && south?["meanBefore"]?.number == 0)
    #expect(effects.first { $0["by"]?.text == "group" }?["people"]?.number == 31)
    let prices = document["prices"]?.array ?? []
    #expect(prices.count == 3 && prices.allSatisfy { ($0["least"]?.number ?? -1) >= 0 })
    #expect(prices.allSatisfy { ($0["most"]?.number ?? -1) >= ($0["least"]?.number ?? 0) })
    let words = try run("locate --demand demand.csv --existing offices.csv --close 1 --goal access --price gran")
    #expect(words.code == 0 && words.output.contains("Gran (g) is kept"), "\(words)")
  }

  @Test func `holds the goal against spread`() throws {
    let document = try run("\(Self.base) --open 2 --against spread --json").document
    #expect(document["frontier"]?["complete"] != nil)
    let points = document["frontier"]?["points"]?.array ?? []
    #expect(points.map { $0["open"]?.array?.map(\.text) } == [["a", "b"], ["a", "c"]])
  }

  @Test func `takes a workspace's people, places and offices`() throws {
    let shore = try Shore()
    let outcome = try shore.program.run(["locate", shore.name, "--open", "1,2", "--goal", "access", "--json"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let document = try outcome.document
    #expect(document["rounds"]?.array?.count == 2 && document["open"]?.array?.count == 2)
    let both = try shore.program.run(["locate", shore.name, "--demand", "x.csv", "--open", "1", "--goal", "access"])
    #expect(both.code == 2)
  }

  @Test(arguments: [
    "--open 2,1", "--open 0,0", "--open 1,x", "--open 1 --close 2", "--open 1 --weights 0,0", "--open 1 --points 1",
    "--open 1 --alternatives 0", "--open 1 --price nobody",
  ])
  func `refuses what makes no sense`(_ options: String) throws {
    #expect(try run("\(Self.base) \(options)").code == 2)
  }

  @Test func `benchmark proves siting with capacities`() throws {
    let line = try run("benchmark capacitated own.txt").document
    #expect(line["problem"]?.text == "capacitated" && line["objective"]?.number == 8 && line["p"]?.number == 1)
    #expect(try run("benchmark capacitated left.txt").code == 5)
    #expect(try run("benchmark capacitated left.txt --capacity 9").document["objective"]?.number == 8)
    #expect(try run("benchmark capacitated nowhere.txt").code == 5)
  }
}
