import EtappModel

/// Parts that several sections use.
extension Edition {
  /// A table with a caption, column heads and rows whose first cell heads the row; it scrolls sideways where it must.
  ///
  /// - Parameter numeric: Columns of figures, which stand to the right; nil for all but the first.
  func table(_ caption: String, columns: [String], numeric: Set<Int>? = nil, rows: [[HTML]]) -> HTML {
    let numeric = numeric ?? Set(columns.indices.dropFirst())
    return Tag.div(.class("table"), .role("region"), .aria("label", caption), Attribute("tabindex", "0")) {
      Tag.table {
        Tag.caption { caption }
        Tag.thead {
          Tag.tr {
            for (index, column) in columns.enumerated() {
              Tag.th(.scope("col"), numeric.contains(index) ? .class("number") : nil) { column }
            }
          }
        }
        Tag.tbody { for row in rows { self.row(row, numeric: numeric) } }
      }
    }
  }

  private func row(_ cells: [HTML], numeric: Set<Int>) -> HTML {
    Tag.tr {
      for (index, cell) in cells.enumerated() {
        index == 0
          ? Tag.th(.scope("row")) { cell }
          : Tag.td(numeric.contains(index) ? .class("number") : nil) { cell }
      }
    }
  }

  /// Where a value lies between what chance gives and the best it could be alone.
  ///
  /// - Returns: Nothing where there is nothing to compare with.
  func gauge(_ result: GoalResult) -> HTML? {
    guard let ideal = result.ideal, let random = result.random else { return nil }
    // The ideal of a round's part belongs to the plan that is best over all rounds, so chance may beat it in one of them.
    let span = result.sense == .minimise ? random - ideal : ideal - random
    guard span > 1e-9 else { return nil }
    let gained = result.sense == .minimise ? random - result.value : result.value - random
    let share = max(0, min(1, gained / span))
    let left = "\(SVG.number(share * 100))%"
    let (low, value, high) = (
      sentences.value(random, result.unit), sentences.value(result.value, result.unit),
      sentences.value(ideal, result.unit)
    )
    let words = "\(say(.random)) \(low), \(say(.thisPlan)) \(value), \(say(.ideal)) \(high)"
    return Tag.div(.class("gauge"), .role("img"), .aria("label", words)) {
      Tag.div(.class("gauge-track")) {
        Tag.span(.class("gauge-fill"), .style("width:\(left)")) {}
        Tag.span(.class("gauge-mark"), .style("left:\(left)")) {}
      }
      Tag.div(.class("gauge-ends")) {
        Tag.span { "\(say(.random)) \(low)" }
        Tag.span { "\(say(.ideal)) \(high)" }
      }
    }
  }

  /// A swatch with the round's figure: colour is not the only sign.
  func swatch(_ round: Int) -> HTML {
    Tag.span(.class("swatch \(RoundColour.className(round))"), .aria("hidden", "true")) { "\(round + 1)" }
  }

  /// The shape of a category.
  func sign(_ category: ID<EtappModel.Category>) -> HTML {
    let symbol = names.categories[category]?.symbol ?? .circle
    return SVG.ornament(
      SVG.Box(x: -9, y: -9, width: 18, height: 18), .class("sign small"), Attribute("width", "15"),
      Attribute("height", "15")
    ) {
      SVG.path(Mark.path(symbol, at: SVG.Point(0, 0), radius: 5.6), .class("category"), .fill("#5b6a72"))
    }
  }

  /// A source: a link where it is an address, words otherwise.
  func source(_ source: String) -> HTML {
    guard source.hasPrefix("https://") || source.hasPrefix("http://"), !source.contains(" ") else {
      return .text(source)
    }
    return Tag.a(.href(source), Attribute("rel", "noopener")) { source }
  }

  /// Paragraphs, one for each text.
  func paragraphs(_ texts: [String]) -> [HTML] { texts.map { text in Tag.p { text } } }
}
