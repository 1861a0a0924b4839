import EtappModel

/// What the signs mean.
extension CountryMap {
  /// A sign and its meaning.
  struct Entry {
    var sign: HTML
    var words: String
  }

  private static let signBox = SVG.Box(x: -12, y: -12, width: 24, height: 24)

  func legend(_ sentences: Sentences) -> [Entry] {
    let rounds = sentences.assignment.rounds.indices.map { round in
      let mark = Mark(
        place: "", position: Coordinate(latitude: 0, longitude: 0), round: round, symbols: [.circle], municipality: "")
      return Entry(
        sign: drawing(mark, at: SVG.Point(0, 0), sentences, isSilent: true), words: sentences.title(ofRound: round))
    }
    let used = Set(marks.flatMap(\.symbols))
    let categories = sentences.assignment.categories.filter { used.contains($0.symbol) }.map { category in
      let shape = SVG.path(
        Mark.path(category.symbol, at: SVG.Point(0, 0), radius: Self.markRadius), .class("category"), .fill("#5b6a72"))
      return Entry(sign: shape, words: category.title(sentences.language))
    }
    let several = marks.contains { $0.symbols.count > 1 } ? [severalCategories(sentences)] : []
    return rounds + categories + several + others(sentences)
  }

  private func severalCategories(_ sentences: Sentences) -> Entry {
    let signs = HTML.group {
      SVG.path(Mark.path(.square, at: SVG.Point(-1, -1), radius: Self.markRadius), .class("category"), .fill("#5b6a72"))
      SVG.path(
        Mark.path(.triangle, at: SVG.Point(6.5, 4.5), radius: 3), .class("category"), .fill("#5b6a72"),
        Attribute("stroke", "#ffffff"))
    }
    return Entry(sign: signs, words: sentences.say(.severalCategories))
  }

  private func others(_ sentences: Sentences) -> [Entry] {
    var entries: [Entry] = []
    if !names.geography.offices.isEmpty {
      let dot = SVG.group(.class("offices"), .fill("#8a959b")) { SVG.circle(SVG.Point(0, 0), 2.4) }
      entries.append(Entry(sign: dot, words: sentences.say(.existingOffice)))
    }
    if !insets.isEmpty {
      let ring = SVG.group(.class("candidates"), .fill("#ffffff"), Attribute("stroke", "#6b787e")) {
        SVG.circle(SVG.Point(0, 0), 3.4)
      }
      entries.append(Entry(sign: ring, words: sentences.say(.candidate)))
    }
    return entries
  }

  /// A sign as a small drawing of its own.
  static func icon(_ sign: HTML) -> HTML {
    SVG.ornament(signBox, .class("sign"), Attribute("width", "24"), Attribute("height", "24")) { sign }
  }

  // MARK: One sheet

  /// Country, insets and legend as one drawing that stands by itself.
  func sheet(_ sentences: Sentences) -> HTML {
    let column = country.size.width + 20
    let legend = legend(sentences)
    let legendHeight = Double(legend.count) * 22 + 20
    let tiles = insets.indices.map { index in
      SVG.Box(
        x: column, y: legendHeight + Double(index) * (Self.insetSize.height + 34) + 24, width: Self.insetSize.width,
        height: Self.insetSize.height)
    }
    let height = max(country.size.height, tiles.last.map { $0.y + $0.height + 10 } ?? legendHeight)
    let size = SVG.Box(width: column + Self.insetSize.width + 10, height: height)
    return SVG.drawing(
      size, id: "map", title: sentences.assignment.name(sentences.language), description: sentences.say(.mapTitle),
      attributes: [
        .class("map sheet"), Attribute("width", SVG.number(size.width)), Attribute("height", SVG.number(size.height)),
        Attribute("font-family", "system-ui, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"),
      ]
    ) {
      Tag.style { HTML.verbatim(MapStyle.standalone) }
      SVG.rectangle(size, .class("water"), .fill("#e4edf0"))
      picture(sentences)
      for (index, entry) in legend.enumerated() { row(entry, at: SVG.Point(column + 12, 22 + Double(index) * 22)) }
      for (inset, tile) in zip(insets, tiles) { framed(inset, tile, sentences) }
    }
  }

  private func row(_ entry: Entry, at point: SVG.Point) -> HTML {
    .group {
      SVG.group(Attribute("transform", "translate(\(SVG.number(point.x)) \(SVG.number(point.y)))")) { entry.sign }
      SVG.group(.class("names"), .fill("#1b2a31"), Attribute("font-size", "13")) {
        SVG.text(entry.words, at: SVG.Point(point.x + 18, point.y + 4.5))
      }
    }
  }

  private func framed(_ inset: Inset, _ tile: SVG.Box, _ sentences: Sentences) -> HTML {
    .group {
      SVG.group(.class("names"), .fill("#1b2a31"), Attribute("font-size", "13"), Attribute("font-weight", "600")) {
        SVG.text("\(inset.letter) \(inset.name)", at: SVG.Point(tile.x, tile.y - 7))
      }
      Tag("svg")([
        Attribute("x", SVG.number(tile.x)), Attribute("y", SVG.number(tile.y)),
        Attribute("width", SVG.number(tile.width)),
        Attribute("height", SVG.number(tile.height)),
        Attribute("viewBox", "0 0 \(SVG.number(tile.width)) \(SVG.number(tile.height))"),
      ]) { picture(of: inset, sentences) }
      SVG.rectangle(tile, .class("frame"), .fill("none"), Attribute("stroke", "#5b6a72"))
    }
  }
}
