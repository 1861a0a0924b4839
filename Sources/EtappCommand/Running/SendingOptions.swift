import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// Options of sending mail.
struct SendingOptions: ParsableArguments {
  @Flag(help: "Send the letters.")
  var send = false

  @Option(help: ArgumentHelp("The mail server.", valueName: "smtp://HOST:PORT"))
  var server: String?

  @Flag(help: "Without encryption, also to another machine. Never with a password.")
  var plain = false

  @Option(
    help: ArgumentHelp("A file with user and password, each on a line.", valueName: "FILE"),
    completion: .file())
  var credentials: String?

  @Flag(help: "Also to municipalities that have got another letter from this template.")
  var again = false

  func validate() throws {
    if send, server == nil { throw ValidationError("--send needs --server.") }
    guard send || (server == nil && !plain && credentials == nil && !again) else {
      throw ValidationError("--server, --plain, --credentials and --again go with --send.")
    }
  }

  /// The server to send through; nil where nothing is to be sent.
  func mailServer(_ printing: OutputOptions) throws -> MailServer? {
    guard send, let server else { return nil }
    let environment = ProcessInfo.processInfo.environment
    do {
      let credentials = try MailServer.Credentials.find(environment: environment, file: credentials)
      let authority = environment["ETAPP_SMTP_CA"].flatMap { $0.isEmpty ? nil : $0 }
      return try MailServer(server, credentials: credentials, isPlain: plain, authority: authority)
    } catch {
      throw Teller(printing).fail(error.message, .usage)
    }
  }
}
