import EtappModel

/// The first screen: what was asked, the answer, and the figures to remember.
extension Edition {
  var head: HTML {
    Tag.header(.class("head")) {
      Tag.p(.class("kicker")) { kicker }
      Tag.h1 { assignment.name(language) }
      Tag.p(.class("answer")) { sentences.answer(plan).joined(separator: " ") }
      if plan.hasChoice { figures }
    }
  }

  /// Principal, decision and day, as far as they are known.
  private var kicker: String {
    let parts = [
      assignment.principal.map { $0(language) },
      assignment.decided.map { say(.decided) + " " + sentences.dates.day($0) },
      say(.made) + " " + sentences.dates.day(content.made),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  var figures: HTML {
    Tag.dl(.class("figures")) {
      figure(say(.newOffices), sentences.numbers.whole(plan.establishments.count), rounds)
      figure(say(.statusOfProof), sentences.badge(plan.proof), sentences.gapInWords(plan))
      if plan.travel.count > 1 { travel }
      content.schedule.map { schedule in delivery(schedule) }
      figure(say(.rulesKept), "\(plan.rules.count(where: \.satisfied))/\(plan.rules.count)", sentences.wishes(plan))
    }
  }

  /// How people travel before and after; only after, where there was no office before.
  private var travel: HTML {
    let results = travelResults
    let means = results.map { sentences.numbers.decimal($0.mean.value, places: 1) }
    let beyond = results.map { sentences.numbers.whole($0.beyond[60]?.value ?? 0) }
    func change(_ values: [String]) -> String {
      [values.first, values.count > 1 ? values.last : nil].compactMap { $0 }.joined(separator: " → ")
    }
    return .group {
      figure(
        say(.meanTravelTime), change(means) + "\u{A0}min",
        means.count > 2 ? say(.stepByStep) + ": " + means.joined(separator: " → ") : nil)
      figure(say(.beyondAnHour), change(beyond), plan.travel.first.map { sentences.ofAll($0.people.value) } ?? nil)
    }
  }

  /// The last opening, and how probable it is that each round keeps what it promises.
  private func delivery(_ schedule: Schedule) -> HTML {
    .group {
      schedule.lastOpening.map { last in
        figure(say(.lastOpening), sentences.dates.day(last.day), sentences.inTime(schedule))
      }
      content.forecast.map { forecast in
        figure(
          say(.likelyKept), forecast.rounds.map { sentences.chance($0.probabilityKept) }.joined(separator: " · "),
          forecast.rounds.map { "\(sentences.title(ofRound: $0.round)): \(sentences.promisedInTime($0))" }
            .joined(separator: " · "))
      }
    }
  }

  private var rounds: String? {
    guard assignment.rounds.count > 1 else { return nil }
    let counts = assignment.rounds.indices.map { round in
      "\(sentences.title(ofRound: round)):\u{A0}\(plan.establishments.count { $0.round == round })"
    }
    return counts.joined(separator: " · ")
  }

  private func figure(_ label: String, _ value: String, _ note: String?) -> HTML {
    Tag.div(.class("figure")) {
      Tag.dt { label }
      Tag.dd(.class("figure-value")) { value }
      note.map { note in Tag.dd(.class("figure-note")) { note } }
    }
  }
}
