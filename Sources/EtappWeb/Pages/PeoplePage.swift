import Etapp
import EtappModel
import EtappReport
import Foundation

/// Who may come in, as what; only for administrators.
enum PeoplePage {
  static let routes: [Route] = [
    .get("/account/people", .permission(.administer)) { try await page($0) },
    .post("/account/people", .permission(.administer)) { try await invite($0) },
    .post("/account/people/:id/link", .permission(.administer)) { try await newLink($0) },
    .post("/account/people/:id/role", .permission(.administer)) { try await change($0) },
    .post("/account/people/:id/close", .permission(.administer)) { try close($0) },
    .post("/account/people/sign-out-all", .permission(.administer)) { visit in
      try visit.site.accounts.removeAll(.session)
      return .redirect("/sign-in")
    },
  ]

  /// Seconds that an invitation is good.
  private static let invitationSpan = 7 * 86_400

  private static func page(_ visit: Visit, link: (Account, String)? = nil, trouble: Text? = nil) async throws -> Answer
  {
    let all = try visit.site.accounts.all()
    let room = try? await visit.room()
    return Page(title: visit.say(en: "People", sv: "Personer"), isWide: true) {
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      link.map { account, path in
        Tag.div(.class("notice"), .role("status")) {
          visit.say(
            en: "Give \(account.title) this link. It is good once, for seven days, and shown only now:",
            sv: "Ge \(account.title) denna länk. Den gäller en gång, i sju dagar, och visas bara nu:")
          Tag.code(.class("secret")) { path }
        }
      }
      Parts.table(
        visit.say(en: "Accounts", sv: "Konton"),
        [
          visit.say(en: "Name", sv: "Namn"), visit.say(en: "User name", sv: "Användarnamn"),
          visit.say(en: "Role", sv: "Roll"), "", "",
        ],
        rows: all.map { account in
          [
            .text(account.title), .text(account.name), role(account, room, visit),
            account.isOpen
              ? Parts.form("/account/people/\(account.id)/link", visit) {
                Parts.quiet(visit.say(en: "New link", sv: "Ny länk"))
              } : .text(visit.say(en: "Closed", sv: "Stängt")),
            account.isOpen && account.id != visit.account?.id
              ? Parts.form("/account/people/\(account.id)/close", visit) {
                Tag.button(.type("submit"), .class("button danger")) { visit.say(en: "Close", sv: "Stäng") }
              } : .nothing,
          ]
        })
      newcomer(visit)
      Parts.form("/account/people/sign-out-all", visit) {
        Parts.quiet(visit.say(en: "Sign everybody out", sv: "Logga ut alla"))
      }
    }.answer(visit, status: trouble == nil ? 200 : 400)
  }

  private static func roles(_ visit: Visit) -> [(value: String, words: String)] {
    Role.allCases.map { ($0.rawValue, AccountPage.name($0, visit)) }
  }

  private static func role(_ account: Account, _ room: Room?, _ visit: Visit) -> HTML {
    guard account.isOpen else { return .text(AccountPage.name(account.role, visit)) }
    let names = account.places.map(\.code).joined(separator: ", ")
    return Parts.form("/account/people/\(account.id)/role", visit, .class("row-form")) {
      Tag.select(
        .name("role"), .aria("label", visit.say(en: "Role of \(account.title)", sv: "Roll för \(account.title)"))
      ) {
        for role in roles(visit) {
          Tag.option(.value(role.value), role.value == account.role.rawValue ? .selected : nil) { role.words }
        }
      }
      account.role == .lead
        ? Tag.input(
          .type("text"), .name("places"), .value(names),
          .aria("label", visit.say(en: "Places of \(account.title)", sv: "Platser för \(account.title)"))) : nil
      Parts.quiet(visit.say(en: "Change", sv: "Ändra"))
    }
  }

  private static func newcomer(_ visit: Visit) -> HTML {
    Parts.form("/account/people", visit, .class("card narrow")) {
      Tag.h2 { visit.say(en: "Let somebody in", sv: "Släpp in någon") }
      Parts.field(visit.say(en: "Name, as others see it", sv: "Namn, som andra ser det"), name: "title", .required)
      Parts.field(
        visit.say(en: "User name", sv: "Användarnamn"), name: "name", .required, Attribute("autocapitalize", "none"),
        .autocomplete("off"))
      Parts.choice(visit.say(en: "Role", sv: "Roll"), name: "role", roles(visit), chosen: Role.reader.rawValue)
      Parts.field(
        visit.say(en: "Places of a lead", sv: "Platser för en etableringsledare"), name: "places",
        help: visit.say(en: "Ids from places.csv, with commas between.", sv: "Id ur places.csv, med komma emellan."))
      Parts.button(visit.say(en: "Make a link", sv: "Gör en länk"))
    }
  }

  // MARK: Changes

  /// Ids that the programme knows, of those that were written.
  private static func places(_ visit: Visit) async throws -> [ID<Place>] {
    let written = (visit.form["places"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard !written.isEmpty else { return [] }
    let known = Set(try await visit.room().names.geography.places.map(\.id.code))
    if let unknown = written.first(where: { !known.contains($0) }) {
      let maybe = Names.nearest(to: unknown, among: known, limit: 1).first.map { " " + $0 + "?" } ?? ""
      throw Refusal.unusable(
        Text(en: "There is no place “\(unknown)”.\(maybe)", sv: "Det finns ingen plats ”\(unknown)”.\(maybe)"))
    }
    return written.map { ID($0) }
  }

  private static func invite(_ visit: Visit) async throws -> Answer {
    let name = (visit.form["name"] ?? "").lowercased()
    let title = (visit.form["title"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard SignIn.isName(name), !title.isEmpty, title.count <= 100, let role = Role(rawValue: visit.form["role"] ?? "")
    else {
      return try await page(
        visit, trouble: Text(en: "A name, a user name and a role.", sv: "Ett namn, ett användarnamn och en roll."))
    }
    let account = Account(name: name, title: title, role: role, places: try await places(visit), made: visit.now)
    guard let made = try visit.site.accounts.add(account) else {
      return try await page(visit, trouble: Text(en: "The user name is taken.", sv: "Användarnamnet är upptaget."))
    }
    return try await page(visit, link: (made, try link(to: made, visit)))
  }

  private static func link(to account: Account, _ visit: Visit) throws -> String {
    let secret = Secrets.make()
    try visit.site.accounts.removeAll(.link, of: account.id)
    try visit.site.accounts.add(
      AccessKey(
        fingerprint: Secrets.fingerprint(secret), kind: .link, account: account.id, label: "", made: visit.now,
        seen: visit.now, ends: Moment(seconds: visit.now.seconds + invitationSpan)))
    let scheme = visit.site.configuration.isSecure ? "https" : "http"
    return "\(scheme)://\(visit.inquiry.headers["host"] ?? "")/welcome/\(secret)"
  }

  private static func account(_ visit: Visit) throws -> Account {
    guard let id = Int64(visit.path["id"] ?? ""), let account = try visit.site.accounts.account(id) else {
      throw Refusal.notFound
    }
    return account
  }

  private static func newLink(_ visit: Visit) async throws -> Answer {
    let account = try account(visit)
    guard account.isOpen else { throw Refusal.notFound }
    return try await page(visit, link: (account, try link(to: account, visit)))
  }

  /// There is always somebody who can let others in.
  private static func isLastAdministrator(_ account: Account, _ visit: Visit) throws -> Bool {
    let others = try visit.site.accounts.all().filter { $0.id != account.id && $0.isOpen }
    return account.role == .administrator && !others.contains { $0.role == .administrator && $0.password != nil }
  }

  private static let last = Text(
    en: "Somebody must stay administrator. Let another one in first.",
    sv: "Någon måste förbli administratör. Släpp in en annan först.")

  private static func change(_ visit: Visit) async throws -> Answer {
    let account = try account(visit)
    guard let role = Role(rawValue: visit.form["role"] ?? "") else { throw Refusal.unusable("?") }
    if role != .administrator, try isLastAdministrator(account, visit) { throw Refusal.conflict(last) }
    let places = visit.form["places"] == nil ? account.places : try await places(visit)
    try visit.site.accounts.update(account.id) { kept in
      (kept.role, kept.places) = (role, places)
      return true
    }
    return .redirect("/account/people?done=changed")
  }

  private static func close(_ visit: Visit) throws -> Answer {
    let account = try account(visit)
    if try isLastAdministrator(account, visit) { throw Refusal.conflict(last) }
    let now = visit.now
    try visit.site.accounts.update(account.id) { kept in
      kept.closed = now
      return true
    }
    try visit.site.accounts.removeAll(of: account.id)
    return .redirect("/account/people?done=closed")
  }
}
