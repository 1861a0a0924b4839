import ArgumentParser
import Foundation

/// `etapp-bench covering-file`
///
/// Writes an instance of maximal covering or of partial set covering by the recipe of Cordeau, Furini and Ljubić (2019),
/// doi:10.1016/j.ejor.2018.12.021: sites and customers uniform in a square of 30 by 30, demand 1 to 100, cost 1 or 10 to
/// 100, by the C library's `rand` – here the GNU one's, so that the file is the same on every machine.
struct CoveringFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "covering-file", abstract: "Writes an instance of the covering generator.")

  @Option(help: "Sites.") var sites = 100
  @Option(help: "Customers.") var customers = 20_000_000
  @Option(help: "Seed.") var seed: UInt32 = 1
  @Flag(help: "Costs from 10 to 100, as for partial set covering; else all 1.") var costs = false
  @Argument(help: "The file to write.") var file: String

  func run() throws {
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let output = FileHandle(forWritingAtPath: file)
    else { throw ValidationError("The file cannot be written: \(file)") }
    var rows = CoveringRows(sites: sites, customers: customers, seed: seed, hasCosts: costs)
    while let bytes = rows.next() { try output.write(contentsOf: bytes) }
    try output.close()
  }
}

/// The rows of such a file, a few megabytes at a time.
struct CoveringRows: Sequence, IteratorProtocol {
  private let sites: Int
  private let customers: Int
  private let hasCosts: Bool
  /// Coordinates of all come first, then costs, then demand: three readers of one sequence.
  private var coordinates: GNURandom
  private var costs: GNURandom
  private var demand: GNURandom
  private var written = -1

  init(sites: Int, customers: Int, seed: UInt32, hasCosts: Bool) {
    (self.sites, self.customers, self.hasCosts) = (sites, customers, hasCosts)
    coordinates = GNURandom(seed: seed)
    costs = coordinates
    for _ in 0..<2 * (sites + customers) { _ = costs.next() }
    demand = costs
    for _ in 0..<sites { _ = demand.next() }
  }

  mutating func next() -> Data? {
    guard written < sites + customers else { return nil }
    var bytes: [UInt8] = []
    if written < 0 {
      bytes += "\(sites)\t\(customers)\t\n".utf8
      written = 0
    }
    while written < sites + customers, bytes.count < 4_000_000 { append(&bytes) }
    return Data(bytes)
  }

  private mutating func append(_ bytes: inout [UInt8]) {
    let isSite = written < sites
    bytes.append(UInt8(ascii: isSite ? "F" : "C"))
    append(isSite ? written : written - sites, to: &bytes)
    for _ in 0..<2 { appendCoordinate(to: &bytes) }
    append(isSite ? cost() : Int(demand.next()) % 100 + 1, to: &bytes)
    bytes.append(10)
    written += 1
  }

  private mutating func cost() -> Int { hasCosts ? Int(costs.next()) % 91 + 10 : 1 }

  private func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(9)
    bytes += String(number).utf8
  }

  /// Six decimals.
  private mutating func appendCoordinate(to bytes: inout [UInt8]) {
    let millionths = Int((Double(coordinates.next()) / 2_147_483_647 * 30 * 1e6).rounded(.toNearestOrEven))
    append(millionths / 1_000_000, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    var divisor = 100_000
    while divisor > 0 {
      bytes.append(UInt8(48 + millionths / divisor % 10))
      divisor /= 10
    }
  }
}

/// `rand` of the GNU C library: an additive feedback of degree 31.
struct GNURandom {
  private var state: [UInt32]
  private var place = 3

  init(seed: UInt32) {
    var first = [UInt32](repeating: seed == 0 ? 1 : seed, count: 31)
    for index in 1..<31 {
      let next = (16_807 * Int64(Int32(bitPattern: first[index - 1]))) % 2_147_483_647
      first[index] = UInt32(next < 0 ? next + 2_147_483_647 : next)
    }
    state = first
    for _ in 0..<310 { _ = next() }
  }

  mutating func next() -> UInt32 {
    let sum = state[place] &+ state[(place + 28) % 31]
    state[place] = sum
    place = place == 30 ? 0 : place + 1
    return sum >> 1
  }
}
