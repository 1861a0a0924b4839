import Foundation

/// A real mail server on this machine's loopback (`aiosmtpd`), which keeps what it is given and refuses as it is told:
///
/// `refused@…` and `busy@…` at the recipient (550, 452), `spam@…` after the letter (554), and `silent@…` by hanging up
/// after the letter without a word.
final class MailCatcher {
  /// A letter as it arrived.
  struct Caught {
    var from: String
    var to: [String]
    var bytes: [UInt8]
  }

  static let packages: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent(".deps/test")
  }()

  static let isHere = FileManager.default.fileExists(atPath: packages.appendingPathComponent("aiosmtpd").path)

  let port: Int
  let folder: URL
  private let process = Process()

  struct NotStarted: Error {}

  /// - Parameters:
  ///   - certificate: A file with key and certificate; the server then offers STARTTLS, and demands it.
  ///   - password: Of the user `etapp`, who must sign in.
  init(certificate: URL? = nil, password: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-catcher-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script, folder.path, certificate?.path ?? "", password ?? ""]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONPATH": Self.packages.path, "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while line.last != 10 {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw NotStarted() }
      line += more
    }
    guard let number = Int(String(decoding: line.dropLast(), as: UTF8.self)) else { throw NotStarted() }
    port = number
  }

  deinit {
    // Threads of the tests hold other signals back, and a child inherits that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Every letter that was taken, in order.
  var caught: [Caught] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".eml") }.sorted().compactMap { name in
      let file = folder.appendingPathComponent(name)
      let envelope = file.deletingPathExtension().appendingPathExtension("to")
      guard let bytes = try? Data(contentsOf: file), let people = try? String(contentsOf: envelope, encoding: .utf8)
      else { return nil }
      let lines = people.split(separator: "\n").map(String.init)
      return Caught(from: lines.first ?? "", to: Array(lines.dropFirst()), bytes: Array(bytes))
    }
  }

  private static let script = """
    import asyncio, os, ssl, sys
    from aiosmtpd.smtp import SMTP, AuthResult
    folder, certificate, password = sys.argv[1:4]
    class Handler:
        count = 0
        async def handle_RCPT(self, server, session, envelope, address, options):
            if address.startswith("refused@"): return "550 5.1.1 No such mailbox here"
            if address.startswith("busy@"): return "452 4.2.2 Mailbox is full"
            envelope.rcpt_tos.append(address)
            return "250 OK"
        async def handle_DATA(self, server, session, envelope):
            if any(a.startswith("spam@") for a in envelope.rcpt_tos): return "554 5.7.1 This looks like spam"
            if any(a.startswith("silent@") for a in envelope.rcpt_tos):
                server.transport.close()
                return "250 never said"
            Handler.count += 1
            name = os.path.join(folder, "%05d" % Handler.count)
            with open(name + ".to", "w") as f: f.write("\\n".join([envelope.mail_from] + envelope.rcpt_tos))
            with open(name + ".eml", "wb") as f: f.write(envelope.original_content)
            return "250 Kept"
    def sign_in(server, session, envelope, mechanism, data):
        ok = data.login == b"etapp" and data.password.decode() == password
        return AuthResult(success=ok, handled=False)
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    def server():
        options = {"tls_context": context, "require_starttls": bool(context)}
        if password:
            options.update(authenticator=sign_in, auth_required=True, auth_require_tls=bool(context))
        return SMTP(Handler(), hostname="catcher", **options)
    async def main():
        listener = await asyncio.get_running_loop().create_server(server, "127.0.0.1", 0)
        print(listener.sockets[0].getsockname()[1], flush=True)
        await listener.serve_forever()
    asyncio.run(main())
    """
}
