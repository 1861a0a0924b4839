import EtappExchange
import Foundation

/// A folder with the tables of a small location study, and the program in it.
final class TravelFolder {
  let folder: URL

  static let files = [
    "demand.csv":
      "id,lat,lon,population,class\np,59.0,15.0,100,dense\nq,59.5,15.2,50,sparse\n\"r, north\",61.0,15.0,10,sparse\n",
    "sites.csv": "id,name,lat,lon\na,Alfa,59.0,15.0\nb,Beta,60.0,15.4\n",
    "lost.csv": "id,lat,lon,population\np,59.0,15.0,100\npole,85.0,15.0,50\nwest,59.0,-15.0,10\n",
    "detours.csv": "class,detour\ndense,1.2\nsparse,1.6\n",
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-travel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in Self.files { try write(text, name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, _ name: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  func text(_ name: String) -> String? { try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

  func run(_ line: String, environment: [String: String] = [:], interruptedAt: String? = nil) throws -> Program.Outcome
  {
    try Program(folder: folder, environment: environment).run(
      line.split(separator: " ").map(String.init), interruptedAt: interruptedAt)
  }

  /// Travel times of a study, quick to try again.
  func travel(
    _ service: String, _ url: String, demand: String = "demand.csv", _ more: String = "",
    environment: [String: String] = [:], interruptedAt: String? = nil
  ) throws -> Program.Outcome {
    try run(
      "travel --demand \(demand) --sites sites.csv --output times.csv --service \(service) --url \(url) --pause 0.01 \(more)",
      environment: environment, interruptedAt: interruptedAt)
  }

  /// The rows of the file that was written, in order of their ends.
  var rows: [String] { (text("times.csv") ?? "").split(separator: "\n").dropFirst().map(String.init).sorted() }
}
