import EtappModel

/// Drawing the map. Colours stand as attributes, which any reader of SVG knows, and as classes, which a page's style
/// may turn dark.
extension CountryMap {
  /// The country with its marks, and a frame for each inset.
  func drawing(_ sentences: Sentences, id: String) -> HTML {
    let title = sentences.say(.mapTitle)
    return SVG.drawing(
      country.size, id: id, title: title, description: description(sentences), attributes: [.class("map")]
    ) {
      picture(sentences)
    }
  }

  /// One inset.
  func drawing(_ inset: Inset, _ sentences: Sentences, id: String) -> HTML {
    let names = inset.marks.map { self.names.name(of: $0.place) }
    return SVG.drawing(
      inset.view.size, id: id, title: "\(inset.letter) \(inset.name)", description: sentences.list(names) + ".",
      attributes: [.class("map inset")]
    ) {
      picture(of: inset, sentences)
    }
  }

  private func description(_ sentences: Sentences) -> String {
    sentences.assignment.rounds.indices.map { round in
      let places = marks.filter { $0.round == round }.map { names.name(of: $0.place) }
      return sentences.title(ofRound: round) + ": " + sentences.list(places) + "."
    }
    .joined(separator: " ")
  }

  // MARK: Pictures

  func picture(_ sentences: Sentences) -> HTML {
    let outside = marks.filter { !isInInset($0) }
    let frames = insets.map { (inset: $0, box: frame(of: $0)) }
    let obstacles = marks.map { box(around: country.pixel($0.position)) }
    let wishes =
      outside.map {
        Labels.Wish(
          text: title($0, among: outside), anchor: country.pixel($0.position),
          half: SVG.Point(Self.markRadius, Self.markRadius))
      }
      + frames.map { frame in
        let centre = SVG.Point(frame.box.x + frame.box.width / 2, frame.box.y + frame.box.height / 2)
        return Labels.Wish(
          text: "\(frame.inset.letter) \(frame.inset.name)", anchor: centre,
          half: SVG.Point(frame.box.width / 2, frame.box.height / 2), isFrame: true)
      }
    let labels = Labels(
      frame: country.size.inset(by: 2), fontSize: Self.fontSize, obstacles: obstacles + frames.map(\.box))
    return .group {
      land(country)
      offices(country, sentences)
      for frame in frames { SVG.rectangle(frame.box, .class("frame"), .fill("none"), Attribute("stroke", "#5b6a72")) }
      for mark in marks { drawing(mark, at: country.pixel(mark.position), sentences) }
      drawing(labels.place(wishes))
    }
  }

  func picture(of inset: Inset, _ sentences: Sentences) -> HTML {
    let wishes = inset.marks.map {
      Labels.Wish(
        text: label($0), anchor: inset.view.pixel($0.position),
        half: SVG.Point(Self.markRadius + 1, Self.markRadius + 1))
    }
    let rings = others(inset).map { place in
      let centre = inset.view.pixel(place.coordinate)
      return SVG.Box(x: centre.x - 3, y: centre.y - 3, width: 6, height: 6)
    }
    let obstacles = inset.marks.map { box(around: inset.view.pixel($0.position)) }
    let labels = Labels(
      frame: inset.view.size.inset(by: 3), fontSize: Self.fontSize, obstacles: obstacles, details: rings)
    return .group {
      SVG.rectangle(inset.view.size, .class("water"), .fill("#e4edf0"))
      land(inset.view)
      offices(inset.view, sentences)
      candidates(inset, sentences)
      for mark in inset.marks { drawing(mark, at: inset.view.pixel(mark.position), sentences) }
      drawing(labels.place(wishes))
    }
  }

  /// A reader looks for the municipality; where several marks are in one, it does not tell which.
  private func title(_ mark: Mark, among marks: [Mark]) -> String {
    marks.count { $0.municipality == mark.municipality } > 1 ? label(mark) : names.name(of: mark.municipality)
  }

  /// In an inset the place tells more than the municipality.
  private func label(_ mark: Mark) -> String {
    names.places[mark.place]?.name ?? names.name(of: mark.municipality)
  }

  private func box(around centre: SVG.Point) -> SVG.Box {
    let reach = Self.markRadius + 1.5
    return SVG.Box(x: centre.x - reach, y: centre.y - reach, width: 2 * reach, height: 2 * reach)
  }

  // MARK: Layers

  private func land(_ view: MapView) -> HTML {
    let path = Outline(view).path(of: rings)
    guard !path.isEmpty else { return people(view) }
    return SVG.path(
      path, .class("land"), .fill("#fdfcf9"), Attribute("stroke", "#c3cbcc"), Attribute("stroke-width", "0.5"),
      Attribute("stroke-linejoin", "round"))
  }

  /// Where there is no base map, the people themselves draw the country.
  private func people(_ view: MapView) -> HTML {
    var seen: Set<SVG.Point> = []
    let dots = names.geography.demand.coordinates.map(view.pixel).filter { point in
      let cell = SVG.Point((point.x / 3).rounded(), (point.y / 3).rounded())
      return view.size.contains(point) && seen.insert(cell).inserted
    }
    let data = dots.map { "M\(SVG.number($0.x)) \(SVG.number($0.y))h0" }.joined()
    return SVG.path(
      data, .class("people"), .fill("none"), Attribute("stroke", "#c3cbcc"), Attribute("stroke-width", "2.6"),
      Attribute("stroke-linecap", "round"))
  }

  private func offices(_ view: MapView, _ sentences: Sentences) -> HTML {
    SVG.group(.class("offices"), .fill("#828d93")) {
      for office in names.geography.offices where view.contains(office.coordinate) {
        SVG.circle(view.pixel(office.coordinate), 1.9, title: sentences.say(.existingOffice) + ": " + office.name)
      }
    }
  }

  private func others(_ inset: Inset) -> [Place] {
    let chosen = Set(marks.map(\.place))
    return names.geography.places.filter { !chosen.contains($0.id) && inset.view.contains($0.coordinate) }
  }

  /// Candidates that were not chosen, as small rings.
  private func candidates(_ inset: Inset, _ sentences: Sentences) -> HTML {
    SVG.group(
      .class("candidates"), .fill("#ffffff"), Attribute("stroke", "#6b787e"), Attribute("stroke-width", "1.1")
    ) {
      for place in others(inset) {
        SVG.circle(
          inset.view.pixel(place.coordinate), 3, title: sentences.say(.candidate) + ": " + names.name(of: place.id))
      }
    }
  }

  // MARK: Marks

  func drawing(_ mark: Mark, at point: SVG.Point, _ sentences: Sentences, isSilent: Bool = false) -> HTML {
    let categories = mark.symbols.count > 1 ? Array(mark.symbols.dropFirst()) : []
    return SVG.group(.class("mark \(RoundColour.className(mark.round))"), .fill(RoundColour.onPaper(mark.round))) {
      isSilent ? nil : SVG.tooltip(tooltip(mark, sentences))
      shape(mark.symbols.first ?? .circle, at: point, radius: Self.markRadius)
      for (index, symbol) in categories.enumerated() {
        shape(symbol, at: SVG.Point(point.x + 7.5, point.y + 5.5 - 8 * Double(index)), radius: 3)
      }
      SVG.text(
        "\(mark.round + 1)", at: SVG.Point(point.x, point.y + (mark.symbols.first == .triangle ? 4.4 : 3.3)),
        .class("figure"), .fill("#ffffff"),
        Attribute("text-anchor", "middle"), Attribute("font-size", "9"), Attribute("font-weight", "700"))
    }
  }

  private func shape(_ symbol: EtappModel.Category.Symbol, at point: SVG.Point, radius: Double) -> HTML {
    SVG.path(
      Mark.path(symbol, at: point, radius: radius), Attribute("stroke", "#ffffff"), Attribute("stroke-width", "1"))
  }

  private func tooltip(_ mark: Mark, _ sentences: Sentences) -> String {
    let known = names.places[mark.place]?.categories ?? []
    let categories = known.map { sentences.title($0) }
    return ([names.name(of: mark.place), sentences.title(ofRound: mark.round)] + categories).joined(separator: " · ")
  }

  private func drawing(_ labels: [Labels.Placed]) -> HTML {
    .group {
      SVG.group(.class("leaders"), Attribute("stroke", "#5b6a72"), Attribute("stroke-width", "0.7")) {
        for label in labels { label.leader.map { SVG.line($0.from, $0.to) } }
      }
      // The halo first: not every reader can paint an outline behind its own text.
      SVG.group(
        .class("halo"), .aria("hidden", "true"), .fill("none"), Attribute("stroke", "#fdfcf9"),
        Attribute("stroke-width", "2.6"), Attribute("stroke-linejoin", "round"),
        Attribute("font-size", "\(Self.fontSize)")
      ) {
        for label in labels { SVG.text(label.text, at: label.origin) }
      }
      SVG.group(.class("names"), .fill("#1b2a31"), Attribute("font-size", "\(Self.fontSize)")) {
        for label in labels { SVG.text(label.text, at: label.origin) }
      }
    }
  }
}
