import ArgumentParser
import Etapp
import EtappModel

/// Numbers by the end of each round: `28`, or `13,28`.
struct CumulativeNumbers: ExpressibleByArgument {
  let numbers: [Int]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    guard numbers.count == words.count, !numbers.isEmpty, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    self.numbers = numbers
  }

  /// Whether the numbers never fall and end above 0, as what is open by the end of a round does.
  var isCumulative: Bool { zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 } && numbers.last ?? 0 > 0 }
}

/// Numbers, one for each round: `1,1,4`.
struct RoundWeights: ExpressibleByArgument {
  let weights: [Double]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let weights = words.compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard weights.count == words.count, weights.allSatisfy({ $0 >= 0 && $0.isFinite }),
      weights.contains(where: { $0 > 0 })
    else { return nil }
    self.weights = weights
  }
}

/// What a study's goal can be held against.
enum RivalGoalName: String, CaseIterable, ExpressibleByArgument {
  /// The smallest distance between two open sites.
  case spread
}

/// What makes a location study one with rounds, rules and closings, and what is asked about its answer.
struct RulingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Rounds and rules, in the words of programme.yaml.", valueName: "FILE"),
    completion: .file(extensions: ["yaml", "yml"]))
  var study: String?

  @Option(help: ArgumentHelp("What each round's travel counts; 1 each where nothing is said.", valueName: "W,W…"))
  var weights: RoundWeights?

  @Option(help: ArgumentHelp("Existing offices that close, by the end of each round.", valueName: "N,N…"))
  var close: CumulativeNumbers?

  @Flag(help: "What every other decision about a site would cost, each as a proved interval.")
  var prices = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("What every other decision about this site costs exactly; again for others.", valueName: "SITE"))
  var price: [String] = []

  @Option(help: ArgumentHelp("Plans that are nearly as good and clearly different.", valueName: "N"))
  var alternatives: Int?

  @Option(help: ArgumentHelp("How much worse an alternative may be.", valueName: "SHARE"))
  var worse = Share(0.02)

  @Option(help: ArgumentHelp("Sites that differ at least in an alternative.", valueName: "K"))
  var differing = 2

  @Option(help: "What the goal costs in terms of another: how far apart open sites are.")
  var against: RivalGoalName?

  @Option(help: ArgumentHelp("Points of that frontier at most.", valueName: "N"))
  var points = 100

  @Option(help: ArgumentHelp("Write sites and existing offices as GeoJSON.", valueName: "FILE"), completion: .file())
  var geojson: String?

  @Option(help: ArgumentHelp("Write a page with map, tables and charts.", valueName: "FILE"), completion: .file())
  var map: String?

  func validate() throws {
    if let close, !close.isCumulative { throw ValidationError("--close never falls from round to round.") }
    if let alternatives, alternatives < 1 { throw ValidationError("--alternatives is at least 1.") }
    if points < 2 { throw ValidationError("--points is at least 2.") }
    if differing < 1 { throw ValidationError("--differing is at least 1.") }
  }

  /// Whether anything here asks for more than sites alone.
  var isAsked: Bool {
    study != nil || close != nil || weights != nil || prices || !price.isEmpty || alternatives != nil
      || geojson != nil || map != nil || against != nil
  }
}
