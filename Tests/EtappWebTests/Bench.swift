import Etapp
import EtappModel
import Foundation
import Synchronization

@testable import EtappWeb

/// A small workspace on disk, the site on it, and people of every role: what each test begins from.
final class Bench: Sendable {
  let folder: URL
  let site: Site
  let firstLink = Secrets.make()
  private let sessions = Mutex<[Role: String]>([:])

  static let password = "korrekt häst batteri häftklammer"
  /// Argon2 takes its time; one hash does for all.
  static let hash = Secrets.hash(password) ?? ""

  static let files = [
    "programme.yaml": """
    # What was asked, in short.
    programme: {sv: Stranden, en: The shore}
    language: sv
    rounds:
      - {id: 1, name: {sv: Omgång 1, en: Round 1}, offices: {min: 1, max: 2}, opens: {from: 2022-01-01, to: 2022-12-31, mainly: 0.8}}
      - {id: 2, name: {sv: Omgång 2, en: Round 2}, opens: {from: 2023-01-01, to: 2023-12-31, mainly: 0.8}}
    rules:
      - {id: total, count: all, exactly: 3}   # three in all
    goals:
      - access
      - spread
    """,
    "municipalities.csv": "code,name\n01,Ås\n02,Bro\n03,Öby\n04,Dal\n05,Eke\n",
    "places.csv": """
    id,name,municipality,lat,lon
    as,Ås,Ås,60,10
    bro-n,<script>alert(1)</script>,Bro,60.52,10
    bro-s,"Södra ""Bro"" & co",Bro,60.48,10
    oby,Öby,Öby,61,10
    dal,Dal,Dal,61.5,10

    """,
    "offices.csv": "id,name,municipality,lat,lon\no1,Eke,Eke,62,10\n",
    "demand.csv": """
    id,municipality,lat,lon,population
    d1,01,60,10,1000
    d2,02,60.5,10,3000
    d3,03,61,10,2000
    d4,04,61.5,10,1500
    d5,05,62,10,4000

    """,
  ]

  /// - Parameters:
  ///   - people: Whether there is an account of each role.
  ///   - plan: What is kept under the name `first`; nil keeps nothing.
  init(people: Bool = true, plan: [ID<Place>: Int]? = ["bro-n": 0, "oby": 1, "dal": 1]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in Self.files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let clock = Clock()
    site = try Site(folder: folder.path, firstLink: firstLink, clock: { clock.now })
    self.clock = clock
    if let plan {
      let study = Study(try Workspace(folder: folder.path))
      try Versions(folder: folder.path).keep(
        study.evaluate(Choice(opens: plan), RunOptions(randomPlans: 0, ideals: false)),
        of: study.workspace.assignment, name: "first", stored: "2021-06-01T08:00:00Z")
    }
    if people { for role in Role.allCases { try addAccount(role) } }
  }

  /// Makes the plan and the register public.
  func publish(_ matters: [Publication.Matter] = Publication.Matter.allCases) throws {
    for matter in matters {
      try site.accounts.add(Publication(matter: matter, isPublic: true, by: "A", reason: "Because.", at: clock.now))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  let clock: Clock

  /// A clock that only the test moves.
  final class Clock: Sendable {
    private let seconds = Mutex(1_640_000_000)
    var now: Moment { Moment(seconds: seconds.withLock { $0 }) }
    func advance(_ span: Int) { seconds.withLock { $0 += span } }
  }

  private func addAccount(_ role: Role) throws {
    _ = try site.accounts.add(
      Account(
        name: role.rawValue, title: role.rawValue.capitalized, role: role, places: role == .lead ? ["oby"] : [],
        password: Self.hash, made: clock.now))
  }

  /// A session of somebody of a role.
  func session(_ role: Role) throws -> String {
    if let known = sessions.withLock({ $0[role] }) { return known }
    let secret = Secrets.make()
    let account = try site.accounts.account(named: role.rawValue)
    try site.accounts.add(
      AccessKey(
        fingerprint: Secrets.fingerprint(secret), kind: .session, account: account?.id ?? 0, label: "test",
        made: clock.now, seen: clock.now, ends: Moment(seconds: clock.now.seconds + 40_000)))
    sessions.withLock { $0[role] = secret }
    return secret
  }

  // MARK: Asking

  func get(_ target: String, as role: Role? = nil, language: Language = .english) async throws -> Answer {
    var headers = ["host": "localhost", "cookie": "etapp-language=\(language.rawValue)"]
    if let role {
      let secret = try session(role)
      headers["cookie"] = "etapp-language=\(language.rawValue); etapp-session=\(secret)"
    }
    return await site.answer(Inquiry(.get, target, headers: headers))
  }

  func post(
    _ target: String, _ fields: [(String, String)] = [], as role: Role? = nil, csrf: Bool = true,
    headers further: [String: String] = [:]
  ) async throws -> Answer {
    let secret = try role.map { try session($0) } ?? "visitor"
    var headers = [
      "host": "localhost", "content-type": "application/x-www-form-urlencoded",
      "cookie": "etapp-language=en; " + (role == nil ? "etapp-visitor=" : "etapp-session=") + secret,
    ]
    headers.merge(further) { $1 }
    let form = Fields(fields.map { ($0.0, $0.1) } + (csrf ? [("csrf", Secrets.csrf(secret))] : []))
    return await site.answer(Inquiry(.post, target, headers: headers, body: Array(form.encoded.utf8)))
  }

  func text(of file: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
  }
}
