package import EtappModel

/// What a date hangs on.
extension Sentences {
  /// What keeps a task from starting earlier, as the rest of a sentence that begins with the task.
  ///
  /// "waits for the lawyers, who are busy with Lease in Berg until 3 May 2022".
  package func binding(_ task: ScheduledTask, in schedule: Schedule) -> String {
    switch task.binding {
    case .start: say(en: "begins on the programme's first day", sv: "börjar programmets första dag")
    case .predecessor(let before): after(before, task, schedule)
    case .resource(let resource, let place, let other):
      busy(task, task.people(resource, self), with: other, of: place, schedule)
    case .capacity(let resource): missing(task.people(resource, self), until: task.start)
    case .round(let round): held(by: round, task, schedule)
    case .actual:
      schedule.today.map { task.finish < $0 } ?? false
        ? say(en: "is done", sv: "är klar") : say(en: "has begun", sv: "har börjat")
    case .today:
      say(
        en: "cannot begin before the day of the schedule, \(dates.day(task.start))",
        sv: "kan inte börja före tidplanens dag, \(dates.day(task.start))")
    case .free:
      say(
        en: "could begin earlier without anything else moving",
        sv: "kan börja tidigare utan att något annat flyttas")
    }
  }

  /// The whole sentence: "Lease in Åre waits for …."
  package func reason(_ task: ScheduledTask, in schedule: Schedule) -> String {
    "\(name(task.task, in: task.place)) \(binding(task, in: schedule))."
  }

  // MARK: The task before

  private func after(_ before: ID<WorkTask>, _ task: ScheduledTask, _ schedule: Schedule) -> String {
    let link = work?.task(task.task)?.predecessors.first { $0.task == before }
    let known = schedule.task(before, of: task.place)
    let end = link?.kind == .startStart || link?.kind == .startFinish ? known?.start : known?.finish
    let day = end.map { " (\(dates.day($0)))" } ?? ""
    return follows(title(before) + day, link?.kind ?? .finishStart) + gap(link?.lag ?? 0)
  }

  private func follows(_ before: String, _ kind: WorkTask.LinkKind) -> String {
    switch kind {
    case .finishStart: say(en: "follows when \(before) is done", sv: "följer när \(before) är klar")
    case .startStart: say(en: "follows when \(before) has begun", sv: "följer när \(before) har börjat")
    case .finishFinish: say(en: "cannot end before \(before) ends", sv: "kan inte sluta innan \(before) slutar")
    case .startFinish: say(en: "cannot end before \(before) begins", sv: "kan inte sluta innan \(before) börjar")
    }
  }

  private func gap(_ lag: Int) -> String {
    guard lag > 0 else { return "" }
    return say(
      en: ", at least \(count(lag, .workingDay)) later", sv: ", minst \(count(lag, .workingDay)) senare")
  }

  // MARK: People

  private func busy(
    _ task: ScheduledTask, _ people: String, with other: ID<WorkTask>, of place: ID<Place>, _ schedule: Schedule
  ) -> String {
    // At home the task's title is enough.
    let work = place == task.place ? title(other) : name(other, in: place)
    let until = schedule.task(other, of: place).map { dates.day($0.finish) }
    return say(
      en: "waits for the \(people), who are busy with \(work)" + (until.map { " until \($0)" } ?? ""),
      sv: "väntar på \(people), som är upptagna med \(work)" + (until.map { " till och med \($0)" } ?? ""))
  }

  private func missing(_ people: String, until day: Day) -> String {
    say(
      en: "waits until there are enough \(people), on \(dates.day(day))",
      sv: "väntar tills det finns tillräckligt med \(people), den \(dates.day(day))")
  }

  // MARK: Rounds

  /// A round binds by the first day of its work, by its window, or by the day its place is ready.
  private func held(by id: ID<Round>, _ task: ScheduledTask, _ schedule: Schedule) -> String {
    guard let index = assignment.rounds.firstIndex(where: { $0.id == id }) else {
      return say(en: "waits for its round", sv: "väntar på sin omgång")
    }
    let (round, timeline) = (assignment.rounds[index], schedule.timeline)
    if let starts = round.starts, task.first <= timeline.index(onOrAfter: starts) {
      return say(
        en: "waits for \(name(ofRound: index)), whose work begins \(dates.day(starts))",
        sv: "väntar på \(name(ofRound: index)), vars arbete börjar \(dates.day(starts))")
    }
    let (ready, opens) = (names.places[task.place]?.earliest, round.opens?.from)
    if let ready, opens.map({ ready > $0 }) ?? true {
      return say(
        en: "waits for the place, which is ready \(dates.day(ready))",
        sv: "väntar på platsen, som är klar \(dates.day(ready))")
    }
    let day = dates.day(opens ?? task.start)
    return say(
      en: "waits for the window of \(name(ofRound: index)), which opens \(day)",
      sv: "väntar på fönstret för \(name(ofRound: index)), som öppnar \(day)")
  }
}

extension ScheduledTask {
  /// The pool of a resource that the task needs, in words.
  fileprivate func people(_ resource: ID<Resource>, _ sentences: Sentences) -> String {
    sentences.people(resource, of: needs.first { $0.resource == resource }?.region)
  }
}
