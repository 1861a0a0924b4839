import EtappModel

/// What had to hold, from where it comes, and whether it does.
extension Edition {
  var rulesSection: PageSection {
    PageSection("rules", .rulesHeading, lead: sentences.rulesHeld(plan)) {
      Tag.ul(.class("rules-list")) { for result in plan.rules { item(result) } }
    }
  }

  private func item(_ result: RuleResult) -> HTML {
    let rule = names.rule(result.rule)
    let wish = rule?.price != nil
    let state = result.satisfied ? "held" : wish ? "missed" : "broken"
    return Tag.li(.class("rule " + state)) {
      Tag.span(.class("state"), .aria("hidden", "true")) { result.satisfied ? "✓" : wish ? "○" : "✕" }
      Tag.div {
        Tag.p(.class("rule-words")) { rule.map { sentences.rule($0) } ?? result.rule.code }
        Tag.p(.class("rule-standing")) {
          [sentences.standing(result), sentences.paid(result)].compactMap { $0 }.joined(separator: " ")
        }
        origin(rule, result.rule)
      }
    }
  }

  private func origin(_ rule: Rule?, _ id: ID<Rule>) -> HTML {
    Tag.p(.class("source")) {
      Tag.code { id.code }
      rule?.source.map { text in
        HTML.group {
          " · "
          source(text)
        }
      }
    }
  }

  // MARK: No plan

  /// What stands in the way when no plan fulfils the rules.
  var conflictSection: PageSection {
    guard case .infeasible(let conflict) = plan.proof else {
      return PageSection("conflict", .noPlanHeading, lead: sentences.proof(plan.proof)) {}
    }
    let rules = conflict.compactMap(names.rule)
    return PageSection("conflict", .conflictHeading, lead: say(.conflictLead)) {
      sentences.arithmetic(rules).map { words in Tag.p(.class("arithmetic")) { words } }
      Tag.ul(.class("rules-list")) {
        for rule in rules {
          Tag.li(.class("rule broken")) {
            Tag.span(.class("state"), .aria("hidden", "true")) { "✕" }
            Tag.div {
              Tag.p(.class("rule-words")) { sentences.rule(rule) }
              origin(rule, rule.id)
            }
          }
        }
      }
      Tag.p { say(.conflictAdvice) }
    }
  }

  /// The rules as they were asked, without figures.
  var askedSection: PageSection {
    PageSection("rules", .rulesHeading) {
      Tag.ul(.class("rules-list")) {
        for rule in assignment.rules {
          Tag.li(.class("rule")) {
            Tag.span(.class("state"), .aria("hidden", "true")) { "·" }
            Tag.div {
              Tag.p(.class("rule-words")) { sentences.rule(rule) }
              origin(rule, rule.id)
            }
          }
        }
      }
    }
  }
}
