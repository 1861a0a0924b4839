/// What the application adds to the report's style: navigation, forms, the board, the map.
enum AppStyle {
  static let text = [frame, forms, board, map, more, narrow].joined(separator: "\n")

  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5563"/>\
    <circle cx="10" cy="21" r="4.5" fill="#fff"/><path d="M17 6h9v9h-9z" fill="#f5a25d"/></svg>
    """

  private static let frame = """
    .skip-link { position: absolute; left: 1rem; top: -4rem; z-index: 2000; padding: 0.6rem 1rem; background: var(--accent); color: var(--surface); border-radius: 0 0 8px 8px; }
    .skip-link:focus { top: 0; }
    .app-head { background: var(--surface); border-bottom: 1px solid var(--line); }
    .app-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; width: min(100% - 2.5rem, 90rem); margin-inline: auto; min-height: 3.75rem; }
    .app-bar .brand { text-decoration: none; font-size: 1.15rem; padding: 0.5rem 0; }
    .app-nav { flex: 1 1 auto; min-width: 0; }
    .app-nav ul { display: flex; flex-wrap: wrap; gap: 0 0.15rem; }
    .app-nav a, .sub-nav a { display: block; padding: 0.5rem 0.75rem; color: var(--ink); text-decoration: none; border-radius: 8px; font-size: 0.98rem; }
    .app-nav a:hover, .sub-nav a:hover { background: var(--track); }
    .app-nav a[aria-current], .sub-nav a[aria-current] { color: var(--accent); font-weight: 650; background: var(--accent-soft); }
    .app-side { display: flex; align-items: center; gap: 1rem; margin-left: auto; }
    .app-side .languages a { text-transform: uppercase; font-size: 0.8rem; padding: 0.3rem 0.7rem; min-height: 1.6rem; }
    .person { color: var(--ink); font-size: 0.95rem; padding: 0.4rem 0; }
    .page { width: min(100% - 2.5rem, 72rem); margin-inline: auto; padding-block: 2rem 3rem; min-height: 60vh; }
    .page:focus { outline: none; }
    .page.wide { width: min(100% - 2.5rem, 90rem); }
    .page > h1 { font-size: clamp(1.7rem, 1.2rem + 2vw, 2.6rem); margin-bottom: 0.35rem; }
    .page > h2, .page .card > h2 { font-size: 1.25rem; margin-bottom: 0.8rem; }
    .page > h2 { margin-top: 2rem; }
    .page .answer { font-size: 1.15rem; }
    .page > .lead { margin-top: 0.4rem; }
    .page > .figures + .lead { margin-top: 1.5rem; }
    .page > .facts { margin-top: 1rem; }
    .page > .card, .page > .alternatives, .page > form { margin-top: 1.5rem; }
    .app-foot { width: min(100% - 2.5rem, 90rem); margin-inline: auto; padding-block: 1.5rem 2rem; display: flex; gap: 1.5rem; color: var(--soft); font-size: 0.88rem; border-top: 1px solid var(--line); }
    .sub-nav { margin: 0.6rem 0 1.2rem; border-bottom: 1px solid var(--line); padding-bottom: 0.5rem; }
    .sub-nav ul { display: flex; flex-wrap: wrap; gap: 0.15rem; margin-left: -0.75rem; }
    .notice { padding: 0.75rem 1rem; border-radius: 10px; background: var(--accent-soft); color: var(--ink); margin-bottom: 1.25rem; border-left: 4px solid var(--good); }
    .trouble { padding: 0.75rem 1rem; border-radius: 10px; background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--bad); margin: 1rem 0; max-width: 30rem; }
    .downloads, .more, .aside { margin-top: 1.5rem; font-size: 0.95rem; }
    """

  private static let forms = """
    .narrow { max-width: 30rem; }
    .field { margin-bottom: 1.1rem; }
    .field label, .field .label { display: block; font-weight: 600; font-size: 0.95rem; margin-bottom: 0.3rem; }
    .help { color: var(--soft); font-size: 0.88rem; line-height: 1.4; margin-bottom: 0.35rem; }
    input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; font: inherit; color: inherit; background: var(--surface); padding: 0.55rem 0.8rem; border-radius: 10px; border: 1px solid var(--soft); }
    select { width: auto; max-width: 100%; }
    textarea { font: 0.88rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; }
    input[type=checkbox] { width: 1.25rem; height: 1.25rem; accent-color: var(--accent); flex: none; }
    .check { display: flex; gap: 0.7rem; align-items: start; padding-block: 0.35rem; }
    .button { font: inherit; font-weight: 600; padding: 0.6rem 1.2rem; border-radius: 10px; border: 1px solid var(--accent); background: var(--accent); color: var(--surface); cursor: pointer; min-height: 2.6rem; }
    .button:hover { filter: brightness(1.08); }
    .button.quiet { background: transparent; color: var(--accent); font-weight: 500; }
    .button.quiet:hover { background: var(--accent-soft); filter: none; }
    .button.danger { border-color: var(--bad); background: transparent; color: var(--bad); }
    button:focus-visible, select:focus-visible, textarea:focus-visible, .page a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
    .row-form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
    .row-form .field { margin: 0; min-width: 0; max-width: 100%; }
    fieldset { border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.2rem; margin: 0 0 1.25rem; }
    legend { font-weight: 600; padding: 0 0.4rem; }
    progress { width: 100%; height: 0.6rem; accent-color: var(--accent); margin: 1rem 0; }
    .editor { width: 100%; min-height: 28rem; white-space: pre; overflow: auto; tab-size: 2; }
    """

  private static let board = """
    .board-split { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; align-items: start; }
    .board { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem; align-items: stretch; }
    .board-column { background: var(--surface); border: 1px solid var(--line); border-top: 5px solid var(--round); border-radius: 14px; padding: 1rem 0.8rem; }
    .board-column h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 1.1rem; padding-inline: 0.3rem; }
    .board-column .count { margin-left: auto; color: var(--soft); font-weight: 500; font-size: 0.95rem; }
    .board-column .window { padding-inline: 0.3rem; margin: 0.15rem 0 0.5rem; font-size: 0.9rem; }
    .board-column.target { background: var(--accent-soft); outline: 3px dashed var(--accent); outline-offset: -3px; }
    .board-column details { margin-top: 0.6rem; padding-inline: 0.3rem; }
    .board-column summary { cursor: pointer; padding: 0.4rem 0; }
    .cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.45rem; min-height: 2rem; }
    .place-card { background: var(--ground); border: 1px solid var(--line); border-radius: 10px; padding: 0.45rem 0.6rem; }
    .place-card.moved { border: 2px solid var(--accent); background: var(--accent-soft); }
    .place-card.dragging { opacity: 0.5; }
    .scripted .place-card { cursor: grab; }
    .place-name { display: flex; gap: 0.45rem; align-items: baseline; font-weight: 600; font-size: 0.97rem; line-height: 1.3; }
    .mark-sign { margin-left: auto; font-size: 0.85rem; }
    .move { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.4rem; margin-top: 0.3rem; }
    .move select { padding: 0.15rem 0.3rem; font-size: 0.85rem; border-radius: 7px; min-height: 1.75rem; min-width: 0; width: auto; flex: 1 0 7.6rem; }
    .move select, .move .button { border-color: var(--line); background: transparent; }
    .place-card:hover select, .place-card:hover .button, .place-card:focus-within select, .place-card:focus-within .button { border-color: var(--soft); background: var(--surface); }
    .move .button { padding: 0.1rem 0.55rem; font-size: 0.85rem; min-height: 1.75rem; border-radius: 7px; }
    .why-link { font-size: 0.85rem; padding: 0.2rem; white-space: nowrap; }
    .verdict { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 1.1rem 1.2rem 1.3rem; }
    .verdict h2 { font-size: 1.15rem; margin-bottom: 0.5rem; }
    .verdict h3 { font-size: 1rem; margin: 1rem 0 0.3rem; }
    .verdict .moves { font-weight: 600; }
    .verdict-goals { width: 100%; border-collapse: collapse; margin-top: 0.8rem; font-size: 0.93rem; }
    .verdict-goals th, .verdict-goals td { text-align: left; font-weight: 400; padding: 0.4rem 0.5rem 0.4rem 0; vertical-align: baseline; border-top: 1px solid var(--line); }
    .verdict-goals thead th { border-top: 0; color: var(--soft); font-size: 0.84rem; }
    .verdict-goals .number { text-align: right; padding-right: 0; padding-left: 0.4rem; }
    .verdict-goals .worse { color: var(--bad); font-weight: 600; }
    .verdict-goals .better { color: var(--good); font-weight: 600; }
    .verdict-goals .same { color: var(--soft); }
    .rules-held { margin-top: 0.9rem; color: var(--good); font-weight: 600; font-size: 0.95rem; }
    .rules-broken h3 { color: var(--bad); }
    .rules-broken li { padding: 0.35rem 0 0.35rem 0.75rem; border-left: 3px solid var(--bad); margin-bottom: 0.4rem; font-size: 0.93rem; }
    .rules-broken li.old { border-color: var(--line); }
    .suggestion { margin-top: 1rem; padding: 0.8rem 0.9rem; border-radius: 10px; background: var(--ground); font-size: 0.93rem; }
    html:not(.scripted) .suggestion { display: none; }
    .undo { margin-top: 0.8rem; font-size: 0.95rem; }
    .verdict form { margin-top: 1rem; }
    .verdict details { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: 0.8rem; }
    .verdict summary { cursor: pointer; font-weight: 600; }
    @media (min-width: 64rem) {
      .board-split { grid-template-columns: minmax(0, 1fr) 23rem; }
      .verdict { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
    }
    """

  private static let map = """
    .map-split { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; margin-top: 1rem; }
    #map { height: min(75vh, 48rem); min-height: 22rem; border-radius: 14px; border: 1px solid var(--line); background: var(--water); z-index: 0; }
    #map .leaflet-control-attribution { background: var(--surface); color: var(--soft); }
    #map .leaflet-bar a { background: var(--surface); color: var(--ink); border-color: var(--line); }
    #map .leaflet-tooltip, #map .leaflet-popup-content-wrapper, #map .leaflet-popup-tip { background: var(--surface); color: var(--ink); border-color: var(--line); }
    :root { --shade-0: #2f7f86; --shade-1: #7fb0a0; --shade-2: #e0c063; --shade-3: #d8843c; --shade-4: #a8321f; }
    @media (prefers-color-scheme: dark) { :root { --shade-0: #7cc5d0; --shade-1: #8fb59a; --shade-2: #d9b95a; --shade-3: #e08f4a; --shade-4: #f0705a; } }
    .shade { display: inline-block; width: 0.9em; height: 0.9em; border-radius: 50%; margin-right: 0.5em; vertical-align: -0.08em; }
    .shade-0 { background: var(--shade-0); } .shade-1 { background: var(--shade-1); } .shade-2 { background: var(--shade-2); }
    .shade-3 { background: var(--shade-3); } .shade-4 { background: var(--shade-4); }
    .shades { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; font-size: 0.88rem; padding-bottom: 0.5rem; }
    #shading { margin-bottom: 0.75rem; }
    .map-sign { overflow: visible; }
    .map-sign path { stroke: var(--surface); stroke-width: 1.2; fill: var(--round, var(--soft)); }
    .map-sign text { fill: var(--surface); font: 700 11px system-ui, sans-serif; text-anchor: middle; }
    .map-sign.chosen path { stroke: var(--ink); stroke-width: 3; }
    .map-table .table { margin-top: 0.75rem; max-height: min(68vh, 44rem); overflow: auto; }
    .map-table .table th, .map-table .table td { white-space: normal; padding: 0.45rem 0.8rem; }
    .map-table tr.chosen > * { background: var(--accent-soft); }
    .map-table thead th { position: sticky; top: 0; background: var(--surface); }
    @media (min-width: 64rem) { .map-split { grid-template-columns: minmax(0, 1fr) 27rem; } }
    """

  private static let more = """
    .split { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.25rem; margin-block: 2rem; align-items: start; }
    .coming li { display: grid; grid-template-columns: auto 1fr auto; gap: 0 0.6rem; align-items: center; padding-block: 0.5rem; }
    .coming li + li { border-top: 1px solid var(--line); }
    .coming .detail { grid-column: 2 / -1; font-size: 0.88rem; }
    .coming-day { font-weight: 600; white-space: nowrap; }
    .sureness li + li { margin-top: 1.2rem; }
    .sureness .measure-head span { display: flex; gap: 0.5rem; align-items: center; }
    .sureness .bar { margin-block: 0.5rem; height: 9px; }
    .done-cell { display: inline-block; min-width: 5rem; }
    .status { white-space: nowrap; }
    .status::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em; border-radius: 50%; background: var(--good); }
    .status.slipping::before { background: none; border: 2px solid var(--bad); border-radius: 50%; }
    .status.late::before { background: var(--bad); border-radius: 1px; }
    .status.new::before, .status.withdrawn::before { background: var(--soft); }
    .alternatives { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); align-items: start; }
    .alternatives .card { border-top: 5px solid var(--round, var(--line)); }
    .alternatives p + p { margin-top: 0.6rem; }
    .columns.municipalities { padding: 0.5rem 0 1.25rem 1.75rem; }
    .columns.municipalities li { padding-block: 0.15rem; break-inside: avoid; }
    .page .section { padding-block: 2rem; margin-top: 1.5rem; }
    .page .section > h2 { font-size: 1.5rem; }
    .page .card + .card { margin-top: 1.25rem; }
    .page .rounds-grid .card + .card, .page .goals-list .card + .card, .page .split .card + .card, .page .alternatives .card + .card, .page .beyond-grid .card + .card { margin-top: 0; }
    .page .card > h2 { display: flex; gap: 0.55rem; align-items: center; }
    .page > p:not(.kicker, .lead, .notice), .section > form { margin-top: 1rem; }
    .page > .why { margin-top: 1.5rem; border-bottom: 0; }
    .table .button { padding: 0.25rem 0.8rem; min-height: 2rem; font-size: 0.9rem; border-radius: 8px; }
    .table select, .table input { padding-block: 0.25rem; }
    .table .row-form { flex-wrap: nowrap; align-items: center; }
    .table + form { margin-top: 1rem; }
    .due > li { padding-block: 0.8rem; display: flex; flex-wrap: wrap; gap: 0.3rem 0.9rem; align-items: baseline; }
    .due > li + li, .timeline > li + li { border-top: 1px solid var(--line); }
    .due > li > p, .due > li > form { flex: 1 0 100%; min-width: 0; margin: 0; }
    .due .words { max-width: none; padding-inline-end: max(0px, 100% - 46rem); overflow-wrap: anywhere; }
    .timeline .words { max-width: 46rem; overflow-wrap: anywhere; }
    .timeline .words { white-space: pre-line; }
    .due > li > form { margin-top: 0.4rem; }
    .status.under-way::before { background: none; border: 2px solid var(--accent); }
    td .status { margin-left: 0.7rem; }
    td > .status:first-child { margin-left: 0; }
    .search input, .search select { min-height: 2.9rem; }
    .due .status, .timeline .status { white-space: normal; font-size: 0.93rem; }
    .timeline > li { padding-block: 0.8rem; overflow-wrap: anywhere; }
    .timeline p { margin: 0.15rem 0; }
    .detail { color: var(--soft); font-size: 0.9rem; }
    textarea.plain { font: inherit; }
    .letter-text { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; padding: 1.2rem 1.4rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; margin: 0; }
    .search { margin-block: 1.5rem; }
    .search input[type=search] { min-width: 14rem; }
    .facts dd { overflow-wrap: anywhere; }
    mark { background: var(--accent-soft); color: inherit; font-weight: 600; }
    .changes { position: fixed; inset: auto 1rem 1rem auto; z-index: 1500; max-width: 24rem; margin: 0; padding: 0.8rem 1rem; background: var(--surface); color: var(--ink); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 10px; font-size: 0.95rem; box-shadow: 0 4px 18px rgb(0 0 0 / 0.18); }
    .table { position: relative; }
    .page > h1 + .board-split { margin-top: 1.2rem; }
    .table + .row-form, .table + .button { margin-top: 1rem; }
    .mover { margin-top: 0.6rem; justify-content: space-between; }
    .button.small { padding: 0.15rem 0.7rem; min-height: 1.9rem; font-size: 0.95rem; }
    .code { font: 0.82rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; overflow-x: auto; padding: 0.8rem; white-space: pre-wrap; }
    .table.data td, .table.data th { white-space: nowrap; padding: 0.3rem 0.8rem; font-size: 0.9rem; }
    .table.data .wrong { outline: 2px solid var(--bad); outline-offset: -2px; }
    .table.data .remark td { border-top: 0; white-space: normal; color: var(--bad); }
    .table.data .remark .status { white-space: normal; }
    .page .card > h2 .status { font-weight: 500; font-size: 0.95rem; margin-left: auto; }
    .live { margin-top: 0.75rem; font-size: 0.93rem; }
    .plot a:focus-visible circle { stroke: var(--ink); stroke-width: 3; }
    .secret { font-size: 1.05rem; padding: 0.8rem 1rem; background: var(--ground); border-radius: 10px; word-break: break-all; display: block; margin-block: 0.6rem; }
    """

  private static let narrow = """
    @media (max-width: 40rem) {
      .app-bar, .page, .page.wide, .app-foot { width: calc(100% - 2rem); }
      .app-bar { padding-block: 0.4rem; }
      .app-nav { order: 3; flex-basis: 100%; }
      .app-nav ul { margin-left: -0.6rem; }
      .app-nav a { padding: 0.35rem 0.6rem; }
      .page { padding-top: 1.25rem; }
      .row-form .field { flex: 1 1 9.5rem; }
      .table th, .table td { padding-inline: 0.7rem; }
      .verdict-goals { font-size: 0.88rem; }
      .verdict-goals th, .verdict-goals td { overflow-wrap: anywhere; }
      .verdict:has(.moves) { position: sticky; bottom: 0; max-height: 40vh; overflow-y: auto; box-shadow: 0 -6px 24px rgb(0 0 0 / 0.18); }
      html:has(.verdict .moves) { scroll-padding-bottom: 42vh; }
    }
    @media print { .app-head, .app-foot, .sub-nav, .downloads, .skip-link, form { display: none !important; } }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    """
}
