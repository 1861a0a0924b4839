import EtappModel

/// How many offices of a round are open by each day: the expected number, a band around it, and what is promised.
struct OpeningCurve {
  let forecast: RoundForecast
  let axis: TimeAxis
  let sentences: Sentences

  private static let frame = SVG.Box(width: 340, height: 220)
  private static let plot = SVG.Box(x: 30, y: 14, width: 300, height: 168)

  /// Pixels that a name below the axis needs.
  private static let room = 32.0

  init(_ forecast: RoundForecast, _ sentences: Sentences) {
    self.forecast = forecast
    self.sentences = sentences
    axis = TimeAxis(showing: forecast.curve.map(\.day) + [forecast.by])
  }

  /// Offices of the round.
  private var offices: Int { max(1, forecast.distribution.count - 1, forecast.curve.map(\.high).max() ?? 0) }

  private func x(_ day: Day) -> Double { Self.plot.x + Self.plot.width * axis.share(day) }

  private func y(_ number: Double) -> Double {
    Self.plot.y + Self.plot.height * (1 - number / Double(offices))
  }

  func drawing(id: String) -> HTML {
    SVG.drawing(
      Self.frame, id: id, title: sentences.curveTitle(forecast), description: sentences.curveWords(forecast),
      attributes: [.class("curve")]
    ) {
      grid
      SVG.path(
        area {
          Double($0.low)
        } high: {
          Double($0.high)
        }, .band, round: forecast.round)
      SVG.path("M" + points { $0.expected }.joined(separator: "L"), .expected, round: forecast.round)
      promise
    }
  }

  // MARK: Lines

  private func points(_ value: (RoundForecast.CurvePoint) -> Double) -> [String] {
    forecast.curve.map { "\(SVG.number(x($0.day))) \(SVG.number(y(value($0))))" }
  }

  private func area(
    low: (RoundForecast.CurvePoint) -> Double, high: (RoundForecast.CurvePoint) -> Double
  ) -> String {
    "M" + (points(high) + points(low).reversed()).joined(separator: "L") + "z"
  }

  /// The number that is promised, the day it is promised by, and how probable that is.
  private var promise: HTML {
    let (across, down) = (y(Double(forecast.promised)), x(forecast.by))
    let right = down > Self.plot.x + Self.plot.width * 0.62
    let words = SVG.Point(down + (right ? -6 : 6), max(Self.plot.y + 12, across - 7))
    return .group {
      SVG.path(
        "M\(SVG.number(Self.plot.x)) \(SVG.number(across))H\(SVG.number(Self.plot.x + Self.plot.width))",
        .promised)
      SVG.path(
        "M\(SVG.number(down)) \(SVG.number(Self.plot.y))V\(SVG.number(Self.plot.y + Self.plot.height))",
        .promised)
      SVG.group(.meet) { SVG.circle(SVG.Point(down, across), 4) }
      for paint in [Paint.halo, .chance] {
        SVG.text(
          sentences.chance(forecast.probabilityKept), at: words, paint, size: 15, bold: true,
          anchor: right ? "end" : "start")
      }
    }
  }

  // MARK: Axes

  private var grid: HTML {
    .group {
      for number in ticks {
        SVG.path(
          "M\(SVG.number(Self.plot.x)) \(SVG.number(y(Double(number))))h\(SVG.number(Self.plot.width))", .lines)
        SVG.text("\(number)", at: SVG.Point(Self.plot.x - 6, y(Double(number)) + 4), .words, size: 11, anchor: "end")
      }
      for period in axis.periods(step) { name(period) }
    }
  }

  /// Few enough that their figures do not touch.
  private var ticks: [Int] {
    let step = max(1, (offices + 4) / 5)
    let even = Array(stride(from: 0, to: offices, by: step))
    return even.filter { offices - $0 >= (step + 1) / 2 } + [offices]
  }

  private var step: TimeAxis.Step { axis.days <= 215 ? .month : axis.days <= 900 ? .quarter : .year }

  private func name(_ period: TimeAxis.Period) -> HTML {
    let bottom = Self.plot.y + Self.plot.height
    let left = x(period.from)
    let newYear = Day(year: period.from.civil.year + 1, month: 1, day: 1)
    let beginsYear = period.from.civil.month == 1 || period.from == axis.first
    return .group {
      SVG.path("M\(SVG.number(left)) \(SVG.number(bottom))v5", .lines)
      x(period.to) - left >= Self.room
        ? SVG.text(sentences.short(period, step), at: SVG.Point(left + 3, bottom + 14), .words, size: 11) : nil
      beginsYear && step != .year && x(newYear) - left >= Self.room
        ? SVG.text("\(period.from.civil.year)", at: SVG.Point(left + 3, bottom + 29), .year, size: 11, bold: true) : nil
    }
  }
}
