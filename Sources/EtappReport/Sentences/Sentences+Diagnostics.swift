package import EtappModel

/// What there is to say about input files, one line each.
extension Sentences {
  /// `error places.csv:12 [municipality]: "Anjge" – There is no municipality with this name. Maybe: Ånge`.
  package func diagnostic(_ diagnostic: Diagnostic) -> String {
    var line = severity(diagnostic.severity)
    if let place = diagnostic.place { line += " " + position(place) }
    line += ": "
    if let value = diagnostic.value { line += "\"\(value)\" – " }
    line += diagnostic.message(language)
    if let maybe = diagnostic.maybe { line += say(en: " Maybe: ", sv: " Kanske: ") + maybe }
    return line
  }

  package func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: say(en: "error", sv: "fel")
    case .warning: say(en: "warning", sv: "varning")
    case .note: say(en: "note", sv: "notering")
    }
  }

  /// `places.csv:12 [municipality]`.
  package func position(_ place: Diagnostic.Place) -> String {
    place.file + (place.row.map { ":\($0)" } ?? "") + (place.column.map { " [\($0)]" } ?? "")
  }
}
