/// How a thing on a chart is painted: attributes, which every reader of SVG knows, and a class, by which a page's style
/// gives it the colours of the reader's own light.
struct Paint: Hashable, Sendable {
  let name: String
  var fill: Colour?
  var stroke: Colour?
  var width = 1.0
  var dash: String?
  var opacity = 1.0

  enum Colour: Hashable, Sendable {
    case round, ink, soft, line, accent, surface, bad
    case crew(Int)

    /// On paper, and wherever no style sheet is read.
    func onPaper(round: Int?) -> String {
      switch self {
      case .round: round.map(RoundColour.onPaper) ?? "#16242b"
      case .ink: "#16242b"
      case .soft: "#52626a"
      case .line: "#dcdfdc"
      case .accent: "#0b5563"
      case .surface: "#ffffff"
      case .bad: "#a8321f"
      case .crew(let index): CrewColour.light[index]
      }
    }

    /// As the page's style names it.
    var inStyle: String {
      switch self {
      case .round: "var(--round, var(--ink))"
      case .ink: "var(--ink)"
      case .soft: "var(--soft)"
      case .line: "var(--line)"
      case .accent: "var(--accent)"
      case .surface: "var(--surface)"
      case .bad: "var(--bad)"
      case .crew(let index): "var(--crew-\(index))"
      }
    }
  }

  /// - Parameter round: Whose colour it has; nil outside all rounds.
  func attributes(round: Int? = nil) -> [Attribute] {
    var attributes = [Attribute.class("t-" + name), .fill(fill?.onPaper(round: round) ?? "none")]
    if opacity < 1 { attributes.append(Attribute("opacity", "\(opacity)")) }
    guard let stroke else { return attributes }
    attributes += [
      Attribute("stroke", stroke.onPaper(round: round)), Attribute("stroke-width", SVG.number(width)),
    ]
    return attributes + (dash.map { [Attribute("stroke-dasharray", $0)] } ?? [])
  }

  /// An order for paints, so that a drawing comes out the same every time.
  var order: String { "\(name) \(opacity)" }

  /// Its colours as a rule of the page's style.
  var rule: String {
    let colours = [fill.map { "fill: \($0.inStyle);" }, stroke.map { "stroke: \($0.inStyle);" }]
    return ".t-\(name) { \(colours.compactMap { $0 }.joined(separator: " ")) }"
  }
}

extension Paint {
  static func crew(_ index: Int) -> Paint { Paint(name: "crew-\(index)", fill: .crew(index)) }

  // Tasks and openings
  static let critical = Paint(name: "critical", fill: .ink)
  static let ghost = Paint(name: "ghost", stroke: .soft, width: 1.5)
  static let whisker = Paint(name: "whisker", stroke: .round, width: 1.5, dash: "2 2")
  static let opening = Paint(name: "opening", fill: .round, stroke: .surface, width: 1.2)
  static let late = Paint(name: "late", fill: .bad, stroke: .surface, width: 1.2)
  static let promise = Paint(name: "promise", fill: .round, stroke: .round, width: 1.6)
  static let baseline = Paint(name: "baseline", fill: .surface, stroke: .soft, width: 1.3)
  static let half = Paint(name: "half", stroke: .ink, width: 2.2)

  // The ground
  static let window = Paint(name: "window", fill: .round, opacity: 0.1)
  static let deadline = Paint(name: "deadline", stroke: .round, width: 2, dash: "5 3")
  static let today = Paint(name: "today", stroke: .ink, width: 2)
  static let closed = Paint(name: "closed", fill: .soft, opacity: 0.13)
  static let lines = Paint(name: "lines", stroke: .line)
  static let years = Paint(name: "years", stroke: .soft, opacity: 0.5)

  // Strips, loads and curves
  static let wide = Paint(name: "wide", fill: .round, opacity: 0.32)
  static let likely = Paint(name: "likely", fill: .round, opacity: 0.62)
  static let use = Paint(name: "use", fill: .accent, opacity: 0.42)
  static let there = Paint(name: "there", stroke: .ink, width: 1.4)
  static let band = Paint(name: "band", fill: .round, opacity: 0.2)
  static let expected = Paint(name: "expected", stroke: .round, width: 2.4)
  static let promised = Paint(name: "promised", stroke: .ink, width: 1.3, dash: "4 3")
  static let trend = Paint(name: "trend", stroke: .round, width: 1.6, opacity: 0.75)
  static let meet = Paint(name: "meet", fill: .ink, stroke: .surface, width: 1.5)

  // Words
  static let words = Paint(name: "words", fill: .soft)
  static let year = Paint(name: "year", fill: .ink)
  static let chance = Paint(name: "chance", fill: .ink)
  static let halo = Paint(name: "halo", fill: .surface, stroke: .surface, width: 5)

  static let all =
    CrewColour.light.indices.map { crew($0) } + [
      critical, ghost, whisker, opening, late, promise, baseline, half, window, deadline, today, closed, lines, years,
      wide, likely, use, there, band, expected, promised, trend, meet, words, year, chance, halo,
    ]
}

extension SVG {
  static func path(_ data: String, _ paint: Paint, round: Int? = nil, title: String? = nil) -> HTML {
    Tag("path")([Attribute("d", data)] + paint.attributes(round: round)) { title.map { tooltip($0) } }
  }

  /// Several pieces in one paint.
  static func group(_ paint: Paint, round: Int? = nil, @HTMLBuilder content: () -> [HTML]) -> HTML {
    Tag("g")(paint.attributes(round: round), content: content)
  }

  /// Words of a size in pixels.
  static func text(
    _ words: String, at point: Point, _ paint: Paint, size: Int, bold: Bool = false, anchor: String? = nil
  ) -> HTML {
    let font = [Attribute("font-size", "\(size)"), bold ? Attribute("font-weight", "700") : nil].compactMap { $0 }
    let place = [Attribute("x", number(point.x)), Attribute("y", number(point.y))]
    return Tag("text")(
      place + paint.attributes() + font + (anchor.map { [Attribute("text-anchor", $0)] } ?? [])
    ) { words }
  }
}
