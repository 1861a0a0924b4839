import EtappExchange
import EtappModel
import EtappTestSupport
import Foundation
import Testing

/// Python's `email` as a second opinion on what was written.
enum PythonMail {
  static let isHere = (try? run("import email", []))?.isEmpty == false

  /// What Python reads in a mail.
  struct Reading {
    var json: JSON

    func text(_ key: String) -> String? { json[key]?.text }
    func list(_ key: String) -> [String] { json[key]?.array?.compactMap(\.text) ?? [] }
  }

  private static let script = """
    import base64, email, json, sys
    from email import policy
    from email.header import decode_header, make_header
    from email.utils import getaddresses
    # The older reader of headers: the newer one keeps the blanks between encoded words of a name.
    def people(plain, name):
        header = plain[name]
        if header is None: return []
        return [str(make_header(decode_header(n))) + "|" + a for n, a in getaddresses([header.replace("\\r\\n", "")])]
    mails = []
    for line in sys.stdin:
        data = base64.b64decode(line)
        message = email.message_from_bytes(data, policy=policy.default)
        plain = email.message_from_bytes(data)
        defects = [str(d) for part in message.walk() for d in part.defects]
        for name in message.keys():
            defects += [str(d) for d in message[name].defects]
        def body(kind):
            part = message.get_body((kind,))
            return part.get_content().replace("\\r\\n", "\\n") if part is not None else None
        mails.append({
            "from": people(plain, "From"), "to": people(plain, "To"), "cc": people(plain, "Cc"),
            "subject": message["Subject"], "date": message["Date"].datetime.isoformat(), "id": message["Message-ID"],
            "language": message["Content-Language"], "plain": body("plain"), "html": body("html"),
            "keys": sorted(k.lower() for k in message.keys()), "defects": defects,
            "names": [p.get_filename() for p in message.iter_attachments()],
            "contents": [base64.b64encode(p.get_content() if isinstance(p.get_content(), bytes)
                else p.get_content().encode()).decode() for p in message.iter_attachments()]})
    print(json.dumps(mails))
    """

  static func read(_ mails: [[UInt8]]) throws -> [Reading] {
    let output = try run(script, mails.map { Data($0).base64EncodedString() })
    return try JSONReader.read(output).array?.map(Reading.init) ?? []
  }

  private static func run(_ script: String, _ lines: [String]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
    let input = folder.appendingPathComponent("etapp-mail-\(UUID().uuidString)")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script + "\nprint()"]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: input)
    // A file and no pipe: children of other tests would inherit a pipe and keep it open.
    let result = input.appendingPathExtension("out")
    try Data().write(to: result)
    defer { try? FileManager.default.removeItem(at: result) }
    process.standardOutput = try FileHandle(forWritingTo: result)
    try process.run()
    process.waitUntilExit()
    let data = try Data(contentsOf: result)
    return process.terminationStatus == 0 ? Array(data) : []
  }
}

@Suite("Mail drafts") struct MailDraftTests {
  static let moment = Moment(Day(year: 2021, month: 6, day: 10), hour: 9, minute: 5, offset: 120)

  static func draft(
    name: String = "Registrator", subject: String = "Hej", text: String = "Hej\n", html: String? = nil,
    attachments: [EtappModel.Attachment] = []
  ) -> MailDraft {
    MailDraft(
      from: Correspondent(name: name, address: "program@office.example"),
      to: [Correspondent(name: name, address: "registrator@m.example"), Correspondent(address: "two@m.example")],
      copies: [Correspondent(name: name, address: "cc@m.example")], subject: subject, sent: moment, offset: 120,
      messageID: "a.1@office.example", language: .swedish, text: text, html: html, attachments: attachments)
  }

  /// What every mail of ours is: ASCII, CRLF, short lines, known headers each once.
  static func check(_ bytes: [UInt8], _ label: Comment) {
    #expect(bytes.allSatisfy { ($0 >= 32 && $0 < 127) || $0 == 13 || $0 == 10 || $0 == 9 }, label)
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.last == 13 && $0.dropLast().allSatisfy { $0 != 13 } }, label)
    #expect(lines.allSatisfy { $0.count <= 79 }, label)
  }

  static let texts = [
    "Hej", "", "Ämne: åäö ÅÄÖ", "a\r\nBcc: thief@x.example", "a\nb", "=?UTF-8?Q?fake?=",
    "\"quoted\" \\ back, comma; <x@y>",
    String(repeating: "lång ämnesrad ", count: 30), String(repeating: "å", count: 300), "👩‍👩‍👧‍👦 familj é",
    String(repeating: "x", count: 200), "  many   blanks  ", "tab\tend", "\u{0}\u{7}\u{1B}[31m", "\u{2028}Subject: x",
    "日本語の件名です", "a@b.example", "(comment)", "Fi2021/021515 – beslut",
  ]

  /// A text as a header can hold it: controls are blanks, blanks beside each other are one.
  static func line(_ text: String) -> String {
    let blanks = text.unicodeScalars.map { scalar -> Character in
      let isControl = scalar.value < 32 || (127...159).contains(scalar.value)
      return isControl || scalar == "\u{2028}" || scalar == "\u{2029}" ? " " : Character(scalar)
    }
    return String(String.UnicodeScalarView(blanks.flatMap(\.unicodeScalars))).split(separator: " ").joined(
      separator: " ")
  }

  @Test(
    "are read by Python as they were meant, whatever their names and subjects hold",
    .enabled(if: PythonMail.isHere, "python3 is not here")) func headers() throws
  {
    let drafts = Self.texts.map { Self.draft(name: $0, subject: $0, text: $0, html: "<p>\($0)</p>") }
    let mails = drafts.map(\.bytes)
    let readings = try PythonMail.read(mails)
    #expect(readings.count == drafts.count)
    for (index, reading) in readings.enumerated() {
      let (text, label) = (Self.texts[index], Comment(rawValue: "\(index)"))
      Self.check(mails[index], label)
      let line = Self.line(text)
      #expect(reading.text("subject") == line, label)
      #expect(reading.list("from") == ["\(line)|program@office.example"], label)
      #expect(reading.list("to") == ["\(line)|registrator@m.example", "|two@m.example"], label)
      #expect(reading.list("cc") == ["\(line)|cc@m.example"], label)
      #expect(reading.list("defects") == [], label)
      #expect(
        reading.list("keys") == [
          "cc", "content-language", "content-type", "date", "from", "message-id", "mime-version", "subject", "to",
        ], label)
      #expect(reading.text("date") == "2021-06-10T09:05:00+02:00", label)
      #expect(reading.text("id") == "<a.1@office.example>", label)
    }
  }

  @Test(
    "carry text, HTML and attachments unchanged: random bytes, names beyond ASCII, lines of every length",
    .enabled(if: PythonMail.isHere, "python3 is not here"), arguments: [1, 2, 3] as [UInt64])
  func bodies(_ seed: UInt64) throws {
    var random = RandomInstance.Generator(seed: seed)
    let drafts = (0..<60).map { _ in randomDraft(&random) }
    let mails = drafts.map(\.bytes)
    let readings = try PythonMail.read(mails)
    #expect(readings.count == drafts.count)
    for (index, reading) in readings.enumerated() {
      let (draft, label) = (drafts[index], Comment(rawValue: "seed \(seed), \(index)"))
      Self.check(mails[index], label)
      #expect(reading.text("plain") == draft.text, label)
      #expect(reading.text("html") == draft.html, label)
      #expect(reading.list("names") == draft.attachments.map(\.name), label)
      #expect(reading.list("contents") == draft.attachments.map { Data($0.content).base64EncodedString() }, label)
      #expect(reading.list("defects") == [], label)
    }
  }

  private func randomDraft(_ random: inout RandomInstance.Generator) -> MailDraft {
    let pieces = [
      "a", " ", "  ", "\n", "\n\n", ".", "From ", "=", "=20", "å", "ö", "–", "👍", "--=_alternative", "\t", "long word ",
      "\n.\n", "x\n", " \n", "\u{A0}",
    ]
    func text(_ length: Int) -> String {
      (0..<Int.random(in: 0...length, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        + "\n"
    }
    let attachments = (0..<Int.random(in: 0...2, using: &random)).map { index in
      EtappModel.Attachment(
        name: [
          "Ånge beslut.pdf", "a \"b\" c.pdf", String(repeating: "långt namn ", count: 12) + "\(index).pdf", "x.pdf",
        ]
        .randomElement(using: &random) ?? "x", mediaType: "application/pdf",
        content: (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    return Self.draft(
      text: text(120), html: Bool.random(using: &random) ? "<p>" + text(80) : nil, attachments: attachments)
  }

  @Test(
    "write the day of the sender's clock",
    arguments: [
      (0, 0, "Thu, 1 Jan 1970 00:00:00 +0000"), (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000"),
      (1_623_308_700, 120, "Thu, 10 Jun 2021 09:05:00 +0200"), (1_623_308_700, -570, "Wed, 9 Jun 2021 21:35:00 -0930"),
      (951_782_400, 345, "Tue, 29 Feb 2000 05:45:00 +0545"),
    ]) func dates(_ seconds: Int, _ offset: Int, _ written: String)
  {
    var draft = Self.draft()
    draft.sent = Moment(seconds: seconds)
    draft.offset = offset
    #expect(String(decoding: draft.bytes, as: UTF8.self).contains("\r\nDate: \(written)\r\n"))
  }

  @Test("keep their Message-ID inside its brackets") func messageID() {
    var draft = Self.draft()
    draft.messageID = "a>\r\nBcc: <b@c.example"
    let head = String(decoding: draft.bytes, as: UTF8.self)
    #expect(!head.contains("\r\nBcc:"))
    #expect(head.contains("\r\nMessage-ID: <aBcc:b@c.example>\r\n"))
  }

  @Test("know an address that can travel from one that cannot") func addresses() {
    for good in ["a@b", "first.last+tag@sub.example.org", "o'neil@x-y.example", "a_b@1.example"] {
      #expect(MailAddress.isPlain(good), "\(good)")
    }
    let long = String(repeating: "a", count: 65) + "@b.example"
    for bad in [
      "", "a", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@b\r\nRCPT TO:<x@y>", "a>@b", "<a@b>", "å@b.example",
      "a@ö.example",
      "a..b@c", ".a@b", "a.@b", "a@b..c", "a@.b", "\"a\"@b", "a@[127.0.0.1]", "a,b@c", "a@b_c", long, "a\0@b",
    ] {
      #expect(!MailAddress.isPlain(bad), "\(bad)")
    }
  }
}
