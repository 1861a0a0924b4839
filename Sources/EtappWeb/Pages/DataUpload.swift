import Etapp
import EtappModel
import EtappReport

/// A data file that is sent in: read with the rest of the workspace, and put in its place only when all of it is usable.
enum DataUpload {
  // MARK: The form

  /// - Parameter names: Files that may be replaced; with one of them the form is about that.
  static func form(_ names: [String], _ visit: Visit) -> HTML {
    let one = names.count == 1 ? names.first : nil
    return Tag.details(.class("why")) {
      Tag.summary {
        Tag.span(.class("name")) {
          one == nil
            ? visit.say(en: "Send a file in", sv: "Skicka in en fil")
            : visit.say(en: "Replace this file", sv: "Byt ut den här filen")
        }
      }
      Tag.div(.class("why-body")) {
        Parts.form("/data", visit, .class("narrow"), Attribute("enctype", "multipart/form-data")) {
          if let one { Parts.hidden("name", one) } else { choice(visit) }
          marks(visit, names)
          Parts.field(
            visit.say(en: "File", sv: "Fil"), name: "file", id: "data-file", type: "file", help: help(visit), .required,
            Attribute("accept", ".csv,.geojson,.json"))
          Parts.button(visit.say(en: "Read and replace", sv: "Läs och byt ut"))
        }
      }
    }
  }

  private static func choice(_ visit: Visit) -> HTML {
    let tables = (WorkspaceFiles.tables + [WorkspaceFiles.basemap]).map { name in
      (value: name, words: "\(name) – \(visit.say(DataPage.meaning(name)))")
    }
    return Parts.choice(
      visit.say(en: "What it is", sv: "Vad det är"), name: "name", id: "data-name",
      [("", visit.say(en: "as its name says; a layer otherwise", sv: "som namnet säger; annars ett lager"))] + tables)
  }

  /// What the files were when the page was made, so that nobody's new file is overwritten unseen.
  private static func marks(_ visit: Visit, _ names: [String]) -> HTML {
    let files = DataPage.files(visit)
    let all = names.compactMap { name in files.mark(name).map { name + "=" + $0 } }
    return Parts.hidden("known", all.joined(separator: "\n"))
  }

  private static func help(_ visit: Visit) -> String {
    visit.say(
      en:
        "CSV in UTF-8 with a header row, or GeoJSON. It is read together with the other files; when anything is wrong, nothing is replaced.",
      sv:
        "CSV i UTF-8 med rubrikrad, eller GeoJSON. Den läses tillsammans med de andra filerna; om något är fel byts inget ut."
    )
  }

  // MARK: Replacing

  static func replace(_ visit: Visit) async throws -> Answer {
    do {
      let (name, bytes) = try sent(visit)
      return try await replace(name, bytes, visit)
    } catch let refusal as Refusal {
      let words = Tag.p(.class("trouble"), .role("alert")) { visit.say(refusal.message) }
      return try await DataPage.page(visit, trouble: [words], status: refusal.status)
    }
  }

  private static func replace(_ name: String, _ bytes: [UInt8], _ visit: Visit) async throws -> Answer {
    let (files, actor, mark) = (DataPage.files(visit), visit.actor(), known(name, visit))
    do {
      _ = try await Blocking.run { try files.replace(name, with: bytes, over: mark, by: actor) }
    } catch WorkspaceFiles.Refusal.invalid(let diagnostics) {
      return try await refused(name, bytes, diagnostics, visit)
    } catch WorkspaceFiles.Refusal.changed {
      throw Refusal.conflict(
        Text(
          en:
            "Somebody else has replaced “\(name)” since you opened the page. Look at it first, then send yours again.",
          sv: "Någon annan har bytt ut ”\(name)” sedan du öppnade sidan. Titta på den först och skicka sedan din igen.")
      )
    } catch WorkspaceFiles.Refusal.unknown {
      throw Refusal.notFound
    }
    visit.site.desk.forget()
    return .redirect(DataPage.path(name) + "?done=replaced")
  }

  private static func known(_ name: String, _ visit: Visit) -> String? {
    let lines = (visit.form["known"] ?? "").replacing("\r\n", with: "\n").split(separator: "\n")
    return lines.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// What was sent, under the name that it gets.
  private static func sent(_ visit: Visit) throws -> (String, [UInt8]) {
    guard let form = visit.inquiry.multipart,
      let file = form.parts.first(where: { $0.name == "file" && $0.fileName?.isEmpty == false })
    else { throw Refusal.unusable(Text(en: "Choose a file first.", sv: "Välj en fil först.")) }
    let own = FileName.safe(file.fileName ?? "")
    var name = visit.form["name"] ?? ""
    if name.isEmpty { name = WorkspaceFiles.isName(own) ? own : "layers/" + own }
    if name.hasSuffix(".json"), name.hasPrefix("layers/") { name = name.dropLast(".json".count) + ".geojson" }
    guard WorkspaceFiles.isName(name) else {
      throw Refusal(
        status: 415,
        message: Text(
          en: "“\(own)” is no data file: a layer is a .geojson file named in letters, figures, “-” and “_”.",
          sv: "”\(own)” är ingen datafil: ett lager är en .geojson-fil med ett namn av bokstäver, siffror, ”-” och ”_”."
        ))
    }
    return (name, Array(file.bytes))
  }

  // MARK: What is wrong

  private static let mostRows = 50

  /// Nothing was written; the rows that something is wrong with are shown as they were sent.
  private static func refused(
    _ name: String, _ bytes: [UInt8], _ diagnostics: [Diagnostic], _ visit: Visit
  ) async throws -> Answer {
    let files = DataPage.files(visit)
    let own = diagnostics.filter { $0.place?.file == name }
    let others = diagnostics.filter { $0.place?.file != name && $0.severity == .error }
    let table = try await Blocking.run { files.table(name, bytes) }
    let words = Tag.section(.class("card"), .role("alert")) {
      Tag.h2 { visit.say(en: "Nothing was replaced", sv: "Inget byttes ut") }
      Tag.p {
        visit.say(
          en: "“\(name)” as it was sent cannot be used:", sv: "”\(name)” som den skickades går inte att använda:")
      }
      DataTable.unplaced(own, visit)
      if let table {
        DataTable.table(table, rows(table, own), own, visit)
      } else {
        Parts.diagnostics(own.filter { $0.place?.row != nil }, visit)
      }
      if !others.isEmpty {
        Tag.p { visit.say(en: "In other files, because of it:", sv: "I andra filer, på grund av den:") }
        Parts.diagnostics(others, visit)
      }
    }
    return try await DataPage.page(visit, trouble: [words], status: 422)
  }

  private static func rows(
    _ table: WorkspaceFiles.Table, _ diagnostics: [Diagnostic]
  ) -> [(line: Int, fields: [String])] {
    let wanted = Set(diagnostics.compactMap { $0.place?.row }.compactMap(table.start))
    return Array(table.rows.filter { wanted.contains($0.line) }.prefix(mostRows))
  }
}
