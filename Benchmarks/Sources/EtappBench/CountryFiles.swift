import ArgumentParser
import EtappModel
import Foundation

/// `country-files`: a made country as the tables that `etapp locate` reads.
struct CountryFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "country-files",
    abstract: "Writes a made country as demand.csv, sites.csv and existing.csv, for etapp locate.")

  @Option(help: "Demand points, in thousands.") var thousands = 1000
  @Option(help: "Candidates.") var sites = 5000
  @Option(help: "Offices that are open from the start.") var existing = 116
  @Option(help: "Seed.") var seed: UInt64 = 1
  @Argument(help: "The folder to write to.") var folder: String

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let country = SyntheticCountry(points: 1000 * thousands, candidates: sites, existing: existing, seed: seed).make()
    try write("demand.csv", header: "id,lat,lon,population", count: country.points.count) { index, row in
      let point = country.points[index]
      row += "d\(index),\(point.position.latitude),\(point.position.longitude),\(Int(point.population))\n".utf8
    }
    try write("sites.csv", country.candidates)
    try write("existing.csv", country.existing)
  }

  private func write(_ name: String, _ sites: [Country.Site]) throws {
    try write(name, header: "id,lat,lon", count: sites.count) { index, row in
      let site = sites[index]
      row += "\(site.id),\(site.position.latitude),\(site.position.longitude)\n".utf8
    }
  }

  /// A few megabytes at a time.
  private func write(_ name: String, header: String, count: Int, row: (Int, inout [UInt8]) -> Void) throws {
    let path = folder + "/" + name
    guard FileManager.default.createFile(atPath: path, contents: nil), let output = FileHandle(forWritingAtPath: path)
    else { throw ValidationError("The file cannot be written: \(path)") }
    var bytes = Array((header + "\n").utf8)
    for index in 0..<count {
      row(index, &bytes)
      guard bytes.count > 4_000_000 else { continue }
      try output.write(contentsOf: Data(bytes))
      bytes.removeAll(keepingCapacity: true)
    }
    try output.write(contentsOf: Data(bytes))
    try output.close()
  }
}
