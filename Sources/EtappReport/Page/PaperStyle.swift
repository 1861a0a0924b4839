/// The page on paper.
///
/// Made for browsers and for WeasyPrint, whose grid and flex boxes do not break over pages: on paper everything is
/// blocks, inline blocks and positions.
enum PaperStyle {
  static let text = """
    @page {
      size: A4; margin: 17mm 16mm 19mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #52626a; }
    }
    @media print {
      html { scroll-behavior: auto; font-size: 8.8pt; }
      body { font-size: 9.3pt; line-height: 1.42; background: #fff; }
      .bar-top, .filter { display: none !important; }
      .contents { width: 100%; padding: 14pt 0 0; }
      .contents ol { display: block; }
      .contents li { display: block; border-top: 0.5pt solid #dcdfdc; padding: 4pt 0; overflow: hidden; }
      .contents a::after { content: target-counter(attr(href), page); float: right; }
      .head, main, .foot { width: 100%; }
      .head { padding-block: 0 8pt; }
      h1 { font-size: 25pt; }
      h2 { font-size: 16pt; }
      h3 { font-size: 11.5pt; }
      .section h3, .card h3, .goal h3, .rounds-grid .card h3 { display: block; font-size: 11.5pt; break-after: avoid; }
      h2, caption, .lead, .question { break-after: avoid; }
      .answer { font-size: 12pt; max-width: none; }
      .lead { break-inside: avoid; max-width: none; margin-bottom: 10pt; }
      .section { padding-block: 14pt 10pt; }
      .section.map, .section.rounds, .section.goals, .section.rules, .section.places, .section.outside, .section.travel { break-before: page; border-top: 0; }
      .card, .figure, .table tr, .rule, .inset, .arithmetic, .why { break-inside: avoid; }
      .card { padding: 10pt 11pt; border-radius: 6pt; }
      a { color: inherit; text-decoration: none; }

      .figures, .rounds-grid, .goals-list, .beyond-grid { display: block; margin-right: -2.4%; }
      .figures { border: 0; overflow: visible; background: none; margin-top: 12pt; }
      .figure, .rounds-grid > *, .goals-list > *, .beyond-grid > * {
        display: inline-block; vertical-align: top; margin: 0 2.2% 9pt 0;
      }
      .figure { width: 17.3%; box-shadow: none; border-top: 2pt solid #0b5563; padding: 5pt 0 0; }
      .figure-value { font-size: 12pt; }
      .figure-note, .figure dt { font-size: 8pt; }
      .rounds-grid > *, .goals-list > * { width: 47.6%; }
      .beyond-grid > * { width: 31%; }

      .swatch { margin-right: 5pt; display: inline-block; text-align: center; line-height: 1.5em; vertical-align: 0.08em; }
      .offices { columns: auto; }
      .offices li { display: block; padding-block: 0.6pt; }
      .signs { display: inline-block; min-width: 19pt; }
      .goal h3::before { margin-right: 4pt; }
      .sign.small { display: inline-block; width: 7pt; height: 7pt; vertical-align: -0.5pt; }
      .measure-head, .gauge-ends { display: block; overflow: hidden; }
      .measure-head > :last-child, .gauge-ends > :last-child { float: right; }
      .beyond li { display: block; }
      .beyond-value { float: right; }

      .atlas { display: block; position: relative; }
      .country { width: 92mm; max-width: none !important; border-radius: 6pt; }
      .atlas.wide .country { width: 100%; }
      .beside { display: block; position: absolute; left: 98mm; top: 0; width: 78mm; }
      .atlas.wide .beside { position: static; width: auto; margin-top: 8pt; }
      .legend { display: block; margin-bottom: 8pt; }
      .legend li { display: block; }
      .legend .sign { display: inline-block; width: 13pt; height: 13pt; vertical-align: -3pt; margin-right: 4pt; }
      .inset { width: 62mm; margin-bottom: 6pt; }

      .rule { display: block; position: relative; padding: 6pt 0 6pt 22pt; }
      .state { display: block; position: absolute; left: 0; top: 6pt; width: 14pt; height: 14pt; line-height: 14pt; text-align: center; }
      .facts > div { display: block; padding-block: 3pt; }
      .facts dt { display: inline-block; width: 40mm; vertical-align: top; }
      .facts dd { display: inline-block; width: 132mm; }
      .table { overflow: visible; border-radius: 0; border-width: 0 0 1px; margin-top: 10pt; }
      .table table { font-size: 8.5pt; }
      .table th, .table td { padding: 3pt 6pt 3pt 0; }
      .table caption { padding: 0 0 3pt; }

      .why summary { display: block; padding: 5pt 0 1pt; }
      .why summary::before { content: none !important; }
      .why .gist { float: right; }
      .why .detail, .why .signs { margin-left: 4pt; }
      .why-body { padding: 0 0 5pt; max-width: none; }
      .why-body li + li { margin-top: 2pt; }
      .why::details-content { content-visibility: visible; block-size: auto; }
      .columns { columns: 2; column-gap: 8mm; font-size: 7.8pt; line-height: 1.34; }
      .columns .why summary { padding: 3pt 0 0; }
      .columns .why-body { font-size: 1em; padding-bottom: 3pt; }
      .columns .question { display: none; }

    \(ChartStyle.paper)
    }
    """
}
