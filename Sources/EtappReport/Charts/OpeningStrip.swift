import EtappModel

/// When one office opens, as far as can be known: a strip from the tenth to the ninetieth percentile.
struct OpeningStrip {
  let office: OfficeForecast
  /// The day it opens in the schedule.
  let planned: Day?

  static let height = 26.0
  private static let middle = 13

  func drawing(_ axis: TimeAxis, _ sentences: Sentences) -> HTML {
    SVG.wide(height: Self.height, .class("time-bars strip"), .aria("hidden", "true")) {
      SVG.stretched(units: axis.days, height: Self.height) {
        SVG.path(
          band(axis, office.p10, office.p90, half: 3), .wide, round: office.round, title: sentences.between(office))
        SVG.path(
          band(axis, office.p50, office.p80, half: 6), .likely, round: office.round, title: sentences.likely(office))
      }
      sign(.half, office.p50, axis, sentences.sentence(sentences.open(by: office.p50, in: 0.5)))
      sign(.promise, office.promise, axis, sentences.promise(office))
      planned.map { sign(.opening, $0, axis, "\(sentences.say(.scheduled)): \(sentences.dates.day($0))") }
    }
  }

  private func band(_ axis: TimeAxis, _ from: Day, _ to: Day, half: Int) -> String {
    let (left, right) = (axis.x(from), max(axis.x(from) + 1, axis.x(to)))
    return "M\(left) \(Self.middle - half)H\(right)v\(2 * half)H\(left)z"
  }

  private func sign(_ sign: TimeSign, _ day: Day, _ axis: TimeAxis, _ title: String) -> HTML {
    SVG.pinned(at: axis.share(day), y: Double(Self.middle)) { sign.drawing(round: office.round, title: title) }
  }
}
