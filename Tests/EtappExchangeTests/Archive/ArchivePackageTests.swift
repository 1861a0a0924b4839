import EtappModel
import Testing

@testable import EtappExchange

/// The documents of a package for an archive; what a validator of the specification says of them stands with the program's
/// own tests.
@Suite struct `A package for an archive` {
  private static func entry(_ number: String, about: String = "Lokal") -> RegisterEntry {
    RegisterEntry(
      number: number, day: Day(year: 2021, month: 6, day: 14), direction: .incoming,
      from: [Correspondent(name: "Ånge <kommun> & \"co\"")], to: [Correspondent(name: "Programmet")], about: about)
  }

  private static func package(_ records: [ArchivePackage.Record]) -> ArchivePackage {
    ArchivePackage(
      id: "p", agency: "Programmet", made: Moment(seconds: 1_600_000_000), version: "1", classification: "1.1",
      records: records,
      events: [
        Event(
          number: 3, at: Moment(seconds: 1), actor: "anna", action: "register.added", subject: "register/1",
          reason: "<&>")
      ])
  }

  /// No real fingerprint, but one that differs with the bytes.
  private static func fingerprint(_ bytes: [UInt8]) -> String {
    let sum = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }

  private static func document(_ path: String, _ package: ArchivePackage) throws -> String {
    try #require(package.documents(fingerprint).first { $0.path == path }).text
  }

  @Test func `is made of documents that can be read`() throws {
    let package = Self.package([ArchivePackage.Record(Self.entry("2021-1"), municipality: "Ånge", files: [])])
    let documents = package.documents(Self.fingerprint)
    #expect(
      documents.map(\.path) == [
        "metadata/descriptive/erms.xml", "metadata/preservation/premis.xml", "documentation/readme.txt",
        "schemas/schemas.txt", "representations/rep1/METS.xml", "METS.xml",
      ])
    for (path, text) in documents where path.hasSuffix(".xml") { _ = try XMLReader.read(Array(text.utf8)) }
    #expect(documents.map(\.text) == package.documents(Self.fingerprint).map(\.text))
  }

  @Test func `vouches in its map for every document beside it`() throws {
    let package = Self.package([])
    let documents = package.documents(Self.fingerprint)
    let map = try Self.document("METS.xml", package)
    for (path, text) in documents where path != "METS.xml" {
      let bytes = Array(text.utf8)
      #expect(map.contains("xlink:href=\"\(path)\""))
      #expect(map.contains("CHECKSUM=\"\(Self.fingerprint(bytes))\"") && map.contains("SIZE=\"\(bytes.count)\""))
    }
  }

  @Test func `keeps the register's facts`() throws {
    var entry = Self.entry("2021-2")
    entry.counterpartNumber = "KS 21/7"
    entry.secrecy = RegisterEntry.Secrecy(paragraph: "OSL 19 kap. 3 §")
    let due = DayInterval(from: Day(year: 2021, month: 10, day: 21), to: Day(year: 2021, month: 10, day: 31))
    let said = Commitment(text: "Vi återkommer.", span: 0..<1, side: .sender, interval: due)
    entry.promises = [
      RegisterEntry.Promise(index: 1, commitment: said, isConfirmed: true, isOurs: false),
      RegisterEntry.Promise(index: 2, commitment: said, isConfirmed: nil, isOurs: false),
    ]
    let text = try Self.document(
      "metadata/descriptive/erms.xml",
      Self.package([ArchivePackage.Record(entry, municipality: "Ånge", files: [])]))
    let root = try XMLReader.read(Array(text.utf8))
    let record = try #require(root.child("aggregations")?.child("aggregation")?.child("record"))
    #expect(record.child("objectId")?.text == "2021-2" && record.child("extraId")?.text == "KS 21/7")
    #expect(record.child("restriction")?.child("regulation")?.text == "OSL 19 kap. 3 §")
    #expect(record.child("keywords")?.child("keyword")?.text == "Ånge")
    #expect(record.child("agents")?.all("agent").first?.child("name")?.text == "Ånge <kommun> & \"co\"")
    #expect(record.child("dates")?.child("date")?.text == "2021-06-14T00:00:00")
    #expect(record.all("action").count == 1, "Only what a person has confirmed is a promise.")
    #expect(
      record.child("action")?.child("dates")?.all("actionDate").map(\.text) == [
        "2021-10-21T00:00:00", "2021-10-31T00:00:00",
      ])
  }

  @Test func `has one aggregation for each case`() throws {
    var entries = ["1", "2", "3"].map { Self.entry($0) }
    entries[0].thread = "1"
    entries[1].caseNumber = "A"
    entries[2].thread = "1"
    let text = try Self.document(
      "metadata/descriptive/erms.xml",
      Self.package(entries.map { ArchivePackage.Record($0, municipality: nil, files: []) }))
    let cases = try XMLReader.read(Array(text.utf8)).child("aggregations")?.all("aggregation") ?? []
    #expect(cases.map { $0.child("objectId")?.text } == ["1", "A"])
    #expect(cases.map { $0.all("record").map { $0.child("objectId")?.text } } == [["1", "3"], ["2"]])
  }

  @Test(arguments: ["../../etc/passwd", "", "..", "å b/c\\d?e&f.eml", String(repeating: "x", count: 500)])
  func `gives every file a plain name of its own`(name: String) {
    let path = ArchivePackage.path(number: "2021/00042", index: 2, name: name)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    #expect(parts.count == 5 && parts[3] == "2021-00042" && parts[4].hasPrefix("2-") && parts[4].count > 2)
    #expect(path.utf8.count < 160 && path.allSatisfy { $0.isASCII && !" ?&\\".contains($0) })
  }
}
