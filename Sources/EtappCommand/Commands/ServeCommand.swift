import ArgumentParser
import Etapp
import EtappModel
import EtappWeb
import Foundation

/// `etapp serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "The web application: the whole programme in a browser.",
    discussion: """
      Serves until Ctrl-C. The first time it prints a link that makes the first administrator; it is good once, and only
      while the program runs. Everything is kept in DIR. Put a proxy that speaks https before it to serve others than
      yourself, and say so with --secure.

        etapp serve .
        etapp serve . --port 8081
        etapp serve /srv/programme --secure
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 8080

  @Option(help: "The address to listen on; 0.0.0.0 for all of the machine's.")
  var host = "127.0.0.1"

  @Flag(help: "Users reach it by https, through a proxy: cookies are kept to that.")
  var secure = false

  @Option(help: "Schedules to try where dates are computed; fewer are found sooner and may be later.")
  var schedules = 20_000

  @Option(help: "Simulations of each forecast; fewer are done sooner and less sure.")
  var trials = 20_000

  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port is a number from 0 to 65535.") }
    if !(1...1_000_000).contains(schedules) { throw ValidationError("--schedules is from 1 to 1,000,000.") }
    if !(100...1_000_000).contains(trials) { throw ValidationError("--trials is from 100 to 1,000,000.") }
  }

  func run() async throws {
    let teller = Teller(printing)
    guard FileManager.default.fileExists(atPath: (folder.folder as NSString).appendingPathComponent("programme.yaml"))
    else {
      throw teller.fail(
        Text(
          en: "\(folder.folder) is no workspace: it has no programme.yaml.",
          sv: "\(folder.folder) är ingen arbetsmapp: den saknar programme.yaml."), .usage)
    }
    do {
      try await serve(teller)
    } catch let failure as Versions.Failure {
      throw teller.fail(failure.message, .failure)
    } catch let exit as Exit {
      throw exit
    } catch {
      throw teller.fail(
        Text(
          en: "It could not be served at \(host):\(port): \(error).",
          sv: "Det gick inte att visa på \(host):\(port): \(error)."), .failure)
    }
  }

  private func serve(_ teller: Teller) async throws {
    let accounts = try Accounts(folder: folder.folder)
    let link = try accounts.all().isEmpty ? Secrets.make() : nil
    let site = try Site(
      folder: folder.folder, firstLink: link,
      configuration: Site.Configuration(
        isSecure: secure, language: printing.preferred,
        delivery: Study.DeliveryQuestion(schedules: schedules, trials: trials)))
    let (host, quiet, language) = (host, printing.quiet, teller.language)
    try await WebServer(site, host: host, port: port).run { port in
      let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
      if !quiet { Output.say(Text(en: "Serving at \(address)", sv: "Visas på \(address)")(language)) }
      if let link {
        Output.say(
          Text(
            en: "The first administrator begins here, once: \(address)/welcome/\(link)",
            sv: "Den första administratören börjar här, en gång: \(address)/welcome/\(link)")(language))
      }
    }
  }
}
