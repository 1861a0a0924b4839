import EtappModel

/// A thing that is counted, in one and in several.
package enum Noun: CaseIterable, Sendable {
  case office, place, person, rule, goal, change, point, round, municipality, day, workingDay, schedule, trial,
    brokenPromise

  /// One and several, in each language.
  private var forms: (english: (one: String, several: String), swedish: (one: String, several: String)) {
    switch self {
    case .office: (("office", "offices"), ("kontor", "kontor"))
    case .place: (("place", "places"), ("plats", "platser"))
    case .person: (("person", "people"), ("person", "personer"))
    case .rule: (("rule", "rules"), ("villkor", "villkor"))
    case .goal: (("goal", "goals"), ("mål", "mål"))
    case .change: (("change", "changes"), ("ändring", "ändringar"))
    case .point: (("point", "points"), ("poäng", "poäng"))
    case .round: (("round", "rounds"), ("omgång", "omgångar"))
    case .municipality: (("municipality", "municipalities"), ("kommun", "kommuner"))
    case .day: (("day", "days"), ("dag", "dagar"))
    case .workingDay: (("working day", "working days"), ("arbetsdag", "arbetsdagar"))
    case .schedule: (("schedule", "schedules"), ("tidplan", "tidplaner"))
    case .trial: (("simulated course", "simulated courses"), ("simulerat förlopp", "simulerade förlopp"))
    case .brokenPromise: (("broken promise", "broken promises"), ("brutet löfte", "brutna löften"))
    }
  }

  func form(_ language: Language, one: Bool) -> String {
    switch language {
    case .english: one ? forms.english.one : forms.english.several
    case .swedish: one ? forms.swedish.one : forms.swedish.several
    }
  }
}
