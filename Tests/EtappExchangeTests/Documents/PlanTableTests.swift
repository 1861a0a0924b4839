import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `A plan as a table` {
  private func read(_ text: String) -> PlanTable {
    PlanTable(
      reading: Array(text.utf8), file: "plan.csv", assignment: Workbench.assignment, geography: Workbench.geography)
  }

  @Test func `is read back as it was written`() {
    let text = PlanTable.written(
      Workbench.plan, assignment: Workbench.assignment, geography: Workbench.geography)
    #expect(text.hasPrefix("place,name,municipality,kind,categories,round,closes,lat,lon\n"))
    #expect(text.contains(#"boden-c,"Boden, centrum",Boden,full,rural|north,1,no,65.8,21.7"#))
    let table = read(text)
    #expect(table.choice == Workbench.plan.choice)
    #expect(table.diagnostics.isEmpty)
  }

  /// What can be done where is told as soon as it is not everything everywhere.
  @Test func `has a column for levels where there are some`() throws {
    var plan = Workbench.plan
    plan.establishments[0].level = 0.6
    let text = PlanTable.written(plan, assignment: Workbench.assignment, geography: Workbench.geography)
    #expect(text.hasPrefix("place,name,municipality,kind,level,categories,round,closes,lat,lon\n"))
    #expect(text.contains(#"boden-c,"Boden, centrum",Boden,full,0.6,rural|north,1,no,65.8,21.7"#))
    #expect(read(text).choice == plan.choice)
    let features = try #require(
      PlanGeoJSON.written(
        plan, assignment: Workbench.assignment, geography: Workbench.geography, language: .english)["features"])
    #expect(features[0]?["properties"]?["level"]?.line == "0.6" && features[1]?["properties"]?["level"] == nil)
  }

  static let accepted: [(text: String, opens: [ID<Place>: Int])] = [
    ("place,round\nange,1\nboden-c,spring\n", ["ange": 0, "boden-c": 1]),
    ("\u{FEFF}id;round\r\nANGE;1\r\nNorra boden;I vår\r\n", ["ange": 0, "boden-n": 1]),
    ("round,place\n1,0101\n,boden-c\n", ["ange": 0]),
    ("place,round\n", [:]),
  ]

  @Test(arguments: accepted)
  func `forgives what people write`(_ text: String, _ opens: [ID<Place>: Int]) {
    let table = read(text)
    #expect(table.choice == Choice(opens: opens))
    #expect(table.diagnostics.isEmpty)
  }

  static let refused: [(text: String, row: Int, column: String?, value: String, maybe: String?)] = [
    ("place,round\nångee,1\n", 2, "place", "ångee", "Ånge"),
    ("place,round\nange,1\nboden-c,3\n", 3, "round", "3", "1, spring"),
    ("place,round\nange,1\nÅnge,spring\n", 3, "place", "Ånge", nil),
    ("place,round\nBoden,1\n", 2, "place", "Boden", "Boden, centrum (boden-c), Norra Boden (boden-n)"),
    ("place,round,closes\no2,1,yes\n", 2, "place", "o2", nil),
    ("place,round,closes\nange,1,perhaps\n", 2, "closes", "perhaps", "yes"),
    ("place,rund\nange,1\n", 1, "round", "place, rund", "rund"),
  ]

  @Test(arguments: refused)
  func `says what is wrong, and where`(_ text: String, _ row: Int, _ column: String?, _ value: String, _ maybe: String?)
    throws
  {
    let found = try #require(read(text).diagnostics.first)
    #expect(found.severity == .error)
    #expect(found.place == Diagnostic.Place(file: "plan.csv", row: row, column: column))
    #expect(found.value == value)
    #expect(found.maybe == maybe)
  }
}
