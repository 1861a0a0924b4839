import Etapp
import EtappModel
import EtappReport
import Foundation

/// Coming in and going out: passwords, the first link, invitations.
enum SignIn {
  static let routes: [Route] = [
    .get("/sign-in", .everyone) { page($0) },
    .post("/sign-in", .everyone) { try await enter($0) },
    .post("/sign-out", .account) { try leave($0) },
    .get("/welcome/:secret", .everyone) { try welcome($0) },
    .post("/welcome/:secret", .everyone) { try await choose($0) },
  ]

  /// Fewest characters of a password.
  static let shortest = 12
  static let longest = 200

  // MARK: Signing in

  private static func page(_ visit: Visit, trouble: Text? = nil, name: String = "", status: Int = 200) -> Answer {
    let (visit, cookie) = withVisitor(visit)
    let isEmpty = (try? visit.site.accounts.all().isEmpty) ?? false
    var answer = Page(title: visit.say(en: "Sign in", sv: "Logga in")) {
      if isEmpty {
        Tag.p(.class("lead")) {
          visit.say(
            en: "There is no account yet. Follow the link that was printed where the server was started.",
            sv: "Det finns inget konto ännu. Följ länken som skrevs ut där servern startades.")
        }
      } else {
        trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
        form(visit, name)
      }
      Tag.p(.class("aside")) {
        Tag.a(.href("/public")) { visit.say(en: "To the published plan", sv: "Till den publicerade planen") }
      }
    }.answer(visit, status: status)
    answer.headers += cookie
    return answer
  }

  private static func form(_ visit: Visit, _ name: String) -> HTML {
    Parts.form("/sign-in", visit, .class("card narrow")) {
      Parts.hidden("to", visit.local(visit.query["to"] ?? visit.form["to"]))
      Parts.field(
        visit.say(en: "User name", sv: "Användarnamn"), name: "name", value: name, .autocomplete("username"),
        .required, Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"))
      Parts.field(
        visit.say(en: "Password", sv: "Lösenord"), name: "password", type: "password",
        .autocomplete("current-password"), .required)
      Parts.field(
        visit.say(en: "Code", sv: "Kod"), name: "code",
        help: visit.say(
          en: "Only if you have a second factor: six figures from your app.",
          sv: "Bara om du har en andra faktor: sex siffror från din app."), .autocomplete("one-time-code"),
        Attribute("inputmode", "numeric"))
      Parts.button(visit.say(en: "Sign in", sv: "Logga in"))
    }
  }

  /// Ties the forms to this browser before there is a session.
  static func withVisitor(_ visit: Visit) -> (Visit, [(name: String, value: String)]) {
    guard visit.secret == nil else { return (visit, []) }
    let (secret, isSecure) = (Secrets.make(), visit.site.configuration.isSecure)
    let tied = Visit(
      site: visit.site, inquiry: visit.inquiry, path: visit.path, account: visit.account, secret: secret,
      language: visit.language)
    return (tied, [Cookies.set(Cookies.visitor(isSecure: isSecure), secret, isSecure: isSecure)])
  }

  private static func enter(_ visit: Visit) async throws -> Answer {
    let (name, password) = ((visit.form["name"] ?? "").lowercased(), visit.form["password"] ?? "")
    let keys = [(visit.site.byName, "name " + name), (visit.site.byAddress, "address " + visit.inquiry.address)]
    for (limit, key) in keys {
      if let wait = limit.attempt(key, at: visit.now) { return tooOften(visit, name, wait) }
    }
    guard let account = try await checked(visit, name, password) else {
      return page(
        visit,
        trouble: Text(
          en: "User name, password or code is wrong.", sv: "Användarnamn, lösenord eller kod är fel."),
        name: name, status: 401)
    }
    visit.site.byName.forget("name " + name)
    return try begin(account, visit, to: visit.local(visit.form["to"]))
  }

  private static func tooOften(_ visit: Visit, _ name: String, _ wait: Int) -> Answer {
    let minutes = max(1, (wait + 59) / 60)
    var answer = page(
      visit,
      trouble: Text(
        en: "Too many attempts. Try again in \(minutes) min.", sv: "För många försök. Försök igen om \(minutes) min."),
      name: name, status: 429)
    answer.headers.append(("retry-after", "\(wait)"))
    return answer
  }

  /// Takes as long for a name that does not exist as for a wrong password.
  private static func checked(_ visit: Visit, _ name: String, _ password: String) async throws -> Account? {
    guard password.utf8.count <= longest * 4 else { return nil }
    let account = try visit.site.accounts.account(named: name)
    let known = account?.password ?? dummy
    let isRight = try await Blocking.run { Secrets.verify(password, known) }
    guard isRight, let account, account.isOpen, account.password != nil else { return nil }
    guard let secret = account.secret else { return account }
    guard let step = OneTimeCode.step(of: visit.form["code"] ?? "", secret: secret, at: visit.now) else { return nil }
    let isFresh = try visit.site.accounts.update(account.id) { kept in
      guard kept.lastStep < step else { return false }
      kept.lastStep = step
      return true
    }
    return isFresh ? account : nil
  }

  /// A hash that no password has, to spend the same time on.
  private static let dummy = Secrets.hash(Secrets.make()) ?? ""

  /// Begins a session: a new secret each time, so that nobody can have planted it.
  static func begin(_ account: Account, _ visit: Visit, to path: String) throws -> Answer {
    let (secret, now, isSecure) = (Secrets.make(), visit.now, visit.site.configuration.isSecure)
    try visit.site.accounts.add(
      AccessKey(
        fingerprint: Secrets.fingerprint(secret), kind: .session, account: account.id,
        label: String((visit.inquiry.headers["user-agent"] ?? "").prefix(120)), made: now, seen: now,
        ends: Moment(seconds: now.seconds + Site.sessionSpan.all)))
    return .redirect(
      path,
      headers: [
        Cookies.set(
          Cookies.session(isSecure: isSecure), secret, seconds: Site.sessionSpan.all, isSecure: isSecure),
        Cookies.set(Cookies.visitor(isSecure: isSecure), "", seconds: 0, isSecure: isSecure),
      ])
  }

  private static func leave(_ visit: Visit) throws -> Answer {
    if let secret = visit.secret { try visit.site.accounts.remove(Secrets.fingerprint(secret)) }
    let isSecure = visit.site.configuration.isSecure
    return .redirect(
      "/sign-in", headers: [Cookies.set(Cookies.session(isSecure: isSecure), "", seconds: 0, isSecure: isSecure)])
  }

  // MARK: Links that are good once

  /// Whom a link is for.
  private enum Guest {
    case first
    case invited(Account, AccessKey)
  }

  private static func guest(_ visit: Visit) throws -> Guest {
    let fingerprint = Secrets.fingerprint(visit.path["secret"] ?? "")
    if let first = visit.site.firstLink, Secrets.areSame(first, fingerprint), try visit.site.accounts.all().isEmpty {
      return .first
    }
    guard let key = try visit.site.accounts.key(fingerprint), key.kind == .link, key.ends > visit.now,
      let account = try visit.site.accounts.account(key.account), account.isOpen
    else {
      throw Refusal(
        status: 404,
        message: Text(
          en: "The link has been used or is too old. Ask for a new one.",
          sv: "Länken är använd eller för gammal. Be om en ny."))
    }
    return .invited(account, key)
  }

  private static func welcome(_ visit: Visit, trouble: Text? = nil) throws -> Answer {
    let guest = try guest(visit)
    let (visit, cookie) = withVisitor(visit)
    var answer = Page(title: visit.say(en: "Welcome", sv: "Välkommen")) {
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      Parts.form("/welcome/" + Fields.encoded(visit.path["secret"] ?? ""), visit, .class("card narrow")) {
        switch guest {
        case .first:
          Tag.p {
            visit.say(
              en: "You become the administrator: you may do everything, and let others in.",
              sv: "Du blir administratör: du får göra allt, och släpper in andra.")
          }
          Parts.field(
            visit.say(en: "Your name, as others see it", sv: "Ditt namn, som andra ser det"), name: "title",
            value: visit.form["title"] ?? "", .required, .autocomplete("name"))
          Parts.field(
            visit.say(en: "User name", sv: "Användarnamn"), name: "name", value: visit.form["name"] ?? "", .required,
            .autocomplete("username"), Attribute("autocapitalize", "none"))
        case .invited(let account, _):
          Tag.p { visit.say(en: "Your user name is \(account.name).", sv: "Ditt användarnamn är \(account.name).") }
          Tag.input(.type("text"), .name("name"), .value(account.name), .autocomplete("username"), .hidden)
        }
        passwordField(visit)
        Parts.button(visit.say(en: "Begin", sv: "Börja"))
      }
    }.answer(visit, status: trouble == nil ? 200 : 400)
    answer.headers += cookie
    return answer
  }

  static func passwordField(_ visit: Visit) -> HTML {
    Parts.field(
      visit.say(en: "Choose a password", sv: "Välj ett lösenord"), name: "password", type: "password",
      help: visit.say(
        en: "At least \(shortest) characters; several words are easiest to remember.",
        sv: "Minst \(shortest) tecken; flera ord är lättast att minnas."),
      .required, Attribute("minlength", "\(shortest)"), .autocomplete("new-password"))
  }

  /// What is wrong with a password that somebody wants; nil when it will do.
  static func trouble(with password: String, name: String) -> Text? {
    if password.count < shortest {
      return Text(
        en: "A password has at least \(shortest) characters.", sv: "Ett lösenord har minst \(shortest) tecken.")
    }
    if password.count > longest {
      return Text(en: "The password is too long.", sv: "Lösenordet är för långt.")
    }
    if name.count > 3, password.lowercased().contains(name) || Set(password).count < 5 {
      return Text(en: "That is too easy to guess.", sv: "Det är för lätt att gissa.")
    }
    return nil
  }

  /// A user name: letters, figures, `.`, `-`, `_` and `@`.
  static func isName(_ name: String) -> Bool {
    (2...80).contains(name.count)
      && name.allSatisfy { $0.isLetter || $0.isNumber || ".-_@".contains($0) }
  }

  private static func choose(_ visit: Visit) async throws -> Answer {
    let guest = try guest(visit)
    let password = visit.form["password"] ?? ""
    switch guest {
    case .first:
      let name = (visit.form["name"] ?? "").lowercased()
      let title = (visit.form["title"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      guard isName(name), !title.isEmpty, title.count <= 100 else {
        return try welcome(
          visit,
          trouble: Text(
            en: "A user name has 2 to 80 letters, figures, “.”, “-”, “_” or “@”; and others need a name to see.",
            sv:
              "Ett användarnamn har 2 till 80 bokstäver, siffror, ”.”, ”-”, ”_” eller ”@”; och andra behöver ett namn att se."
          ))
      }
      if let trouble = trouble(with: password, name: name) { return try welcome(visit, trouble: trouble) }
      let account = Account(
        name: name, title: title, role: .administrator, password: try await hash(password), made: visit.now)
      guard let made = try visit.site.accounts.add(account, onlyFirst: true) else { throw Refusal.notFound }
      return try begin(made, visit, to: "/account/people")
    case .invited(let account, let key):
      if let trouble = trouble(with: password, name: account.name) { return try welcome(visit, trouble: trouble) }
      let hash = try await hash(password)
      guard try visit.site.accounts.remove(key.fingerprint) else { throw Refusal.notFound }
      try visit.site.accounts.update(account.id) { kept in
        kept.password = hash
        return true
      }
      try visit.site.accounts.removeAll(.session, of: account.id)
      return try begin(account, visit, to: "/")
    }
  }

  static func hash(_ password: String) async throws -> String {
    guard let hash = try await Blocking.run({ Secrets.hash(password) }) else {
      throw Refusal(
        status: 503, message: Text(en: "Not right now; try again.", sv: "Inte just nu; försök igen."),
        headers: [("retry-after", "5")])
    }
    return hash
  }
}
