import EtappModel

/// How sure every date is.
extension Edition {
  var forecastSection: PageSection? {
    guard let forecast = content.forecast, !forecast.offices.isEmpty else { return nil }
    return PageSection("forecast", .forecastHeading, lead: say(.forecastLead)) {
      if !forecast.shocks.isEmpty {
        Tag.p(.class("arithmetic")) { sentences.answer(forecast).first ?? "" }
      }
      Tag.div(.class("rounds-grid")) { for round in forecast.rounds { card(round, forecast) } }
      Tag.h3 { say(.promisesHeading) }
      Tag.p(.class("lead")) { sentences.promiseMeaning() }
      stripLegend
      let axis = axis(forecast)
      for round in assignment.rounds.indices { strips(forecast, round, axis) }
      promises(forecast)
      causes(forecast)
      assumptions(forecast)
    }
  }

  private func axis(_ forecast: Forecast) -> TimeAxis {
    let windows = forecast.rounds.map(\.by) + assignment.rounds.compactMap { $0.opens?.to }
    let planned = content.schedule?.openings.map(\.day) ?? []
    return TimeAxis(showing: forecast.offices.flatMap { [$0.p10, $0.p90, $0.promise] } + windows + planned)
  }

  // MARK: Rounds

  private func card(_ round: RoundForecast, _ forecast: Forecast) -> HTML {
    Tag.article(.class("card \(RoundColour.className(round.round))")) {
      Tag.h3 {
        swatch(round.round)
        sentences.title(ofRound: round.round)
      }
      if round.promised > 0 {
        Tag.p(.class("goal-value")) { sentences.sentence(sentences.chance(round.probabilityKept)) }
        Tag.p { sentences.sentence(sentences.promised(round)) + "." }
        Tag.p(.class("meaning")) { sentences.doubts(round, trials: forecast.trials) }
        sentences.mergeBias(round).map { words in Tag.p(.class("meaning")) { words } }
        sentences.convergence(round).map { words in Tag.p(.class("meaning")) { words } }
      } else {
        Tag.p { sentences.expected(round) }
      }
      round.curve.count > 1 ? curve(round) : nil
      ladder(round)
    }
  }

  private func curve(_ round: RoundForecast) -> HTML {
    Tag.figure(.class("curve-figure")) {
      OpeningCurve(round, sentences).drawing(id: anchor("curve-\(round.round + 1)"))
      Tag.figcaption {
        Tag.ul(.class("legend")) {
          line(.expected, say(.expectedLine))
          bar(.band, say(.bandLine))
          line(.promised, say(.promisedLine))
        }
      }
    }
  }

  /// The probability of each number of offices, around the one that is promised.
  private func ladder(_ round: RoundForecast) -> HTML {
    let all = round.distribution.count - 1
    guard all > 0 else { return .nothing }
    let low = max(1, min(round.promised - 2, all - 4))
    return Tag.table(.class("balance")) {
      Tag.caption { sentences.open(by: round.by) }
      Tag.thead {
        Tag.tr {
          Tag.th(.scope("col")) { say(.atLeastOpen) }
          Tag.th(.scope("col"), .class("number")) { say(.probability) }
        }
      }
      Tag.tbody { for number in low...all { step(number, of: round) } }
    }
  }

  private func step(_ number: Int, of round: RoundForecast) -> HTML {
    let probability = round.probability(atLeast: number)
    let isPromised = number == round.promised
    return Tag.tr(isPromised ? .class("is-promised") : nil) {
      Tag.th(.scope("row")) {
        sentences.numbers.whole(number) + (isPromised ? " – " + sentences.inside(say(.promise)) : "")
        Tag.span(.class("bar"), .aria("hidden", "true")) {
          Tag.span(.class("bar-fill"), .style("width:\(SVG.percent(probability))")) {}
        }
      }
      Tag.td(.class("number")) { sentences.chance(probability) }
    }
  }

  // MARK: Offices

  private var stripLegend: HTML {
    Tag.ul(.class("legend time-legend"), .aria("label", say(.legend))) {
      bar(.wide, say(.stripLegend))
      bar(.likely, say(.likelyLegend))
      sign(.half, say(.halfOpen))
      sign(.promise, promiseWords)
      content.schedule == nil ? nil : sign(.opening, say(.scheduled))
      windowKey
    }
  }

  private func offices(_ forecast: Forecast, _ round: Int) -> [OfficeForecast] {
    forecast.offices.filter { $0.round == round }.sorted { ($0.promise, $0.place) < ($1.promise, $1.place) }
  }

  private func strips(_ forecast: Forecast, _ round: Int, _ axis: TimeAxis) -> HTML {
    let offices = offices(forecast, round)
    guard !offices.isEmpty else { return .nothing }
    let window = offices.contains { $0.probabilityInWindow != nil }
    return Tag.div(.class("gantt \(RoundColour.className(round))")) {
      Tag.h3 {
        swatch(round)
        sentences.title(ofRound: round)
      }
      timeRows(axis, round: round, what: window ? .inWindow : .promise) {
        for office in offices { strip(office, axis) }
      }
    }
  }

  private func strip(_ office: OfficeForecast, _ axis: TimeAxis) -> HTML {
    let planned = content.schedule?.openings.first { $0.place == office.place }?.day
    return Tag.div(.class("time-row time-line")) {
      Tag.span(.class("time-name")) {
        Tag.span(.class("name")) { sentences.name(office.place) }
        Tag.span(.class("detail")) {
          office.probabilityInWindow.map(sentences.chance) ?? sentences.dates.short(office.promise)
        }
      }
      OpeningStrip(office: office, planned: planned).drawing(axis, sentences)
    }
  }

  private func promises(_ forecast: Forecast) -> HTML {
    let columns: [Phrase] = [
      .office, .roundColumn, .promise, .inWindow, .halfOpen, .likelyOpen, .almostSurelyOpen,
    ]
    let offices = assignment.rounds.indices.flatMap { self.offices(forecast, $0) }
    return table(
      say(.promisesCaption), columns: columns.map(say), numeric: [3],
      rows: offices.map { office in
        [
          .text(sentences.name(office.place)), .text(sentences.title(ofRound: office.round)),
          Tag.strong { sentences.dates.short(office.promise) }, inWindow(office),
        ] + [office.p50, office.p80, office.p90].map { .text(sentences.dates.short($0)) }
      })
  }

  private func inWindow(_ office: OfficeForecast) -> HTML {
    guard let probability = office.probabilityInWindow else { return "–" }
    return .group {
      sentences.chance(probability)
      office.standardError.map { error in
        Tag.span(.class("below")) { "±\u{A0}" + sentences.numbers.decimal(error * 100, places: 2) }
      }
    }
  }

  // MARK: Causes

  private func causes(_ forecast: Forecast) -> HTML {
    guard !forecast.drivers.isEmpty || !forecast.tasks.isEmpty else { return .nothing }
    return .group {
      Tag.h3 { say(.causesHeading) }
      Tag.div(.class("causes")) {
        forecast.drivers.isEmpty ? nil : drivers(forecast.drivers)
        forecast.tasks.isEmpty ? nil : tasks(forecast.tasks)
      }
    }
  }

  private func drivers(_ drivers: [DriverEffect]) -> HTML {
    let sorted = drivers.sorted { ($1.daysAtP80, $0.risk) < ($0.daysAtP80, $1.risk) }
    let most = sorted.first?.daysAtP80 ?? 0
    return tornado(.risksHeading, lead: .risksLead) {
      for driver in sorted {
        cause(sentences.title(driver.risk), sentences.cost(driver), share: most > 0 ? driver.daysAtP80 / most : 0)
      }
    }
  }

  private func tasks(_ tasks: [TaskEffect]) -> HTML {
    let sorted = tasks.filter { $0.criticality > 0.005 }
      .sorted { ($1.criticality, $0.task) < ($0.criticality, $1.task) }
    return tornado(.tasksHeading, lead: .tasksLead) {
      for task in sorted {
        cause(
          sentences.title(task.task), sentences.weight(of: task),
          share: task.criticality)
      }
    }
  }

  private func tornado(_ heading: Phrase, lead: Phrase, @HTMLBuilder rows: () -> [HTML]) -> HTML {
    Tag.div(.class("card beyond")) {
      Tag.h3 { say(heading) }
      Tag.p(.class("meaning")) { say(lead) }
      Tag.ul(content: rows)
    }
  }

  private func cause(_ name: String, _ value: String, share: Double) -> HTML {
    Tag.li {
      Tag.span(.class("beyond-when")) { name }
      Tag.span(.class("beyond-value")) { value }
      Tag.span(.class("bar"), .aria("hidden", "true")) {
        Tag.span(.class("bar-fill"), .style("width:\(SVG.percent(max(0, min(1, share))))")) {}
      }
    }
  }
}
