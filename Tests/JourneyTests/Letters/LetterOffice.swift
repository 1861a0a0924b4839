import Etapp
import EtappModel
import Foundation

/// A small programme in memory with a folder of its own, whose letters can be written and sent.
final class LetterOffice {
  let folder: URL
  let study: Study
  let plan: Plan
  let day = Day(year: 2021, month: 6, day: 10)
  var moment: Moment { Moment(day, hour: 9) }
  var outbox: Outbox { Outbox(workspace: folder.path) }

  static let names = ["Ånge", "Åre", "Boden", "Östhammar"]

  /// - Parameter count: Municipalities, each with an office.
  init(count: Int = LetterOffice.names.count) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-letters-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("letters"), withIntermediateDirectories: true)
    let municipalities = (0..<count).map { index in
      Municipality(id: ID("m\(index)"), name: index < Self.names.count ? Self.names[index] : "Ort \(index)")
    }
    let places = municipalities.map { home in
      Place(
        id: ID("p-" + home.id.code), name: home.name, municipality: home.id,
        coordinate: Coordinate(latitude: 60, longitude: 15))
    }
    let rounds = [
      Round(
        id: "1", name: Text(en: "Round 1", sv: "Omgång 1"),
        opens: Round.Window(
          from: Day(year: 2022, month: 1, day: 1), to: Day(year: 2022, month: 12, day: 31), mainly: 0.8))
    ]
    let assignment = Assignment(
      name: Text(en: "The shore", sv: "Stranden"), language: .swedish, currency: "X", rounds: rounds, goals: [])
    let workspace = Workspace(
      folder: folder.path, assignment: assignment,
      geography: Geography(municipalities: municipalities, places: places))
    study = Study(workspace)
    plan = Plan(
      choice: Choice(opens: Dictionary(uniqueKeysWithValues: places.map { ($0.id, 0) })), proof: .evaluated, gap: 0,
      establishments: places.map {
        Establishment(
          place: $0.id, name: $0.name, municipality: $0.municipality, kind: $0.kind, round: 0, categories: [])
      }, goals: [], rules: [], travel: [], run: Run(seconds: 0, seed: 1, threads: 1), diagnostics: [])
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  static let information = """
    ---
    subject: Kontoret i {{municipality}}
    to: registrar
    promise: Vi återkommer i slutet av oktober 2021.
    promise-from: 2021-10-21
    promise-to: 2021-10-31
    ---
    Hej {{receiver}},

    kontoret i {{municipality}} öppnar {{window}}. {{promise}}

    . en rad med punkt

    {{contact}}
    """

  func write(_ text: String, template: String = "information", _ language: Language = .swedish) throws {
    let file = folder.appendingPathComponent("letters/\(template).\(language.rawValue).mustache")
    try Data(text.utf8).write(to: file)
  }

  /// - Parameter address: The registrar's mailbox at each municipality.
  func letters(
    template: String = "information", address: (Int) -> String? = { "registrator@m\($0).example" }
  ) throws -> [OutgoingLetter] {
    let ready = try LetterTemplates(folder: folder.path).template(named: template, .swedish)
    let contacts = study.workspace.geography.municipalities.enumerated().map { index, home in
      Contact(municipality: home.id, name: "Registrator", role: "registrar", address: address(index))
    }
    let correspondence = Correspondence(
      sender: Correspondent(name: "Programmet", address: "program@office.example"),
      contact: Correspondent(name: "Samordnaren"))
    let order = Study.LetterOrder(
      ready, day: day, directory: LetterDirectory(correspondence: correspondence, contacts: contacts))
    return try study.letters(plan, order)
  }

  /// Names of files in a folder of the workspace.
  func files(_ path: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
    return (names ?? []).filter { $0.hasSuffix(".eml") }.sorted()
  }
}
