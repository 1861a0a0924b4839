import EtappExchange
import EtappModel
import Testing

/// `correspondence` of programme.yaml and `contacts.csv`: what is read, and what is said of it.
@Suite struct `Correspondence in the assignment` {
  private static let whole = """
    correspondence:
      sender: {name: The office, address: Registrar@Office.example}
      contact: {name: Dialogue, role: {sv: samordnare, en: coordinator}, address: talk@office.example, phone: 010-00}
      our: [Office.example, help@other.example]
      numbers: "D{year}/{serial:4}-{class}"
      classification: 1.1
      themes: {travel: {sv: Resor, en: Travel}, cost: Costs}
      retention: [{kind: note, years: 5, decision: "2021:7"}, {kind: other, years: 0, decision: b}]

    """

  /// The small programme with a part of the above replaced.
  private static func yaml(_ part: String = "", with other: String = "") -> [UInt8] {
    precondition(part.isEmpty || whole.contains(part), "there is no \(part)")
    let text = part.isEmpty ? whole : whole.replacing(part, with: other)
    return Array(((SmallWorkspace.files["programme.yaml"] ?? "") + text).utf8)
  }

  private static func contents(_ changes: [String: [UInt8]?]) throws -> WorkspaceReader.Contents {
    try SmallWorkspace.contents(changing: changes)
  }

  @Test func `is read key by key`() throws {
    let contents = try Self.contents(["programme.yaml": Self.yaml()])
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    let read = try #require(contents.assignment?.correspondence)
    #expect(
      read
        == Correspondence(
          sender: Correspondent(name: "The office", address: "registrar@office.example"),
          contact: Correspondent(name: "Dialogue", address: "talk@office.example"),
          contactRole: Text(en: "coordinator", sv: "samordnare"), contactPhone: "010-00",
          ourAddresses: ["office.example", "help@other.example"],
          numbers: try #require(NumberPattern("D{year}/{serial:4}-{class}")), classification: "1.1",
          themes: [("travel", Text(en: "Travel", sv: "Resor")), ("cost", "Costs")],
          retention: [
            Correspondence.Retention(kind: .note, years: 5, decision: "2021:7"),
            Correspondence.Retention(kind: .other, years: 0, decision: "b"),
          ]))
    #expect(read.numbers.number(year: 2021, serial: 42, classification: read.classification) == "D2021/0042-1.1")
  }

  @Test func `may be left out, in whole or in part`() throws {
    #expect(try Self.contents([:]).assignment?.correspondence == nil)
    let bare = Array(((SmallWorkspace.files["programme.yaml"] ?? "") + "correspondence: {our: a.example}\n").utf8)
    let contents = try Self.contents(["programme.yaml": bare])
    #expect(contents.diagnostics.isEmpty)
    #expect(contents.assignment?.correspondence == Correspondence(ourAddresses: ["a.example"]))
  }

  /// The line of the file on which a part of the above stands.
  private static func row(_ part: String) -> Int {
    let text = (SmallWorkspace.files["programme.yaml"] ?? "") + whole
    let before = text.firstRange(of: part).map { text[..<$0.lowerBound] } ?? ""
    return before.filter { $0 == "\n" }.count + 1
  }

  private static func spoiled(
    _ label: String, _ part: String, _ other: String, _ severity: Diagnostic.Severity = .error, says: String,
    column: String?, value: String? = nil, maybe: String? = nil, at offset: Int = 0
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, "programme.yaml", bytes: yaml(part, with: other), severity, says: says, row: row(part) + offset,
      column: column, value: value, maybe: maybe)
  }

  static let spoiled: [DiagnosticCase] = [
    spoiled(
      "an unknown key", "our: [", "ours: [", says: "not known in correspondence", column: "ours", value: "ours",
      maybe: "our"),
    spoiled(
      "an address that is none", "Registrar@Office.example", "registrar(at)office", says: "should be an e-mail address",
      column: "address", value: "registrar(at)office", maybe: "registrar@office.example"),
    spoiled(
      "a sender that is nobody", "{name: The office, address: Registrar@Office.example}", "{}", says: "Give a name",
      column: "name", maybe: "{name: The office, address: registrar@office.example}"),
    spoiled(
      "a domain that is none", "[Office.example,", "[office,", says: "lists domains", column: "our", value: "office",
      maybe: "office.example"),
    spoiled(
      "a pattern without a serial", "{year}/{serial:4}-{class}", "{year}", says: "with {serial} once",
      column: "numbers", value: "D{year}", maybe: "{year}-{serial:5}"),
    spoiled(
      "a pattern with an unknown field", "{serial:4}", "{serial:4}{month}", says: "with {serial} once",
      column: "numbers", value: "D{year}/{serial:4}{month}-{class}", maybe: "{year}-{serial:5}"),
    spoiled(
      "a retention of an unknown kind", "kind: note", "kind: notes", says: "does not take this word", column: "kind",
      value: "notes", maybe: "note"),
    spoiled(
      "a retention without a decision", ", decision: \"2021:7\"", "", says: "needs “decision”", column: "decision",
      maybe: "{kind: note, years: 5, decision: \"2021:7\"}"),
    spoiled(
      "a retention of less than nothing", "years: 5", "years: -5", says: "cannot be negative", column: "years",
      value: "-5"),
    spoiled(
      "a retention of ages", "years: 5", "years: 5000", says: "more than a thousand", column: "years", value: "5000"),
    spoiled(
      "correspondence that is a word", "correspondence:\n", "correspondence: yes\nbasis:\n",
      says: "should be a list of keys and values", column: "correspondence", value: "yes"),
  ]

  @Test(arguments: spoiled) func `says what is wrong`(_ example: DiagnosticCase) throws {
    try example.check()
  }

  @Test func `asks for the classification that the numbers show`() throws {
    let contents = try Self.contents(["programme.yaml": Self.yaml("  classification: 1.1\n", with: "")])
    #expect(contents.diagnostics.map(\.place?.column) == ["classification"])
  }

  // MARK: Contacts

  private static let header = "municipality,name,role,address,phone\n"

  @Test func `reads contacts by code or name`() throws {
    let table = Self.header + "2260,Registrar,registrar,R@Ange.example,\nstromsund;x,Office,,,0670\n"
    let contents = try Self.contents(["contacts.csv": Array(table.replacing("stromsund;x", with: "Stromsund").utf8)])
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    #expect(
      contents.contacts == [
        Contact(municipality: "2260", name: "Registrar", role: "registrar", address: "r@ange.example"),
        Contact(municipality: "2313", name: "Office", role: "", phone: "0670"),
      ])
    #expect(try Self.contents([:]).contacts.isEmpty)
  }

  private static func contact(
    _ label: String, _ row: String, _ severity: Diagnostic.Severity = .error, says: String, column: String,
    value: String, maybe: String? = nil, at line: Int = 2
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, "contacts.csv", bytes: Array((header + row + "\n").utf8), severity, says: says, row: line, column: column,
      value: value, maybe: maybe)
  }

  static let contacts: [DiagnosticCase] = [
    contact(
      "an unknown municipality", "Sundsval,N,,,", says: "no municipality", column: "municipality",
      value: "Sundsval", maybe: "Sundsvall"),
    contact("no municipality", ",N,,,", says: "municipality is missing", column: "municipality", value: ""),
    contact("no name", "2260,,,,", says: "name is missing", column: "name", value: ""),
    contact(
      "an address that is none", "2260,N,,at ange,", says: "Not an e-mail address", column: "address", value: "at ange",
      maybe: "registrar@municipality.example"),
    contact(
      "a contact twice", "2260,N,r,a@b.example,\n2260,N,r,a@b.example,", .warning, says: "twice", column: "name",
      value: "N", at: 3),
  ]

  @Test(arguments: contacts) func `says what is wrong with a contact`(_ example: DiagnosticCase) throws {
    try example.check()
  }

  static let addresses: [(String, String?)] = [
    ("a@b.example", "a@b.example"), ("Å.Ö+x@B-c.example", "å.ö+x@b-c.example"), ("", nil), ("@b.example", nil),
    ("a@b", nil), ("a@@b.example", nil), ("a b@c.example", nil), ("a@b..example", nil), ("a@-b.example", nil),
    ("a@b.example.", nil), ("<a@b.example>", nil), ("a@b.example,c@d.example", nil),
  ]

  @Test(arguments: addresses.indices) func `knows an address when it sees one`(_ index: Int) throws {
    let (text, normal) = Self.addresses[index]
    let contents = try Self.contents(["contacts.csv": Array("municipality;name;address\n2260;N;\"\(text)\"\n".utf8)])
    #expect(contents.contacts.map(\.address) == [normal])
    #expect(contents.diagnostics.hasErrors == (normal == nil && !text.isEmpty))
  }
}
