import EtappExchange
import EtappModel
import Testing

@Suite struct `Projects of benchmarks` {
  static let small = """
    ************************************************************************
    file with basedata            : own.bas
    ************************************************************************
    projects                      :  1
    jobs (incl. supersource/sink ):  4
    RESOURCES
      - renewable                 :  2   R
      - nonrenewable              :  0   N
      - doubly constrained        :  0   D
    ************************************************************************
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           4
       3        1          1           4
       4        1          0
    ************************************************************************
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1  R 2
    ------------------------------------------------------------------------
      1      1     0       0    0
      2      1     8       4    0
      3      1     4       3    1
      4      1     0       0    0
    ************************************************************************
    RESOURCEAVAILABILITIES:
      R 1  R 2
        6    1
    ************************************************************************
    """

  private func read(_ text: String) -> (project: ProjectInstance?, diagnostics: [Diagnostic]) {
    ProjectInstanceReader.read(Array(text.utf8), file: "folder/own.sm")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `are read as they are written`(lineEnd: String) {
    let (project, diagnostics) = read(Self.small.split(separator: "\n").joined(separator: lineEnd))
    #expect(diagnostics.isEmpty)
    #expect(
      project
        == ProjectInstance(
          name: "own", durations: [0, 8, 4, 0],
          links: [.init(from: 0, to: 1), .init(from: 0, to: 2), .init(from: 1, to: 3), .init(from: 2, to: 3)],
          demands: [[0, 0], [4, 0], [3, 1], [0, 0]], capacities: [6, 1]))
  }

  /// A hostile change, the row it is told with, and the value as it stood.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var from: String
    var to: String
    var row: Int?
    var value: String?

    init(_ name: String, _ from: String, _ to: String, row: Int? = nil, value: String? = nil) {
      testDescription = name
      (self.from, self.to, self.row, self.value) = (from, to, row, value)
    }
  }

  static let changes = [
    Change("no such section", "PRECEDENCE", "PRECEDING"),
    Change("no requests", "REQUESTS/DURATIONS", "NOTHING"),
    Change("no capacities", "RESOURCEAVAILABILITIES:\n  R 1  R 2\n    6    1", "RESOURCEAVAILABILITIES:"),
    Change("a duration that is no number", "1     8       4", "1     x       4", row: 22, value: "x"),
    Change("a negative duration", "1     8       4", "1    -8       4", row: 22, value: "-8"),
    Change(
      "an enormous duration", "1     8       4", "1  99999999999999999999  4", row: 22, value: "99999999999999999999"),
    Change("a demand above the capacity", "1     4       3    1", "1     4       7    1", row: 23, value: "7"),
    Change("a row too short", "1     4       3    1", "1     4       3", row: 23, value: "3 1 4 3"),
    Change("a row too long", "1     4       3    1", "1     4       3    1  1", row: 23, value: "3 1 4 3 1 1"),
    Change("two modes", "   2        1          1           4", "   2   2  1   4", row: 14, value: "2"),
    Change("a successor that is none", "          2           2   3", "  2   2   5", row: 13, value: "5"),
    Change("fewer successors than said", "          2           2   3", "  3   2   3", row: 13, value: "1 1 3 2 3"),
    Change("a job twice", "   3        1          1           4", "   2  1  1  4", row: 15, value: "2"),
    Change("a job without successors' row", "   4        1          0\n", ""),
    Change("nonrenewable resources", "nonrenewable              :  0", "nonrenewable  :  2", row: 8, value: "2"),
    Change("a negative capacity", "    6    1\n", "   -6    1\n", row: 28, value: "-6"),
  ]

  @Test(arguments: changes)
  func `with a mistake are told with row and value`(_ change: Change) throws {
    let text = Self.small.replacing(change.from, with: change.to)
    #expect(text != Self.small)
    let (project, diagnostics) = read(text)
    #expect(project == nil)
    let first = try #require(diagnostics.first)
    #expect(first.severity == .error && first.place?.file == "folder/own.sm")
    #expect(first.place?.row == change.row)
    #expect(first.value == change.value)
    #expect(!first.message(.english).isEmpty && first.message(.english) != first.message(.swedish))
  }

  @Test func `too long to be meant are refused before anything is computed`() {
    let rows = (2...21).map { "  \($0) 1 1000000 0 0" }.joined(separator: "\n")
    let links = (1...21).map { "  \($0) 1 0" }.joined(separator: "\n")
    let text =
      "PRECEDENCE RELATIONS:\n\(links)\n***\nREQUESTS/DURATIONS:\n  1 1 0 0 0\n\(rows)\n***\nRESOURCEAVAILABILITIES:\n 1 1\n"
    #expect(read(text).diagnostics.first?.value == "20000000")
  }

  /// Whatever is done to a file, the reader answers: with a project, or with a reason.
  @Test(arguments: 0..<300)
  func `broken at random give a project or a reason`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var bytes = Array(Self.small.utf8)
    for _ in 0...random(4) {
      let place = random(bytes.count)
      switch random(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(random(256))
      case 2: bytes.insert(UInt8(ascii: "9"), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + random(200)))
      }
      if bytes.isEmpty { bytes = [0] }
    }
    let (project, diagnostics) = ProjectInstanceReader.read(bytes, file: "broken.sm")
    #expect((project == nil) == diagnostics.hasErrors)
    guard let project else { return }
    #expect(project.links.allSatisfy { project.durations.indices.contains($0.successor) })
    #expect(project.demands.allSatisfy { $0.count == project.capacities.count })
  }
}
