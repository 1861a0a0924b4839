import Etapp
import EtappModel
import EtappReport

/// Parts that several pages use.
enum Parts {
  /// A form that is sent to us, with the field that proves where it came from.
  static func form(
    _ action: String, _ visit: Visit, _ attributes: Attribute..., @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    Tag.form([Attribute("method", "post"), Attribute("action", action)] + attributes) {
      hidden("csrf", visit.csrf)
      content()
    }
  }

  static func hidden(_ name: String, _ value: String) -> HTML {
    Tag.input(.type("hidden"), .name(name), .value(value))
  }

  static func button(_ words: String, _ attributes: Attribute...) -> HTML {
    Tag.button([.type("submit"), .class("button")] + attributes) { words }
  }

  static func quiet(_ words: String, _ attributes: Attribute...) -> HTML {
    Tag.button([.type("submit"), .class("button quiet")] + attributes) { words }
  }

  /// A field with its label, and a line that helps.
  static func field(
    _ label: String, name: String, id: String? = nil, type: String = "text", value: String = "", help: String? = nil,
    _ attributes: Attribute...
  ) -> HTML {
    let id = id ?? name
    return Tag.div(.class("field")) {
      Tag.label(Attribute("for", "f-" + id)) { label }
      help.map { words in Tag.p(.class("help"), .id("h-" + id)) { words } }
      Tag.input(
        [.id("f-" + id), .name(name), .type(type), .value(value)]
          + (help == nil ? [] : [.aria("describedby", "h-" + id)]) + attributes)
    }
  }

  /// A field of several lines.
  static func area(_ label: String, name: String, id: String, rows: Int = 3, most: Int = 2000, isRequired: Bool = true)
    -> HTML
  {
    Tag.div(.class("field")) {
      Tag.label(Attribute("for", "f-" + id)) { label }
      Tag.textarea(
        [
          .id("f-" + id), .name(name), .class("plain"), Attribute("rows", "\(rows)"), Attribute("maxlength", "\(most)"),
        ] + (isRequired ? [.required] : [])
      ) {}
    }
  }

  static func choice(
    _ label: String, name: String, id: String? = nil, _ options: [(value: String, words: String)],
    chosen: String? = nil, isHidden: Bool = false
  ) -> HTML {
    Tag.div(.class("field")) {
      Tag.label(Attribute("for", "f-" + (id ?? name)), isHidden ? .class("unseen") : nil) { label }
      Tag.select(.id("f-" + (id ?? name)), .name(name)) {
        for option in options {
          Tag.option(.value(option.value), option.value == chosen ? .selected : nil) { option.words }
        }
      }
    }
  }

  /// A table that scrolls sideways where it must; the first cell heads its row.
  static func table(_ caption: String, _ columns: [String], numeric: Set<Int> = [], rows: [[HTML]]) -> HTML {
    Tag.div(.class("table"), .role("region"), .aria("label", caption), Attribute("tabindex", "0")) {
      Tag.table {
        Tag.caption { caption }
        Tag.thead {
          Tag.tr {
            for (index, column) in columns.enumerated() {
              column.isEmpty
                ? Tag.td {} : Tag.th(.scope("col"), numeric.contains(index) ? .class("number") : nil) { column }
            }
          }
        }
        Tag.tbody {
          for row in rows {
            Tag.tr {
              for (index, cell) in row.enumerated() {
                index == 0
                  ? Tag.th(.scope("row")) { cell }
                  : Tag.td(numeric.contains(index) ? .class("number") : nil) { cell }
              }
            }
          }
        }
      }
    }
  }

  static func facts(_ facts: [(String, HTML)]) -> HTML {
    Tag.dl(.class("facts")) {
      for (name, value) in facts {
        Tag.div {
          Tag.dt { name }
          Tag.dd { value }
        }
      }
    }
  }

  /// A section of the report in a page of its own.
  static func section(_ section: ReportPieces.Section?, heading: Bool = true) -> HTML? {
    section.map { section in
      Tag.section(.class("section")) {
        heading ? Tag.h2 { section.heading } : nil
        section.lead.map { lead in Tag.p(.class("lead")) { lead } }
        section.content
      }
    }
  }

  static func diagnostics(_ diagnostics: [Diagnostic], _ visit: Visit) -> HTML {
    Tag.ul(.class("diagnostics")) {
      for diagnostic in diagnostics { Tag.li { diagnostic.words(visit.language) } }
    }
  }

  /// Pages that belong together.
  static func tabs(_ label: String, _ links: [(path: String, words: String)], current: String) -> HTML {
    Tag.nav(.class("sub-nav"), .aria("label", label)) {
      Tag.ul {
        for link in links {
          Tag.li { Tag.a(.href(link.path), link.path == current ? .isCurrent : nil) { link.words } }
        }
      }
    }
  }

  static func planTabs(_ visit: Visit, current: String) -> HTML {
    tabs(
      visit.say(en: "About the plan", sv: "Om planen"),
      [
        ("/plan", visit.say(en: "Board", sv: "Tavla")),
        ("/plan/goals", visit.say(en: "Goals and rules", sv: "Mål och villkor")),
        ("/versions", visit.say(en: "Versions", sv: "Versioner")),
        ("/alternatives", visit.say(en: "Alternatives", sv: "Alternativ")),
        ("/frontier", visit.say(en: "Frontier", sv: "Front")),
      ], current: current)
  }

  /// Downloads of what is shown.
  static func downloads(_ visit: Visit, _ files: [(path: String, words: String)]) -> HTML {
    Tag.p(.class("downloads")) {
      visit.say(en: "Download: ", sv: "Hämta: ")
      for (index, file) in files.enumerated() {
        index > 0 ? " · " : nil
        Tag.a(.href(file.path)) { file.words }
      }
    }
  }
}
