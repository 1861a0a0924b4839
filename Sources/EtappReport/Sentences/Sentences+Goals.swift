package import EtappModel

/// Goals as sentences: what each aims at, what its figure means, and what a difference in it is.
extension Sentences {
  /// The assignment's own sentence, else ours.
  package func goal(_ goal: Goal) -> String { goal.sentence.map { $0(language) } ?? composed(goal.kind) }

  /// A short name: "Balance between categories".
  package func title(_ goal: Goal) -> String {
    switch goal.kind {
    case .access: say(en: "Travel time", sv: "Restid")
    case .reach(let within, _): say(en: "People within \(limit(within))", sv: "Invånare inom \(limit(within))")
    case .farthest(let beyond, _):
      say(en: "People over \(limit(beyond)) away", sv: "Invånare med över \(limit(beyond))")
    case .equity: say(en: "Fair travel time", sv: "Rättvis restid")
    case .spread(.mean): say(en: "Spread over the country", sv: "Spridning över landet")
    case .spread(.maximum): say(en: "Greatest distance to a new office", sv: "Längsta avstånd till nytt kontor")
    case .balance(.categories): say(en: "Balance between categories", sv: "Balans mellan kategorier")
    case .balance(.division(let division)):
      say(
        en: "Balance over \(names.title(of: division)(language))",
        sv: "Balans över \(names.title(of: division)(language))")
    case .cost: say(en: "Cost", sv: "Kostnad")
    case .stability: say(en: "Stability", sv: "Stabilitet")
    case .wishes: say(en: "Wishes", sv: "Önskemål")
    case .delivery: say(en: "Delivery in time", sv: "Leverans i tid")
    }
  }

  package func title(ofGoal id: ID<Goal>) -> String {
    names.goal(id).map(title) ?? (id.code == "wishes" ? say(en: "Wishes", sv: "Önskemål") : id.code)
  }

  /// What a goal kind asks for.
  package func composed(_ kind: Goal.Kind) -> String {
    switch kind {
    case .access:
      say(
        en: "As short a mean travel time to the nearest office as possible.",
        sv: "Så kort genomsnittlig restid till närmaste kontor som möjligt.")
    case .reach(let within, _):
      say(
        en: "As many people as possible have an office within \(limit(within)).",
        sv: "Så många som möjligt har ett kontor inom \(limit(within)).")
    case .farthest(let beyond, _):
      say(
        en: "As few people as possible have further than \(limit(beyond)) to an office.",
        sv: "Så få som möjligt har längre än \(limit(beyond)) till ett kontor.")
    case .equity:
      say(
        en: "As fair travel times as possible: long journeys weigh more than short ones.",
        sv: "Så rättvisa restider som möjligt: långa resor väger tyngre än korta.")
    case .spread(.mean):
      say(
        en: "The offices opened so far are spread over the whole country.",
        sv: "De kontor som hunnit öppna är spridda över hela landet.")
    case .spread(.maximum):
      say(
        en: "No place of the programme has far to the nearest office opened so far.",
        sv: "Ingen plats i programmet har långt till närmaste kontor som hunnit öppna.")
    case .balance, .cost, .stability, .wishes, .delivery: composedOther(kind)
    }
  }

  private func composedOther(_ kind: Goal.Kind) -> String {
    switch kind {
    case .balance(.categories):
      say(
        en: "Every round has its share of every category.", sv: "Varje omgång har sin andel av varje kategori.")
    case .balance(.division(let division)):
      say(
        en: "Every round has its share of every region (\(names.title(of: division)(language))).",
        sv: "Varje omgång har sin andel av varje region (\(names.title(of: division)(language))).")
    case .cost: say(en: "The programme costs as little as possible.", sv: "Programmet kostar så lite som möjligt.")
    case .stability(let plan):
      say(
        en: "As few places as possible differ from the plan \(quoted(plan)).",
        sv: "Så få platser som möjligt skiljer sig från planen \(quoted(plan)).")
    case .wishes: say(en: "As few wishes as possible are missed.", sv: "Så få önskemål som möjligt lämnas ouppfyllda.")
    default:
      say(
        en: "As many offices as possible can be expected to open inside their round's window.",
        sv: "Så många kontor som möjligt kan väntas öppna inom sin omgångs tid.")
    }
  }

  /// What the goal's figure means, for a reader who sees it for the first time.
  package func meaning(_ kind: Goal.Kind) -> String {
    switch kind {
    case .access:
      say(
        en:
          "Minutes to the nearest office for one person, on average over everyone and over the time the rounds serve.",
        sv: "Minuter till närmaste kontor för en person, i genomsnitt över alla och över den tid omgångarna verkar.")
    case .reach:
      say(
        en: "People, on average over the time the rounds serve.",
        sv: "Personer, i genomsnitt över den tid omgångarna verkar.")
    case .farthest:
      say(
        en: "People, on average over the time the rounds serve.",
        sv: "Personer, i genomsnitt över den tid omgångarna verkar.")
    case .equity:
      say(
        en: "The travel time that, equal for all, would be as good as the unequal times are (Kolm–Pollak).",
        sv: "Den restid som, lika för alla, vore lika bra som de olika restiderna är (Kolm–Pollak).")
    case .spread(.mean):
      say(
        en: "Minutes from a place of the programme to the nearest new office, on average, before the last round.",
        sv: "Minuter från en plats i programmet till närmaste nya kontor, i genomsnitt, före sista omgången.")
    case .spread(.maximum):
      say(
        en: "Minutes from the place of the programme that has the furthest to a new office, before the last round.",
        sv: "Minuter från den plats i programmet som har längst till ett nytt kontor, före sista omgången.")
    case .balance: meaningOfBalance
    case .cost:
      say(
        en: "Set-up and yearly cost, while the programme runs and after.",
        sv: "Kostnad för inrättande och drift, medan programmet pågår och därefter.")
    case .stability: say(en: "Places whose round differs.", sv: "Platser vars omgång skiljer sig.")
    case .wishes: say(en: "The price of the wishes that are not met.", sv: "Priset för de önskemål som inte uppfylls.")
    case .delivery:
      say(
        en: "Offices that can be expected to open inside their round's window, the people they need being free.",
        sv: "Kontor som kan väntas öppna inom sin omgångs tid, om de som behövs är lediga.")
    }
  }

  private var meaningOfBalance: String {
    say(
      en:
        "How many offices the rounds are from exact shares, added over all groups. Whole offices cannot always be shared exactly, so 0 is seldom possible.",
      sv:
        "Hur många kontor omgångarna är från exakta andelar, summerat över alla grupper. Hela kontor går sällan jämnt upp, så 0 är sällan möjligt."
    )
  }

  /// How much room a goal leaves for those after it.
  package func tolerance(_ goal: Goal) -> String {
    switch goal.tolerance {
    case .share(0), .amount(0): say(en: "none: the best comes first", sv: "ingen: bästa värdet går före")
    case .share(let share): numbers.percent(share)
    case .amount(let amount): value(amount, goal.unit)
    }
  }

  /// A difference of one goal as a clause: "mean travel time gets 3 s longer"; nil when nothing changes.
  package func change(_ difference: GoalDifference, would: Bool = true) -> String? {
    guard !isNothing(difference) else { return nil }
    let size = self.difference(difference.delta, difference.unit)
    let more = difference.delta > 0
    guard let goal = names.goal(difference.goal) else {
      return generic(title(ofGoal: difference.goal), size, more: more, would: would)
    }
    return change(goal, size, more: more, would: would)
  }

  /// Whether a difference is smaller than numbers can tell.
  package func isNothing(_ difference: GoalDifference) -> Bool {
    abs(difference.delta) <= 1e-9 * max(1, abs(difference.value))
  }

  /// Whether a difference is for the worse.
  package func isWorse(_ difference: GoalDifference) -> Bool {
    !isNothing(difference) && (difference.delta > 0) == (difference.sense == .minimise)
  }

  private func change(_ goal: Goal, _ size: String, more: Bool, would: Bool) -> String {
    let be = (en: would ? "would be" : "is", sv: would ? "skulle bli" : "blir")
    let have = (en: would ? "would have" : "have", sv: would ? "skulle ha" : "har")
    switch goal.kind {
    case .access:
      return say(
        en: "mean travel time \(be.en) \(size) \(more ? "longer" : "shorter")",
        sv: "den genomsnittliga restiden \(be.sv) \(size) \(more ? "längre" : "kortare")")
    case .equity:
      return say(
        en: "the fair travel time \(be.en) \(size) \(more ? "longer" : "shorter")",
        sv: "den rättvisa restiden \(be.sv) \(size) \(more ? "längre" : "kortare")")
    case .reach(let within, _):
      return say(
        en: "\(size) \(more ? "more" : "fewer") \(have.en) an office within \(limit(within))",
        sv: "\(size) \(more ? "fler" : "färre") \(have.sv) ett kontor inom \(limit(within))")
    case .farthest(let beyond, _):
      return say(
        en: "\(size) \(more ? "more" : "fewer") \(have.en) further than \(limit(beyond)) to an office",
        sv: "\(size) \(more ? "fler" : "färre") \(have.sv) längre än \(limit(beyond)) till ett kontor")
    case .spread, .balance, .delivery:
      return quality(goal, size, better: more == (goal.sense == .maximise), would: would)
    case .cost:
      return say(
        en: "the cost \(be.en) \(size) \(more ? "higher" : "lower")",
        sv: "kostnaden \(be.sv) \(size) \(more ? "högre" : "lägre")")
    case .stability(let plan):
      return say(
        en: "\(size) \(more ? "more" : "fewer") \(would ? "would differ" : "differ") from the plan \(quoted(plan))",
        sv: "\(size) \(more ? "fler" : "färre") \(would ? "skulle skilja" : "skiljer") sig från planen \(quoted(plan))")
    case .wishes:
      return say(
        en: "wishes for \(size) \(more ? "more" : "fewer") \(would ? "would be" : "are") missed",
        sv: "önskemål värda \(size) \(more ? "mer" : "mindre") \(would ? "skulle lämnas" : "lämnas") ouppfyllda")
    }
  }

  private func quality(_ goal: Goal, _ size: String, better: Bool, would: Bool) -> String {
    let subject: String
    switch goal.kind {
    case .spread(.mean): subject = say(en: "the spread over the country", sv: "spridningen över landet")
    case .spread(.maximum):
      subject = say(en: "the greatest distance to a new office", sv: "det längsta avståndet till ett nytt kontor")
    case .balance(.categories):
      subject = say(en: "the balance between the categories", sv: "balansen mellan kategorierna")
    case .balance(.division(let division)):
      let title = names.title(of: division)(language)
      subject = say(en: "the balance over \(title)", sv: "balansen över \(title)")
    default: subject = title(goal)
    }
    return say(
      en: "\(subject) \(would ? "would be" : "is") \(size) \(better ? "better" : "worse")",
      sv: "\(subject) \(would ? "skulle bli" : "blir") \(size) \(better ? "bättre" : "sämre")")
  }

  private func generic(_ title: String, _ size: String, more: Bool, would: Bool) -> String {
    say(
      en:
        "\(title.prefix(1).lowercased() + title.dropFirst()) \(would ? "would be" : "is") \(size) \(more ? "more" : "less")",
      sv:
        "\(title.prefix(1).lowercased() + title.dropFirst()) \(would ? "skulle bli" : "blir") \(size) \(more ? "mer" : "mindre")"
    )
  }
}
