/// A project of a public benchmark: jobs that follow each other and share resources, on whole days.
public struct ProjectInstance: Hashable, Sendable {
  public struct Link: Hashable, Sendable {
    public var predecessor: Int
    public var successor: Int
    /// Days from start to start at least; negative where the predecessor may start at most so many days after the
    /// successor. nil: the successor starts when its predecessor has finished, or later.
    public var startLag: Int?

    public init(from predecessor: Int, to successor: Int, startLag: Int? = nil) {
      self.predecessor = predecessor
      self.successor = successor
      self.startLag = startLag
    }
  }

  public var name: String
  /// Days each job takes.
  public var durations: [Int]
  public var links: [Link]
  /// Units of each resource that each job holds while it is under way.
  public var demands: [[Int]]
  /// Units of each resource there are.
  public var capacities: [Int]

  public init(name: String, durations: [Int], links: [Link], demands: [[Int]], capacities: [Int]) {
    self.name = name
    self.durations = durations
    self.links = links
    self.demands = demands
    self.capacities = capacities
  }

  /// Whether links say how far starts lie apart: the problem with time lags.
  public var hasLags: Bool { links.contains { $0.startLag != nil } }
}
