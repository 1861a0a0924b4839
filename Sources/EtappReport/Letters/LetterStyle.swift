/// How a letter looks: on paper one sheet of A4 for each, on a screen and in a mail program the same sheet.
enum LetterStyle {
  static let text = """
    @page { size: A4; margin: 16mm 24mm 13mm; }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: #eceae4; color: #1a2226;
      font: 400 11pt/1.5 "Source Serif 4", "Source Serif Pro", Charter, "Noto Serif", "Liberation Serif", Georgia, serif;
      overflow-wrap: break-word; hyphens: manual; font-variant-numeric: lining-nums;
    }
    .letter { background: #fff; max-width: 210mm; margin: 8mm auto; padding: 22mm 24mm 18mm; }
    .head { position: relative; min-height: 52mm; margin-bottom: 9mm; }
    .sender {
      margin: 0; color: #0b4552; font: 700 13pt/1.25 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
      width: 62%;
    }
    .facts { position: absolute; top: 1mm; right: 0; border-collapse: collapse; font-size: 9.5pt; line-height: 1.4; }
    .facts th { text-align: left; font-weight: 400; color: #55646b; padding: 0 4mm 0 0; white-space: nowrap; }
    .facts td { padding: 0; white-space: nowrap; }
    .receiver { position: absolute; top: 27mm; left: 0; width: 84mm; margin: 0; line-height: 1.4; }
    h1 {
      margin: 0 0 5mm; font: 700 14pt/1.25 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    }
    h2 {
      margin: 6mm 0 1.5mm; font: 700 11pt/1.3 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
      break-after: avoid;
    }
    p { margin: 0 0 3.2mm; orphans: 3; widows: 3; }
    ul { margin: 0 0 3.2mm; padding: 0 0 0 5.5mm; }
    li { margin: 0 0 1.2mm; padding-left: 1mm; }
    a { color: #0b4552; text-decoration-thickness: 0.05em; text-underline-offset: 0.15em; }
    .foot {
      margin-top: 10mm; padding-top: 2.5mm; border-top: 0.5pt solid #b9c3c6; color: #45535a; break-inside: avoid;
      font: 400 8.5pt/1.45 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    }
    .letter > p:nth-last-of-type(2) { break-after: avoid; }
    .foot p { margin: 0; }
    @media (max-width: 640px) {
      .letter { margin: 0; padding: 8mm 6mm; }
      .head { min-height: 0; }
      .sender { width: auto; margin-bottom: 5mm; }
      .facts, .receiver { position: static; margin: 0 0 5mm; }
    }
    @media print {
      body { background: #fff; font-size: 10.2pt; line-height: 1.4; }
      .letter { margin: 0; padding: 0; max-width: none; }
      .head { min-height: 44mm; margin-bottom: 5mm; }
      .receiver { top: 24mm; }
      h1 { margin-bottom: 3.5mm; }
      h2 { margin-top: 4.5mm; }
      p, ul { margin-bottom: 2.4mm; }
      .foot { margin-top: 7mm; }
      .letter + .letter { break-before: page; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
