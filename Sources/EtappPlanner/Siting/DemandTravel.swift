import EtappModel
import EtappSolver

/// Travel from every demand point: to the nearest office that stays and serves as many as come, and to every site that
/// is nearer than that.
///
/// Where points of different service levels are, each tier of errands has lists of its own; else there is one tier.
package struct DemandTravel: Sendable {
  /// From the tier that any point serves to the one that only the fullest do.
  let tiers: [DemandTier]
  private let officeTable: TravelTable
  private let siteTable: TravelTable

  init(geography: Geography, assignment: Assignment, sites: [Site], threads: Int) {
    let (travel, points) = (assignment.travel, geography.demand)
    let origins = zip(points.ids, points.coordinates).map { TravelTable.End(id: $0, position: $1) }
    let staying = geography.offices.filter(\.staysUnlimited)
    let levels = staying.map { assignment.level(of: $0) }
    func table(to ends: [TravelTable.End]) -> TravelTable {
      TravelTable(from: origins, to: ends, travel: travel, matrix: geography.travelMatrix)
    }
    func offices(from level: Double) -> TravelTable {
      table(
        to: zip(staying, levels).filter { $0.1 >= level }.map {
          TravelTable.End(id: $0.0.id.code, position: $0.0.coordinate)
        })
    }
    func ends(_ members: [Int]) -> [TravelTable.End] {
      members.map { TravelTable.End(id: sites[$0].id, position: sites[$0].coordinate) }
    }
    let (officeTable, siteTable) = (offices(from: 0), table(to: ends(Array(sites.indices))))
    self.officeTable = officeTable
    self.siteTable = siteTable
    var below = 0.0
    tiers = Set(sites.map(\.level) + levels + [1]).sorted().map { level in
      let members = sites.indices.filter { sites[$0].level >= level }
      defer { below = level }
      return DemandTier(
        level: level, share: level - below,
        offices: levels.allSatisfy { $0 >= level } ? officeTable : offices(from: level),
        sites: members.count == sites.count ? siteTable : table(to: ends(members)), members: members, threads: threads)
    }
  }

  /// The tier that any point serves: "some open office, of whatever level".
  var any: DemandTier { tiers[0] }

  /// Minutes to the nearest office that stays, of whatever level; `Travel.unreachable` where there is none.
  package var now: [Float] { any.now }

  /// Minutes from a demand point to the nearest of these sites and of these offices that stay.
  ///
  /// From positions, not from the lists: the second look at what the lists were used for.
  func minutes(from point: Int, among open: [Int], staying: [Int]) -> Float {
    // All offices that stay have been looked at once; nothing else of the lists is used.
    let least =
      staying.count == officeTable.destinations ? now[point] : officeTable.nearest(from: point, among: staying)
    return min(least, siteTable.nearest(from: point, among: open))
  }

  /// Minutes from a demand point to a site, from positions.
  func minutes(from point: Int, to site: Int) -> Float { siteTable.minutes(point, site) }

  /// Travellers apart: of each tier its share of everybody; or everybody as one, where any open point will do.
  private func travellers(ofAny: Bool) -> [(tier: DemandTier, share: Double)] {
    ofAny ? [(any, 1)] : tiers.map { ($0, $0.share) }
  }

  /// The burdens that sites leave each point, when a burden is a function of minutes; a row for each tier.
  ///
  ///     bᵢₖⱼ = (ℓₖ − ℓₖ₋₁) wᵢ burden(minutesᵢⱼ)  for the sites j of level ℓₖ or more
  ///
  /// - Parameters:
  ///   - points: The points that count; nil for all.
  ///   - weights: Persons at each demand point.
  ///   - ofAny: Whether any open point will do, whatever can be done there: each point is one row with all its people.
  func burdens(
    points: [Int]? = nil, weights: [Float], siteCount: Int, ofAny: Bool = false, burden: (Float) -> Double
  ) -> GainRows {
    let tiers = travellers(ofAny: ofAny)
    var builder = GainRows.Builder(siteCount: siteCount)
    var row: [(site: Int32, burden: Double)] = []
    let count = points?.count ?? weights.count
    builder.reserveCapacity(
      points: count * tiers.count, entries: points == nil ? tiers.reduce(0) { $0 + $1.tier.sites.count } : 0)
    for (tier, share) in tiers {
      for point in points ?? Array(tier.now.indices) {
        row.removeAll(keepingCapacity: true)
        let weight = Double(weights[point]) * share
        let rest = weight * burden(tier.now[point])
        for entry in tier.starts[point]..<tier.starts[point + 1] {
          let left = weight * burden(tier.minutes[entry])
          if left < rest { row.append((tier.sites[entry], left)) }
        }
        builder.add(rest: rest, row)
      }
    }
    return builder.build()
  }

  /// What serving a person costs at each site, when a burden is a function of minutes; a row for each point and tier.
  ///
  /// - Parameters: As of `burdens`.
  func servings(
    points: [Int]? = nil, weights: [Float], siteCount: Int, ofAny: Bool = false, burden: (Float) -> Double
  ) -> ServingRows {
    var builder = ServingRows.Builder(siteCount: siteCount)
    for (tier, share) in travellers(ofAny: ofAny) {
      for point in points ?? Array(tier.now.indices) {
        let entries = (tier.starts[point]..<tier.starts[point + 1]).map {
          (site: tier.sites[$0], cost: burden(tier.minutes[$0]))
        }
        builder.add(people: Double(weights[point]) * share, rest: burden(tier.now[point]), entries)
      }
    }
    return builder.build()
  }

  /// The longest travel there can be: to the nearest office that stays, or where there is none to the farthest site.
  func longest(unreachable: Float) -> Float {
    tiers.reduce(0) { max($0, $1.longest(unreachable: unreachable)) }
  }
}
