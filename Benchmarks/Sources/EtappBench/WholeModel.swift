import EtappModel
import Foundation

/// The national study as one mixed-integer program, written for a general solver.
///
///     maximise  Σₜ mₜ Σᵢ Σⱼ wᵢ (dᵢ₀ − dᵢⱼ) xᵢⱼₜ / (Σₜ mₜ Σᵢ wᵢ)
///     Σⱼ xᵢⱼₜ ≤ 1,  xᵢⱼₜ ≤ yⱼₜ,  yⱼₜ ≤ yⱼ,ₜ₊₁,  Σⱼ yⱼₜ = offices open by t,  y binary, x ≥ 0
///
/// The textbook model in its sparse form: x only where a candidate is nearer than the nearest existing office. The
/// distances are the ones that Etapp works with.
struct WholeModel {
  let country: Country
  /// Offices open by the end of each round.
  let cumulative: [Int]
  /// Candidates nearer than the nearest existing office, and the gain of each, by demand point.
  private let starts: [Int]
  private let sites: [Int32]
  private let gains: [Double]
  /// The mean distance when nothing new opens.
  let constant: Double

  init(_ country: Country, cumulative: [Int]) {
    self.country = country
    self.cumulative = cumulative
    func ends(_ positions: [Coordinate]) -> [TravelTable.End] {
      positions.map { TravelTable.End(id: "", position: $0) }
    }
    let origins = ends(country.points.map(\.position))
    let offices = TravelTable(
      from: origins, to: ends(country.existing.map(\.position)), travel: Country.travel, matrix: nil)
    let table = TravelTable(
      from: origins, to: ends(country.candidates.map(\.position)), travel: Country.travel, matrix: nil)
    let people = country.points.reduce(0) { $0 + Double($1.population) }
    var (starts, sites, gains) = ([0], [Int32](), [Double]())
    var now = 0.0
    for (index, point) in country.points.enumerated() {
      let nearest = offices.nearest(from: index)
      let share = Double(point.population) / people
      now += share * Double(nearest)
      table.forEachNearer(from: index, than: nearest) { site, distance in
        guard share > 0 else { return }
        sites.append(Int32(site))
        gains.append(share * (Double(nearest) - Double(distance)))
      }
      starts.append(sites.count)
    }
    (self.starts, self.sites, self.gains, constant) = (starts, sites, gains, now)
  }

  /// Pairs of a demand point and a candidate that matter; each is a column and a row in every round.
  var pairs: Int { sites.count }

  /// Writes the model in free MPS format, minimising minus the gain.
  func write(to path: String) throws {
    var file = try TextFile(path)
    file.write("NAME etapp\nROWS\n N o\n")
    writeRows(&file)
    file.write("COLUMNS\n")
    for round in cumulative.indices { writeSites(round, &file) }
    for round in cumulative.indices { writePairs(round, &file) }
    file.write("RHS\n")
    writeRightHandSides(&file)
    file.write("BOUNDS\n")
    for round in cumulative.indices {
      for site in country.candidates.indices { file.write(" BV B y\(round)_\(site)\n") }
    }
    file.write("ENDATA\n")
    try file.close()
  }

  private func writeRows(_ file: inout TextFile) {
    for round in cumulative.indices {
      file.write(" E n\(round)\n")
      for point in country.points.indices where starts[point + 1] - starts[point] > 1 {
        file.write(" L a\(round)_\(point)\n")
      }
      for pair in sites.indices { file.write(" L s\(round)_\(pair)\n") }
      guard round > 0 else { continue }
      for site in country.candidates.indices { file.write(" L h\(round)_\(site)\n") }
    }
  }

  private func writeSites(_ round: Int, _ file: inout TextFile) {
    var pairsOfSite = [[Int32]](repeating: [], count: country.candidates.count)
    for (pair, site) in sites.enumerated() { pairsOfSite[Int(site)].append(Int32(pair)) }
    for site in country.candidates.indices {
      let name = " y\(round)_\(site) "
      file.write("\(name)n\(round) 1\n")
      if round > 0 { file.write("\(name)h\(round)_\(site) -1\n") }
      if round + 1 < cumulative.count { file.write("\(name)h\(round + 1)_\(site) 1\n") }
      for pair in pairsOfSite[site] { file.write("\(name)s\(round)_\(pair) -1\n") }
    }
  }

  private func writePairs(_ round: Int, _ file: inout TextFile) {
    let weight = 1 / Double(cumulative.count)
    for point in country.points.indices {
      let isChoice = starts[point + 1] - starts[point] > 1
      for pair in starts[point]..<starts[point + 1] {
        file.write(" x\(round)_\(pair) o \(-weight * gains[pair]) s\(round)_\(pair) 1\n")
        if isChoice { file.write(" x\(round)_\(pair) a\(round)_\(point) 1\n") }
      }
    }
  }

  private func writeRightHandSides(_ file: inout TextFile) {
    for round in cumulative.indices {
      file.write(" R n\(round) \(cumulative[round])\n")
      for point in country.points.indices where starts[point + 1] - starts[point] > 1 {
        file.write(" R a\(round)_\(point) 1\n")
      }
    }
  }
}

/// A text file written in large pieces.
struct TextFile {
  private let handle: FileHandle
  private var buffer: [UInt8] = []

  init(_ path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    buffer.reserveCapacity(1 << 20)
  }

  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 20 { flush() }
  }

  private mutating func flush() {
    handle.write(Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }

  mutating func close() throws {
    flush()
    try handle.close()
  }
}
