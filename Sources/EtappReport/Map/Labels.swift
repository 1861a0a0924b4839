/// Names beside marks, none over another: each takes the best of many positions, the most crowded first.
struct Labels {
  struct Wish {
    var text: String
    /// The mark or frame that the name belongs to: its middle, and half its width and height.
    var anchor: SVG.Point
    var half: SVG.Point
    /// A frame has corners where a mark is round.
    var isFrame = false

    /// The edge in a direction.
    func edge(_ angle: SVG.Point) -> SVG.Point {
      let (x, y) = isFrame ? (Self.sign(angle.x), Self.sign(angle.y)) : (angle.x, angle.y)
      return SVG.Point(anchor.x + half.x * x, anchor.y + half.y * y)
    }

    private static func sign(_ number: Double) -> Double { number == 0 ? 0 : number < 0 ? -1 : 1 }
  }

  struct Placed {
    var text: String
    /// Where the text begins, on its baseline.
    var origin: SVG.Point
    var box: SVG.Box
    /// From mark to name, where they are not beside each other.
    var leader: (from: SVG.Point, to: SVG.Point)?
  }

  private let frame: SVG.Box
  private let fontSize: Double
  /// What may not be covered: marks and frames.
  private let obstacles: [SVG.Box]

  init(frame: SVG.Box, fontSize: Double, obstacles: [SVG.Box]) {
    self.frame = frame
    self.fontSize = fontSize
    self.obstacles = obstacles
  }

  /// The width of a text in a sans-serif face, a little on the safe side.
  static func width(of text: String, fontSize: Double) -> Double {
    text.reduce(0.0) { sum, character in
      let share =
        switch character {
        case "i", "l", "j", "t", "f", "r", "I", ".", ",", " ", "(", ")", "í": 0.38
        case "m", "w", "M", "W": 0.95
        default: character.isUppercase ? 0.71 : 0.61
        }
      return sum + share * fontSize
    }
  }

  /// - Complexity: O(labels × positions × (labels + obstacles)).
  func place(_ wishes: [Wish]) -> [Placed] {
    let crowded = wishes.indices.sorted { neighbours(wishes[$0], wishes) > neighbours(wishes[$1], wishes) }
    var placed: [Int: Placed] = [:]
    // The second time round, a name may take room that the first left over.
    for _ in 0..<3 {
      for index in crowded {
        placed[index] = nil
        placed[index] = best(wishes[index], others: placed.sorted { $0.key < $1.key }.map(\.value))
      }
    }
    return wishes.indices.compactMap { placed[$0] }
  }

  private func neighbours(_ wish: Wish, _ all: [Wish]) -> Int {
    all.count { abs($0.anchor.x - wish.anchor.x) < 60 && abs($0.anchor.y - wish.anchor.y) < 24 }
  }

  private func best(_ wish: Wish, others: [Placed]) -> Placed? {
    candidates(wish).min { cost($0, others: others) < cost($1, others: others) }.map(\.placed)
  }

  private struct Candidate {
    var placed: Placed
    /// What the position costs before anything is in its way.
    var price: Double
  }

  private func cost(_ candidate: Candidate, others: [Placed]) -> Double {
    let box = candidate.placed.box.inset(by: -1)
    var cost = candidate.price
    for other in others { cost += 40 * box.overlap(other.box) }
    for obstacle in obstacles { cost += 12 * box.overlap(obstacle) }
    cost += 60 * (box.width * box.height - box.overlap(frame))
    guard let leader = candidate.placed.leader else { return cost }
    for other in others {
      for step in 1..<8 {
        let share = Double(step) / 8
        let point = SVG.Point(
          leader.from.x + share * (leader.to.x - leader.from.x), leader.from.y + share * (leader.to.y - leader.from.y))
        if other.box.contains(point) { cost += 60 }
      }
    }
    return cost
  }

  /// Right, left, above and below; then further and further away with a line to the mark.
  private func candidates(_ wish: Wish) -> [Candidate] {
    let width = Self.width(of: wish.text, fontSize: fontSize)
    var result: [Candidate] = []
    for (ring, distance) in [4.0, 13, 26, 42, 60].enumerated() {
      for (index, angle) in Self.directions.enumerated() {
        let edge = wish.edge(angle)
        let tip = SVG.Point(edge.x + distance * angle.x, edge.y + distance * angle.y)
        let x = angle.x > 0.3 ? tip.x : angle.x < -0.3 ? tip.x - width : tip.x - width / 2
        let y = tip.y + (angle.y > 0.8 ? fontSize * 0.8 : angle.y < -0.8 ? 0 : fontSize * 0.34)
        let box = SVG.Box(x: x, y: y - fontSize * 0.82, width: width, height: fontSize * 1.06)
        let near = SVG.Point(tip.x - 2 * angle.x, tip.y - 2 * angle.y)
        let placed = Placed(
          text: wish.text, origin: SVG.Point(x, y), box: box, leader: ring == 0 || wish.isFrame ? nil : (edge, near))
        result.append(Candidate(placed: placed, price: Double(ring * 14 + index)))
      }
    }
    return result
  }

  private static let directions: [SVG.Point] = [
    SVG.Point(1, 0), SVG.Point(-1, 0), SVG.Point(0.8, -0.6), SVG.Point(0.8, 0.6), SVG.Point(-0.8, -0.6),
    SVG.Point(-0.8, 0.6), SVG.Point(0, -1), SVG.Point(0, 1),
  ]
}
