import EtappModel

/// Other plans: near-optimal variants, the frontier of two goals, an earlier plan.
extension Edition {
  var variantsSection: PageSection? {
    guard !content.variants.isEmpty else { return nil }
    return PageSection("variants", .variantsHeading, lead: say(.variantsLead)) {
      Tag.ol(.class("variants-list")) {
        for (index, variant) in content.variants.enumerated() {
          Tag.li(.class("card")) {
            Tag.h3 { "\(say(.alternative)) \(index + 1)" }
            Tag.p { sentences.sentence(sentences.moves(variant.moves)) + "." }
            Tag.p(.class("meaning")) { sentences.sentence(sentences.differences(variant.goals)) + "." }
          }
        }
      }
    }
  }

  var comparisonSection: PageSection? {
    guard let comparison = content.comparison else { return nil }
    return PageSection("comparison", .comparisonHeading) { paragraphs([sentences.comparison(comparison)]) }
  }

  // MARK: Frontier

  var frontierSection: PageSection? {
    guard let frontier = content.frontier, frontier.goals.count == 2, !frontier.points.isEmpty else { return nil }
    return PageSection("frontier", .frontierHeading, lead: sentences.frontier(frontier)) {
      Tag.figure(.class("chart")) { picture(frontier) }
      table(
        say(.frontierHeading), columns: [say(.plan)] + frontier.goals.map { sentences.title(ofGoal: $0) },
        rows: frontier.points.enumerated().map { index, point in
          [.text("\(index + 1)")] + values(point, frontier).map { .text($0) }
        })
    }
  }

  private func values(_ point: FrontierPoint, _ frontier: Frontier) -> [String] {
    zip(frontier.goals, point.values).map { goal, value in sentences.value(value, names.goal(goal)?.unit ?? .points) }
  }

  private static let chart = SVG.Box(width: 520, height: 300)
  private static let plot = SVG.Box(x: 84, y: 24, width: 420, height: 210)

  private func picture(_ frontier: Frontier) -> HTML {
    let horizontal = Axis(frontier.points.map { $0.values.first ?? 0 })
    let vertical = Axis(frontier.points.map { $0.values.last ?? 0 })
    let places = frontier.points.map { point in
      SVG.Point(
        Self.plot.x + horizontal.share(point.values.first ?? 0) * Self.plot.width,
        Self.plot.y + (1 - vertical.share(point.values.last ?? 0)) * Self.plot.height)
    }
    let titles = frontier.goals.map { sentences.title(ofGoal: $0) }
    return SVG.drawing(
      Self.chart, id: anchor("frontier-picture"), title: titles.joined(separator: " – "),
      description: sentences.frontier(frontier), attributes: [.class("plot")]
    ) {
      SVG.rectangle(Self.plot, .class("plot-ground"), .fill("none"), Attribute("stroke", "#c3cbcc"))
      axes(frontier, titles, horizontal, vertical)
      SVG.path(
        "M" + places.map { "\(SVG.number($0.x)) \(SVG.number($0.y))" }.joined(separator: "L"), .class("plot-line"),
        .fill("none"),
        Attribute("stroke", RoundColour.onPaper(0)), Attribute("stroke-width", "1.5"))
      for (point, place) in zip(frontier.points, places) {
        SVG.circle(
          place, 4.5, .class("plot-point"), .fill(RoundColour.onPaper(0)), title: sentences.point(point, of: frontier))
      }
    }
  }

  private func axes(_ frontier: Frontier, _ titles: [String], _ horizontal: Axis, _ vertical: Axis) -> HTML {
    let units = frontier.goals.map { names.goal($0)?.unit ?? .points }
    let (left, bottom) = (Self.plot.x, Self.plot.y + Self.plot.height)
    return SVG.group(.class("plot-words"), .fill("#3d4a52"), Attribute("font-size", "12")) {
      for end in [0.0, 1] {
        SVG.text(
          sentences.value(horizontal.value(at: end), units[0]),
          at: SVG.Point(left + (0.04 + 0.92 * end) * Self.plot.width, bottom + 18),
          Attribute("text-anchor", "middle"))
        SVG.text(
          sentences.value(vertical.value(at: end), units[1]),
          at: SVG.Point(left - 8, bottom + 4 - (0.04 + 0.92 * end) * Self.plot.height), Attribute("text-anchor", "end"))
      }
      SVG.text(titles[0] + " →", at: SVG.Point(left + Self.plot.width, bottom + 40), Attribute("text-anchor", "end"))
      SVG.text("↑ " + titles[1], at: SVG.Point(4, 12))
    }
  }

  /// From the least to the greatest of some values.
  private struct Axis {
    let low: Double
    let high: Double

    init(_ values: [Double]) {
      low = values.min() ?? 0
      high = max(values.max() ?? 1, low + 1e-9)
    }

    /// The share of the way, with a little room at both ends.
    func share(_ value: Double) -> Double { 0.04 + 0.92 * (value - low) / (high - low) }
    func value(at end: Double) -> Double { low + end * (high - low) }
  }
}
