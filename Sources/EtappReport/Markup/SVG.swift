/// Drawings, on top of the same markup: coordinates are rounded to a tenth of a pixel.
package enum SVG {
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  package struct Box: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double = 0, y: Double = 0, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    func inset(by margin: Double) -> Box {
      Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }

    func contains(_ point: Point) -> Bool {
      point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
    }

    func contains(_ other: Box) -> Bool {
      contains(Point(other.x, other.y)) && contains(Point(other.x + other.width, other.y + other.height))
    }

    /// The area that two boxes share.
    func overlap(_ other: Box) -> Double {
      let across = min(x + width, other.x + other.width) - max(x, other.x)
      let down = min(y + height, other.y + other.height) - max(y, other.y)
      return max(0, across) * max(0, down)
    }
  }

  /// A drawing that a screen reader announces by its title and description.
  package static func drawing(
    _ box: Box, id: String, title: String, description: String, attributes: [Attribute] = [],
    @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    let frame: [Attribute] = [
      Attribute("xmlns", "http://www.w3.org/2000/svg"),
      Attribute("viewBox", "\(number(box.x)) \(number(box.y)) \(number(box.width)) \(number(box.height))"),
      .role("img"), .aria("labelledby", "\(id)-title \(id)-description"),
    ]
    return Tag("svg")(frame + attributes) {
      Tag.title(.id(id + "-title")) { title }
      Tag("desc")(.id(id + "-description")) { description }
      content()
    }
  }

  /// A drawing inside another, or one that says nothing of its own.
  package static func ornament(_ box: Box, _ attributes: Attribute..., @HTMLBuilder content: () -> [HTML]) -> HTML {
    let frame: [Attribute] = [
      Attribute("xmlns", "http://www.w3.org/2000/svg"),
      Attribute("viewBox", "\(number(box.x)) \(number(box.y)) \(number(box.width)) \(number(box.height))"),
      .aria("hidden", "true"), Attribute("focusable", "false"),
    ]
    return Tag("svg")(frame + attributes, content: content)
  }

  /// A drawing as wide as its place and so many pixels high; positions across are shares, given by `pinned`.
  package static func wide(height: Double, _ attributes: Attribute..., @HTMLBuilder content: () -> [HTML]) -> HTML {
    let frame = [
      Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("width", "100%"), Attribute("height", number(height)),
    ]
    return Tag("svg")(frame + attributes, content: content)
  }

  /// A drawing that is pulled to the width and height of its place: across in units of its own, down in pixels as long
  /// as the place is `height` high.
  package static func stretched(
    units: Int, height: Double, _ attributes: Attribute..., @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    let frame = [
      Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("width", "100%"), Attribute("height", number(height)),
      Attribute("viewBox", "0 0 \(max(1, units)) \(number(height))"), Attribute("preserveAspectRatio", "none"),
    ]
    return Tag("svg")(frame + attributes, content: content)
  }

  /// Something that keeps its shape where the drawing around it is pulled: at a share of the width, `y` pixels down.
  package static func pinned(at share: Double, y: Double, @HTMLBuilder content: () -> [HTML]) -> HTML {
    let place = [
      Attribute("x", percent(share)), Attribute("y", number(y)), Attribute("overflow", "visible"),
    ]
    return Tag("svg")(place, content: content)
  }

  /// A share as a hundredth of a per cent: a tenth of a pixel on a thousand.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "0" }
    let hundredths = Int((share * 10_000).rounded())
    let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
    if rest == 0 { return "\(whole)%" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }

  package static func group(_ attributes: Attribute..., @HTMLBuilder content: () -> [HTML]) -> HTML {
    Tag("g")(attributes, content: content)
  }

  package static func circle(_ centre: Point, _ radius: Double, _ attributes: Attribute..., title: String? = nil)
    -> HTML
  {
    let place = [
      Attribute("cx", number(centre.x)), Attribute("cy", number(centre.y)), Attribute("r", number(radius)),
    ]
    return Tag("circle")(place + attributes) { title.map { tooltip($0) } }
  }

  package static func path(_ data: String, _ attributes: Attribute..., title: String? = nil) -> HTML {
    Tag("path")([Attribute("d", data)] + attributes) { title.map { tooltip($0) } }
  }

  package static func line(_ from: Point, _ to: Point, _ attributes: Attribute...) -> HTML {
    let ends = [
      Attribute("x1", number(from.x)), Attribute("y1", number(from.y)), Attribute("x2", number(to.x)),
      Attribute("y2", number(to.y)),
    ]
    return Tag("line")(ends + attributes)
  }

  package static func rectangle(_ box: Box, _ attributes: Attribute...) -> HTML {
    let place = [
      Attribute("x", number(box.x)), Attribute("y", number(box.y)), Attribute("width", number(box.width)),
      Attribute("height", number(box.height)),
    ]
    return Tag("rect")(place + attributes)
  }

  package static func text(_ words: String, at point: Point, _ attributes: Attribute...) -> HTML {
    Tag("text")([Attribute("x", number(point.x)), Attribute("y", number(point.y))] + attributes) { words }
  }

  package static func tooltip(_ words: String) -> HTML { Tag.title() { words } }

  /// A tenth of a pixel, without a needless `.0`.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}

extension Attribute {
  package static func fill(_ colour: String) -> Attribute { Attribute("fill", colour) }
}
