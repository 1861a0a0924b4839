import Etapp
import EtappModel
import EtappReport

/// The data that plans are made from: every file as a table, to fetch and to replace.
enum DataPage {
  static let routes: [Route] = [
    .get("/data", .permission(.read)) { try await page($0) },
    .upload("/data", .permission(.edit)) { try await DataUpload.replace($0) },
    .get("/data/:file", .permission(.read)) { try await DataTable.page($0) },
    .get("/data/layers/:file", .permission(.read)) { try await DataTable.page($0) },
    .get("/data/:file/as/:format", .permission(.read)) { try await DataTable.file($0) },
    .get("/data/layers/:file/as/:format", .permission(.read)) { try await DataTable.file($0) },
  ]

  static func files(_ visit: Visit) -> WorkspaceFiles { WorkspaceFiles(folder: visit.site.desk.folder) }

  static func path(_ name: String) -> String {
    "/data/" + name.split(separator: "/").map { Fields.encoded(String($0)) }.joined(separator: "/")
  }

  /// What there is to say about the workspace as it stands, also where it cannot be used.
  static func diagnostics(_ visit: Visit) async -> [Diagnostic] {
    do {
      return try await visit.room().workspace.diagnostics
    } catch let invalid as Workspace.Invalid {
      return invalid.diagnostics
    } catch {
      return []
    }
  }

  // MARK: The page

  static func page(_ visit: Visit, trouble: [HTML] = [], status: Int = 200) async throws -> Answer {
    let diagnostics = await diagnostics(visit)
    let files = files(visit)
    let all = files.all
    return Page(title: visit.say(Tab.data.title), tab: .data) {
      Tag.p(.class("lead")) {
        visit.say(
          en: "The files that plans are made from. Each can be seen as a table, fetched, and replaced as a whole.",
          sv: "Filerna som planer görs av. Var och en kan ses som tabell, hämtas och bytas ut som helhet.")
      }
      trouble.isEmpty ? nil : HTML.fragment(trouble)
      table(all, diagnostics, visit)
      visit.may(.edit) ? DataUpload.form(all.map(\.name), visit) : nil
      about(diagnostics, visit)
    }.answer(visit, status: status)
  }

  private static func table(_ files: [WorkspaceFiles.File], _ diagnostics: [Diagnostic], _ visit: Visit) -> HTML {
    Parts.table(
      visit.say(en: "Files of the workspace", sv: "Arbetsmappens filer"),
      [
        visit.say(en: "File", sv: "Fil"), visit.say(en: "What it holds", sv: "Vad den innehåller"),
        visit.say(en: "Size", sv: "Storlek"), visit.say(en: "Changed", sv: "Ändrad"),
        visit.say(en: "Remarks", sv: "Anmärkningar"),
      ], numeric: [2, 4],
      rows: files.map { file in
        [
          Tag.a(.href(path(file.name))) { file.name }, Tag.span(.class("words")) { visit.say(meaning(file.name)) },
          .text(size(file.bytes, visit.language)), .text(file.changed.day().description),
          .text("\(diagnostics.count { $0.place?.file == file.name })"),
        ]
      })
  }

  /// `12 kB`, `1,4 MB`.
  private static func size(_ bytes: Int, _ language: Language) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10)" + (language == .english ? "." : ",") + "\(tenths % 10) MB"
  }

  static func meaning(_ name: String) -> Text {
    switch name {
    case "places.csv": Text(en: "Places where offices may open", sv: "Platser där kontor kan öppna")
    case "offices.csv": Text(en: "Offices that exist already", sv: "Kontor som redan finns")
    case "demand.csv": Text(en: "Where people live", sv: "Var människor bor")
    case "municipalities.csv": Text(en: "Municipalities and their regions", sv: "Kommuner och deras regioner")
    case "travel-times.csv": Text(en: "Travel times that are given", sv: "Restider som är givna")
    case "contacts.csv": Text(en: "Whom letters go to", sv: "Vem breven går till")
    case "actuals.csv": Text(en: "What has happened so far", sv: "Vad som har hänt hittills")
    case WorkspaceFiles.basemap: Text(en: "The ground of the map", sv: "Kartans bakgrund")
    default: Text(en: "Areas of a layer", sv: "Områden i ett lager")
    }
  }

  private static func about(_ diagnostics: [Diagnostic], _ visit: Visit) -> HTML? {
    guard !diagnostics.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "About the data", sv: "Om underlaget") }
      Parts.diagnostics(diagnostics, visit)
    }
  }
}
