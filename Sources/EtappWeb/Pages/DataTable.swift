import Etapp
import EtappModel
import EtappReport

/// A data file as the table that it is, with what there is to say in the rows that it is said of.
enum DataTable {
  private static let pageSize = 200

  private static func name(_ visit: Visit) throws -> String {
    let own = visit.path["file"] ?? ""
    let name = visit.inquiry.path.hasPrefix("/data/layers/") ? "layers/" + own : own
    guard WorkspaceFiles.isName(name) else { throw Refusal.notFound }
    return name
  }

  // MARK: The page

  static func page(_ visit: Visit) async throws -> Answer {
    let (name, files) = (try name(visit), DataPage.files(visit))
    guard let bytes = files.content(name) else { throw Refusal.notFound }
    let diagnostics = await DataPage.diagnostics(visit).filter { $0.place?.file == name }
    let table = try await Blocking.run { files.table(name, bytes) }
    return Page(title: name, kicker: visit.say(DataPage.meaning(name)), tab: .data, isWide: true) {
      Parts.downloads(visit, formats(name, table).map { (DataPage.path(name) + "/as/" + $0, $0.uppercased()) })
      visit.may(.edit) ? DataUpload.form([name], visit) : nil
      unplaced(diagnostics, visit)
      if let table { rows(table, diagnostics, name, visit) }
      Tag.p { Tag.a(.href("/data")) { visit.say(en: "All data", sv: "Allt underlag") } }
    }.answer(visit)
  }

  private static func formats(_ name: String, _ table: WorkspaceFiles.Table?) -> [String] {
    guard let table else { return ["geojson"] }
    return ["csv", "json"] + (table.geoJSON == nil ? [] : ["geojson"])
  }

  /// What is said of the file and not of a row.
  static func unplaced(_ diagnostics: [Diagnostic], _ visit: Visit) -> HTML? {
    let unplaced = diagnostics.filter { $0.place?.row == nil }
    return unplaced.isEmpty ? nil : Parts.diagnostics(unplaced, visit)
  }

  private static func rows(
    _ table: WorkspaceFiles.Table, _ diagnostics: [Diagnostic], _ name: String, _ visit: Visit
  ) -> HTML {
    let all = table.rows
    let last = max(1, (all.count + pageSize - 1) / pageSize)
    let page = min(last, max(1, Int(visit.query["page"] ?? "") ?? 1))
    let shown = all.dropFirst((page - 1) * pageSize).prefix(pageSize)
    return .group {
      self.table(table, Array(shown), diagnostics, visit)
      last > 1 ? pages(page, last, DataPage.path(name), visit) : nil
    }
  }

  private static func pages(_ page: Int, _ last: Int, _ path: String, _ visit: Visit) -> HTML {
    Tag.p(.class("downloads")) {
      visit.say(en: "Page \(page) of \(last)", sv: "Sida \(page) av \(last)")
      if page > 1 {
        " · "
        Tag.a(.href(path + "?page=\(page - 1)")) { visit.say(en: "Earlier", sv: "Föregående") }
      }
      if page < last {
        " · "
        Tag.a(.href(path + "?page=\(page + 1)")) { visit.say(en: "Later", sv: "Nästa") }
      }
    }
  }

  /// Rows of a table, each with its line, and under a row that something is said of what that is.
  static func table(
    _ table: WorkspaceFiles.Table, _ rows: [(line: Int, fields: [String])], _ diagnostics: [Diagnostic], _ visit: Visit
  ) -> HTML {
    var said: [Int: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      guard let row = diagnostic.place?.row else { continue }
      said[table.start(of: row) ?? row, default: []].append(diagnostic)
    }
    let caption = visit.say(en: "Rows with their lines in the file", sv: "Rader med sina radnummer i filen")
    return Tag.div(.class("table data"), .role("region"), .aria("label", caption), Attribute("tabindex", "0")) {
      Tag.table {
        Tag.caption { caption }
        Tag.thead {
          Tag.tr {
            Tag.th(.scope("col"), .class("number")) { visit.say(en: "Line", sv: "Rad") }
            for column in table.columns { Tag.th(.scope("col")) { column } }
          }
        }
        Tag.tbody {
          for row in rows {
            self.row(row, said[row.line] ?? [], table.columns)
            for diagnostic in said[row.line] ?? [] { remark(diagnostic, table.columns.count, visit) }
          }
        }
      }
    }
  }

  private static func row(
    _ row: (line: Int, fields: [String]), _ said: [Diagnostic], _ columns: [String]
  ) -> HTML {
    let marked = Set(said.compactMap { $0.place?.column })
    return Tag.tr(said.isEmpty ? nil : .class("marked")) {
      Tag.th(.scope("row"), .class("number")) { "\(row.line)" }
      for (column, field) in zip(columns, row.fields) {
        Tag.td(marked.contains(column) ? .class("wrong") : nil) { field }
      }
    }
  }

  private static func remark(_ diagnostic: Diagnostic, _ columns: Int, _ visit: Visit) -> HTML {
    let isError = diagnostic.severity == .error
    return Tag.tr(.class("remark")) {
      Tag.td {}
      Tag.td(Attribute("colspan", "\(columns)")) {
        Tag.span(.class("status " + (isError ? "late" : "slipping"))) { diagnostic.words(visit.language) }
      }
    }
  }

  // MARK: As files

  static func file(_ visit: Visit) async throws -> Answer {
    let (name, files) = (try name(visit), DataPage.files(visit))
    guard let bytes = files.content(name) else { throw Refusal.notFound }
    let plain = name.split(separator: "/").last.map(String.init) ?? name
    let stem = plain.split(separator: ".").dropLast().joined(separator: ".")
    let table = try await Blocking.run { files.table(name, bytes) }
    switch (visit.path["format"], table) {
    case ("csv", .some), ("geojson", nil):
      let type = table == nil ? "application/geo+json" : "text/csv; charset=utf-8"
      return Answer(type: type, bytes, headers: [("content-disposition", "attachment; filename=\"\(ascii(plain))\"")])
    case ("json", let table?): return .download(stem + ".json", type: "application/json", table.json)
    case ("geojson", let table?):
      guard let text = table.geoJSON else { throw Refusal.notFound }
      return .download(stem + ".geojson", type: "application/geo+json", text)
    default: throw Refusal.notFound
    }
  }

  private static func ascii(_ name: String) -> String {
    String(
      name.unicodeScalars.map {
        $0.isASCII && ($0.properties.isAlphabetic || FileName.plain.contains($0)) ? Character($0) : "-"
      })
  }
}
