import EtappExchange
import EtappModel
import Foundation
import Testing

/// Things of the right name that are no files, and files of unusual but sound form.
@Suite struct `Workspace files` {
  private static func workspace(_ prepare: (URL) throws -> Void) throws -> WorkspaceReader.Contents {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("layers"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in SmallWorkspace.files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    try prepare(folder)
    return WorkspaceReader(folder: folder.path).read()
  }

  @Test(arguments: ["demand.csv", "programme.yaml", "places.csv", "layers/areas.geojson"])
  func `a folder in a file's place is said to be one`(name: String) throws {
    let contents = try Self.workspace { folder in
      let place = folder.appendingPathComponent(name)
      try FileManager.default.removeItem(at: place)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    }
    #expect(
      contents.diagnostics.contains { $0.place?.file == name && $0.message(.english).contains("a folder or a device") })
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["/dev/zero", "/dev/stdin"])
  func `a link to a device is not followed for ever`(device: String) throws {
    let contents = try Self.workspace { folder in
      let place = folder.appendingPathComponent("demand.csv")
      try FileManager.default.removeItem(at: place)
      try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: device)
    }
    #expect(contents.diagnostics.hasErrors)
  }

  @Test func `a link to a file is read`() throws {
    let contents = try Self.workspace { folder in
      let (place, elsewhere) = (
        folder.appendingPathComponent("demand.csv"), folder.appendingPathComponent("people.txt")
      )
      try FileManager.default.moveItem(at: place, to: elsewhere)
      try FileManager.default.createSymbolicLink(at: place, withDestinationURL: elsewhere)
    }
    #expect(contents.diagnostics.isEmpty)
    #expect(contents.geography.demand.count == 4)
  }

  @Test func `a link to itself is missing`() throws {
    let contents = try Self.workspace { folder in
      let place = folder.appendingPathComponent("demand.csv")
      try FileManager.default.removeItem(at: place)
      try FileManager.default.createSymbolicLink(at: place, withDestinationURL: place)
    }
    #expect(contents.diagnostics.contains { $0.place?.file == "demand.csv" && $0.severity == .error })
  }

  @Test func `a folder that does not exist lacks its files`() {
    let contents = WorkspaceReader(folder: "/nowhere/at/all").read()
    #expect(contents.assignment == nil)
    #expect(contents.diagnostics.first?.message(.english) == "The file is missing.")
  }

  @Test func `a misnamed file is suggested`() throws {
    let contents = try Self.workspace { folder in
      try FileManager.default.moveItem(
        at: folder.appendingPathComponent("programme.yaml"), to: folder.appendingPathComponent("program.yaml"))
    }
    #expect(contents.diagnostics.first?.maybe == "program.yaml")
  }

  @Test func `files beside the layers that are none are passed over aloud`() throws {
    let contents = try Self.workspace { folder in
      try Data("x".utf8).write(to: folder.appendingPathComponent("layers/roads.txt"))
      try Data("{}".utf8).write(to: folder.appendingPathComponent("layers/lakes.json"))
      try Data("x".utf8).write(to: folder.appendingPathComponent("layers/.hidden"))
    }
    #expect(contents.diagnostics.map(\.value) == ["lakes.json", "roads.txt"])
    #expect(contents.diagnostics.map(\.maybe) == ["lakes.geojson", "GeoJSON"])
  }

  /// The same table in the ways that programs write it.
  static let forms: [(label: String, text: String)] = {
    let plain = SmallWorkspace.files["demand.csv", default: ""]
    return [
      ("byte order mark", "\u{FEFF}" + plain), ("semicolons", plain.replacing(",", with: ";")),
      ("tabs", plain.replacing(",", with: "\t")), ("CRLF", plain.replacing("\n", with: "\r\n")),
      ("CR", plain.replacing("\n", with: "\r")), ("no last line end", String(plain.dropLast())),
      ("empty lines", plain.replacing("\n", with: "\n\n")), ("sep line", "sep=;\n" + plain.replacing(",", with: ";")),
      ("blanks", plain.replacing(",", with: " , ")), ("capitals", plain.replacing("population", with: "POPULATION")),
      ("quotes", plain.replacing("d1", with: "\"d1\"").replacing("population", with: "\"population\"")),
      (
        "a line feed in quotes",
        plain.replacing("id,", with: "note,id,").replacing("d1,", with: "\"one\r\ntwo, \"\"three\"\"\",d1,")
          .replacing("d2", with: ",d2").replacing("d3", with: ",d3").replacing("d4", with: ",d4")
      ),
      (
        "a line of a megabyte",
        plain.replacing("id,", with: "note,id,").replacing("d1,", with: String(repeating: "å", count: 500_000) + ",d1,")
          .replacing("d2", with: ",d2").replacing("d3", with: ",d3").replacing("d4", with: ",d4")
      ),
    ]
  }()

  @Test(arguments: forms.indices)
  func `tables are read however they are written`(form: Int) throws {
    let (label, text) = Self.forms[form]
    let contents = try SmallWorkspace.contents(changing: ["demand.csv": Array(text.utf8)])
    #expect(contents.diagnostics.isEmpty, "\(label): \(contents.diagnostics.map(DiagnosticCase.written))")
    #expect(contents.geography.demand.ids == ["d1", "d2", "d3", "d4"], "\(label)")
    #expect(contents.geography.demand.population == [5000, 58000, 3500, 1400], "\(label)")
  }

  @Test func `a decimal comma that is declared is read`() throws {
    let table = SmallWorkspace.files["demand.csv", default: ""].replacing(",", with: ";").replacing(".", with: ",")
    let programme = SmallWorkspace.files["programme.yaml", default: ""] + "csv: {demand.csv: {decimal: comma}}\n"
    let contents = try SmallWorkspace.contents(
      changing: ["demand.csv": Array(table.utf8), "programme.yaml": Array(programme.utf8)])
    #expect(contents.diagnostics.isEmpty)
    #expect(contents.geography.demand.coordinates.first == Coordinate(latitude: 62.52, longitude: 15.66))
  }

  @Test func `the same trouble in every row is said twenty times and counted`() throws {
    let rows = (0..<500).map { "d\($0),62,15,x\n" }.joined()
    let contents = try SmallWorkspace.contents(changing: ["demand.csv": Array(("id,lat,lon,population\n" + rows).utf8)])
    let said = contents.diagnostics.filter { $0.place?.column == "population" }
    #expect(said.count == 21)
    #expect(said.last?.message(.english) == "480 more of the same: Not a number.")
    #expect(said.last?.message(.swedish) == "480 till av samma slag: Inte ett tal.")
  }

  @Test(arguments: [
    ("d1,o1,10\nd2,o1,x\n", "Not a number.", 3), ("d1,o1,-1\n", "A travel time cannot be negative.", 2),
    ("d1,o1,10\nd9,o1,5\n", "This id is in no other file; its rows were passed over.", 3),
  ])
  func `travel times say what is wrong`(rows: String, message: String, row: Int) throws {
    let contents = try SmallWorkspace.contents(changing: ["travel-times.csv": Array(("from,to,minutes\n" + rows).utf8)])
    #expect(
      contents.diagnostics.contains { $0.message(.english) == message && $0.place?.row == row },
      "\(contents.diagnostics.map(DiagnosticCase.written))")
  }
}

/// What ships must read without a word of trouble.
@Suite struct `Shipped examples` {
  @Test(arguments: ["servicekontor-2021", "iceland-service-points"])
  func `have nothing to say`(name: String) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let contents = WorkspaceReader(folder: root.appendingPathComponent("Examples/" + name).path).read()
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    #expect(contents.assignment != nil)
  }
}
