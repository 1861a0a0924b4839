/// A public instance of a location problem, as its file gives it.
public struct LocationInstance: Sendable {
  public var name: String
  public var kind: Kind

  public enum Kind: Sendable {
    /// A network whose vertices are points and sites; `open` is the file's own number of sites.
    case graph(vertices: Int, edges: [Edge], open: Int)
    /// Places that are points and sites; distance is the Euclidean one, rounded down.
    case plane(places: [Position])
    /// Sites and customers with a demand each; served within a radius.
    case covering(sites: [Position], customers: [Position], demand: [Double], costs: [Double])
  }

  public struct Edge: Hashable, Sendable {
    public var from: Int32
    public var to: Int32
    public var length: Float

    public init(from: Int32, to: Int32, length: Float) {
      self.from = from
      self.to = to
      self.length = length
    }
  }

  /// A customer of a covering instance.
  public struct Customer: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var demand: Double

    public init(x: Double, y: Double, demand: Double) {
      self.x = x
      self.y = y
      self.demand = demand
    }
  }

  public struct Position: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
