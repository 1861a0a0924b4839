import Etapp
import EtappModel
import EtappReport

/// The board as markup: columns of cards, and beside them what the moves mean.
struct BoardView {
  let position: Board.Position
  let visit: Visit

  private var current: Current { position.current }
  private var query: BoardQuery { position.query }
  private var trial: Trial { position.trial }
  private var sentences: Sentences { current.room.sentences(visit.language) }
  private var assignment: Assignment { current.assignment }

  // MARK: Columns

  var columns: HTML {
    let opens = trial.plan.choice.opens
    return Tag.div(
      .id("board"), .class("board"), .data("query", query.fields(assignment).encoded)
    ) {
      for round in assignment.rounds.indices {
        column(
          opens.filter { $0.value == round }.map(\.key), title: sentences.title(ofRound: round), round: round,
          detail: sentences.window(ofRound: round))
      }
      outside(opens)
    }
  }

  private func sorted(_ places: [ID<Place>]) -> [ID<Place>] {
    places.sorted { sentences.sortKey(sentences.name($0)) < sentences.sortKey(sentences.name($1)) }
  }

  private func column(_ places: [ID<Place>], title: String, round: Int, detail: String?) -> HTML {
    Tag.section(
      .class("board-column " + RoundColour.className(round)), .data("to", BoardQuery.code(round, assignment)),
      .aria("labelledby", "column-\(round)")
    ) {
      Tag.h2(.id("column-\(round)")) {
        Signs.round(round)
        title
        Tag.span(.class("count")) { "\(places.count)" }
      }
      detail.map { words in Tag.p(.class("window")) { words } }
      Tag.ul(.class("cards")) { for place in sorted(places) { card(place, round) } }
    }
  }

  /// Those that stay out: many, so they fold away, and only those that were in the plan stand open.
  private func outside(_ opens: [ID<Place>: Int]) -> HTML {
    let out = current.room.names.geography.places.map(\.id).filter { opens[$0] == nil }
    let left = out.filter { current.plan.choice.opens[$0] != nil }
    let others = out.filter { current.plan.choice.opens[$0] == nil }
    return Tag.section(.class("board-column before"), .data("to", "out"), .aria("labelledby", "column-out")) {
      Tag.h2(.id("column-out")) {
        visit.say(en: "Not in the plan", sv: "Inte i planen")
        Tag.span(.class("count")) { "\(out.count)" }
      }
      Tag.ul(.class("cards")) { for place in sorted(left) { card(place, nil) } }
      Tag.details {
        Tag.summary { visit.say(en: "\(others.count) candidates", sv: "\(others.count) kandidater") }
        Tag.p(.class("filter")) {
          Tag.label(Attribute("for", "find-card")) { visit.say(en: "Find", sv: "Sök") }
          Tag.input(.id("find-card"), .type("search"), .data("filter", "#candidates > li"), .autocomplete("off"))
        }
        Tag.ul(.id("candidates"), .class("cards")) { for place in sorted(others) { card(place, nil) } }
      }
    }
  }

  // MARK: Cards

  private func card(_ place: ID<Place>, _ round: Int?) -> HTML {
    let isMoved = query.moves.contains { $0.place == place }
    let (isPinned, isForbidden) = (query.pinned.contains(place), query.forbidden.contains(place))
    return Tag.li(
      .class("place-card" + (isMoved ? " moved" : "")), .data("place", place.code), Attribute("draggable", "true")
    ) {
      Tag.p(.class("place-name")) {
        Tag.span(.class("signs")) {
          for category in current.room.names.geography.place(place)?.categories ?? [] {
            Signs.category(current.room.names.symbol(category) ?? .circle)
          }
        }
        Tag.span { sentences.name(place) }
        isPinned ? mark("📌", visit.say(en: "pinned", sv: "låst")) : nil
        isForbidden ? mark("⊘", visit.say(en: "kept out", sv: "hålls utanför")) : nil
      }
      Tag.form([Attribute("method", "get"), Attribute("action", "/plan"), .class("move")]) {
        for field in query.fields(assignment).all { Parts.hidden(field.name, field.value) }
        Parts.hidden("place", place.code)
        Tag.label(.class("unseen"), Attribute("for", "to-" + place.code)) {
          visit.say(en: "Move \(sentences.name(place))", sv: "Flytta \(sentences.name(place))")
        }
        Tag.select(.id("to-" + place.code), .name("to")) {
          for target in targets(round, isPinned: isPinned, isForbidden: isForbidden) {
            Tag.option(.value(target.value)) { target.words }
          }
        }
        Parts.quiet(visit.say(en: "Go", sv: "Gör"))
        Tag.a(.class("why-link"), .href("/why/\(Fields.encoded(place.code))?version=\(Fields.encoded(query.version))"))
        {
          visit.say(en: "Why?", sv: "Varför?")
          Tag.span(.class("unseen")) { " " + sentences.name(place) }
        }
      }
    }
  }

  private func mark(_ sign: String, _ words: String) -> HTML {
    Tag.span(.class("mark-sign"), .role("img"), .aria("label", words)) { sign }
  }

  private func targets(_ round: Int?, isPinned: Bool, isForbidden: Bool) -> [(value: String, words: String)] {
    var targets = assignment.rounds.indices.filter { $0 != round }.map {
      (value: BoardQuery.code($0, assignment), words: visit.say(en: "to ", sv: "till ") + sentences.name(ofRound: $0))
    }
    if round != nil { targets.append(("out", visit.say(en: "out of the plan", sv: "ut ur planen"))) }
    if isPinned || isForbidden {
      targets.append(("free", visit.say(en: "set free", sv: "släpp fri")))
    } else {
      targets.append(
        round == nil
          ? ("forbid", visit.say(en: "keep out", sv: "håll utanför"))
          : ("pin", visit.say(en: "pin here", sv: "lås här")))
    }
    return targets
  }

  // MARK: What it means

  var verdict: [HTML] {
    [
      Tag.h2 { visit.say(en: "What it means", sv: "Vad det innebär") },
      query.moves.isEmpty
        ? Tag.p { visit.say(en: "The plan as it is kept.", sv: "Planen som den är sparad.") }
        : Tag.p(.class("moves")) { sentences.sentence(sentences.moves(query.moves)) + "." },
      goals,
      rules,
      query.moves.isEmpty
        ? .nothing
        : Tag.p(.class("undo")) {
          Tag.a(
            .href(BoardQuery(version: query.version, pinned: query.pinned, forbidden: query.forbidden).path(assignment))
          ) {
            visit.say(en: "Take the moves back", sv: "Ta tillbaka flyttarna")
          }
        },
      query.moves.isEmpty || !visit.may(.plan)
        ? .nothing
        : Tag.div(
          .class("suggestion"), .data("events", query.path(assignment, "/plan/suggestion")), .role("status")
        ) {
          visit.say(
            en: "Looking for the best plan with these moves …", sv: "Söker den bästa planen med dessa flyttar …")
        },
      actions,
    ]
  }

  private var goals: HTML {
    Tag.table(.class("verdict-goals")) {
      Tag.caption(.class("unseen")) { visit.say(en: "Goals", sv: "Mål") }
      Tag.thead {
        Tag.tr {
          Tag.th(.scope("col")) { visit.say(en: "Goal", sv: "Mål") }
          Tag.th(.scope("col"), .class("number")) { visit.say(en: "Value", sv: "Värde") }
          Tag.th(.scope("col"), .class("number")) { visit.say(en: "Difference", sv: "Skillnad") }
        }
      }
      Tag.tbody {
        for goal in trial.goals {
          Tag.tr {
            Tag.th(.scope("row")) { sentences.title(ofGoal: goal.goal) }
            Tag.td(.class("number")) { sentences.value(goal.value, goal.unit) }
            Tag.td(.class("number " + tone(goal))) { difference(goal) }
          }
        }
      }
    }
  }

  private func tone(_ goal: GoalDifference) -> String {
    sentences.isNothing(goal) ? "same" : sentences.isWorse(goal) ? "worse" : "better"
  }

  private func difference(_ goal: GoalDifference) -> String {
    if sentences.isNothing(goal) { return "±0" }
    let word =
      sentences.isWorse(goal) ? visit.say(en: "worse", sv: "sämre") : visit.say(en: "better", sv: "bättre")
    return (goal.delta > 0 ? "+" : "\u{2212}") + sentences.difference(abs(goal.delta), goal.unit) + " " + word
  }

  private var rules: HTML {
    let broken = trial.plan.rules.filter { !$0.satisfied }
    guard !broken.isEmpty else {
      return Tag.p(.class("rules-held")) { sentences.rulesHeld(trial.plan) }
    }
    let isNew = Set(trial.broken.map(\.rule))
    return Tag.div(.class("rules-broken")) {
      Tag.h3 { visit.say(en: "Rules that do not hold", sv: "Villkor som inte uppfylls") }
      Tag.ul {
        for rule in broken {
          Tag.li(.class(isNew.contains(rule.rule) ? "new" : "old")) { sentences.result(rule) }
        }
      }
    }
  }

  private var actions: HTML {
    guard visit.may(.plan) else { return .nothing }
    return .group {
      Tag.details(.class("keep")) {
        Tag.summary { visit.say(en: "Keep as a version", sv: "Spara som version") }
        Parts.form("/plan/keep", visit) {
          for field in query.fields(assignment).all { Parts.hidden(field.name, field.value) }
          Parts.field(
            visit.say(en: "Name", sv: "Namn"), name: "name",
            help: visit.say(en: "Empty takes the next running name.", sv: "Tomt tar nästa löpande namn."),
            Attribute("maxlength", "80"))
          Parts.field(
            visit.say(en: "Why this plan", sv: "Varför denna plan"), name: "note", Attribute("maxlength", "500"))
          Parts.button(visit.say(en: "Keep", sv: "Spara"))
        }
      }
      Parts.form("/plan/replan", visit) {
        for field in query.fields(assignment).all { Parts.hidden(field.name, field.value) }
        Tag.p(.class("help")) {
          visit.say(
            en: "Planning anew keeps to what is moved, pinned and kept out, and finds the best for the rest.",
            sv:
              "Omplanering håller fast vid det som är flyttat, låst och hålls utanför, och finner det bästa för resten."
          )
        }
        Parts.quiet(visit.say(en: "Plan anew", sv: "Planera om"))
      }
    }
  }
}
