import Foundation

/// A workspace of four municipalities along a shore, small enough to be planned in a moment, in a folder of its own
/// whose name has blanks and letters beyond ASCII.
final class Shore {
  let folder: URL
  /// The workspace's path from the folder.
  let name = "en mapp å ä ö/strand"
  var program: Program { Program(folder: folder) }
  var workspace: URL { folder.appendingPathComponent(name) }

  static let files = [
    "programme.yaml": """
    programme: {sv: Stranden, en: The shore}
    language: sv
    rounds:
      - {id: 1, name: {sv: Omgång 1, en: Round 1}, offices: {min: 1, max: 2}}
      - {id: 2, name: {sv: Omgång 2, en: Round 2}}
    rules:
      - {id: total, count: all, exactly: 3}
    goals:
      - access

    """,
    "municipalities.csv": "code,name\n01,Ås\n02,Bro\n03,Öby\n04,Dal\n05,Eke\n",
    "places.csv": """
    id,name,municipality,lat,lon
    as,Ås,Ås,60,10
    bro-n,Norra Bro,Bro,60.52,10
    bro-s,Södra Bro,Bro,60.48,10
    oby,Öby,Öby,61,10
    dal,Dal,Dal,61.5,10

    """,
    "offices.csv": "id,name,municipality,lat,lon\no1,Eke,Eke,62,10\n",
    "demand.csv": """
    id,municipality,lat,lon,population
    d1,01,60,10,1000
    d2,02,60.5,10,3000
    d3,03,61,10,2000
    d4,04,61.5,10,1500
    d5,05,62,10,4000

    """,
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-shore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: workspace, withIntermediateDirectories: true)
    for (file, text) in Self.files { try write(text, to: file) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: workspace.appendingPathComponent(file))
  }

  /// Changes a file of the workspace; what is replaced must be there.
  func change(_ file: String, _ old: String, _ new: String) throws {
    let url = workspace.appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    precondition(text.contains(old), "\(file) does not hold \(old).")
    try write(text.replacing(old, with: new), to: file)
  }
}
