import EtappExchange
import EtappModel
import Testing

/// Projects with time lags, as ProGen/max writes them.
@Suite struct `Projects with time lags` {
  static let small = """
    2\t2\t0\t0
    0\t1\t2\t1\t2\t[0]\t[3]
    1\t1\t2\t2\t3\t[-4]\t[5]
    2\t1\t2\t3\t1\t[2]\t[-6]
    3\t1\t0
    0\t1\t0\t0\t0
    1\t1\t5\t2\t0
    2\t1\t2\t1\t3
    3\t1\t0\t0\t0
    2\t3

    """

  private func read(_ text: String) -> (project: ProjectInstance?, diagnostics: [Diagnostic]) {
    ProjectInstanceReader.read(Array(text.utf8), file: "folder/own.sch")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `are read as they are written`(lineEnd: String) throws {
    let (read, diagnostics) = read(Self.small.replacing("\n", with: lineEnd))
    #expect(diagnostics.isEmpty)
    let project = try #require(read)
    #expect(project.name == "own" && project.hasLags)
    #expect(project.durations == [0, 5, 2, 0] && project.capacities == [2, 3])
    #expect(project.demands == [[0, 0], [2, 0], [1, 3], [0, 0]])
    #expect(
      project.links == [
        .init(from: 0, to: 1, startLag: 0), .init(from: 0, to: 2, startLag: 3), .init(from: 1, to: 2, startLag: -4),
        .init(from: 1, to: 3, startLag: 5), .init(from: 2, to: 3, startLag: 2), .init(from: 2, to: 1, startLag: -6),
      ])
  }

  @Test(arguments: [
    ("2\t2\t0\t0", "2\t2\t1\t0", 1, "2 2 1 0"), ("2\t2\t0\t0", "x\t2\t0\t0", 1, "x"),
    ("[-4]", "-4", 3, "-4"), ("[5]", "[five]", 3, "five"), ("1\t1\t2\t2\t3", "1\t1\t2\t2\t9", 3, "9"),
    ("2\t1\t2\t3\t1\t[2]\t[-6]", "2\t1\t2\t3\t1\t[2]", 4, "2 1 2 3 1 [2]"),
    ("1\t1\t5\t2\t0", "1\t1\t5\t3\t0", 7, "3"), ("2\t1\t2\t1\t3", "2\t2\t2\t1\t3", 8, "2"),
    ("\n2\t3", "\n2\t3\t4", 10, "2 3 4"),
  ])
  func `with a mistake are told with row and value`(_ from: String, _ to: String, row: Int, value: String) throws {
    let (project, diagnostics) = read(Self.small.replacing(from, with: to))
    #expect(project == nil)
    let first = try #require(diagnostics.first)
    #expect(first.place?.row == row && first.value == value)
    #expect(first.message(.english) != first.message(.swedish))
  }

  @Test(arguments: ["", "2 2 0 0", "2 2 0 0\n1 1", "9 1 0 0\n0 1 0\n0 1 0 0\n1"])
  func `cut off are told`(_ text: String) {
    let (project, diagnostics) = read(text)
    #expect(project == nil && !diagnostics.isEmpty)
  }
}
