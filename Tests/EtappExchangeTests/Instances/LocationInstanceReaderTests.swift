import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `Public instances of siting` {
  private func read(_ text: String) -> (instance: LocationInstance?, diagnostics: [Diagnostic]) {
    Array(text.utf8).withUnsafeBufferPointer { LocationInstanceReader.read($0, file: "folder/own.name.txt") }
  }

  static let graph = " 3 3 1 \n 1 2 30 \n 2 3 46\r\n 1 2 7 \n"
  static let plane = """
    NAME : own
    COMMENT : two places
    TYPE : TSP
    DIMENSION: 2
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 1.54400e+04 8.88800e+03
    2 -3 .5
    EOF
    """
  static let covering = "2\t2\t\nF\t0\t25.205632\t11.831488\t1\nF\t1\t1\t2\t3\nC\t0\t1\t1\t7\nC\t1\t2\t2\t8\n"

  @Test func `read a graph, repeated edges kept in order`() throws {
    let instance = try #require(read(Self.graph).instance)
    #expect(instance.name == "own.name")
    guard case .graph(let vertices, let edges, let open) = instance.kind else {
      Issue.record("no graph")
      return
    }
    #expect(vertices == 3 && open == 1 && edges.map(\.length) == [30, 46, 7] && edges.map(\.from) == [0, 1, 0])
  }

  @Test func `read places with exponents and signs`() throws {
    guard case .plane(let places) = try #require(read(Self.plane).instance).kind else {
      Issue.record("no places")
      return
    }
    #expect(places == [.init(x: 15440, y: 8888), .init(x: -3, y: 0.5)])
  }

  @Test func `read sites and customers`() throws {
    guard
      case .covering(let sites, let customers, let demand, let costs) = try #require(read(Self.covering).instance).kind
    else {
      Issue.record("no covering")
      return
    }
    #expect(sites == [.init(x: 25.205632, y: 11.831488), .init(x: 1, y: 2)] && costs == [1, 3])
    #expect(customers.count == 2 && demand == [7, 8])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var row: Int
    var value: String?

    var testDescription: String { String(text.prefix(40)) }
  }

  static let mistakes: [Mistake] = [
    Mistake(text: "", row: 1, value: nil),
    Mistake(text: "once upon a time", row: 1, value: "once"),
    Mistake(text: "3 3", row: 1, value: ""),
    Mistake(text: " 3 1 4 \n 1 2 3", row: 1, value: "4"),
    Mistake(text: " 3 2 1 \n 1 2 3 \n 1 4 3 \n", row: 3, value: "4"),
    Mistake(text: " 3 2 1 \n 1 2 3 \n 1 2 -3 \n", row: 3, value: "-3"),
    Mistake(text: " 3 2 1 \n 1 2 3 \n 1 2 nan \n", row: 3, value: "nan"),
    Mistake(text: " 3 2 1 \n 1 2 3 \n", row: 3, value: "2"),
    Mistake(text: " 3 1 1 \n 1 2 3 \n 1 3 3", row: 3, value: "1"),
    Mistake(text: " 30000 1 1 \n 1 2 3 \n", row: 1, value: "30000 1"),
    Mistake(text: plane.replacing("EUC_2D", with: "GEO"), row: 5, value: "GEO"),
    Mistake(text: plane.replacing("DIMENSION: 2", with: "DIMENSION: 0"), row: 4, value: "0"),
    Mistake(text: plane.replacing("DIMENSION: 2\n", with: ""), row: 5, value: nil),
    Mistake(text: plane.replacing("DIMENSION: 2", with: "DIMENSION: 3"), row: 9, value: "EOF"),
    Mistake(text: plane.replacing("DIMENSION: 2", with: "DIMENSION: 1"), row: 8, value: "2"),
    Mistake(text: plane.replacing("2 -3 .5", with: "2 -3 1e99"), row: 8, value: "1e99"),
    Mistake(text: plane.replacing("2 -3 .5", with: "2 -3 "), row: 8, value: nil),
    Mistake(text: covering.replacing("C\t1", with: "C\t5"), row: 5, value: "5"),
    Mistake(text: covering.replacing("\t8\n", with: "\t-8\n"), row: 5, value: nil),
    Mistake(text: covering + "C\t2\t1\t1\t1\n", row: 6, value: "C"),
    Mistake(text: String(covering.dropLast(10)), row: 5, value: nil),
    Mistake(text: "3 3 \u{0} 1", row: 1, value: nil),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told with its row and value`(_ mistake: Mistake) throws {
    let (instance, diagnostics) = read(mistake.text)
    #expect(instance == nil)
    let first = try #require(diagnostics.first)
    #expect(first.severity == .error && first.place?.file == "folder/own.name.txt")
    #expect(first.place?.row == mistake.row, "\(first)")
    if let value = mistake.value { #expect(first.value == value, "\(first)") }
  }

  /// Whatever is cut away or changed, a reader answers.
  @Test(arguments: [graph, plane, covering])
  func `cut and changed files end in an answer`(_ text: String) {
    let bytes = Array(text.utf8)
    for end in bytes.indices {
      for change in [UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "\n"), 0xFF] {
        var changed = Array(bytes[...end])
        changed[end] = change
        let (instance, diagnostics) = changed.withUnsafeBufferPointer { LocationInstanceReader.read($0, file: "x") }
        #expect((instance == nil) == diagnostics.hasErrors)
      }
    }
  }
}
