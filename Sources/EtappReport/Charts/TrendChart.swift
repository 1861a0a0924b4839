import EtappModel

/// The openings as each kept schedule said them: from left to right the day it was said, from below upwards the day said.
///
/// A level line keeps its promise, a rising one slips.
struct TrendChart {
  let trend: MilestoneTrend
  let sentences: Sentences

  private static let frame = SVG.Box(width: 680, height: 320)
  private static let plot = SVG.Box(x: 62, y: 14, width: 468, height: 266)

  /// Offices whose names are written: those that have moved most.
  private static let named = 6

  private var axis: TimeAxis { TimeAxis(showing: trend.lines.flatMap { $0.openings.compactMap { $0 } }) }

  private func x(_ report: Int) -> Double {
    Self.plot.x + Self.plot.width * Double(report) / Double(max(1, trend.reports.count - 1))
  }

  private func y(_ day: Day) -> Double { Self.plot.y + Self.plot.height * (1 - axis.share(day)) }

  func drawing(id: String) -> HTML {
    SVG.drawing(
      Self.frame, id: id, title: sentences.trendTitle, description: sentences.gist(trend), attributes: [.class("curve")]
    ) {
      grid
      for line in trend.lines { path(line) }
      for (line, height) in names { name(line, at: height) }
    }
  }

  private func path(_ line: MilestoneTrend.Line) -> HTML {
    let points = line.openings.enumerated().compactMap { index, day in
      day.map { "\(SVG.number(x(index))) \(SVG.number(y($0)))" }
    }
    return points.count > 1 ? SVG.path("M" + points.joined(separator: "L"), .trend, round: line.round) : .nothing
  }

  // MARK: Names

  private var names: [(line: MilestoneTrend.Line, height: Double)] {
    let most = trend.lines.filter { ($0.moved ?? 0) != 0 && $0.openings.last.map { $0 != nil } ?? false }
      .sorted { (abs($1.moved ?? 0), $0.place) < (abs($0.moved ?? 0), $1.place) }.prefix(Self.named)
    var next = Double.infinity
    return most.compactMap { line in line.openings.last.flatMap { $0 }.map { (line, y($0)) } }
      .sorted { $0.1 > $1.1 }.map { line, height in
        next = min(height, next - 15)
        return (line, next)
      }
  }

  private func name(_ line: MilestoneTrend.Line, at height: Double) -> HTML {
    SVG.text(
      sentences.trendLabel(line), at: SVG.Point(Self.plot.x + Self.plot.width + 8, height + 4), .words, size: 12)
  }

  // MARK: Axes

  private var grid: HTML {
    .group {
      for period in axis.periods(axis.days > 700 ? .year : .quarter) {
        SVG.path(
          "M\(SVG.number(Self.plot.x)) \(SVG.number(y(period.from)))h\(SVG.number(Self.plot.width))", .lines)
        SVG.text(
          sentences.dates.short(period.from), at: SVG.Point(Self.plot.x - 6, y(period.from) + 4), .words, size: 11,
          anchor: "end")
      }
      for (index, report) in trend.reports.enumerated() where isNamed(index) {
        SVG.path(
          "M\(SVG.number(x(index))) \(SVG.number(Self.plot.y))v\(SVG.number(Self.plot.height))", .lines)
        SVG.text(
          sentences.dates.short(report.day), at: SVG.Point(x(index), Self.plot.y + Self.plot.height + 18), .words,
          size: 11, anchor: index == 0 ? "start" : index == trend.reports.count - 1 ? "end" : "middle")
      }
    }
  }

  /// Few enough that their names do not touch; the last always.
  private func isNamed(_ report: Int) -> Bool {
    let step = max(1, (trend.reports.count + 4) / 5)
    return (trend.reports.count - 1 - report) % step == 0
  }
}
