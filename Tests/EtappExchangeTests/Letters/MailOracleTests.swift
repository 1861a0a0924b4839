import EtappModel
import EtappTestSupport
import Foundation
import Testing

@testable import EtappExchange

/// The same mails read by another: the `email` package of Python's standard library.
@Suite struct `Another reader of mails` {
  /// One line for each file: subject, sender, receivers and files, all in hexadecimal, parted by tabs.
  private static let script = """
    import sys, email, email.policy
    hexed = lambda text: text.encode('utf-8', 'replace').hex()
    for name in sys.argv[1:]:
        message = email.message_from_binary_file(open(name, 'rb'), policy=email.policy.default)
        addresses = lambda key: [a.addr_spec.lower() for a in (message[key].addresses if message[key] else [])]
        files = []
        for part in message.walk():
            if part.is_multipart(): continue
            if part.get_filename() is None and part.get_content_maintype() == 'text': continue
            files.append((part.get_payload(decode=True) or b'').hex())
        print('\\t'.join([hexed(' '.join(str(message['subject']).split())), hexed(','.join(addresses('from'))),
                         hexed(','.join(addresses('to'))), ','.join(files)]))
    """

  static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: python != nil, "python3 is not on this machine"))
  func `agrees on what is by the book`() throws {
    let mails = MailCorpusSeeds.all.map { RandomMail(seed: $0) }.filter(\.isByTheBook)
    #expect(mails.count > 150)
    let answers = try Self.answers(mails)
    try #require(answers.count == mails.count)
    for (mail, answer) in zip(mails, answers) {
      let letter = try #require(LetterReader.read(bytes: mail.bytes, name: "mail.eml").letters.first)
      let files = letter.chain.flatMap(\.attachments).map { Self.hex($0.content) }.joined(separator: ",")
      let mine = [
        Self.hex(Array(letter.subject.utf8)),
        Self.hex(Array(letter.from.compactMap(\.address).joined(separator: ",").utf8)),
        Self.hex(Array(letter.to.compactMap(\.address).joined(separator: ",").utf8)), files,
      ]
      #expect(mine == answer, "\(letter.subject)")
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String { bytes.map { RandomMail.hex($0) }.joined().lowercased() }

  private static func answers(_ mails: [RandomMail]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-mails-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var names: [String] = []
    for (index, mail) in mails.enumerated() {
      let file = folder.appendingPathComponent("\(index).eml")
      try Data(mail.bytes).write(to: file)
      names.append(file.path)
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["-c", script] + names
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// The seeds of the corpus that both suites read.
enum MailCorpusSeeds {
  static let all: [UInt64] = Array(1...240)
}
