package import Etapp
package import EtappModel
import Foundation

/// The application: a workspace, who may enter, and the answers to requests. Knows nothing of sockets.
package struct Site: Sendable {
  /// What differs from one installation to another.
  package struct Configuration: Sendable {
    /// Whether users reach it by https, through a proxy; cookies are then kept to that.
    package var isSecure: Bool
    /// The largest body that is taken, bytes.
    package var bodyLimit: Int
    /// The largest body where documents are sent in, bytes.
    package var uploadLimit: Int
    /// The language of whoever asks for none that is spoken here.
    package var language: Language
    /// How thoroughly dates and their probabilities are computed.
    package var delivery: Study.DeliveryQuestion

    package init(
      isSecure: Bool = false, bodyLimit: Int = 2_000_000, uploadLimit: Int = 25_000_000, language: Language? = nil,
      delivery: Study.DeliveryQuestion = Study.DeliveryQuestion()
    ) {
      self.isSecure = isSecure
      self.bodyLimit = bodyLimit
      self.uploadLimit = uploadLimit
      self.language = language ?? .english
      self.delivery = delivery
    }
  }

  let desk: Desk
  let accounts: Accounts
  let configuration: Configuration
  let clock: @Sendable () -> Moment
  /// The fingerprint of the link that makes the first administrator; nil where there is one.
  let firstLink: String?
  let byName = AttemptLimit(most: 10, within: 900)
  let byAddress = AttemptLimit(most: 60, within: 900)
  static let routes: [Route] = Routes.all

  /// - Parameter firstLink: The secret of the first link, printed where the server was started.
  package init(
    folder: String, firstLink: String?, configuration: Configuration = Configuration(),
    clock: @escaping @Sendable () -> Moment = { Moment(seconds: Int(Date().timeIntervalSince1970)) }
  ) throws {
    desk = Desk(folder: folder)
    accounts = try Accounts(folder: folder)
    self.firstLink = firstLink.map(Secrets.fingerprint)
    self.configuration = configuration
    self.clock = clock
  }

  // MARK: Answering

  /// The answer to a request; never throws, since every trouble has an answer.
  func answer(_ inquiry: Inquiry) async -> Answer {
    var answer = await unguarded(inquiry)
    Protection.add(to: &answer, isSecure: configuration.isSecure)
    return Freshness.applied(answer, to: inquiry)
  }

  private func unguarded(_ inquiry: Inquiry) async -> Answer {
    let language = preferredLanguage(inquiry)
    var visit = Visit(site: self, inquiry: inquiry, path: [:], account: nil, secret: nil, language: language)
    do {
      let (route, values) = try route(of: inquiry)
      let visitor = try await visitor(inquiry, isOpen: route.access == .everyone)
      visit = Visit(
        site: self, inquiry: inquiry, path: values, account: visitor.account, secret: visitor.secret,
        language: values["language"].flatMap(Language.init) ?? language)
      guard route.access.admits(visitor.account?.role) else { return turnedAway(visit) }
      guard inquiry.body.count <= limit(of: route) else { throw tooLarge(limit(of: route)) }
      if inquiry.method == .post, !visitor.isToken { try checkForm(visit) }
      return try await route.handler(visit)
    } catch {
      return Trouble.answer(error, visit)
    }
  }

  // MARK: Sizes

  /// The largest body that is taken of a request: more where documents are sent in by somebody who may.
  func bodyLimit(of inquiry: Inquiry) async -> Int {
    guard let (route, _) = try? route(of: inquiry), route.takesFiles,
      let visitor = try? await visitor(inquiry, isOpen: false), route.access.admits(visitor.account?.role)
    else { return configuration.bodyLimit }
    return limit(of: route)
  }

  private func limit(of route: Route) -> Int {
    route.takesFiles ? max(configuration.uploadLimit, configuration.bodyLimit) : configuration.bodyLimit
  }

  /// The answer to a request whose body was not read to its end.
  func tooLarge(_ inquiry: Inquiry, limit: Int) -> Answer { last(tooLarge(limit), inquiry) }

  /// The answer to a request whose body does not come.
  func tooSlow(_ inquiry: Inquiry) -> Answer {
    last(
      Refusal(
        status: 408,
        message: Text(
          en: "It came too slowly, so it was given up. Try again.",
          sv: "Det kom för långsamt, så vi slutade vänta. Försök igen.")), inquiry)
  }

  /// A refusal after which the connection ends.
  private func last(_ refusal: Refusal, _ inquiry: Inquiry) -> Answer {
    let visit = Visit(
      site: self, inquiry: inquiry, path: [:], account: nil, secret: nil, language: preferredLanguage(inquiry))
    var answer = Trouble.answer(refusal, visit)
    Protection.add(to: &answer, isSecure: configuration.isSecure)
    answer.headers.append(("connection", "close"))
    return answer
  }

  private func tooLarge(_ limit: Int) -> Refusal {
    let most = max(1, limit / 1_000_000)
    return Refusal(
      status: 413,
      message: Text(
        en: "That is too large: at most \(most) MB are taken at a time.",
        sv: "Det är för stort: högst \(most) MB tas emot åt gången."))
  }

  private func route(of inquiry: Inquiry) throws -> (Route, [String: String]) {
    guard let segments = inquiry.segments else { throw Refusal.notFound }
    for route in Self.routes where route.method == inquiry.method {
      if let values = route.match(segments) { return (route, values) }
    }
    throw notThere(segments)
  }

  /// Nothing answers to a method: the methods that something answers to, or that there is no such page.
  private func notThere(_ segments: [String]) -> Refusal {
    let methods = Set(Self.routes.filter { $0.match(segments) != nil }.map(\.method))
    guard !methods.isEmpty else { return .notFound }
    let names = Inquiry.Method.allCases.filter(methods.contains).map { $0 == .get ? "GET, HEAD" : $0.rawValue }
    return Refusal(
      status: 405, message: Text(en: "That cannot be done here.", sv: "Det går inte att göra här."),
      headers: [("allow", names.joined(separator: ", "))])
  }

  /// The answer to a method that is none of ours.
  func unknownMethod(_ inquiry: Inquiry) -> Answer {
    last(inquiry.segments.map(notThere) ?? .notFound, inquiry)
  }

  /// Not signed in: to the door and back again. Signed in without the right: said so.
  private func turnedAway(_ visit: Visit) -> Answer {
    if visit.account != nil { return Trouble.answer(Refusal.forbidden, visit) }
    if visit.inquiry.path.hasPrefix("/api/") || visit.inquiry.method == .post {
      return Trouble.answer(
        Refusal(
          status: 401, message: Text(en: "Sign in first.", sv: "Logga in först."),
          headers: [("www-authenticate", "Bearer")]), visit)
    }
    var target = visit.inquiry.path
    if !visit.query.all.isEmpty { target += "?" + visit.query.encoded }
    return .redirect(target == "/" ? "/sign-in" : "/sign-in?to=" + Fields.encoded(target))
  }

  /// A form must have been made for this visitor, and be sent from a page of ours.
  private func checkForm(_ visit: Visit) throws {
    let headers = visit.inquiry.headers
    let isForeign =
      ["cross-site", "same-site"].contains(headers["sec-fetch-site"] ?? "none")
      || headers["origin"].map { Self.host(of: $0) != headers["host"] } ?? false
    let sent = visit.form["csrf"] ?? headers["x-csrf"] ?? ""
    guard !isForeign, let secret = visit.secret, Secrets.areSame(sent, Secrets.csrf(secret)) else {
      throw Refusal(
        status: 403,
        message: Text(
          en: "The form is too old or came from elsewhere. Go back, load the page anew and send it again.",
          sv: "Formuläret är för gammalt eller kom från annat håll. Gå tillbaka, ladda om sidan och skicka igen."))
    }
  }

  private static func host(of origin: String) -> String? {
    origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) }
  }

  // MARK: Language

  /// The visitor's choice, else the browser's, else the server's.
  private func preferredLanguage(_ inquiry: Inquiry) -> Language {
    if let chosen = inquiry.cookie(Cookies.language).flatMap(Language.init) { return chosen }
    for wish in (inquiry.headers["accept-language"] ?? "").split(separator: ",") {
      let code = wish.prefix { $0.isLetter || $0 == " " }.filter(\.isLetter).lowercased()
      if let language = Language(rawValue: code) { return language }
    }
    return configuration.language
  }
}
