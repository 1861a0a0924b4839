package import EtappModel

/// A schedule in words.
extension Sentences {
  /// A few lines for a terminal: the last opening, each round, how far from the best, and a line for each office.
  package func summary(_ schedule: Schedule) -> String {
    let head = answer(schedule).joined(separator: "\n")
    let offices = assignment.rounds.indices.flatMap { round in
      let here = schedule.openings.filter { $0.round == round }.sorted { ($0.day, $0.place) < ($1.day, $1.place) }
      return here.isEmpty ? [] : [title(ofRound: round)] + here.map { "  " + line($0, in: schedule) }
    }
    return offices.isEmpty ? head : head + "\n\n" + offices.joined(separator: "\n")
  }

  /// The last opening, each round, and the two proofs, a sentence each.
  package func answer(_ schedule: Schedule) -> [String] {
    guard let last = schedule.lastOpening else { return [say(en: "Nothing opens.", sv: "Inget öppnar.")] }
    let rounds = assignment.rounds.indices.filter { round in schedule.openings.contains { $0.round == round } }
    let inTime = rounds.compactMap { round in
      self.inTime(round, in: schedule).map { "\(title(ofRound: round)): \($0)" }
    }
    return [ending(last)] + inTime + paces(schedule) + proofs(schedule)
  }

  /// The last opening, how far from the best, and how it was found: what the page begins with.
  func gist(_ schedule: Schedule) -> String {
    (schedule.lastOpening.map { [ending($0)] + paces(schedule) + proofs(schedule) } ?? []).joined(separator: " ")
  }

  private func proofs(_ schedule: Schedule) -> [String] {
    [makespan(schedule), objective(schedule), search(schedule)]
  }

  private func ending(_ last: Opening) -> String {
    let (place, day) = (name(last.place), dates.day(last.day))
    if last.isActual {
      return say(en: "The last office, \(place), opened \(day).", sv: "Det sista kontoret, \(place), öppnade \(day).")
    }
    return say(en: "The last office, \(place), opens \(day).", sv: "Det sista kontoret, \(place), öppnar \(day).")
  }

  // MARK: Rounds

  /// "12 of 13 offices open by 31 December 2022. Late: Berg by 4 working days."
  package func inTime(_ round: Int, in schedule: Schedule) -> String? {
    let here = schedule.openings.filter { $0.round == round }
    guard let first = here.map(\.day).min(), let last = here.map(\.day).max() else { return nil }
    let late = here.filter { $0.late > 0 }.sorted { ($1.late, $0.place) < ($0.late, $1.place) }
    guard let window = assignment.rounds[round].opens else {
      let days = between(first, last)
      return say(
        en: "\(count(here.count, .office)) open \(days).", sv: "\(count(here.count, .office)) öppnar \(days).")
    }
    let (number, end) = (here.count - late.count, dates.day(window.to))
    let share = say(
      en: "\(number) of \(count(here.count, .office)) open by \(end).",
      sv: "\(number) av \(count(here.count, .office)) öppnar senast \(end).")
    return late.isEmpty ? share : share + " " + delays(late)
  }

  private func between(_ first: Day, _ last: Day) -> String {
    guard first < last else { return dates.day(first) }
    return say(
      en: "between \(dates.day(first)) and \(dates.day(last))", sv: "mellan \(dates.day(first)) och \(dates.day(last))")
  }

  private func delays(_ late: [Opening]) -> String {
    let offices = list(late.map { "\(name($0.place)) \(by($0.late))" }, atMost: 4)
    return say(en: "Late: \(offices).", sv: "Sena: \(offices).")
  }

  /// `by 4 working days`.
  private func by(_ days: Int) -> String {
    say(en: "by \(count(days, .workingDay))", sv: "med \(count(days, .workingDay))")
  }

  /// `in time`, `4 working days late`; nil for a round without a window.
  package func punctuality(_ opening: Opening) -> String? {
    if opening.late > 0 {
      return say(en: "\(count(opening.late, .workingDay)) late", sv: "\(count(opening.late, .workingDay)) sen")
    }
    guard assignment.rounds.indices.contains(opening.round), assignment.rounds[opening.round].opens != nil else {
      return nil
    }
    return say(en: "in time", sv: "i tid")
  }

  // MARK: How good

  /// How much shorter the whole could be at most.
  package func makespan(_ schedule: Schedule) -> String {
    let days = count(schedule.makespan.value, .workingDay)
    guard schedule.makespan.gap > 0 else {
      return say(
        en: "All the work takes \(days), and no schedule takes fewer.",
        sv: "Allt arbete tar \(days), och ingen tidplan tar färre.")
    }
    let bound = numbers.whole(schedule.makespan.bound)
    return say(
      en:
        "All the work takes \(days), and no schedule takes fewer than \(bound): it is at most \(gap(schedule.makespan)) longer than the shortest there can be.",
      sv:
        "Allt arbete tar \(days), och ingen tidplan tar färre än \(bound): det är högst \(gap(schedule.makespan)) längre än det kortaste som kan finnas."
    )
  }

  /// How much better delays and opening days together could be at most.
  package func objective(_ schedule: Schedule) -> String {
    guard schedule.objective.gap > 0 else {
      return say(
        en: "Counted in weighted delays and opening days, no schedule is better.",
        sv: "Räknat i viktade förseningar och öppningsdagar är ingen tidplan bättre.")
    }
    let gap = gap(schedule.objective)
    return say(
      en: "Counted in weighted delays and opening days, it is at most \(gap) from the best there can be.",
      sv: "Räknat i viktade förseningar och öppningsdagar är den högst \(gap) från det bästa som kan finnas.")
  }

  /// The gap, rounded up: a promise must not be rounded down.
  private func gap(_ measure: Schedule.Measure) -> String {
    numbers.percent((measure.gap * 1000).rounded(.up) / 1000)
  }

  private func search(_ schedule: Schedule) -> String {
    say(
      en:
        "Found among \(count(schedule.tried, .schedule)) \(duration(schedule.seconds)), seed \(String(schedule.seed)).",
      sv:
        "Funnen bland \(count(schedule.tried, .schedule)) \(duration(schedule.seconds)), slumpfrö \(String(schedule.seed))."
    )
  }

  // MARK: Offices

  /// "Berg: 12 May 2022, in time. Trial run waits for the …."
  package func line(_ opening: Opening, in schedule: Schedule) -> String {
    let parts = [dates.day(opening.day), punctuality(opening)].compactMap { $0 }
    return "\(name(opening.place)): \(parts.joined(separator: ", ")). \(hangsOn(opening, in: schedule))"
  }

  /// What an opening hangs on: the last task on its chain that waited for something else than the task before it.
  package func hangsOn(_ opening: Opening, in schedule: Schedule) -> String {
    if opening.isActual { return say(en: "Open.", sv: "Öppet.") }
    let chain = chain(to: opening.place, in: schedule)
    let decisive = chain.last { if case .predecessor = $0.binding { false } else { true } }
    guard let decisive else { return say(en: "Hangs on nothing.", sv: "Hänger inte på något.") }
    guard decisive.binding == .start else {
      let task = decisive.place == opening.place ? title(decisive.task) : name(decisive.task, in: decisive.place)
      return "\(task) \(binding(decisive, in: schedule))."
    }
    return say(
      en: "Hangs on its own work, one task after the other from the programme's first day.",
      sv: "Hänger på det egna arbetet, den ena uppgiften efter den andra från programmets första dag.")
  }

  func chain(to place: ID<Place>, in schedule: Schedule) -> [ScheduledTask] {
    schedule.chain(to: place, openings: Set(work?.templates.map(\.opening) ?? []))
  }

  /// The chain of an office, a sentence for each task of it, from the first to the opening.
  package func chain(of opening: Opening, in schedule: Schedule) -> [String] {
    chain(to: opening.place, in: schedule).map { task in
      "\(name(task.task, in: task.place)), \(span(task)): \(binding(task, in: schedule))."
    }
  }

  /// The chain as a numbered list for a terminal.
  package func numbered(chainOf opening: Opening, in schedule: Schedule) -> String {
    chain(of: opening, in: schedule).enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }

  /// The days of a task: `3 May – 12 June 2022`; one day for what is done in one.
  package func span(_ task: ScheduledTask) -> String {
    task.start < task.finish ? dates.span(task.start, task.finish) : dates.day(task.finish)
  }
}
