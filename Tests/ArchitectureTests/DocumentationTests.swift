import EtappModel
import Testing

/// Whatever a user can write or read is in the documentation: found in the sources, looked for in the articles.
@Suite struct `The documentation` {
  static func article(_ name: String) -> String { Repository.file("Sources/Etapp/Etapp.docc/\(name).md").text }

  // MARK: Rules and goals

  @Test(arguments: Rule.KindName.allCases)
  func `has a section with an example for each kind of rule`(_ kind: Rule.KindName) {
    #expect(section("### \(kind.rawValue)", of: Self.article("Rules")).contains("\(kind.rawValue):"), "\(kind)")
  }

  @Test(arguments: Goal.KindName.allCases)
  func `has a section for each kind of goal`(_ kind: Goal.KindName) {
    let section = section("### \(kind.rawValue)", of: Self.article("Goals"))
    #expect(section.contains(kind.rawValue), "\(kind)")
  }

  /// The text below a heading, up to the next of its level.
  private func section(_ heading: String, of article: String) -> Substring {
    guard let start = article.firstRange(of: "\n\(heading)\n") else { return "" }
    let rest = article[start.upperBound...]
    return rest[..<(rest.firstRange(of: "\n### ")?.lowerBound ?? rest.endIndex)]
  }

  // MARK: Files

  /// Names of columns as the readers of the tables ask for them.
  static var columns: Set<String> {
    var names: Set<String> = []
    for file in Repository.files(under: "Sources/EtappExchange", "swift") {
      let code = file.code
      names.formUnion(code.matches(of: "\\.column\\(\"([a-z]+)\"\\)"))
      names.formUnion(code.matches(of: "\\(table, row, \"([a-z]+)\""))
      for list in code.matches(of: "(?:require\\(|reserved: Set<String> = |header: )\\[([^\\]]*)\\]") {
        names.formUnion(list.matches(of: "\"([a-zA-Z]+)\""))
      }
    }
    return names
  }

  @Test func `names every column of every file`() {
    #expect(Self.columns.count >= 20)
    let article = Self.article("FileFormats") + Self.article("Work")
    for column in Self.columns.sorted() { #expect(article.contains("`\(column)`"), "\(column)") }
  }

  /// Keys of `programme.yaml` as its readers ask for them.
  static var keys: Set<String> {
    var names: Set<String> = []
    for file in Repository.files(under: "Sources/EtappExchange/Programme", "swift") {
      let code = file.code
      let methods = "node|list|names|string|word|text|number|amount|integer|count|share|day|record|has"
      names.formUnion(code.matches(of: "\\.(?:\(methods))\\(\"(\\w+)\""))
      names.formUnion(code.matches(of: "(?:positive|inRange|round|pair|subjects|number)\\(\\w+, \\[?\"(\\w+)\""))
    }
    return names
  }

  @Test func `names every key of programme.yaml`() {
    #expect(Self.keys.count >= 50)
    let articles = ["FileFormats", "Rules", "Goals", "Work"].map(Self.article).joined()
    for key in Self.keys.sorted() {
      #expect(articles.contains("`\(key)`") || articles.contains("\(key):"), "\(key)")
    }
  }

  // MARK: Commands

  static var commandCode: String {
    Repository.files(under: "Sources/EtappCommand", "swift").map(\.code).joined(separator: "\n")
  }

  @Test func `has a section for each command`() {
    let commands = Self.commandCode.matches(of: "commandName: \"([a-z-]+)\"").filter { $0 != "etapp" }
    #expect(commands.count >= 12)
    let article = Self.article("Commands")
    for command in commands { #expect(article.contains("\n### \(command)\n"), "\(command)") }
    for heading in article.matches(of: "^### ([a-z-]+)$") {
      #expect(commands.contains(heading), "\(heading) is described and is no command")
    }
  }

  @Test func `names every option and flag`() {
    let declarations = Self.commandCode.matches(of: "@(?:Option|Flag)(?:\\([^\\n]*\\))?\\s+var (\\w+)")
    #expect(declarations.count >= 10)
    let article = Self.article("Commands")
    for name in declarations {
      let option = name.reduce(into: "--") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
      #expect(article.contains(option), "\(option)")
    }
  }

  // MARK: Documents

  /// The code that writes documents.
  static var documentCode: String {
    let files =
      Repository.files(under: "Sources/EtappExchange/Documents", "swift")
      + [Repository.file("Sources/Etapp/Documents.swift")]
    return files.filter { !$0.path.hasSuffix("GeoJSON.swift") && !$0.path.hasSuffix("Table.swift") }.map(\.code).joined(
      separator: "\n")
  }

  @Test func `names every document and every key of it`() {
    let article = Self.article("Documents")
    let names = Set(Self.documentCode.matches(of: "\"(etapp\\.[a-z]+/\\d+)\""))
    #expect(names.count >= 8)
    for name in names.sorted() {
      #expect(article.contains("`\(name)`") || article.contains("## \(name)\n"), "\(name)")
    }
    let pattern = "\"([a-z][A-Za-z0-9]+)\""
    let keys = Set(Self.documentCode.matches(of: "\(pattern): ") + Self.documentCode.matches(of: "\\(\(pattern), "))
    #expect(keys.count > 50)
    for key in keys.sorted() { #expect(article.contains("`\(key)`"), "\(key)") }
  }

  // MARK: Exit codes

  @Test func `says what each exit code means`() {
    let article = Self.article("Commands")
    for code in ["0", "1", "2", "3", "4", "5", "130"] {
      #expect(article.contains("\n| \(code) |"), "exit code \(code)")
    }
  }

  // MARK: Decisions

  @Test func `numbers decisions without a hole`() {
    let files = Repository.files(under: "Sources/Etapp/Etapp.docc/Decisions", "md")
    let numbers = files.compactMap { $0.text.matches(of: "^# Decision (\\d+):").first.flatMap { Int($0) } }
    #expect(numbers.count == files.count)
    #expect(numbers.sorted() == Array(1...max(1, files.count)))
    for file in Repository.files(under: "Sources", "swift") {
      for cited in file.text.matches(of: "\\(decision (\\d+)\\)") {
        #expect(Int(cited).map(numbers.contains) ?? false, "\(file.path) cites decision \(cited)")
      }
    }
  }

  // MARK: Sources

  @Test func `cites every paper that the method rests on`() {
    let articles = Self.article("Method") + Self.article("Goals") + Self.article("Work")
    let files = ["EtappSolver", "EtappPlanner"].flatMap { Repository.files(under: "Sources/\($0)", "swift") }
    let cited = Set(files.flatMap { $0.text.matches(of: "(doi:10\\.[^\\s,;]*[^\\s,;.])") })
    #expect(cited.count > 5)
    for paper in cited.sorted() { #expect(articles.contains(paper), "\(paper)") }
  }

  // MARK: The first page

  @Test func `begins with the two commands`() {
    let readme = Repository.file("README.md").text
    #expect(readme.contains("make demo") && readme.contains("make test"))
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 140)
  }

  @Test func `describes every target of the Makefile`() {
    let makefile = Repository.file("Makefile").text
    let targets = makefile.matches(of: "^([a-z-]+):").filter { $0 != "help" }
    let text = Repository.file("CONTRIBUTING.md").text + Repository.file("README.md").text
    for target in targets {
      #expect(text.contains("make \(target)") || text.contains("make -s \(target)"), "\(target)")
    }
  }
}
