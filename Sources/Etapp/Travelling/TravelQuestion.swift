import EtappExchange
public import EtappModel
import Foundation

/// Which journeys are to be reckoned: from every point to every site, or to those that are near enough.
public struct TravelQuestion: Sendable {
  /// An end of a journey; `region` is the class of region that it lies in, where a file says it.
  public struct End: Sendable {
    public var id: String
    public var position: Coordinate
    public var region: String?

    public init(id: String, position: Coordinate, region: String? = nil) {
      self.id = id
      self.position = position
      self.region = region
    }
  }

  public var origins: [End]
  public var destinations: [End]
  /// Straight kilometres beyond which nobody would go; nil reckons every pair.
  public var withinKilometres: Double?
  /// How straight lines become minutes where no road is asked.
  public var formula: Travel.Formula

  public init(
    origins: [End], destinations: [End], withinKilometres: Double? = nil,
    formula: Travel.Formula = Travel.standard.formula
  ) {
    self.origins = origins
    self.destinations = destinations
    self.withinKilometres = withinKilometres
    self.formula = formula
  }

  /// The journeys of a workspace: from demand points and places to places and offices.
  public init(_ workspace: Workspace, withinKilometres: Double? = nil) {
    func classes(_ file: String) -> [String: String] {
      let path = (workspace.folder as NSString).appendingPathComponent(file)
      return DetourTable.classes([UInt8](FileManager.default.contents(atPath: path) ?? Data()), file: file)
    }
    let geography = workspace.geography
    let (people, candidates, existing) = (classes("demand.csv"), classes("places.csv"), classes("offices.csv"))
    let points = zip(geography.demand.ids, geography.demand.coordinates).map {
      End(id: $0, position: $1, region: people[$0])
    }
    let places = geography.places.map {
      End(id: $0.id.code, position: $0.coordinate, region: candidates[$0.id.code])
    }
    let offices = geography.offices.map {
      End(id: $0.id.code, position: $0.coordinate, region: existing[$0.id.code])
    }
    self.init(
      origins: points + places, destinations: places + offices, withinKilometres: withinKilometres,
      formula: workspace.assignment.travel.formula)
  }

  /// The journeys of a location study: from its points to its sites and existing offices.
  ///
  /// - Throws: Everything that is wrong with the files.
  public init(_ files: LocationStudy.Files, withinKilometres: Double? = nil) throws(Workspace.Invalid) {
    let data = try LocationStudy(files).data
    func classes(_ file: String?) -> [String: String] {
      guard let file, file != "-", let bytes = FileManager.default.contents(atPath: file) else { return [:] }
      return DetourTable.classes([UInt8](bytes), file: file)
    }
    let (people, sites) = (classes(files.demand), classes(files.sites).merging(classes(files.existing)) { $1 })
    self.init(
      origins: zip(data.ids, data.points).map { End(id: $0, position: $1, region: people[$0]) },
      destinations: (data.candidates + data.existing).map {
        End(id: $0.id, position: $0.position, region: sites[$0.id])
      }, withinKilometres: withinKilometres)
  }

  /// Pairs in all, near or far.
  public var pairs: Int { origins.count * destinations.count }
}
