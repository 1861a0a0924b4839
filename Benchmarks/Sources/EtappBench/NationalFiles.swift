import EtappModel
import Foundation

/// Reads the national instances: `nat*_demand.csv` (`id,lat,lon,pop,region`) and `nat_s1_cand.csv`
/// (`id,lat,lon,region,category,existing`).
struct NationalFiles {
  let folder: String

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: demandPath(name)) && FileManager.default.fileExists(atPath: candidatePath)
  }

  private func demandPath(_ name: String) -> String { "\(folder)/\(name)_s1_demand.csv" }
  private var candidatePath: String { "\(folder)/nat_s1_cand.csv" }

  /// The country with the first `sites` rows of the candidate file; those marked existing are open from the start.
  func read(_ name: String, sites: Int) throws -> Country {
    var country = Country(name: name, seed: 1, points: [], candidates: [], existing: [])
    for row in try rows(demandPath(name)) {
      guard row.count >= 5, let position = position(row), let population = Float(row[3]) else { continue }
      country.points.append(.init(position: position, population: population, region: row[4]))
    }
    for row in try rows(candidatePath).prefix(sites) {
      guard row.count >= 6, let position = position(row) else { continue }
      let site = Country.Site(id: "c\(row[0])", position: position, region: row[3], category: row[4])
      if row[5] == "1" { country.existing.append(site) } else { country.candidates.append(site) }
    }
    return country
  }

  private func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private func position(_ row: [String]) -> Coordinate? {
    guard let latitude = Double(row[1]), let longitude = Double(row[2]) else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}
