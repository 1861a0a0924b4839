import EtappModel

/// Features as rows of a table of points: where areas are given, the middle of each.
///
/// The readers of tables then find columns, people and mistakes as they do in any other table; the row of a feature is
/// its number and one more, for the header.
package struct PointTable {
  private let table: FeatureTable
  private let file: String
  private let reprojection: Reprojection

  init(_ table: FeatureTable, file: String) throws(FeatureFailure) {
    self.table = table
    self.file = file
    reprojection = try Reprojection(from: table.reference)
  }

  func csv(decimalComma: Bool, _ diagnostics: inout [Diagnostic]) -> [UInt8] {
    // Where the geometry says it, a column of the same name is not asked.
    let kept = table.columns.indices.filter { !["lat", "lon"].contains(Names.folded(table.columns[$0])) }
    let hasID = table.column("id") != nil
    var text: [UInt8] = []
    Self.append(
      kept.map { table.columns[$0] } + (hasID ? [] : ["id"]) + ["lat", "lon"], to: &text)
    var trouble = Trouble(file: file)
    for feature in table.features {
      let position = position(feature, &trouble)
      let degrees = [position?.latitude, position?.longitude].map { number in
        number.map { Self.written(.number($0), decimalComma) } ?? ""
      }
      Self.append(
        kept.map { Self.written(feature.values[$0], decimalComma) } + (hasID ? [] : ["\(feature.number)"]) + degrees,
        to: &text)
    }
    diagnostics += trouble.diagnostics
    return text
  }

  private static func written(_ value: FeatureValue, _ decimalComma: Bool) -> String {
    switch value {
    // A line end would put the rows below at other numbers than the features have.
    case .text(let text): text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
    case .number where decimalComma: value.text.replacing(".", with: ",")
    default: value.text
    }
  }

  private static func append(_ fields: [String], to text: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ";")) }
      guard field.utf8.contains(where: { [0x22, 0x3B, 0x2C, 0x09].contains($0) }) || fields.count == 1 else {
        text += field.utf8
        continue
      }
      text += "\"\(field.replacing("\"", with: "\"\""))\"".utf8
    }
    text.append(UInt8(ascii: "\n"))
  }

  // MARK: Positions

  /// Trouble with geometries; each kind is said once, with how many there are.
  private struct Trouble {
    let file: String
    private var first: [Text: (number: Int, count: Int, severity: Diagnostic.Severity)] = [:]

    init(file: String) { self.file = file }

    mutating func note(_ severity: Diagnostic.Severity, _ message: Text, _ number: Int) {
      first[message] = (first[message]?.number ?? number, (first[message]?.count ?? 0) + 1, severity)
    }

    var diagnostics: [Diagnostic] {
      first.sorted { $0.value.number < $1.value.number }.map { message, found in
        Diagnostic(
          found.severity, message, at: Diagnostic.Place(file: file, row: found.number + 1),
          value: found.count == 1 ? "1 feature" : "\(found.count) features")
      }
    }
  }

  private func position(_ feature: FeatureTable.Feature, _ trouble: inout Trouble) -> Coordinate? {
    guard let place = place(of: feature, &trouble) else { return nil }
    guard let position = reprojection.position(place) else {
      trouble.note(
        .error,
        Text(
          en: "The position is not on the earth, as \(table.reference.words) has it.",
          sv: "Positionen finns inte på jorden, som \(table.reference.words) har den."), feature.number)
      return nil
    }
    return position
  }

  private func place(of feature: FeatureTable.Feature, _ trouble: inout Trouble) -> FeatureGeometry.Position? {
    switch feature.geometry {
    case .points(let points) where points.count == 1: return points[0]
    case .polygons(let polygons):
      trouble.note(
        .note,
        Text(
          en: "Areas instead of points: the middle of each is used.",
          sv: "Ytor i stället för punkter: mitten av varje används."), feature.number)
      return Self.middle(of: polygons)
    case .points, .lines:
      trouble.note(
        .error, Text(en: "A point is due here.", sv: "Här ska det stå en punkt."), feature.number)
    case .empty, nil:
      trouble.note(
        .error, Text(en: "The feature has no place.", sv: "Objektet har ingen plats."), feature.number)
    }
    return nil
  }

  /// The centre of mass of polygons in the plane of their system; holes are taken out.
  ///
  ///     c = Σ (pᵢ + pᵢ₊₁)(pᵢ × pᵢ₊₁) / (3 Σ pᵢ × pᵢ₊₁), about the first corner so that large numbers do not cancel
  private static func middle(of polygons: [[[FeatureGeometry.Position]]]) -> FeatureGeometry.Position? {
    guard let origin = polygons.first?.first?.first else { return nil }
    var (area, x, y) = (0.0, 0.0, 0.0)
    for rings in polygons {
      for (index, ring) in rings.enumerated() where ring.count >= 3 {
        var (ringArea, ringX, ringY) = (0.0, 0.0, 0.0)
        for (corner, next) in zip(ring, ring.dropFirst() + [ring[0]]) {
          let (ax, ay, bx, by) = (corner.x - origin.x, corner.y - origin.y, next.x - origin.x, next.y - origin.y)
          let cross = ax * by - bx * ay
          (ringArea, ringX, ringY) = (ringArea + cross, ringX + (ax + bx) * cross, ringY + (ay + by) * cross)
        }
        // However the ring runs: the outer counts, holes are taken away.
        let sign = (ringArea < 0 ? -1.0 : 1) * (index == 0 ? 1 : -1)
        (area, x, y) = (area + sign * ringArea, x + sign * ringX, y + sign * ringY)
      }
    }
    guard area > 0 else { return origin }
    return FeatureGeometry.Position(x: origin.x + x / (3 * area), y: origin.y + y / (3 * area))
  }
}
