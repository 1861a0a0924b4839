import EtappModel
import Foundation

/// A country made from a seed, for whoever has no national data at hand.
///
/// 24 regions; towns whose sizes fall by Zipf's law and that lie thicker in the south; nine people in ten live around a
/// town, normally distributed with a spread that grows with its size, the tenth one anywhere. Existing offices stand
/// in the greatest towns; candidates are the next ones, each moved a little, then anywhere. Positions are rounded to 10⁻⁵ degrees.
struct SyntheticCountry {
  let points: Int
  let candidates: Int
  let existing: Int
  let seed: UInt64

  private struct Town {
    var latitude: Double
    var longitude: Double
    var size: Double
  }

  func make() -> Country {
    var generator = SplitMix64(seed: seed)
    let centres = (0..<24).map { _ in somewhere(&generator) }
    let towns = towns(&generator)
    let total = towns.reduce(0) { $0 + $1.size }
    var country = Country(
      name: "made\(points / 1000)k", seed: seed, points: [], candidates: [], existing: [])
    var cumulative: [Double] = []
    for town in towns { cumulative.append((cumulative.last ?? 0) + town.size / total) }
    for _ in 0..<points {
      let position = dwelling(towns, cumulative, &generator)
      let persons = Float((10 + 400 * pow(Double.random(in: 0..<1, using: &generator), 3)).rounded())
      country.points.append(
        .init(position: position, population: persons, region: region(of: position, centres)))
    }
    for index in 0..<existing + candidates {
      let position = index < towns.count ? near(towns[index], kilometres: 3, &generator) : somewhere(&generator)
      let site = Country.Site(
        id: "c\(index)", position: position, region: region(of: position, centres),
        category: index < 60 ? "city" : "country")
      if index < existing { country.existing.append(site) } else { country.candidates.append(site) }
    }
    return country
  }

  /// Towns from the greatest to the smallest, one for every 25 points but at least enough for the sites' half.
  private func towns(_ generator: inout SplitMix64) -> [Town] {
    (0..<max(points / 25, (existing + candidates) / 2)).map { rank in
      let position = somewhere(&generator)
      return Town(latitude: position.latitude, longitude: position.longitude, size: pow(Double(rank + 3), -0.9))
    }
  }

  /// A position inside the country, a slanted strip of about 300 by 1,500 kilometres, more often in the south.
  private func somewhere(_ generator: inout SplitMix64) -> Coordinate {
    let north = pow(Double.random(in: 0..<1, using: &generator), 1.8)
    let latitude = 55.4 + 13.4 * north
    let longitude = 12 + 5.5 * north + 5.2 * Double.random(in: 0..<1, using: &generator)
    return rounded(latitude, longitude)
  }

  private func dwelling(_ towns: [Town], _ cumulative: [Double], _ generator: inout SplitMix64) -> Coordinate {
    guard Double.random(in: 0..<1, using: &generator) < 0.9 else { return somewhere(&generator) }
    let draw = Double.random(in: 0..<1, using: &generator)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < draw { low = middle + 1 } else { high = middle }
    }
    let town = towns[low]
    return near(town, kilometres: 2 + 30 * (town.size / towns[0].size).squareRoot(), &generator)
  }

  /// A position around a town, normally distributed (Box & Muller 1958).
  private func near(_ town: Town, kilometres: Double, _ generator: inout SplitMix64) -> Coordinate {
    let radius = kilometres * (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
    let angle = 2 * Double.pi * Double.random(in: 0..<1, using: &generator)
    let latitude = town.latitude + radius * cos(angle) / 111.2
    let longitude = town.longitude + radius * sin(angle) / (111.2 * cos(town.latitude * .pi / 180))
    return rounded(latitude, longitude)
  }

  private func rounded(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: (latitude * 1e5).rounded() / 1e5, longitude: (longitude * 1e5).rounded() / 1e5)
  }

  private func region(of position: Coordinate, _ centres: [Coordinate]) -> String {
    let nearest = centres.indices.min { position.distance(to: centres[$0]) < position.distance(to: centres[$1]) }
    return "r\(nearest ?? 0)"
  }
}

/// A generator whose numbers are the same everywhere (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
