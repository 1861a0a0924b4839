import EtappModel
import EtappReport
import Foundation
import Testing

@Suite("The article on letters") struct LetterArticleTests {
  static let article: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let file = folder.appendingPathComponent("Sources/Etapp/Etapp.docc/Letters.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// Rows of the tables of names, with both languages.
  static let rows = article.matches(of: /(?m)^\| `([A-Za-z]+)` \| (.+) \| (.+) \|$/).map {
    (name: String($0.1), english: String($0.2), swedish: String($0.3))
  }

  @Test("tells every name in both languages, each once", arguments: LetterPlaceholder.allCases)
  func placeholder(_ placeholder: LetterPlaceholder) {
    let rows = Self.rows.filter { $0.name == placeholder.rawValue }
    #expect(rows.count == 1)
    #expect(rows.allSatisfy { !$0.english.isEmpty && !$0.swedish.isEmpty && $0.english != $0.swedish })
  }

  @Test("tells no name that letters do not know") func nothingElse() {
    #expect(Self.rows.count == LetterPlaceholder.allCases.count)
  }

  @Test("puts each name under its kind") func kinds() {
    let parts = Self.article.components(separatedBy: "\n### ").map { $0.components(separatedBy: "\n## ")[0] }
    for (heading, kind) in [("Words", LetterPlaceholder.Kind.words), ("Conditions", .condition), ("Lists", .list)] {
      let part = parts.first { $0.hasPrefix(heading) } ?? ""
      for placeholder in LetterPlaceholder.allCases {
        #expect(part.contains("\n| `\(placeholder.rawValue)` |") == (placeholder.kind == kind), "\(placeholder)")
      }
    }
  }

  @Test("tells every key of the head") func keys() {
    for key in LetterTemplate.Key.allCases { #expect(Self.article.contains("`\(key.rawValue)`"), "\(key)") }
  }

  @Test("shows a template that works") func example() throws {
    let text = try #require(Self.article.firstMatch(of: /(?s)```\n(---\n.*?)```/)).1
    let (read, diagnostics) = LetterTemplate.read(String(text), file: "t", name: "t", language: .english)
    let template = try #require(read, "\(diagnostics)")
    #expect(template.placeholders.isSuperset(of: [.eachRound, .promise, .contact]))
  }

  @Test("is kept by the templates of the example", arguments: ["information", "promise-date", "consultation"])
  func shipped(_ name: String) throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    for language in Language.allCases {
      let file = "Examples/servicekontor-2021/letters/\(name).\(language.rawValue).mustache"
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let (template, diagnostics) = LetterTemplate.read(text, file: file, name: name, language: language)
      #expect(template != nil, "\(diagnostics)")
      #expect(template?.role != nil && template?.placeholders.contains(.promise) == true)
    }
  }
}
