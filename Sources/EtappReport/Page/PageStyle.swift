import EtappModel

/// The page's style: light and dark, phone to wide screen, and paper.
enum PageStyle {
  static func text(_ languages: [Language]) -> String {
    [
      base, editions(languages), head, sections, cards, explanations, MapPageStyle.text, ChartStyle.text, rounds, dark,
      wide,
      PaperStyle.text,
    ]
    .joined(separator: "\n")
  }

  private static let base = """
    :root {
      color-scheme: light dark;
      --ground: #f6f5f1; --surface: #ffffff; --ink: #16242b; --soft: #52626a; --line: #dcdfdc; --water: #e4edf0;
      --accent: #0b5563; --accent-soft: #e3eff0; --good: #00704f; --bad: #a8321f; --track: #e6e8e5;
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--ground); color: var(--ink); font: 400 1.0625rem/1.55 system-ui, "Segoe UI", Roboto,
      "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }
    h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
    h1, h2, h3 { line-height: 1.15; font-weight: 650; letter-spacing: -0.012em; text-wrap: balance; }
    h1 { font-size: 2.25rem; letter-spacing: -0.022em; }
    h2 { font-size: 1.6rem; }
    h3 { font-size: 1.125rem; }
    p { text-wrap: pretty; }
    ul, ol { list-style: none; }
    a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
    a:focus-visible, summary:focus-visible, input:focus-visible, .table:focus-visible {
      outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px;
    }
    code { font: 0.86em ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; }
    [hidden] { display: none !important; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    """

  /// Which edition is shown: by the root's attribute, which the script sets; without script by what the address points at.
  private static func editions(_ languages: [Language]) -> String {
    var rules = ["[data-edition] { display: none; }"]
    for language in languages.map(\.rawValue) {
      rules.append("html[data-language=\"\(language)\"] [data-edition=\"\(language)\"] { display: block; }")
    }
    for language in languages.map(\.rawValue) {
      let aimed =
        "html:not(.scripted):has([data-edition=\"\(language)\"]:target, [data-edition=\"\(language)\"] :target)"
      rules.append("\(aimed) [data-edition] { display: none; }")
      rules.append("\(aimed) [data-edition=\"\(language)\"] { display: block; }")
    }
    return rules.joined(separator: "\n")
  }

  private static let head = """
    .bar-top, .head, .contents, main, .foot { width: min(100% - 2.5rem, 72rem); margin-inline: auto; }
    .bar-top { display: flex; justify-content: space-between; align-items: center; padding-block: 1.1rem; gap: 1rem; }
    .brand { font-weight: 700; letter-spacing: 0.02em; color: var(--accent); }
    .languages { display: flex; gap: 0.25rem; padding: 0.2rem; border-radius: 999px; background: var(--track); }
    .languages a {
      padding: 0.3rem 0.85rem; border-radius: 999px; color: var(--ink); text-decoration: none; font-size: 0.9rem;
    }
    .languages a[aria-current] { background: var(--surface); font-weight: 600; box-shadow: 0 1px 2px rgb(0 0 0 / 0.12); }
    html .skip[data-edition] {
      position: absolute; left: 1rem; top: -4rem; z-index: 5; padding: 0.6rem 1rem; background: var(--accent);
      color: var(--surface); border-radius: 0 0 8px 8px;
    }
    html .skip[data-edition]:focus { top: 0; }
    .head { padding-block: 1.75rem 2rem; }
    .kicker { color: var(--soft); font-size: 0.95rem; margin-bottom: 0.75rem; }
    .answer { max-width: 46rem; margin-top: 1.1rem; font-size: 1.2rem; line-height: 1.5; }
    .figures {
      display: flex; flex-wrap: wrap; gap: 1px; margin-top: 2.25rem;
      border: 1px solid var(--line); border-radius: 14px; overflow: hidden; background: var(--surface);
    }
    .figure { flex: 1 1 12.5rem; box-shadow: 0 0 0 1px var(--line); padding: 1.1rem 1.15rem 1.2rem; }
    /* More than one row of them is divided so that no row has a hole. */
    .figure:first-child:nth-last-child(n + 6), .figure:first-child:nth-last-child(n + 6) ~ .figure { flex-basis: 15.5rem; }
    .figure dt { color: var(--soft); font-size: 0.875rem; }
    .figure-value { font-size: 1.25rem; font-weight: 650; letter-spacing: -0.02em; line-height: 1.25; margin-top: 0.25rem; }
    .figure-note { color: var(--soft); font-size: 0.85rem; margin-top: 0.3rem; line-height: 1.4; }
    .contents { padding-block: 0.5rem 1rem; }
    .contents ol { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; }
    .contents a { font-size: 0.95rem; }
    """

  private static let sections = """
    .section { padding-block: 2.75rem; border-top: 1px solid var(--line); scroll-margin-top: 0.5rem; }
    .section > h2 { margin-bottom: 0.6rem; }
    .section h3 { margin-top: 2rem; margin-bottom: 0.75rem; display: flex; align-items: center; gap: 0.55rem; }
    .lead { max-width: 44rem; color: var(--soft); margin-bottom: 1.75rem; }
    .prose { max-width: 44rem; }
    .prose p + p, .prose li + li { margin-top: 0.85rem; }
    ul.prose li, .diagnostics li { padding-left: 1.1rem; position: relative; }
    ul.prose li::before, .diagnostics li::before { content: "–"; position: absolute; left: 0; color: var(--soft); }
    .diagnostics { font-size: 0.92rem; max-width: 56rem; }
    .diagnostics li + li { margin-top: 0.35rem; }
    .facts { display: grid; gap: 0; max-width: 56rem; }
    .facts > div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 1rem; padding-block: 0.55rem; }
    .facts > div + div { border-top: 1px solid var(--line); }
    .facts dt { color: var(--soft); }
    .table { overflow-x: auto; margin-top: 1.75rem; border-radius: 12px; border: 1px solid var(--line); background: var(--surface); }
    .table table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
    .table caption { text-align: left; padding: 1rem 1.1rem 0.35rem; font-weight: 600; white-space: normal; }
    .table th, .table td { padding: 0.6rem 1.1rem; text-align: left; vertical-align: baseline; white-space: nowrap; }
    .table thead th { color: var(--soft); font-weight: 500; font-size: 0.875rem; border-bottom: 1px solid var(--line); }
    .table tbody tr + tr > * { border-top: 1px solid var(--line); }
    .table tbody th { font-weight: 500; }
    .table .part { color: var(--soft); font-weight: 400; padding-left: 0.75rem; }
    .table .number, .balance .number { text-align: right; }
    .source { color: var(--soft); font-size: 0.875rem; }
    .foot { padding-block: 2rem 3rem; color: var(--soft); font-size: 0.9rem; border-top: 1px solid var(--line); }
    """

  private static let cards = """
    .card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 1.35rem 1.4rem 1.5rem; }
    .card h3 { margin-top: 0; }
    .rounds-grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.25rem; align-items: start; }
    .rounds-grid .card { border-top: 5px solid var(--round); }
    .rounds-grid .card h3 { font-size: 1.35rem; margin-bottom: 0.3rem; }
    .window { color: var(--soft); margin-bottom: 1rem; }
    .swatch {
      display: inline-flex; align-items: center; justify-content: center; width: 1.5em; height: 1.5em; border-radius: 50%;
      background: var(--round); color: var(--surface); font-size: 0.8em; font-weight: 700; flex: none;
    }
    .offices { columns: 2 10.5rem; column-gap: 1.25rem; }
    .offices li { break-inside: avoid; padding-block: 0.16rem; display: flex; gap: 0.45rem; align-items: baseline; }
    .signs { display: inline-flex; gap: 0.15rem; flex: none; }
    .sign { flex: none; overflow: visible; }
    .sign .category { fill: var(--soft); }
    .sign.small { vertical-align: -0.12em; }
    .detail { color: var(--soft); font-size: 0.9em; }
    .balance { width: 100%; border-collapse: collapse; margin-top: 1.4rem; font-size: 0.94rem; }
    .balance caption { text-align: left; color: var(--soft); font-size: 0.875rem; padding-bottom: 0.4rem; }
    .balance th, .balance td { padding: 0.4rem 0; vertical-align: top; text-align: left; font-weight: 400; }
    .balance thead th { color: var(--soft); font-size: 0.85rem; border-bottom: 1px solid var(--line); }
    .balance th + th, .balance td { padding-left: 0.9rem; }
    .balance .sign { margin-right: 0.4rem; }
    .bar { position: relative; display: block; height: 7px; border-radius: 4px; background: var(--track); margin-top: 0.3rem; }
    .bar-fill { display: block; height: 100%; border-radius: 4px; background: var(--round, var(--soft)); }
    .bar-tick { position: absolute; top: -3px; bottom: -3px; width: 2px; margin-left: -1px; background: var(--ink); }
    .measure { margin-top: 1.2rem; }
    .measure-head { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.95rem; }
    .gauge { margin-top: 0.5rem; }
    .gauge-track { position: relative; height: 10px; border-radius: 5px; background: var(--track); }
    .gauge-fill { display: block; height: 100%; border-radius: 5px; background: var(--round, var(--accent)); opacity: 0.35; }
    .gauge-mark {
      position: absolute; top: -4px; width: 6px; height: 18px; margin-left: -3px; border-radius: 3px;
      background: var(--round, var(--accent)); box-shadow: 0 0 0 2px var(--surface);
    }
    .gauge-ends { display: flex; justify-content: space-between; gap: 1rem; color: var(--soft); font-size: 0.82rem; margin-top: 0.35rem; }
    .gauge-ends span:last-child { text-align: right; }
    .goals-list { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem; counter-reset: goal; }
    .goal { counter-increment: goal; }
    .goal h3 { margin-bottom: 0.2rem; }
    .goal h3::before { content: counter(goal) "."; color: var(--soft); font-weight: 500; }
    .goal-value { font-size: 1.9rem; font-weight: 650; letter-spacing: -0.02em; line-height: 1.2; }
    .goal .gauge { margin-bottom: 1rem; }
    .goal p + p { margin-top: 0.55rem; }
    .meaning { color: var(--soft); font-size: 0.92rem; line-height: 1.5; }
    .variants-list { display: grid; gap: 1rem; counter-reset: variant; }
    .variants-list p + p { margin-top: 0.4rem; }
    .rules-list { display: grid; gap: 0; border-bottom: 1px solid var(--line); }
    .rule { display: grid; grid-template-columns: 1.9rem 1fr; gap: 0.75rem; padding-block: 0.95rem; border-top: 1px solid var(--line); }
    .state {
      display: flex; align-items: center; justify-content: center; width: 1.75rem; height: 1.75rem; border-radius: 50%;
      background: var(--track); color: var(--soft); font-weight: 700; font-size: 0.95rem;
    }
    .held .state { background: var(--accent-soft); color: var(--good); }
    .broken .state { background: var(--bad); color: var(--surface); }
    .rule-words { font-weight: 500; max-width: 48rem; }
    .rule-standing { color: var(--soft); font-size: 0.95rem; }
    .rule .source { margin-top: 0.15rem; }
    .arithmetic {
      max-width: 48rem; margin-bottom: 1.5rem; padding: 1.1rem 1.35rem; border-left: 5px solid var(--bad); background: var(--surface);
      border-radius: 0 12px 12px 0; font-size: 1.2rem; line-height: 1.45;
    }
    .conflict > p:last-child { margin-top: 1.25rem; }
    .beyond-grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1.25rem; }
    .beyond li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; font-size: 0.95rem; }
    .beyond li + li { margin-top: 0.75rem; }
    .beyond .bar { grid-column: 1 / -1; }
    .chart { max-width: 40rem; }
    .variants-list h3 { margin-bottom: 0.35rem; }
    .plot { width: 100%; height: auto; display: block; font-family: inherit; }
    """

  private static let explanations = """
    .why-list { border-top: 1px solid var(--line); }
    .why { border-bottom: 1px solid var(--line); break-inside: avoid; }
    .why summary { display: flex; align-items: baseline; gap: 0.6rem; padding: 0.7rem 0.15rem; cursor: pointer; list-style: none; }
    .why summary::-webkit-details-marker { display: none; }
    .why summary::before { content: "+"; width: 1em; color: var(--accent); font-weight: 700; flex: none; }
    .why[open] summary::before { content: "–"; }
    .why summary:hover .name { text-decoration: underline; text-underline-offset: 0.18em; }
    .why .name { font-weight: 600; }
    .why .gist { margin-left: auto; color: var(--soft); font-size: 0.88rem; text-align: right; }
    .columns .why summary { padding-block: 0.42rem; }
    .columns .gist { display: none; }
    .columns .why-body { font-size: 0.94rem; }
    .why-body { padding: 0 0.25rem 1.15rem 1.75rem; max-width: 46rem; }
    .question { font-weight: 600; margin-bottom: 0.4rem; }
    .why-body li + li { margin-top: 0.55rem; }
    .filter { margin-bottom: 1.25rem; max-width: 26rem; }
    .filter label { display: block; font-size: 0.9rem; color: var(--soft); margin-bottom: 0.3rem; }
    .filter input {
      width: 100%; font: inherit; color: inherit; background: var(--surface); padding: 0.6rem 0.9rem; border-radius: 10px;
      border: 1px solid var(--soft);
    }
    .filter-count { font-size: 0.9rem; color: var(--soft); margin-top: 0.35rem; min-height: 1.4em; }
    """

  private static let rounds: String = {
    let colours = RoundColour.light.enumerated().map { ".round-\($0 + 1) { --round: \($1); }" }
    return colours.joined(separator: "\n") + "\n.before { --round: var(--soft); }"
  }()

  private static let dark: String = {
    let colours = RoundColour.dark.enumerated().map { "  .round-\($0 + 1) { --round: \($1); }" }
    return """
      @media screen and (prefers-color-scheme: dark) {
        :root {
          --ground: #11181c; --surface: #182127; --ink: #e8eef0; --soft: #a9b5bc; --line: #2d3940; --water: #10181d;
          --accent: #7cc5d0; --accent-soft: #1d3a3f; --good: #5fd0ae; --bad: #f0907c; --track: #2a353c;
        }
      \(colours.joined(separator: "\n"))
      \(MapStyle.dark)
      \(ChartStyle.dark)
        .plot-ground { stroke: #3d4a52; }
        .plot-line { stroke: \(RoundColour.dark[0]); }
        .plot-point { fill: \(RoundColour.dark[0]); }
        .plot-words { fill: #a9b5bc; }
      }
      """
  }()

  private static let wide = """
    @media (min-width: 48rem) {
      h1 { font-size: 3.1rem; }
      h2 { font-size: 2rem; }
      .answer { font-size: 1.3rem; }
      .section { padding-block: 3.75rem; }
      .columns { columns: 2; column-gap: 2.5rem; }
    }
    @media (min-width: 68rem) { .columns { columns: 3; } }
    @media (max-width: 40rem) {
      .why summary { flex-wrap: wrap; }
      .why .gist { margin-left: 1.6em; width: 100%; text-align: left; }
      .facts > div { grid-template-columns: 1fr; gap: 0; }
    }
    """
}
