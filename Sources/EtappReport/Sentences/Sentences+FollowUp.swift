package import EtappModel

/// How the work goes against a baseline, in words.
extension Sentences {
  /// What has been done, and one line for each municipality that is to be told.
  package func summary(_ followUp: FollowUp) -> String {
    let lines = followUp.toTell.sorted { ($1.days, $0.place) < ($0.days, $1.place) }.map { "  " + moved($0) }
    let gone = followUp.offices.filter { $0.status == .withdrawn || $0.status == .new }.map { "  " + changed($0) }
    let told = lines + gone
    let head =
      told.isEmpty
      ? say(en: "No opening has moved.", sv: "Ingen öppning har flyttats.")
      : say(en: "To be told of a new date:", sv: "Ska få veta ett nytt datum:")
    return ([progress(followUp), head] + told).joined(separator: "\n")
  }

  /// "By 3 May 2022, 40 of 420 tasks are done; the baseline had 52 done. The work runs at 0.81 of the planned speed."
  package func progress(_ followUp: FollowUp) -> String {
    let day = dates.day(followUp.today)
    let done = say(
      en:
        "By \(day), \(followUp.finished) of \(followUp.tasks) tasks are done; the baseline had \(followUp.planned) done.",
      sv:
        "Till och med \(day) är \(followUp.finished) av \(followUp.tasks) uppgifter klara; baslinjen hade \(followUp.planned) klara."
    )
    guard let speed = followUp.performance, followUp.planned > 0 else { return done }
    let number = numbers.decimal(speed, places: 2)
    return done + " "
      + say(
        en: "The work runs at \(number) of the planned speed (earned schedule).",
        sv: "Arbetet går med \(number) av planerad fart (upparbetad tid).")
  }

  private func moved(_ office: OfficeProgress) -> String {
    let days = count(abs(office.days), .day)
    let (before, after) = (office.baseline.map(dates.day) ?? "", office.opening.map(dates.day) ?? "")
    let place = name(office.place)
    return office.days > 0
      ? say(
        en: "\(place): \(after) instead of \(before), \(days) later\(late(office))",
        sv: "\(place): \(after) i stället för \(before), \(days) senare\(late(office))")
      : say(
        en: "\(place): \(after) instead of \(before), \(days) earlier",
        sv: "\(place): \(after) i stället för \(before), \(days) tidigare")
  }

  private func late(_ office: OfficeProgress) -> String {
    office.status == .late ? say(en: ", after its window", sv: ", efter sin tid") : ""
  }

  private func changed(_ office: OfficeProgress) -> String {
    office.status == .new
      ? say(en: "\(name(office.place)): not in the baseline", sv: "\(name(office.place)): fanns inte i baslinjen")
      : say(en: "\(name(office.place)): no longer in the plan", sv: "\(name(office.place)): inte längre med i planen")
  }
}
