import EtappExchange
import EtappModel
import Foundation

/// A whole workspace of a few lines, one file of which a case spoils.
///
/// Every case has a folder of its own, so that cases run side by side.
struct SmallWorkspace {
  static let files: [String: String] = [
    "programme.yaml": """
    programme: Small
    language: en
    rounds:
      - {id: 1, offices: {min: 1}, opens: {from: 2022-01-01, to: 2022-12-31, mainly: 0.8}}
      - {id: 2, opens: {from: 2023-01-01, to: 2023-12-31}}
    rules:
      - {id: total, count: all, min: 3}
      - {id: named, count: {each: municipality, of: [Ånge, Strömsund]}, exactly: 1}
    goals:
      - {id: balance, of: category, tolerance: 0}
      - {id: access, months: {1: 12, 2: 24}}

    """,
    "municipalities.csv": """
    code,name,county
    2260,Ånge,Västernorrland
    2281,Sundsvall,Västernorrland
    2313,Strömsund,Jämtland
    2321,Åre,Jämtland

    """,
    "demand.csv": """
    id,municipality,lat,lon,population
    d1,2260,62.52,15.66,5000
    d2,2281,62.39,17.31,58000
    d3,2313,63.85,15.55,3500
    d4,2321,63.40,13.08,1400

    """,
    "places.csv": """
    id,name,municipality,lat,lon,kind,categories,earliest,cost
    ange,Ånge,2260,62.525,15.658,full,rural,,400
    stromsund,Strömsund,2313,63.853,15.556,full,rural,,300
    are,Åre by,2321,63.399,13.081,small,rural|tourist,2022-06-01,500
    nacksta,Nacksta,2281,62.386,17.263,full,urban,,600

    """,
    "offices.csv": """
    id,name,municipality,lat,lon
    o1,Sundsvall,2281,62.391,17.307

    """,
    "layers/areas.geojson": """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"id": "a", "name": "Area"}, "geometry":
        {"type": "Polygon", "coordinates": [[[17.2, 62.3], [17.3, 62.3], [17.3, 62.4], [17.2, 62.4], [17.2, 62.3]]]}}]}

    """,
  ]

  /// What the reader says of the workspace with these files instead of its own, and nil for files taken away.
  static func contents(changing changes: [String: [UInt8]?]) throws -> WorkspaceReader.Contents {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("layers"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = files.mapValues { Array($0.utf8) as [UInt8]? }
    for (name, bytes) in changes { files[name] = bytes }
    for (name, bytes) in files {
      guard let bytes else { continue }
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    return WorkspaceReader(folder: folder.path).read()
  }

  /// One of the files with a part of it replaced; traps when the part is not there, since the case would test nothing.
  static func file(_ name: String, _ part: String, with other: String) -> String {
    let text = files[name] ?? ""
    precondition(text.contains(part), "\(name) does not hold \(part).")
    return text.replacing(part, with: other)
  }
}
