/// How the page sets schedules, forecasts and their signs.
enum ChartStyle {
  static let text = [colours(CrewColour.light), Paint.all.map(\.rule).joined(separator: "\n"), layout].joined(
    separator: "\n")

  private static let layout = """
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
    .time-head { overflow: hidden; }
    .t-halo { stroke-linejoin: round; }
    .tasks { position: relative; background: var(--ground); padding: 0.9rem; border-top: 1px solid var(--line); }
    .tasks .table { margin-top: 0.75rem; }
    .tasks .table th, .tasks .table td { padding-block: 0.34rem; font-size: 0.9rem; }
    .tasks tr > :nth-child(3), .tasks tr > :nth-child(4) { text-align: right; }
    .tasks .table tr > :nth-child(5) { white-space: normal; min-width: 20rem; }
    .time-ground path, .time-bars path { vector-effect: non-scaling-stroke; }
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
    .is-promised th, .is-promised td { font-weight: 650; }
    .causes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.25rem; align-items: start; }
    .causes h3 { margin-bottom: 0.35rem; }
    .causes .meaning { margin-bottom: 1.1rem; }
    @media screen and (max-width: 48rem) {
      .time-rows { --names: 0rem; }
      .time-line { grid-template-columns: minmax(0, 1fr); }
      .time-line > .time-name { padding: 0.3rem 0.6rem 0; }
      .time-name .name, .time-name .detail { text-shadow: 0 0 2px var(--surface), 0 0 4px var(--surface), 0 0 6px var(--surface); }
      .time-line.time-top > .time-name { padding-block: 0.4rem 0.2rem; }
      .causes .beyond li { grid-template-columns: 1fr; }
    }
    @media screen and (max-width: 30rem) {
      .curve .t-words, .curve .t-year { font-size: 13.5px; }
      .curve .t-chance, .curve .t-halo { font-size: 18px; }
    }
    """

  /// Rows of a page on paper: names beside bars by position, since not every printer's program lays out a grid.
  static let paper = """
      .section.schedule, .section.forecast { break-before: page; border-top: 0; }
      .time-rows { --names: 56mm; overflow: visible; border-radius: 0; border-width: 0 0 0.5pt; margin-top: 4pt; }
      .time-line, summary.time-line { display: block; position: relative; padding-left: 56mm; break-inside: avoid; }
      .time-line > .time-name { position: absolute; left: 0; top: 3pt; width: 54mm; padding: 0; display: block; line-height: 1.1; }
      .time-name .name { display: block; width: 33mm; font-size: 8.2pt; overflow: visible; white-space: normal; }
      .time-name .detail { position: absolute; right: 0; top: 0.5pt; font-size: 7.6pt; }
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
      .section.schedule .table td:nth-child(2), .section.forecast .table td:nth-child(2) { white-space: nowrap; }
      .section.schedule .table th, .section.schedule .table td, .section.forecast .table th,
      .section.forecast .table td { white-space: normal; }
      .steps li { padding-left: 16pt; }
    """

  static let dark = colours(CrewColour.dark)

  private static func colours(_ colours: [String]) -> String {
    ":root { " + colours.enumerated().map { "--crew-\($0): \($1);" }.joined(separator: " ") + " }"
  }
}
