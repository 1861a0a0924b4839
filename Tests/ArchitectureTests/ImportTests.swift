import Testing

/// Who may import whom. The package manager refuses an import that is nowhere among a target's dependencies, but lets
/// one through that comes along with another; so the sources themselves are read.
@Suite struct `The import map` {
  /// A room, the rooms of ours it may import, and what else it may.
  struct Room: Sendable, CustomTestStringConvertible {
    let name: String
    let ours: Set<String>
    let others: Set<String>
    var testDescription: String { name }
  }

  static let map = [
    Room(name: "EtappModel", ours: [], others: ["Foundation"]),
    Room(name: "EtappSolver", ours: [], others: ["Foundation", "Dispatch", "Synchronization"]),
    Room(
      name: "EtappPlanner", ours: ["EtappModel", "EtappSolver"], others: ["Foundation", "Dispatch", "Synchronization"]),
    Room(name: "EtappExchange", ours: ["EtappModel"], others: ["Foundation", "Yams", "CMail", "CProj", "GRDB"]),
    Room(name: "EtappStore", ours: ["EtappModel"], others: ["Foundation", "GRDB", "CSodium"]),
    Room(name: "EtappReport", ours: ["EtappModel"], others: ["Foundation", "Mustache", "Synchronization"]),
    Room(
      name: "Etapp", ours: ["EtappModel", "EtappPlanner", "EtappExchange", "EtappStore", "EtappReport"],
      others: ["Foundation", "Dispatch", "Synchronization", "CShippedFiles", "CTransfer"]),
    Room(
      name: "EtappWeb", ours: ["EtappModel", "EtappReport", "Etapp"],
      others: [
        "Foundation", "Synchronization", "CSodium", "CZlib", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore",
        "NIOHTTPTypes", "ServiceLifecycle",
      ]),
    Room(
      name: "EtappCommand", ours: ["EtappModel", "Etapp", "EtappWeb"],
      others: ["Foundation", "Dispatch", "Synchronization", "ArgumentParser"]),
  ]

  /// The module of each import line of a file.
  static func imports(of file: Repository.File) -> [String] {
    file.code.matches(of: "^(?:@\\w+\\s+)?(?:public |package |internal |private |fileprivate )?import (?:\\w+ )?(\\w+)")
  }

  @Test func `names every room`() {
    #expect(Self.map.map(\.name).sorted() == Repository.rooms)
  }

  @Test(arguments: map) func `is kept by`(_ room: Room) {
    for file in Repository.files(under: "Sources/\(room.name)", "swift") {
      for module in Self.imports(of: file) {
        #expect(room.ours.union(room.others).contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `has no way round`() {
    var reachable: [String: Set<String>] = [:]
    for room in Self.map {
      // Listed from the core outwards: whoever is imported stands above.
      #expect(room.ours.allSatisfy { reachable[$0] != nil }, "\(room.name) imports a room further out")
      reachable[room.name] = room.ours
    }
    #expect(Self.map.reduce(0) { $0 + $1.ours.count } == 16)
  }

  @Test func `is the one that ARCHITECTURE.md shows`() {
    let lines = Repository.file("ARCHITECTURE.md").lines
    for room in Self.map {
      let row = lines.first { $0.hasPrefix("| \(room.name) |") } ?? ""
      let cells = row.split(separator: "|").map { $0.split(whereSeparator: { ", ".contains($0) }).map(String.init) }
      let shown = cells.count > 1 ? Set(cells[1]).subtracting(["–"]) : []
      #expect(Set(shown.map { $0 == "Etapp" ? $0 : "Etapp\($0)" }) == room.ours, "\(room.name)")
    }
  }

  /// Files, clocks, chance and the screen come in from outside, as values.
  @Test(arguments: [
    "FileManager", "FileHandle", "URLSession", "ProcessInfo", "Date()", "SystemRandomNumberGenerator", "print(",
    "contentsOf:",
  ])
  func `leaves the model and the planner without`(_ call: String) {
    for room in ["EtappModel", "EtappPlanner"] {
      for file in Repository.files(under: "Sources/\(room)", "swift") {
        #expect(!file.code.contains(call), "\(file.path)")
      }
    }
  }

  @Test func `keeps the engine to numbers`() {
    for file in Repository.files(under: "Sources/EtappSolver", "swift") {
      for word in ["Municipality", "Assignment", "Geography", "Establishment"] {
        #expect(!file.code.hasWord(word), "\(file.path) speaks of \(word)")
      }
    }
  }
}
