import EtappModel

/// Goals in order of priority: what each asks, how far the plan comes, and what that means.
extension Edition {
  var goalsSection: PageSection {
    PageSection("goals", .goalsHeading, lead: say(assignment.isWeighted ? .goalsLeadWeighted : .goalsLead)) {
      Tag.ol(.class("goals-list")) { for result in plan.totals { card(result) } }
      goalsTable
    }
  }

  private func card(_ result: GoalResult) -> HTML {
    let goal = names.goal(result.goal)
    return Tag.li(.class("card goal")) {
      Tag.h3 { sentences.title(ofGoal: result.goal) }
      Tag.p(.class("goal-value")) { sentences.value(result.value, result.unit) }
      gauge(result)
      Tag.p { goal.map { sentences.goal($0) } ?? sentences.composed(.wishes) }
      Tag.p(.class("meaning")) { sentences.meaning(goal?.kind ?? .wishes) }
      Tag.p(.class("meaning")) { sentences.proof(result) }
      goal.map { goal in Tag.p(.class("meaning")) { sentences.priority(goal, weighted: assignment.isWeighted) } }
      goal?.source.map { text in
        Tag.p(.class("source")) {
          say(.source) + ": "
          source(text)
        }
      }
    }
  }

  private var goalsTable: HTML {
    let columns: [Phrase] = [.goal, .value, .bound, .gap, .ideal, .random]
    return table(say(.goalsCaption), columns: columns.map(say), rows: plan.goals.map(cells))
  }

  private func cells(_ result: GoalResult) -> [HTML] {
    let total = plan.totals.contains(result)
    let title = sentences.title(ofGoal: result.goal)
    let round = result.round.map { sentences.title(ofRound: $0) }
    let name: HTML =
      total ? .text(round.map { "\(title), \($0)" } ?? title) : Tag.span(.class("part")) { "– " + (round ?? "") }
    let figures = [result.value, result.bound, nil, result.ideal, result.random].map { number in
      number.map { sentences.value($0, result.unit) } ?? "–"
    }
    return [name]
      + figures.enumerated().map { index, figure in .text(index == 2 ? sentences.gap(result, isTotal: total) : figure) }
  }
}
