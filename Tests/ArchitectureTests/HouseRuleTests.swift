import Testing

/// What holds for every file, whatever it is about.
@Suite struct `The house rules` {
  static let swift = Repository.files(under: "Sources", "swift") + Repository.files(under: "Tests", "swift")

  @Test func `have files to hold for`() {
    #expect(Self.swift.count > 100)
  }

  @Test func `keep files short`() {
    for file in Self.swift { #expect(file.lines.count <= 450, "\(file.path) has \(file.lines.count) lines") }
  }

  @Test func `know no force`() {
    for file in Self.swift {
      for pattern in ["try!", "\\bas!", "[\\w\\)\\]]!\\.", "[\\w\\)\\]]!\\["] {
        // A pattern of this very test stands in quotes.
        let found = file.code.matches(of: "(?<!\")\(pattern)").isEmpty
        #expect(found || file.path.hasSuffix("HouseRuleTests.swift"), "\(file.path): \(pattern)")
      }
    }
  }

  @Test func `leave nothing to be done later`() {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "fatal" + "Error("]
    for file in Self.swift {
      for mark in marks { #expect(!file.text.contains(mark), "\(file.path): \(mark)") }
    }
  }

  /// Nothing in the code knows a country: divisions, areas and names are data. The shipped example supplies the words.
  @Test func `leave the country to the data`() {
    let municipalities = Repository.file("Examples/servicekontor-2021/municipalities.csv").lines.dropFirst()
    let names = municipalities.compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
    #expect(names.count > 200)
    let words =
      names.filter { $0.count >= 5 }
      + ["Sverige", "Sweden", "Iceland", "Ísland", "SKR", "SCB", "DeSO", "RegSO", "Regeringen", "Servicekontor"]
      + ["SEK", "ISK"]
    for file in Repository.files(under: "Sources", "swift") {
      let code = file.code
      for word in words where code.contains(word) { #expect(!code.hasWord(word), "\(file.path) knows \(word)") }
    }
  }

  /// The repository is the same on every machine.
  @Test func `know no machine`() {
    let folders = ["work", "tmp", "home", "root", "Users"].map { "/" + $0 + "/" }
    for file in Repository.files() where file.path.split(separator: ".").last.map(Self.isText) ?? true {
      for folder in folders {
        let found = file.text.matches(of: "(?<![\\w.~}/-])\(folder)\\w")
        #expect(found.isEmpty, "\(file.path): \(folder)")
      }
    }
  }

  private static func isText(_ ending: Substring) -> Bool {
    !["png", "csv", "geojson", "sqlite", "pdf"].contains(ending)
  }
}
