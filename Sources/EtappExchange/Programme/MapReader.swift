import EtappModel

/// Reads `map: {tiles: "https://…/{z}/{x}/{y}.png", attribution: …}`.
enum MapReader {
  static func tiles(_ root: Record, _ findings: Findings) -> MapTiles? {
    guard let record = root.record("map") else { return nil }
    defer { record.finish("map") }
    guard let address = record.string("tiles") else { return nil }
    let tiles = MapTiles(address: address, attribution: record.string("attribution") ?? "")
    guard tiles.origin != nil, ["{z}", "{x}", "{y}"].allSatisfy({ address.contains($0) }) else {
      findings.error(
        "“tiles” should be an https address with {z}, {x} and {y} in it.",
        "”tiles” ska vara en https-adress med {z}, {x} och {y} i.", row: record.row,
        column: "tiles", value: address, maybe: "https://tiles.example.org/{z}/{x}/{y}.png")
      return nil
    }
    return tiles
  }
}
