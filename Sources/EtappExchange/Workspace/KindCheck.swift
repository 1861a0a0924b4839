import EtappModel

/// Whether tables and the list of kinds use the same words; said once for each word of each table.
enum KindCheck {
  static func run(
    _ kinds: [Kind], _ geography: Geography, places: String, offices: String, _ diagnostics: inout [Diagnostic]
  ) {
    guard !kinds.isEmpty else { return }
    let known = kinds.map(\.id.code)
    var seen: Set<String> = []
    for place in geography.places where !known.contains(place.kind) && seen.insert(place.kind).inserted {
      diagnostics.append(
        unlisted(place.kind, known, at: Diagnostic.Place(file: places, row: place.row, column: "kind")))
    }
    seen = []
    for office in geography.offices where !known.contains(office.kind) && seen.insert(office.kind).inserted {
      diagnostics.append(unlisted(office.kind, known, at: Diagnostic.Place(file: offices, column: "kind")))
    }
  }

  private static func unlisted(_ kind: String, _ known: [String], at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .warning,
      Text(
        en: "This kind is not listed among “kinds”; everything counts as possible there.",
        sv: "Detta slag finns inte bland ”kinds”; allt räknas som möjligt där."),
      at: place, value: kind, maybe: Names.nearest(to: kind, among: known, limit: 1).first)
  }
}
