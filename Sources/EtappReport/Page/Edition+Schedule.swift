import EtappModel

/// When each office opens, and what the dates hang on.
extension Edition {
  var scheduleSection: PageSection? {
    guard let schedule = content.schedule, !schedule.openings.isEmpty else { return nil }
    let gantt = Gantt(
      schedule, baseline: content.baselineSchedule, forecast: content.forecast, axis: axis(schedule), sentences)
    return PageSection("schedule", .scheduleHeading, lead: say(.scheduleLead)) {
      Tag.div(.class("prose")) { paragraphs([sentences.gist(schedule)]) }
      legend(gantt)
      for round in assignment.rounds.indices { rows(gantt, round) }
      openings(gantt)
      movements
      chain(schedule)
      load(schedule)
      content.forecast == nil ? assumptions(nil) : nil
    }
  }

  /// From the first task to the last day that anything is said of.
  private func axis(_ schedule: Schedule) -> TimeAxis {
    let windows = assignment.rounds.compactMap { $0.opens?.to }
    let promises = content.forecast?.offices.map(\.promise) ?? []
    let earlier = content.baselineSchedule?.openings.map(\.day) ?? []
    return TimeAxis(
      showing: schedule.tasks.map(\.start) + schedule.openings.map(\.day) + windows + promises + earlier)
  }

  /// Calendars that some task goes by, whose closures are shown.
  private var closures: [WorkCalendar] {
    let used = Set(assignment.work?.templates.flatMap { $0.tasks.compactMap(\.calendar) } ?? [])
    return assignment.work?.calendars.filter { used.contains($0.id) || $0.id == assignment.work?.calendar } ?? []
  }

  // MARK: Rows

  private func rows(_ gantt: Gantt, _ round: Int) -> HTML {
    let openings = gantt.openings(ofRound: round)
    guard !openings.isEmpty else { return .nothing }
    return Tag.div(.class("gantt \(RoundColour.className(round))")) {
      Tag.h3 {
        swatch(round)
        sentences.title(ofRound: round)
      }
      sentences.inTime(round, in: gantt.schedule).map { words in Tag.p(.class("window")) { words } }
      timeRows(gantt.axis, round: round, what: .opens) { for opening in openings { row(opening, gantt) } }
    }
  }

  /// Rows above a common ground with the round's window.
  ///
  /// - Parameter what: What stands between the name of a row and its bars.
  func timeRows(_ axis: TimeAxis, round: Int?, what: Phrase, @HTMLBuilder rows: () -> [HTML]) -> HTML {
    Tag.div(.class("time-rows")) {
      axis.ground(
        round: round, window: round.flatMap { assignment.rounds[$0].opens }, closures: axis.closures(of: closures),
        today: content.schedule?.today)
      Tag.div(.class("time-line time-top")) {
        Tag.span(.class("time-name")) { Tag.span(.class("detail")) { say(what) } }
        axis.head(sentences)
      }
      rows()
    }
  }

  private func row(_ opening: Opening, _ gantt: Gantt) -> HTML {
    Tag.details(.class("time-row")) {
      Tag.summary(.class("time-line")) {
        Tag.span(.class("time-name")) {
          Tag.span(.class("name")) { sentences.name(opening.place) }
          Tag.span(.class(opening.late > 0 ? "detail late" : "detail")) { sentences.dates.short(opening.day) }
        }
        gantt.bars(opening)
      }
      Tag.div(.class("tasks")) {
        Tag.p { sentences.hangsOn(opening, in: gantt.schedule) }
        tasks(opening, gantt)
      }
    }
  }

  private func tasks(_ opening: Opening, _ gantt: Gantt) -> HTML {
    table(
      sentences.tasksCaption(opening),
      columns: [say(.task), say(.when), say(.workingDays), say(.float), say(.hangsOn)],
      numeric: [],
      rows: gantt.tasks(of: opening.place).map { task in
        [
          .text(sentences.title(task.task)), .text(sentences.span(task)),
          .text(sentences.numbers.whole(sentences.worked(task, in: gantt.schedule))), .text(sentences.float(task)),
          .text(sentences.sentence(sentences.binding(task, in: gantt.schedule))),
        ]
      })
  }

  // MARK: Legend

  private func legend(_ gantt: Gantt) -> HTML {
    let crews = gantt.crews.resources.enumerated().map { index, resource in
      bar(gantt.crews.paint(index + 1), sentences.title(resource))
    }
    return Tag.div(.class("time-legend")) {
      Tag.p(.class("unseen")) { say(.crewsLegend) }
      Tag.ul(.class("legend"), .aria("label", say(.crewsLegend))) {
        crews
        bar(gantt.crews.paint(0), say(.noCrew))
        bar(.critical, say(.criticalLegend))
      }
      Tag.ul(.class("legend"), .aria("label", say(.barsHeading))) {
        sign(.opening, say(.opens))
        gantt.schedule.openings.contains { $0.late > 0 } ? sign(.late, say(.opensLate)) : nil
        gantt.hasPromises ? sign(.promise, promiseWords) : nil
        gantt.hasBaseline ? sign(.baseline, say(.baselineLegend)) : nil
        windowKey
        gantt.schedule.today.map { day in
          entry("\(say(.today)) \(sentences.dates.day(day))") { SVG.path("M0-8V8", .today) }
        }
        closed(gantt.axis)
      }
    }
  }

  var promiseWords: String { say(.promise) + ": " + sentences.promiseGist() }

  private func closed(_ axis: TimeAxis) -> HTML? {
    let titles = axis.closures(of: closures).map { $0.title(language) }
    let names = titles.enumerated().filter { !titles.prefix($0.offset).contains($0.element) }.map(\.element)
    return names.isEmpty ? nil : bar(.closed, names.joined(separator: ", "))
  }

  /// The window of a round and its end; nil where no round has one.
  var windowKey: HTML? {
    guard assignment.rounds.contains(where: { $0.opens != nil }) else { return nil }
    return entry(say(.windowLegend)) {
      SVG.path("M-11-6H7V6H-11z", .window)
      SVG.path("M7-8V8", .deadline)
    }
  }

  /// A piece of a bar and its meaning.
  func bar(_ paint: Paint, _ words: String) -> HTML { entry(words) { SVG.path("M-11-4H11V4H-11z", paint) } }

  /// A line and its meaning.
  func line(_ paint: Paint, _ words: String) -> HTML { entry(words) { SVG.path("M-11 0H11", paint) } }

  /// A sign of the time axis and its meaning.
  func sign(_ sign: TimeSign, _ words: String) -> HTML { entry(words) { sign.drawing() } }

  private func entry(_ words: String, @HTMLBuilder sign: () -> [HTML]) -> HTML {
    Tag.li {
      SVG.ornament(
        SVG.Box(x: -12, y: -8, width: 24, height: 16), .class("key"), Attribute("width", "24"),
        Attribute("height", "16"), content: sign)
      Tag.span { words }
    }
  }

  // MARK: Tables

  private func openings(_ gantt: Gantt) -> HTML {
    let openings = assignment.rounds.indices.flatMap { gantt.openings(ofRound: $0) }
    var columns = [say(.office), say(.roundColumn), say(.opens), say(.againstWindow)]
    if gantt.hasBaseline { columns.append(say(.baseline)) }
    return table(
      say(.scheduleCaption), columns: columns + [say(.hangsOn)], numeric: [],
      rows: openings.map { opening in
        let earlier = gantt.baseline(of: opening.place)
        let cells = [
          sentences.name(opening.place), sentences.title(ofRound: opening.round), sentences.dates.short(opening.day),
          sentences.punctuality(opening) ?? "–",
        ]
        return cells.map { .text($0) } + (gantt.hasBaseline ? [baseline(earlier, opening.day)] : [])
          + [Tag.span(.class("words")) { sentences.hangsOn(opening, in: gantt.schedule) }]
      })
  }

  /// The baseline's day, and how far the opening has moved from it.
  private func baseline(_ earlier: Day?, _ day: Day) -> HTML {
    guard let earlier else { return "–" }
    return .group {
      sentences.dates.short(earlier)
      Tag.span(.class("below")) { sentences.moved(from: earlier, to: day) }
    }
  }

  /// How the openings have moved since the first schedule that was kept.
  @HTMLBuilder private var movements: [HTML] {
    if let trend = content.trend {
      Tag.h3 { sentences.trendTitle }
      Tag.p(.class("lead")) { sentences.gist(trend) }
      Tag.figure(.class("curve-figure")) { TrendChart(trend: trend, sentences: sentences).drawing(id: anchor("trend")) }
    }
  }

  private func chain(_ schedule: Schedule) -> HTML {
    guard let last = schedule.lastOpening, !last.isActual else { return .nothing }
    let steps = sentences.chain(of: last, in: schedule)
    return .group {
      Tag.h3 { say(.chainHeading) }
      Tag.details(.class("why")) {
        Tag.summary {
          Tag.span(.class("name")) { sentences.name(last.place) }
          Tag.span(.class("gist")) { sentences.chainGist(steps.count, to: last) }
        }
        Tag.div(.class("why-body")) { Tag.ol(.class("steps")) { for step in steps { Tag.li { step } } } }
      }
    }
  }

  // MARK: Load

  private func load(_ schedule: Schedule) -> HTML {
    let pools = ResourceLoad.all(schedule, assignment.work)
    guard !pools.isEmpty else { return .nothing }
    let axis = TimeAxis(showing: schedule.tasks.map(\.start) + schedule.openings.map(\.day))
    return .group {
      Tag.h3 { say(.loadHeading) }
      Tag.p(.class("lead")) { say(.loadLead) }
      timeRows(axis, round: nil, what: .utilisation) { for pool in pools { row(pool, axis) } }
      table(
        say(.loadCaption), columns: [say(.pool), say(.capacity), say(.peak), say(.utilisation)],
        rows: pools.map { pool in
          [
            sentences.title(pool), sentences.units(pool), sentences.numbers.whole(pool.peak),
            sentences.numbers.percent(pool.utilisation, places: 0),
          ].map { .text($0) }
        })
    }
  }

  private func row(_ pool: ResourceLoad, _ axis: TimeAxis) -> HTML {
    Tag.div(.class("time-row time-line")) {
      Tag.span(.class("time-name")) {
        Tag.span(.class("name")) { sentences.title(pool) }
        Tag.span(.class("detail")) { sentences.numbers.percent(pool.utilisation, places: 0) }
      }
      pool.drawing(axis)
    }
  }
}
