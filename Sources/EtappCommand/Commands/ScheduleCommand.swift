import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp schedule`
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "When every task is done and every office opens, and what each date hangs on.",
    discussion: """
      Shares the people of the programme between the offices of a plan, so that as many as possible open in their round's
      window, and early. Says how far from the best there can be it is at most. What has happened is read from actuals.csv
      and is not moved. --output writes the schedule for other programs: .csv, .ics (calendars) or .xml (MS Project).

        etapp schedule .
        etapp schedule . --place Ånge
        etapp schedule . --check
        etapp schedule . --name baseline --note "as agreed on 3 May"
        etapp schedule . --baseline baseline --output schedule.xml
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var delivery: DeliveryArguments

  @Option(help: ArgumentHelp("Every task of this place, with what each date hangs on.", valueName: "PLACE"))
  var place: String?

  @Flag(help: "Look the schedule over: the 14 points of the DCMA and the ten practices of the GAO.")
  var check = false

  @Flag(help: "How the openings have moved through the schedules that were kept, and to today's.")
  var trend = false

  @Option(help: "Keep the schedule under this name.")
  var name: String?

  @Option(help: "Why this schedule, in a few words; kept with it.")
  var note: String?

  @Flag(help: "Replace the schedule of that name.")
  var replace = false

  @Option(help: ArgumentHelp("Stay near this kept schedule, and say what has moved.", valueName: "NAME"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "First take what has happened from this MS Project file, into actuals.csv.", valueName: "FILE.xml"),
    completion: .file(extensions: ["xml"]))
  var progress: String?

  @Option(
    help: ArgumentHelp("Write the schedule to this file too.", valueName: "FILE.csv|ics|xml"),
    completion: .file(extensions: ["csv", "ics", "xml"]))
  var output: String?

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if replace, name == nil { throw ValidationError("--replace needs --name.") }
    if let name, name.trimmingCharacters(in: .whitespaces).isEmpty || name.contains(where: \.isNewline) {
      throw ValidationError("A schedule's name is a line of text.")
    }
    if let output, ScheduleFormat(file: output) == nil {
      throw ValidationError("--output ends in .csv, .ics or .xml.")
    }
  }

  func run() throws {
    try bringProgress()
    let session = try Session(folder.folder, printing, running)
    let plan = try session.plan(named: delivery.plan)
    let earlier = try earlier(session)
    let asked = try place.map { try session.places(named: $0, in: plan) }
    sayWhereNothingOpens(plan, session)
    let schedule = try session.schedule(plan.choice, delivery.question(), keeping: earlier)
    try keep(schedule, session)
    if check {
      try look(over: schedule, plan.choice, earlier, session)
    } else {
      let moved = trend ? try moved(to: schedule, session) : nil
      let words = printing.json ? "" : try words(schedule, plan.choice, earlier, asked, session)
      let said = [words, moved.map { session.study.words(for: $0)(session.language) }].compactMap { $0 }
      session.show(
        session.study.document(schedule, baseline: earlier, trend: moved, language: session.language),
        said.joined(separator: "\n\n"))
    }
    try write(schedule, session)
    if session.isTimeUp, schedule.objective.gap > 0 { throw Exit.stopped }
    if Interrupt.isAsked { throw Exit.interrupted }
  }

  private func words(
    _ schedule: Schedule, _ choice: Choice, _ earlier: Schedule?, _ places: [ID<Place>]?, _ session: Session
  ) throws -> String {
    let study = session.study
    guard let places else {
      let changes = earlier.map { study.words(forChangesFrom: $0, to: schedule)(session.language) }
      return [study.words(for: schedule)(session.language), changes].compactMap { $0 }.joined(separator: "\n\n")
    }
    return try places.flatMap { place in
      let price = try session.delivering {
        () throws(Study.Undeliverable) in
        try study.dayEarlier(place, than: schedule, choice, delivery.question(), session.options)
      }
      return [study.words(forTasksOf: place, in: schedule), price.map { study.words(for: $0) }]
        .compactMap { $0?(session.language) }
    }
    .joined(separator: "\n\n")
  }

  private func moved(to schedule: Schedule, _ session: Session) throws -> MilestoneTrend? {
    do throws(Versions.Failure) {
      if let trend = try session.study.trend(to: schedule, today: Now.day) { return trend }
    } catch {
      throw session.fail(error.message, .failure)
    }
    session.remark(
      Text(
        en: "There is no trend yet: keep schedules with --name as time goes.",
        sv: "Det finns ingen trend än: spara tidplaner med --name allteftersom."))
    return nil
  }

  private func look(over schedule: Schedule, _ choice: Choice, _ earlier: Schedule?, _ session: Session) throws {
    let assessment = try session.delivering {
      () throws(Study.Undeliverable) in
      try session.study.assessment(
        of: schedule, choice, baseline: earlier, delivery.question(), session.options)
    }
    session.show(
      session.study.document(assessment, language: session.language),
      session.study.words(for: assessment)(session.language))
  }

  /// What has happened at a place outside the plan moves no date; it is probably the plan that is another.
  private func sayWhereNothingOpens(_ plan: Plan, _ session: Session) {
    let outside = Set(session.workspace.actuals.map(\.place)).filter { plan.choice.opens[$0] == nil }.sorted()
    guard !outside.isEmpty else { return }
    let names = outside.map { session.workspace.geography.place($0)?.name ?? $0.code }.joined(separator: ", ")
    session.remark(
      Text(
        en: "actuals.csv has work in places that this plan does not open: \(names).",
        sv: "actuals.csv har arbete på platser som inte öppnar i denna plan: \(names)."))
  }

  // MARK: Progress

  private func bringProgress() throws {
    guard let progress else { return }
    let teller = Teller(printing)
    let workspace = try teller.workspace(folder.folder)
    guard let data = FileManager.default.contents(atPath: progress) else {
      throw teller.fail(
        Text(en: "\(progress) could not be read.", sv: "Det gick inte att läsa \(progress)."), .invalid)
    }
    do {
      let receipt = try workspace.bringProgress(from: Array(data), file: progress)
      for diagnostic in receipt.diagnostics where !printing.quiet { Output.say(diagnostic.words(teller.language)) }
      guard !printing.quiet else { return }
      Output.say(
        Text(
          en: "\(receipt.tasks) tasks of the file have actual dates; they are in actuals.csv now.",
          sv: "\(receipt.tasks) uppgifter i filen har utfall; de finns nu i actuals.csv.")(teller.language))
    } catch let invalid as Workspace.Invalid {
      throw teller.invalid(invalid.diagnostics)
    } catch {
      throw teller.fail(
        Text(en: "actuals.csv could not be written.", sv: "Det gick inte att skriva actuals.csv."), .failure)
    }
  }

  // MARK: Keeping

  private func earlier(_ session: Session) throws -> Schedule? {
    guard let baseline else { return nil }
    do {
      if let kept = try session.study.keptSchedule(named: baseline) { return kept }
      let known = try session.study.keptSchedules()
      throw session.fail(
        Text(
          en: "No schedule is kept under the name “\(baseline)”.",
          sv: "Ingen tidplan är sparad under namnet ”\(baseline)”."), .usage,
        maybe: Names.nearest(to: baseline, among: known))
    } catch let failure as Versions.Failure {
      throw session.fail(failure.message, .failure)
    }
  }

  private func keep(_ schedule: Schedule, _ session: Session) throws {
    guard let name else { return }
    do throws(Versions.Failure) {
      try session.study.keep(schedule, name: name, note: note, replacing: replace, stored: Now.moment)
      session.remark(Text(en: "Kept as “\(name)”.", sv: "Sparad som ”\(name)”."))
    } catch {
      throw session.fail(error.message, error.isNameTaken ? .usage : .failure)
    }
  }

  private func write(_ schedule: Schedule, _ session: Session) throws {
    guard let output, let format = ScheduleFormat(file: output) else { return }
    let text = session.study.file(schedule, as: format, made: Now.moment, language: session.language)
    do {
      try AtomicFile.write(text, to: output)
      session.remark(Text(en: "Written to \(output).", sv: "Skriven till \(output)."))
    } catch {
      throw session.fail(
        Text(en: "\(output) could not be written.", sv: "Det gick inte att skriva \(output)."), .failure)
    }
  }
}
