import Etapp
import EtappModel
import EtappReport
import Foundation

/// One's own account: where one is signed in, password, second factor, tokens for programs.
enum AccountPage {
  static let routes: [Route] =
    [
      .get("/account", .account) { try page($0) },
      .post("/account/sessions/end", .account) { try endSession($0) },
      .post("/account/password", .account) { try await changePassword($0) },
      .post("/account/tokens", .account) { try makeToken($0) },
      .get("/account/factor", .account) { try factor($0) },
      .post("/account/factor", .account) { try await changeFactor($0) },
    ] + PeoplePage.routes

  static func name(_ role: Role, _ visit: Visit) -> String {
    switch role {
    case .administrator: visit.say(en: "Administrator", sv: "Administratör")
    case .coordinator: visit.say(en: "Coordinator", sv: "Samordnare")
    case .lead: visit.say(en: "Establishment lead", sv: "Etableringsledare")
    case .registrar: visit.say(en: "Registrar", sv: "Registrator")
    case .reader: visit.say(en: "Reader", sv: "Läsare")
    }
  }

  private static func own(_ visit: Visit) throws -> Account {
    guard let account = visit.account else { throw Refusal.forbidden }
    return account
  }

  // MARK: The page

  private static func page(_ visit: Visit, token: String? = nil, trouble: Text? = nil) throws -> Answer {
    let account = try own(visit)
    let keys = try visit.site.accounts.keys(of: account.id).filter { $0.ends > visit.now }
    return Page(title: account.title, kicker: name(account.role, visit)) {
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      token.map { token in fresh(token, visit) }
      Parts.form("/sign-out", visit) { Parts.quiet(visit.say(en: "Sign out", sv: "Logga ut")) }
      account.role.permissions.contains(.administer)
        ? Tag.p(.class("more")) { Tag.a(.href("/account/people")) { visit.say(en: "People", sv: "Personer") } } : nil
      sessions(keys.filter { $0.kind == .session }, visit)
      password(visit)
      secondFactor(account, visit)
      tokens(keys.filter { $0.kind == .token }, visit)
    }.answer(visit, status: trouble == nil ? 200 : 400)
  }

  private static func fresh(_ token: String, _ visit: Visit) -> HTML {
    Tag.div(.class("notice"), .role("status")) {
      visit.say(en: "The token, shown only now:", sv: "Nyckeln, som bara visas nu:")
      Tag.code(.class("secret")) { token }
    }
  }

  private static func sessions(_ keys: [AccessKey], _ visit: Visit) -> HTML {
    let present = visit.secret.map(Secrets.fingerprint)
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Where you are signed in", sv: "Där du är inloggad") }
      Parts.table(
        visit.say(en: "Sessions", sv: "Inloggningar"),
        [visit.say(en: "Browser", sv: "Webbläsare"), visit.say(en: "Last used", sv: "Senast använd"), ""],
        rows: keys.map { key in
          [
            Tag.span(.class("words")) { key.label.isEmpty ? "–" : key.label }, .text(moment(key.seen)),
            key.fingerprint == present
              ? .text(visit.say(en: "this one", sv: "denna"))
              : Parts.form("/account/sessions/end", visit) {
                Parts.hidden("key", key.fingerprint)
                Parts.quiet(visit.say(en: "Sign out there", sv: "Logga ut där"))
              },
          ]
        })
      keys.count > 1
        ? Parts.form("/account/sessions/end", visit) {
          Parts.hidden("key", "others")
          Parts.quiet(visit.say(en: "Sign out everywhere else", sv: "Logga ut överallt annars"))
        } : nil
    }
  }

  static func moment(_ moment: Moment) -> String { String(moment.description.prefix(16)).replacing("T", with: " ") }

  private static func password(_ visit: Visit) -> HTML {
    Tag.details(.class("why")) {
      Tag.summary { Tag.span(.class("name")) { visit.say(en: "Change the password", sv: "Byt lösenord") } }
      Parts.form("/account/password", visit, .class("why-body narrow")) {
        Parts.field(
          visit.say(en: "The one you have", sv: "Det du har"), name: "present", type: "password",
          .autocomplete("current-password"), .required)
        SignIn.passwordField(visit)
        Parts.button(visit.say(en: "Change", sv: "Byt"))
      }
    }
  }

  private static func secondFactor(_ account: Account, _ visit: Visit) -> HTML {
    Tag.p(.class("more")) {
      account.secret == nil
        ? visit.say(en: "No second factor. ", sv: "Ingen andra faktor. ")
        : visit.say(en: "The second factor is on. ", sv: "Den andra faktorn är på. ")
      Tag.a(.href("/account/factor")) { visit.say(en: "Change", sv: "Ändra") }
    }
  }

  private static func tokens(_ keys: [AccessKey], _ visit: Visit) -> HTML {
    Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "For your programs", sv: "För dina program") }
      if !keys.isEmpty {
        Parts.table(
          visit.say(en: "Tokens", sv: "Nycklar"),
          [visit.say(en: "What for", sv: "Till vad"), visit.say(en: "Ends", sv: "Upphör"), ""],
          rows: keys.map { key in
            [
              .text(key.label), .text(moment(key.ends)),
              Parts.form("/account/sessions/end", visit) {
                Parts.hidden("key", key.fingerprint)
                Parts.quiet(visit.say(en: "Take away", sv: "Ta bort"))
              },
            ]
          })
      }
      Parts.form("/account/tokens", visit, .class("row-form")) {
        Parts.field(
          visit.say(en: "A token for", sv: "En nyckel till"), name: "label", .required, Attribute("maxlength", "100"))
        Parts.quiet(visit.say(en: "Make", sv: "Skapa"))
      }
    }
  }

  // MARK: Changes

  /// A key is only ever taken away by its holder.
  private static func endSession(_ visit: Visit) throws -> Answer {
    let account = try own(visit)
    let key = visit.form["key"] ?? ""
    if key == "others" {
      try visit.site.accounts.removeAll(.session, of: account.id, except: visit.secret.map(Secrets.fingerprint))
      return .redirect("/account?done=revoked")
    }
    guard try visit.site.accounts.keys(of: account.id).contains(where: { $0.fingerprint == key }) else {
      throw Refusal.notFound
    }
    try visit.site.accounts.remove(key)
    return .redirect("/account?done=revoked")
  }

  /// Whether a password is one's own; counted like signing in.
  private static func isOwn(_ password: String?, _ account: Account, _ visit: Visit) async throws -> Bool {
    guard visit.site.byName.attempt("name " + account.name, at: visit.now) == nil, let hash = account.password,
      let password, password.utf8.count <= SignIn.longest * 4
    else { return false }
    return try await Blocking.run { Secrets.verify(password, hash) }
  }

  private static let wrong = Text(
    en: "The password is wrong, or there have been too many attempts.",
    sv: "Lösenordet är fel, eller så har det varit för många försök.")

  private static func changePassword(_ visit: Visit) async throws -> Answer {
    let account = try own(visit)
    guard try await isOwn(visit.form["present"], account, visit) else { return try page(visit, trouble: wrong) }
    let wanted = visit.form["password"] ?? ""
    if let trouble = SignIn.trouble(with: wanted, name: account.name) { return try page(visit, trouble: trouble) }
    let hash = try await SignIn.hash(wanted)
    try visit.site.accounts.update(account.id) { kept in
      kept.password = hash
      return true
    }
    try visit.site.accounts.removeAll(.session, of: account.id, except: visit.secret.map(Secrets.fingerprint))
    return .redirect("/account?done=password")
  }

  private static func makeToken(_ visit: Visit) throws -> Answer {
    let account = try own(visit)
    let label = (visit.form["label"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !label.isEmpty, label.count <= 100 else {
      return try page(visit, trouble: Text(en: "Say what it is for.", sv: "Säg vad den ska användas till."))
    }
    let secret = Secrets.make()
    try visit.site.accounts.add(
      AccessKey(
        fingerprint: Secrets.fingerprint(secret), kind: .token, account: account.id, label: label, made: visit.now,
        seen: visit.now, ends: Moment(seconds: visit.now.seconds + 365 * 86_400)))
    return try page(visit, token: secret)
  }

  // MARK: The second factor

  private static func factor(_ visit: Visit, trouble: Text? = nil) throws -> Answer {
    let account = try own(visit)
    let secret = visit.form["secret"] ?? OneTimeCode.makeSecret()
    let address =
      "otpauth://totp/Etapp:\(Fields.encoded(account.name))?secret=\(secret)&issuer=Etapp&algorithm=SHA1&digits=6&period=30"
    return Page(title: visit.say(en: "Second factor", sv: "Andra faktor")) {
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      Parts.form("/account/factor", visit, .class("card narrow")) {
        if account.secret == nil {
          Tag.p {
            visit.say(
              en: "Put this secret into your app for one-time codes, then write the code that it shows.",
              sv: "Lägg in denna hemlighet i din app för engångskoder och skriv sedan koden som den visar.")
          }
          Tag.code(.class("secret")) { secret }
          Tag.p(.class("help")) { Tag.a(.href(address)) { visit.say(en: "Open in the app", sv: "Öppna i appen") } }
          Parts.hidden("secret", secret)
          Parts.field(
            visit.say(en: "Code", sv: "Kod"), name: "code", .required, .autocomplete("one-time-code"),
            Attribute("inputmode", "numeric"))
        }
        Parts.field(
          visit.say(en: "Your password", sv: "Ditt lösenord"), name: "present", type: "password", .required,
          .autocomplete("current-password"))
        Parts.button(
          account.secret == nil ? visit.say(en: "Turn on", sv: "Slå på") : visit.say(en: "Turn off", sv: "Slå av"))
      }
    }.answer(visit, status: trouble == nil ? 200 : 400)
  }

  private static func changeFactor(_ visit: Visit) async throws -> Answer {
    let account = try own(visit)
    guard try await isOwn(visit.form["present"], account, visit) else { return try factor(visit, trouble: wrong) }
    var secret: String?
    var step: Int64 = 0
    if account.secret == nil {
      let wanted = visit.form["secret"] ?? ""
      guard (OneTimeCode.decoded(wanted)?.count ?? 0) >= 16,
        let found = OneTimeCode.step(of: visit.form["code"] ?? "", secret: wanted, at: visit.now)
      else { return try factor(visit, trouble: Text(en: "The code is wrong.", sv: "Koden är fel.")) }
      (secret, step) = (wanted, found)
    }
    let (newSecret, newStep) = (secret, step)
    try visit.site.accounts.update(account.id) { kept in
      (kept.secret, kept.lastStep) = (newSecret, max(newStep, kept.lastStep))
      return true
    }
    return .redirect("/account?done=factor")
  }
}
