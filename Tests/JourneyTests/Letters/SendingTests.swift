import Etapp
import EtappModel
import Foundation
import Testing

@Suite("Sending mail", .enabled(if: MailCatcher.isHere, "aiosmtpd is not here; make deps-test brings it"))
struct SendingTests {
  /// The letter with CRLF at its ends, as every draft has it.
  static func mail(_ lines: [String]) -> [UInt8] {
    Array((["From: a@b.example", "Subject: x", ""] + lines).joined(separator: "\r\n").utf8) + [13, 10]
  }

  @Test("brings letters byte for byte, dots and long ones too") func bytes() throws {
    let catcher = try MailCatcher()
    let session = MailSession(try MailServer("smtp://127.0.0.1:\(catcher.port)"))
    let mails = [
      Self.mail(["Hej"]), Self.mail([".", "..", ".x", "", ".", "slut"]), Self.mail([]),
      Self.mail((0..<20_000).map { "rad \($0) \(String(repeating: "x", count: $0 % 60))" }),
    ]
    for (index, mail) in mails.enumerated() {
      let answer = session.send(mail, from: "program@office.example", to: "r\(index)@m.example")
      #expect(answer.outcome == .sent && answer.code == 250, "\(answer)")
    }
    let caught = catcher.caught
    #expect(caught.map(\.bytes) == mails)
    #expect(caught.map(\.to) == mails.indices.map { ["r\($0)@m.example"] })
    #expect(caught.allSatisfy { $0.from == "program@office.example" })
  }

  @Test("tells a refusal from a doubt, and goes on after both") func answers() throws {
    let catcher = try MailCatcher()
    let session = MailSession(try MailServer("smtp://127.0.0.1:\(catcher.port)"))
    let mail = Self.mail(["Hej"])
    func send(_ recipient: String) -> MailAnswer { session.send(mail, from: "a@b.example", to: recipient) }
    let refused = send("refused@m.example")
    #expect(refused.outcome == .failed && refused.code == 550 && refused.message.contains("No such mailbox"))
    let busy = send("busy@m.example")
    #expect(busy.outcome == .failed && busy.code == 452, "\(busy)")
    #expect(send("good@m.example").outcome == .sent)
    let spam = send("spam@m.example")
    #expect(spam.outcome == .failed && spam.code == 554 && spam.message.contains("spam"), "\(spam)")
    let silent = send("silent@m.example")
    #expect(silent.outcome == .unknown, "\(silent)")
    #expect(send("last@m.example").outcome == .sent)
    #expect(catcher.caught.flatMap(\.to) == ["good@m.example", "last@m.example"])
  }

  @Test("fails where nobody listens") func nobody() throws {
    let server = try MailServer("smtp://127.0.0.1:1", connectSeconds: 5)
    let answer = MailSession(server).send(Self.mail(["Hej"]), from: "a@b.example", to: "c@d.example")
    #expect(answer.outcome == .failed && answer.code == 0 && !answer.message.isEmpty)
  }

  @Test("signs in, and says when that fails") func password() throws {
    let catcher = try MailCatcher(password: "rätt: ord")
    func send(_ credentials: MailServer.Credentials?) throws -> MailAnswer {
      let server = try MailServer("smtp://127.0.0.1:\(catcher.port)", credentials: credentials)
      return MailSession(server).send(Self.mail(["Hej"]), from: "a@b.example", to: "c@d.example")
    }
    #expect(try send(nil).outcome == .failed)
    #expect(try send(MailServer.Credentials(user: "etapp", password: "fel")).outcome == .failed)
    #expect(try send(MailServer.Credentials(user: "etapp", password: "rätt: ord")).outcome == .sent)
    #expect(catcher.caught.count == 1)
  }

  @Test(
    "encrypts, and sends nothing where it cannot or where nobody vouches for the server",
    .enabled(if: Certificate.isHere, "openssl is not here")) func encryption() throws
  {
    let certificate = try Certificate()
    let catcher = try MailCatcher(certificate: certificate.file)
    let bare = try MailCatcher()
    // `etapp-catcher.localhost` is this machine and is not called so: encryption is then demanded.
    func send(_ port: Int, trusted: Bool) throws -> MailAnswer {
      let server = try MailServer(
        "smtp://\(Certificate.host):\(port)", authority: trusted ? certificate.file.path : nil, connectSeconds: 5)
      return MailSession(server).send(Self.mail(["Hej"]), from: "a@b.example", to: "c@d.example")
    }
    #expect(try send(catcher.port, trusted: false).outcome == .failed)
    #expect(try send(bare.port, trusted: true).outcome == .failed)
    #expect(catcher.caught.isEmpty && bare.caught.isEmpty)
    let answer = try send(catcher.port, trusted: true)
    #expect(answer.outcome == .sent, "\(answer)")
    #expect(catcher.caught.count == 1)
  }

  @Test("takes the letters of a programme from the outbox to the server") func journey() throws {
    let office = try LetterOffice()
    try office.write(LetterOffice.information)
    let addresses = ["registrator@m0.example", "refused@m1.example", "registrator@m2.example", "silent@m3.example"]
    let letters = try office.letters { addresses[$0] }
    let catcher = try MailCatcher()
    let session = MailSession(try MailServer("smtp://127.0.0.1:\(catcher.port)"))
    var registered: [String] = []
    func send() throws -> [String: Outbox.Delivery.Outcome] {
      var outcomes: [String: Outbox.Delivery.Outcome] = [:]
      for letter in letters {
        try office.outbox.write(letter, sent: office.moment)
        let deliveries = try office.outbox.send(letter, now: office.moment, through: session.send) { letter, _ in
          registered.append(letter.name)
        }
        for delivery in deliveries { outcomes[delivery.recipient] = delivery.outcome }
      }
      return outcomes
    }
    let first = try send()
    #expect(addresses.map { first[$0] } == [.sent, .failed, .sent, .unknown])
    let second = try send()
    #expect(addresses.map { second[$0] } == [.before, .failed, .before, .unknown])
    #expect(catcher.caught.count == 2 && registered.sorted() == ["Boden", "Ånge"])
    #expect(office.files("outbox").count == 2 && office.files("outbox/sent").count == 2)
  }
}

@Suite("Mail servers") struct MailServerTests {
  @Test(
    "are named by an address and nothing else",
    arguments: [
      "", "mail.example", "http://mail.example", "smtp://", "smtp://mail.example/x", "smtp://mail.example?x=1",
      "smtp://user@mail.example", "smtp://user:word@mail.example", "smtp://mail .example", "smtp://mail.example\r\nx",
      "file:///etc/hosts", "smtp://mäil.example",
    ])
  func wrong(_ address: String) {
    #expect(throws: MailServer.Failure.self) { try MailServer(address) }
  }

  @Test("never get a password in clear from another machine") func clear() throws {
    let credentials = MailServer.Credentials(user: "u", password: "p")
    #expect(throws: MailServer.Failure.self) {
      try MailServer("smtp://mail.example", credentials: credentials, isPlain: true)
    }
    // 127.0.0.1.example is no machine of ours.
    #expect(throws: MailServer.Failure.self) {
      try MailServer("smtp://127.0.0.1.example", credentials: credentials, isPlain: true)
    }
    _ = try MailServer("smtp://mail.example", credentials: credentials)
    _ = try MailServer("smtps://mail.example", credentials: credentials, isPlain: true)
    _ = try MailServer("smtp://[::1]:2525", credentials: credentials, isPlain: true)
    _ = try MailServer("smtp://localhost", credentials: credentials, isPlain: true)
  }

  @Test("get user and password from variables or a file") func credentials() throws {
    let variables = ["ETAPP_SMTP_USER": "u", "ETAPP_SMTP_PASSWORD": "p"]
    #expect(try MailServer.Credentials.find(environment: variables) == MailServer.Credentials(user: "u", password: "p"))
    #expect(try MailServer.Credentials.find(environment: [:]) == nil)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-word-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("me\r\nword with blanks\n".utf8).write(to: file)
    let read = try MailServer.Credentials.find(environment: variables, file: file.path)
    #expect(read == MailServer.Credentials(user: "me", password: "word with blanks"))
    try Data("me\n".utf8).write(to: file)
    #expect(throws: MailServer.Failure.self) { try MailServer.Credentials.find(environment: [:], file: file.path) }
    #expect(throws: MailServer.Failure.self) { try MailServer.Credentials.find(environment: [:], file: "/nowhere") }
  }
}

/// A certificate of this machine's own, made for one test.
private final class Certificate {
  static let host = "etapp-catcher.localhost"
  static let isHere = (try? run(["version"])) == 0

  private let folder: URL
  /// Key and certificate.
  let file: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-certificate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (key, certificate) = (folder.appendingPathComponent("key"), folder.appendingPathComponent("certificate"))
    file = folder.appendingPathComponent("both")
    let status = try Self.run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
      "/CN=\(Self.host)", "-addext", "subjectAltName=DNS:\(Self.host)", "-keyout", key.path, "-out", certificate.path,
    ])
    guard status == 0 else { throw CocoaError(.fileNoSuchFile) }
    try (Data(contentsOf: key) + Data(contentsOf: certificate)).write(to: file)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
