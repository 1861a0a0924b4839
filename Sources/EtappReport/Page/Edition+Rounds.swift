import EtappModel

/// The rounds side by side: what opens, when, and whether each category has its share.
extension Edition {
  var roundsSection: PageSection {
    PageSection("rounds", .roundsHeading, lead: say(.roundsLead)) {
      Tag.div(.class("rounds-grid")) { for round in assignment.rounds.indices { card(round) } }
      closings
    }
  }

  /// By municipality, as the language sorts.
  private func places(_ round: Int) -> [Establishment] {
    func key(_ office: Establishment) -> (String, String) {
      (sentences.sortKey(names.name(of: office.municipality)), sentences.sortKey(office.name))
    }
    return plan.establishments.filter { $0.round == round }.sorted { key($0) < key($1) }
  }

  private func card(_ round: Int) -> HTML {
    let places = places(round)
    return Tag.article(.class("card \(RoundColour.className(round))")) {
      Tag.h3 {
        swatch(round)
        sentences.title(ofRound: round)
      }
      Tag.p(.class("window")) {
        [sentences.count(places.count, .office), sentences.window(ofRound: round), mainly(round)].compactMap { $0 }
          .joined(separator: " · ")
      }
      Tag.ul(.class("offices")) { for place in places { office(place) } }
      if !categoriesInUse.isEmpty { balance(round, places) }
      measures(round)
    }
  }

  private func mainly(_ round: Int) -> String? {
    assignment.rounds[round].opens?.mainly.map { sentences.mainly($0) }
  }

  private func office(_ office: Establishment) -> HTML {
    let home = names.name(of: office.municipality)
    return Tag.li {
      Tag.span(.class("signs")) { for category in office.categories { sign(category) } }
      Tag.span {
        home
        if office.name != home { Tag.span(.class("detail")) { " " + office.name } }
      }
      Tag.span(.class("unseen")) { office.categories.map { sentences.title($0) }.joined(separator: ", ") }
    }
  }

  // MARK: Balance

  private var categoriesInUse: [EtappModel.Category] {
    let used = Set(plan.establishments.flatMap(\.categories))
    return assignment.categories.filter { used.contains($0.id) }
  }

  private func balance(_ round: Int, _ places: [Establishment]) -> HTML {
    let all = plan.establishments
    return Tag.table(.class("balance")) {
      Tag.caption { say(.balanceCaption) }
      Tag.thead {
        Tag.tr {
          Tag.th(.scope("col")) { say(.category) }
          Tag.th(.scope("col"), .class("number")) { say(.opens) }
          Tag.th(.scope("col"), .class("number")) { say(.exactShare) }
        }
      }
      Tag.tbody {
        for category in categoriesInUse {
          let here = places.count { $0.categories.contains(category.id) }
          let inAll = all.count { $0.categories.contains(category.id) }
          row(category, here, share: Double(inAll * places.count) / Double(max(1, all.count)), of: inAll)
        }
      }
    }
  }

  private func row(_ category: EtappModel.Category, _ here: Int, share: Double, of inAll: Int) -> HTML {
    let whole = Double(max(1, inAll))
    return Tag.tr {
      Tag.th(.scope("row")) {
        sign(category.id)
        category.title(language)
        Tag.span(.class("bar"), .aria("hidden", "true")) {
          Tag.span(.class("bar-fill"), .style("width:\(SVG.number(100 * Double(here) / whole))%")) {}
          Tag.span(.class("bar-tick"), .style("left:\(SVG.number(100 * share / whole))%")) {}
        }
      }
      Tag.td(.class("number")) { "\(here)" }
      Tag.td(.class("number")) { sentences.numbers.decimal(share, places: 1) }
    }
  }

  // MARK: Goals in this round

  /// Goals that have a figure for this round.
  private func measures(_ round: Int) -> HTML {
    let results = plan.goals.filter { $0.round == round && names.goal($0.goal) != nil }
    return .group {
      for result in results {
        Tag.div(.class("measure")) {
          Tag.p(.class("measure-head")) {
            Tag.span { sentences.title(ofGoal: result.goal) }
            Tag.strong { sentences.value(result.value, result.unit) }
          }
          gauge(result)
        }
      }
    }
  }

  private var closings: HTML {
    guard !plan.choice.closes.isEmpty else { return .nothing }
    return Tag.div(.class("card")) {
      Tag.h3 { say(.closes) }
      Tag.ul(.class("offices")) {
        for (office, round) in plan.choice.closes.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
          Tag.li {
            swatch(round)
            Tag.span(.class("name")) { names.offices[office]?.name ?? office.code }
            Tag.span(.class("detail")) { sentences.title(ofRound: round) }
          }
        }
      }
    }
  }
}
