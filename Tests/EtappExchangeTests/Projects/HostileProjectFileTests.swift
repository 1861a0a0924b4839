import EtappModel
import EtappTestSupport
import Testing

@testable import EtappExchange

/// Files that are broken or mean harm: each is answered with a placed diagnostic, none crashes or hangs.
@Suite struct `A hostile project file` {
  struct Case: CustomTestStringConvertible, Sendable {
    let label: String
    let text: String
    var severity = Diagnostic.Severity.error
    let says: String
    var row: Int?
    var value: String?
    var column: String?
    var testDescription: String { label }

    init(
      _ label: String, _ text: String, _ severity: Diagnostic.Severity = .error, says: String, row: Int? = nil,
      column: String? = nil, value: String? = nil
    ) {
      self.label = label
      self.text = text
      self.severity = severity
      self.says = says
      self.row = row
      self.value = value
      self.column = column
    }
  }

  private static func project(_ inside: String) -> String {
    "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">\n\(inside)\n</Project>"
  }

  private static func task(_ inside: String) -> String {
    project("<Tasks>\n<Task><UID>1</UID>\n\(inside)</Task></Tasks>")
  }

  private static let laughs =
    "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">"
    + (1...9).map { "<!ENTITY lol\($0) \"" + String(repeating: "&lol\($0 - 1);", count: 10) + "\">" }.joined()
    + "]>\n<Project>&lol9;</Project>"

  static let xml: [Case] = [
    Case("an empty file", "", says: "no XML element", row: 1),
    Case("blanks only", "\n\n", says: "no XML element", row: 3),
    Case("no XML at all", "UID,Name\n1,a\n", says: "text outside", row: 1),
    Case("cut off in a tag", "<Project><Tas", says: "broken or never closed", row: 1, value: "Tas"),
    Case("cut off in an element", "<Project>\n<Tasks>\n<Task>", says: "cut off", row: 3, value: "Task"),
    Case("cut off in a comment", "<Project>\n<!-- \n\n", says: "comment is never closed", row: 2),
    Case("cut off in character data", "<Project>\n<![CDATA[x", says: "CDATA section is never closed", row: 2),
    Case("cut off in an instruction", "<?xml version", says: "instruction is never closed", row: 1),
    Case("cut off in an end tag", "<Project></Project", says: "end tag is never closed", row: 1, value: "Project"),
    Case("cut off after an opening mark", "<Project><!--", says: "comment is never closed", row: 1),
    Case("closed in the wrong order", "<a>\n<b>\n</a></b>", says: "another than the last one", row: 3, value: "a"),
    Case("closed without being open", "<a/>\n</a>", says: "another than the last one", row: 2, value: "a"),
    Case("two outermost elements", "<a/>\n<b/>", says: "more than one outermost", row: 2, value: "b"),
    Case("billion laughs", laughs, says: "document type", row: 2),
    Case(
      "an entity from outside",
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", says: "document type", row: 1),
    Case("a reference to nothing", "<a>\n\n&nbsp;</a>", says: "begins no reference", row: 3, value: "&nbsp;"),
    Case("an ampersand alone", "<a>\nfish & chips</a>", says: "begins no reference", row: 2, value: "& chips"),
    Case("a reference to no character", "<a>&#0;</a>", says: "begins no reference", row: 1, value: "&#0;"),
    Case("half a surrogate", "<a>&#xD800;</a>", says: "begins no reference", row: 1, value: "&#xD800;"),
    Case("a reference beyond Unicode", "<a>&#x110000;</a>", says: "begins no reference", row: 1, value: "&#x110000;"),
    Case("a control character", "<a>\n\u{1}</a>", says: "control character", row: 2, value: "1"),
    Case("a NUL", "<a>\u{0}</a>", says: "NUL", row: 1, value: "byte 0"),
    Case("an angle in a text", "<a>\n1 < 2</a>", says: "begins no tag", row: 2),
    Case("an attribute without quotes", "<a\nb=c/>", says: "no value in quotes", row: 2, value: "b"),
    Case("an attribute without a value", "<a b/>", says: "no value in quotes", row: 1, value: "b"),
    Case("an attribute never closed", "<a b=\"<c/>", says: "no value in quotes", row: 1, value: "b"),
    Case("an attribute twice", "<a b=\"1\" b=\"2\"/>", says: "stands twice", row: 1, value: "b"),
    Case("attributes that touch", "<a b=\"1\"c=\"2\"/>", says: "broken or never closed", row: 1, value: "a"),
    Case("a prefix of nothing", "<p:a/>", says: "prefix of the element is not declared", row: 1, value: "p:a"),
    Case(
      "nested beyond reason", String(repeating: "<a>", count: 1_000_000), says: "nested too deep", row: 1, value: "a"),
    Case(
      "another encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a/>", says: "must be in UTF-8", row: 1,
      value: "ISO-8859-1"),
  ]

  static let projects: [Case] = [
    Case(
      "another namespace", "<Project xmlns=\"urn:other\"/>", says: "no project of Microsoft", row: 1,
      column: "Project", value: "urn:other"),
    Case(
      "another document", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", says: "no project of Microsoft", row: 1,
      column: "html", value: "http://www.w3.org/1999/xhtml"),
    Case(
      "no namespace", "<Project/>", .warning, says: "namespace of Microsoft Project is missing", row: 1, column: "xmlns"
    ),
    Case(
      "a task without a number", project("<Tasks><Task/></Tasks>"), says: "no number of its own", row: 3, column: "UID",
      value: "Task"),
    Case(
      "a number that is none", task("<PercentComplete>many</PercentComplete>"), .warning, says: "Not a whole number",
      row: 5, column: "PercentComplete", value: "many"),
    Case(
      "more than all of it", task("<PercentComplete>101</PercentComplete>"), .warning, says: "Not a whole number",
      row: 5, column: "PercentComplete", value: "101"),
    Case(
      "a constraint that is none", task("<ConstraintType>8</ConstraintType>"), .warning, says: "Not a whole number",
      row: 5, column: "ConstraintType", value: "8"),
    Case(
      "a flag that is none", task("<Summary>maybe</Summary>"), .warning, says: "Neither 1 nor 0", row: 5,
      column: "Summary", value: "maybe"),
    Case(
      "a day that is none", task("<Start>2021-02-30T08:00:00</Start>"), .warning, says: "Not a moment", row: 5,
      column: "Start", value: "2021-02-30T08:00:00"),
    Case(
      "a span that is none", task("<Duration>8 hours</Duration>"), .warning, says: "Not a span", row: 5,
      column: "Duration", value: "8 hours"),
    Case(
      "a span that overflows", task("<Duration>PT9999999999999999999H</Duration>"), .warning, says: "Not a span",
      row: 5, column: "Duration", value: "PT9999999999999999999H"),
    Case(
      "a lag that overflows",
      task(
        "<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>99999999999999999999</LinkLag></PredecessorLink>"),
      says: "longer than a hundred years", row: 5, column: "LinkLag", value: "99999999999999999999"),
    Case(
      "a huge lag",
      task("<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>-525960001</LinkLag></PredecessorLink>"),
      says: "longer than a hundred years", row: 5, column: "LinkLag", value: "-525960001"),
    Case(
      "a lag in words",
      task("<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>2d</LinkLag></PredecessorLink>"),
      says: "longer than a hundred years", row: 5, column: "LinkLag", value: "2d"),
    Case(
      "a link from nowhere", task("<PredecessorLink><Type>1</Type></PredecessorLink>"), says: "no number of its own",
      row: 5, column: "PredecessorUID", value: "PredecessorLink"),
    Case(
      "a link from a task that is not there",
      task("<PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink>"), .warning,
      says: "waits for one that is not in the file", row: 2, column: "PredecessorUID", value: ": 9"),
    Case(
      "a baseline too many", task("<Baseline><Number>11</Number></Baseline>"), .warning, says: "Not a whole number",
      row: 5, column: "Number", value: "11"),
    Case(
      "two tasks of one number", project("<Tasks><Task><UID>1</UID></Task><Task><UID>1</UID></Task></Tasks>"),
      says: "same number", row: 2, column: "UID", value: "1"),
    Case(
      "work on a task that is not there",
      project("<Assignments><Assignment><UID>1</UID><TaskUID>5</TaskUID></Assignment></Assignments>"), .warning,
      says: "task that is not in the file", row: 2, column: "TaskUID", value: "5"),
    Case(
      "units that are none",
      project("<Resources><Resource><UID>1</UID><MaxUnits>two</MaxUnits></Resource></Resources>"), .warning,
      says: "Not a number", row: 3, column: "MaxUnits", value: "two"),
    Case(
      "a day of the week that is none",
      project(
        "<Calendars><Calendar><UID>1</UID><WeekDays><WeekDay><DayType>8</DayType></WeekDay></WeekDays></Calendar></Calendars>"
      ), .warning, says: "Not a whole number", row: 3, column: "DayType", value: "8"),
    Case(
      "a time of day that is none",
      project(
        """
        <Calendars><Calendar><UID>1</UID><WeekDays><WeekDay><DayType>2</DayType><WorkingTimes><WorkingTime>
        <FromTime>8</FromTime><ToTime>17</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>
        """), .warning, says: "Not a time of day", row: 3, column: "WorkingTime", value: "8 – 17"),
    Case(
      "an exception without dates",
      project("<Calendars><Calendar><UID>1</UID><Exceptions><Exception/></Exceptions></Calendar></Calendars>"),
      .warning, says: "exception has no dates", row: 3, column: "Exception"),
  ]

  @Test(arguments: xml + projects)
  func `is answered with what is wrong and where`(example: Case) {
    let (project, diagnostics) = ProjectFile.read(Array(example.text.utf8), file: "plan.xml")
    let matches = diagnostics.contains { diagnostic in
      diagnostic.severity == example.severity && diagnostic.message(.english).contains(example.says)
        && diagnostic.place?.row == example.row && diagnostic.value == example.value
        && (example.column == nil || diagnostic.place?.column == example.column)
    }
    #expect(matches, "\(example.label): \(diagnostics.map(DiagnosticCase.written))")
    for diagnostic in diagnostics { DiagnosticCase.checkWords(diagnostic) }
    #expect(
      (project == nil) == (Self.xml.contains { $0.label == example.label } || example.says.hasPrefix("no project")))
  }

  @Test func `in UTF-16 or Latin-1 is told from UTF-8`() {
    let text = "<Project><Name>Ånge</Name></Project>"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for (bytes, word) in [(utf16, "UTF-16"), (latin, "Latin-1")] {
      let (project, diagnostics) = ProjectFile.read(bytes, file: "plan.xml")
      #expect(project == nil && diagnostics.count == 1 && diagnostics[0].message(.english).contains(word))
    }
  }

  /// Every beginning of a file is answered, and only the whole of it is a project.
  @Test func `cut off anywhere is no project`() {
    let bytes = Array(`A project file`.foreign.utf8)
    let whole = (bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0) + 1
    for length in stride(from: 0, to: whole, by: 3) {
      let (project, diagnostics) = ProjectFile.read(Array(bytes[..<length]), file: "plan.xml")
      #expect(project == nil && diagnostics.hasErrors, "\(length)")
    }
    #expect(ProjectFile.read(Array(bytes[..<whole]), file: "plan.xml").project != nil)
  }

  private static let tokens = [
    "<", ">", "/", "&", ";", "&#", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<!DOCTYPE", "\"", "=", "xmlns", ":",
    "</Task>", "<Task>", "<UID>1</UID>", "-1", "99999999999999999999", "NaN", "\u{0}", "å", "PT", "T24:00:00",
  ].map { Array($0.utf8) }

  @Test(.timeLimit(.minutes(10)))
  func `damaged at random is answered with placed diagnostics`() {
    var generator = RandomInstance.Generator(seed: 3)
    var troubled = 0
    for _ in 0..<400 {
      var bytes = Array(`A project file`.foreign.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let length = min(Int.random(in: 0...40, using: &generator), bytes.count - place)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(place..<place + length)
        case 1: bytes.insert(contentsOf: Self.tokens.randomElement(using: &generator) ?? [], at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        }
      }
      let (project, diagnostics) = ProjectFile.read(bytes, file: "plan.xml")
      if project == nil {
        troubled += 1
        #expect(diagnostics.hasErrors)
      }
      for diagnostic in diagnostics
      where diagnostic.place == nil || Set(diagnostic.message.byLanguage.keys) != ["en", "sv"] {
        Issue.record("\(diagnostic)")
      }
    }
    #expect(troubled > 40, "the damage does harm")
  }
}
