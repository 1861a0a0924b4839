import Etapp
import EtappModel
import EtappReport

/// The plan that a page is about: the one asked for, else the adopted one, else the last that was kept.
struct Current: Sendable {
  let room: Room
  let version: Version
  let plan: Plan
  let isAdopted: Bool
  let dates: Study.Dates?
  /// Why there are no dates and will be none.
  let undeliverable: Text?

  var name: String { version.name }
  var assignment: Assignment { room.assignment }

  func pieces() -> ReportPieces { room.pieces(version, plan) }
}

extension Visit {
  /// The plan that this visit is about.
  ///
  /// - Returns: nil when none is kept; then one is being computed.
  func current(_ name: String? = nil) async throws -> Current? {
    let room = try await room()
    let versions = try await site.desk.versions()
    let adopted = try site.desk.decided(site.accounts).plan
    let wanted = name ?? query["version"]
    if let wanted, !versions.contains(where: { $0.name == wanted }) { throw Refusal.notFound }
    let found =
      wanted.flatMap { name in versions.first { $0.name == name } }
      ?? adopted.flatMap { name in versions.first { $0.name == name } } ?? versions.last
    guard let version = found else {
      _ = site.startPlanning(room)
      return nil
    }
    let plan = try await Blocking.run { try room.plan(version) }
    // What nobody has asked for yet waits until the last is done.
    if !site.desk.runs.current.contains(where: { $0.id.hasPrefix("dates-") }) {
      site.startDating(room, version, plan)
    }
    return Current(
      room: room, version: version, plan: plan, isAdopted: version.name == adopted, dates: room.dates(version.name),
      undeliverable: room.undeliverable(version.name))
  }

  /// A page about the current plan; where there is none yet, the page that waits for it.
  func withPlan(_ make: (Current) async throws -> Answer) async throws -> Answer {
    guard let current = try await current() else { return .redirect("/runs/plan") }
    return try await make(current)
  }

  /// A page about dates; waits for them where they are being computed.
  func withDates(_ tab: Tab, _ make: (Current, Study.Dates) async throws -> Answer) async throws -> Answer {
    try await withPlan { current in
      if let dates = current.dates { return try await make(current, dates) }
      if let message = current.undeliverable {
        return Page(title: say(tab.title), tab: tab) { Tag.p(.class("answer")) { say(message) } }.answer(self)
      }
      guard current.assignment.work != nil else {
        return Page(title: say(tab.title), tab: tab) {
          Tag.p(.class("answer")) {
            say(
              en: "The programme does not say how offices are established, so there are no dates.",
              sv: "Programmet säger inte hur kontor etableras, så det finns inga datum.")
          }
        }.answer(self)
      }
      guard site.startDating(current.room, current.version, current.plan) != nil else { throw Refusal.busy }
      let target = inquiry.path + (query.all.isEmpty ? "" : "?" + query.encoded)
      return .redirect("/runs/" + Fields.encoded(Site.datesRun(current.name)) + "?to=" + Fields.encoded(target))
    }
  }
}

// MARK: What runs in the background

extension Site {
  /// Computes and keeps a plan where there is none.
  func startPlanning(_ room: Room, as id: String = "plan") -> LongRun? {
    let (desk, clock) = (desk, clock)
    return desk.runs.start(id, Text(en: "The first plan", sv: "Den första planen")) { run in
      let plan = try room.study.plan(run.options())
      guard plan.hasChoice else { return .failed(room.study.wordsWithoutPlan(plan)) }
      let name = try desk.keep(plan, in: room, name: nil, note: nil, by: Registry.Actor("etapp", at: clock()))
      return .done("/plan?version=" + Fields.encoded(name))
    }
  }

  static func datesRun(_ version: String, shocks: [ID<Shock>] = []) -> String {
    (["dates-" + version] + shocks.map(\.code)).joined(separator: "+")
  }

  /// Computes when a plan's offices open and how sure that is, unless that is known.
  @discardableResult
  func startDating(_ room: Room, _ version: Version, _ plan: Plan, shocks: [ID<Shock>] = []) -> LongRun? {
    let name = version.name
    guard room.dates(name, shocks: shocks) == nil, room.undeliverable(name) == nil, plan.hasChoice,
      room.assignment.work != nil
    else { return nil }
    return desk.runs.start(
      Self.datesRun(name, shocks: shocks), Text(en: "Dates and probabilities", sv: "Datum och sannolikheter")
    ) { run in
      do throws(Study.Undeliverable) {
        let dates = try self.dates(room, plan, known: room.dates(name)?.schedule, shocks, run)
        guard !run.isStopped else { return .failed(Text(en: "Stopped.", sv: "Stoppad.")) }
        room.keep(.success(dates), for: name, shocks: shocks)
        return .done("/schedule?version=" + Fields.encoded(name))
      } catch {
        room.keep(.failure(error), for: name, shocks: shocks)
        return .failed(error.message)
      }
    }
  }

  private func dates(
    _ room: Room, _ plan: Plan, known: Schedule?, _ shocks: [ID<Shock>], _ run: LongRun
  ) throws(Study.Undeliverable) -> Study.Dates {
    let study = room.study
    let options = run.options()
    let schedule: Schedule
    if let known {
      schedule = known
    } else {
      schedule = try study.schedule(plan.choice, configuration.delivery, options)
    }
    let certain = room.assignment.work?.shocks.filter { shocks.contains($0.id) } ?? []
    let forecast = try study.forecast(plan.choice, of: schedule, shocks: certain, configuration.delivery, options)
    let names = (try? study.keptSchedules()) ?? []
    let baseline = names.first.flatMap { try? study.keptSchedule(named: $0) }
    return Study.Dates(schedule: schedule, forecast: forecast, baseline: baseline)
  }
}
