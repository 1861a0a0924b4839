import EtappModel

extension TimeAxis {
  static let headHeight = 34.0

  /// The names of years and of quarters or months above rows of bars.
  func head(_ sentences: Sentences) -> HTML {
    SVG.wide(height: Self.headHeight, .class("time-head"), .aria("hidden", "true")) {
      for year in periods(.year) where year.to - year.from >= 45 {
        SVG.pinned(at: share(year.from), y: 12) {
          SVG.text("\(year.from.civil.year)", at: SVG.Point(2, 0), .year, size: 11, bold: true)
        }
      }
      if step != .year {
        for period in periods(step) where period.to - period.from >= 14 * step.rawValue {
          SVG.pinned(at: middle(period), y: 28) {
            SVG.text(sentences.short(period, step), at: SVG.Point(0, 0), .words, size: 11, anchor: "middle")
          }
        }
      }
    }
  }

  private func shown(_ day: Day?) -> Day? { day.flatMap { $0 >= first && $0 <= last ? $0 : nil } }

  private func middle(_ period: Period) -> Double { (share(period.from) + share(period.to)) / 2 }

  /// What lies behind rows of bars: a round's window, closures, and a line for each period.
  ///
  /// - Parameter round: The round whose colour the window has.
  func ground(
    round: Int?, window: Round.Window?, closures: [(title: Text, period: Period)], today: Day? = nil
  ) -> HTML {
    SVG.stretched(units: days, height: 100, .class("time-ground"), .aria("hidden", "true")) {
      window.map { SVG.path(band(x($0.from), x($0.to + 1)), .window, round: round) }
      closures.isEmpty
        ? nil : SVG.path(closures.map { band(x($0.period.from), x($0.period.to)) }.joined(), .closed)
      SVG.path(lines(step == .month ? .quarter : step), .lines)
      SVG.path(lines(.year), .years)
      window.map { SVG.path("M\(x($0.to + 1)) 0V100", .deadline, round: round) }
      shown(today).map { SVG.path("M\(x($0)) 0V100", .today) }
    }
  }

  private func band(_ from: Int, _ to: Int) -> String { "M\(from) 0H\(to)V100H\(from)z" }

  private func lines(_ step: Step) -> String {
    periods(step).dropFirst().map { "M\(x($0.from)) 0V100" }.joined()
  }
}

extension Sentences {
  /// `Q2`, `May`: a period as the head of a time axis writes it.
  func short(_ period: TimeAxis.Period, _ step: TimeAxis.Step) -> String {
    let month = period.from.civil.month
    switch step {
    case .year: return "\(period.from.civil.year)"
    case .quarter: return say(en: "Q", sv: "kv\u{A0}") + "\((month + 2) / 3)"
    case .month: return String(dates.name(ofMonth: month).prefix(3))
    }
  }
}
