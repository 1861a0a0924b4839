/// Colours of the map as a style sheet: over the attributes, where style sheets are read.
enum MapStyle {
  /// For a drawing that stands by itself.
  static let standalone = "@media (prefers-color-scheme: dark) {\n" + dark + "}\n"

  /// Dark ground; also for the page, which puts it behind its own condition.
  static let dark: String = {
    let rounds = RoundColour.dark.enumerated().map { index, colour in
      "  .map .round-\(index + 1), .sign .round-\(index + 1) { fill: \(colour); }\n"
    }
    return rounds.joined() + """
        .map .water, .map.sheet > .water { fill: #10181d; }
        .map .land { fill: #212c33; stroke: #3d4a52; }
        .map .people { stroke: #3d4a52; }
        .map .offices, .sign .offices { fill: #8f9ca4; }
        .map .candidates, .sign .candidates { fill: #10181d; stroke: #a9b5bc; }
        .map .names { fill: #e8eef0; }
        .map .halo { stroke: #182127; }
        .map .leaders, .map .frame { stroke: #93a1a9; }
        .map .mark path, .sign .mark path { stroke: #182127; }
        .map .mark .figure, .sign .mark .figure { fill: #10181d; }
        .sign .category { fill: #b4bec8; }

      """
  }()
}
