/// How the page sets schedules, forecasts and their signs.
enum ChartStyle {
  static let text = colours(CrewColour.light) + """

    .gantt h3 { margin-bottom: 0.35rem; }
    .gantt .window { margin-bottom: 0.75rem; }
    .time-rows {
      --names: 20.5rem; position: relative; border-bottom: 1px solid var(--line); background: var(--surface);
      border-radius: 12px; border: 1px solid var(--line); overflow: hidden; margin-top: 0.9rem;
    }
    .time-rows svg { display: block; }
    .time-ground { position: absolute; left: var(--names); top: 0; width: calc(100% - var(--names)); height: 100%; }
    .time-row { position: relative; }
    .time-row, details.time-row { border-top: 1px solid var(--line); }
    .time-line { display: grid; grid-template-columns: var(--names) minmax(0, 1fr); align-items: center; position: relative; }
    .time-bars { overflow: visible; }
    summary.time-line { cursor: pointer; list-style: none; }
    summary.time-line::-webkit-details-marker { display: none; }
    summary.time-line:focus-visible { outline-offset: -3px; }
    .time-name { display: flex; align-items: baseline; gap: 0.6rem; padding: 0 0.9rem; min-width: 0; line-height: 1.3; }
    .time-name .name { font-weight: 600; font-size: 0.95rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .time-name .detail { margin-left: auto; white-space: nowrap; font-size: 0.86rem; }
    .time-name .late { color: var(--bad); font-weight: 600; }
    summary .time-name::before { content: "+"; width: 0.7em; color: var(--accent); font-weight: 700; flex: none; }
    [open] > summary .time-name::before { content: "–"; }
    summary.time-line:hover .name { text-decoration: underline; text-underline-offset: 0.18em; }
    .time-head { font-size: 11px; fill: var(--soft); overflow: hidden; }
    .time-head .year { font-weight: 650; fill: var(--ink); }
    .tasks { position: relative; background: var(--ground); padding: 0.9rem; border-top: 1px solid var(--line); }
    .tasks .table { margin-top: 0.75rem; }
    .tasks .table th, .tasks .table td { padding-block: 0.34rem; font-size: 0.9rem; }
    .tasks tr > :nth-child(3), .tasks tr > :nth-child(4) { text-align: right; }
    .tasks .table tr > :nth-child(5) { white-space: normal; min-width: 20rem; }
    .time-ground .window { fill: var(--round, var(--accent)); opacity: 0.09; }
    .time-ground .deadline { stroke: var(--round, var(--accent)); stroke-width: 2; stroke-dasharray: 5 3; }
    .time-ground .closed { fill: var(--soft); opacity: 0.11; }
    .time-ground .lines { stroke: var(--line); stroke-width: 1; fill: none; }
    .time-ground .strong { stroke: var(--soft); opacity: 0.5; }
    .time-ground path, .time-bars path { vector-effect: non-scaling-stroke; }
    path.critical { fill: var(--ink); }
    .ghost { stroke: var(--soft); stroke-width: 1.5; fill: none; }
    .whisker { stroke: var(--round, var(--ink)); stroke-width: 1.5; stroke-dasharray: 2 2; fill: none; }
    .sign-opening { fill: var(--round, var(--ink)); stroke: var(--surface); stroke-width: 1.2; }
    .sign-opening.late { fill: var(--bad); fill-rule: evenodd; }
    .sign-promise { fill: var(--round, var(--ink)); stroke: var(--round, var(--ink)); stroke-width: 1.6; stroke-linejoin: round; }
    .sign-baseline { fill: var(--surface); stroke: var(--soft); stroke-width: 1.3; }
    .sign-half { stroke: var(--ink); stroke-width: 2.2; fill: none; }
    .key .window { fill: var(--accent); fill-opacity: 0.14; stroke: var(--accent); stroke-width: 1.4; stroke-dasharray: 3 2; }
    .key .closed { fill: var(--soft); fill-opacity: 0.25; }
    .strip .wide, .key .wide { fill: var(--round, var(--soft)); opacity: 0.3; }
    .strip .likely, .key .likely { fill: var(--round, var(--soft)); opacity: 0.62; }
    .load .use { fill: var(--accent); opacity: 0.42; }
    .load .there { fill: none; stroke: var(--ink); stroke-width: 1.4; }
    .time-legend { margin-top: 1.5rem; }
    .time-legend .legend + .legend { margin-top: 0.35rem; }
    .time-top .detail { font-size: 0.8rem; align-self: end; }
    .time-legend .legend, .legend.time-legend { grid-template-columns: repeat(auto-fill, minmax(min(100%, 18.5rem), 1fr)); font-size: 0.9rem; }
    .key { flex: none; }
    .table .words { display: block; white-space: normal; min-width: 16rem; max-width: 34rem; }
    .below { display: block; color: var(--soft); font-size: 0.88em; }
    .schedule .table th, .schedule .table td, .forecast .table th, .forecast .table td { padding-inline: 0.85rem; }
    .steps { counter-reset: step; }
    .steps li { counter-increment: step; padding-left: 2rem; position: relative; }
    .steps li::before { content: counter(step) "."; position: absolute; left: 0; color: var(--soft); }
    .curve { display: block; width: 100%; max-width: 30rem; height: auto; font-family: inherit; }
    .curve-figure { margin-top: 1.1rem; }
    .curve-figure .legend { grid-template-columns: 1fr; font-size: 0.86rem; margin-top: 0.5rem; }
    .curve .axis text { font-size: 11px; fill: var(--soft); }
    .curve .axis .year { font-weight: 650; fill: var(--ink); }
    .curve .line { stroke: var(--line); fill: none; }
    .curve .band, .key .band { fill: var(--round, var(--soft)); opacity: 0.2; }
    .curve .expected { stroke: var(--round, var(--ink)); stroke-width: 2.4; fill: none; stroke-linejoin: round; }
    .key .expected { stroke: var(--round, var(--ink)); stroke-width: 2.4; fill: none; }
    .curve .promised, .key .promised { stroke: var(--ink); stroke-width: 1.3; stroke-dasharray: 4 3; fill: none; }
    .curve .deadline { stroke: var(--ink); stroke-width: 1.3; stroke-dasharray: 4 3; fill: none; }
    .curve .meet { fill: var(--ink); stroke: var(--surface); stroke-width: 1.5; }
    .curve-chance, .curve-halo { font-size: 15px; font-weight: 700; fill: var(--ink); }
    .curve-halo { stroke: var(--surface); stroke-width: 5; stroke-linejoin: round; }
    .is-promised th, .is-promised td { font-weight: 650; }
    .causes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.25rem; align-items: start; }
    .causes h3 { margin-bottom: 0.35rem; }
    .causes .meaning { margin-bottom: 1.1rem; }
    @media screen and (max-width: 48rem) {
      .time-rows { --names: 0rem; }
      .time-line { grid-template-columns: minmax(0, 1fr); }
      .time-line > .time-name { padding: 0.3rem 0.6rem 0; }
      .time-line.time-top > .time-name { padding-block: 0.4rem 0.2rem; }
      .causes .beyond li { grid-template-columns: 1fr; }
    }
    """

  /// Rows of a page on paper: names beside bars by position, since not every printer's program lays out a grid.
  static let paper = """
      .section.schedule, .section.forecast { break-before: page; border-top: 0; }
      .time-rows { --names: 46mm; overflow: visible; border-radius: 0; border-width: 0 0 0.5pt; margin-top: 4pt; }
      .time-line, summary.time-line { display: block; position: relative; padding-left: 46mm; break-inside: avoid; }
      .time-line > .time-name { position: absolute; left: 0; top: 5pt; width: 44mm; padding: 0; display: block; }
      .time-name .name { font-size: 8.4pt; overflow: visible; white-space: normal; }
      .time-name .detail { float: right; font-size: 7.6pt; }
      summary .time-name::before { content: none !important; }
      .tasks { display: none; }
      .time-row { break-inside: avoid; }
      .gantt h3 { break-after: avoid; }
      .gantt .window { break-after: avoid; margin-bottom: 3pt; }
      .legend.time-legend li, .time-legend .legend li, .curve-figure .legend li { display: inline-block; margin-right: 10pt; }
      .key { display: inline-block; vertical-align: -2pt; margin-right: 3pt; }
      .causes { display: block; margin-right: -2.4%; }
      .causes > * { display: inline-block; vertical-align: top; width: 47.6%; margin: 0 2.2% 9pt 0; }
      .table .words { min-width: 0; }
      .section.schedule .table th, .section.schedule .table td, .section.forecast .table th,
      .section.forecast .table td { white-space: normal; }
      .steps li { padding-left: 16pt; }
    """

  static let dark = colours(CrewColour.dark)

  private static func colours(_ colours: [String]) -> String {
    colours.enumerated().map { ".crew-\($0) { fill: \($1); }" }.joined(separator: "\n")
  }
}
