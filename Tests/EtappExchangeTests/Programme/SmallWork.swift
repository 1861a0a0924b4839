import EtappExchange
import EtappModel

/// The small workspace with work: every key that says how offices are established, one to a line.
enum SmallWork {
  private static let head = SmallWorkspace.files["programme.yaml", default: ""]

  static let text = """
    work: {starts: 2022-01-03, calendar: days, promise: 80%}
    calendars:
      days:
        week: [monday, tuesday, wednesday]
        holidays:
          - {name: New Year's Day, date: 01-01}
          - {name: Good Friday, easter: -2}
          - {name: Midsummer Eve, weekday: friday, from: 06-19}
          - {name: Vote, day: 2022-09-11}
        closed:
          - {name: Trade holiday, weeks: 28-31}
          - {name: Christmas, from: 12-20, to: 01-10}
      trade:
        like: days
    resources:
      leads: {each: county, units: 2, regions: {Jämtland: 1}}
      lawyers: {units: [{units: 2}, {from: 2022-06-01, units: 3}]}
    templates:
      - id: standard
        for: {category: rural}
        opens: open
        tasks:
          - {id: search, days: [10, 15, 30], law: pert, needs: {leads: 1}}
          - {id: build, days: 20, calendar: trade, after: [{task: search, kind: SS, lag: 5}]}
          - {id: open, days: 0, after: build}
      - id: city
        like: standard
        tasks: [{id: build, days: {observed: [12, 18]}}]
    risks:
      - {id: storm, probability: 30%, factor: [1.1, 1.4, 2], tasks: [build], hits: county, of: {category: rural}}
    shocks:
      - {id: stop, freeze: {from: 2022-03-01, to: 2022-05-31}}
      - {id: fewer, units: {resource: leads, change: -1}}
      - {id: cut, budget: {cut: 20%, from: 2022-06-01}}
      - {id: slow, slower: {tasks: [build], factor: 1.3}}

    """

  static let programme = head + text

  static let actuals = """
    place,task,started,finished
    ange,search,2022-01-03,2022-01-20
    stromsund,search,2022-01-10,

    """

  /// The row of the programme that a part of it stands in.
  static func row(of part: String) -> Int {
    programme[..<(programme.ranges(of: part).first?.lowerBound ?? programme.startIndex)].count { $0 == "\n" } + 1
  }

  /// The programme with a part replaced; traps when the part is not there once, since the case would test another thing.
  static func replacing(_ part: String, with other: String) -> [UInt8] {
    precondition(programme.ranges(of: part).count == 1, "The programme does not hold \(part) once.")
    return Array(programme.replacing(part, with: other).utf8)
  }

  static func contents(_ programme: [UInt8]? = nil, actuals: String? = nil) throws -> WorkspaceReader.Contents {
    try SmallWorkspace.contents(
      changing: [
        "programme.yaml": programme ?? Array(Self.programme.utf8), "actuals.csv": actuals.map { Array($0.utf8) },
      ])
  }
}
