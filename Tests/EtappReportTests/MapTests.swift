import EtappModel
import Testing

@testable import EtappReport

@Suite struct `The map` {
  static let outline = Basemap(areas: [
    Area(
      id: "land", name: "Land",
      shape: .polygons([
        [
          [(55.0, 11.0), (55.0, 19.0), (60.0, 20.0), (66.0, 25.0), (69.0, 21.0), (63.0, 12.0), (55.0, 11.0)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
          }
        ]
      ]))
  ])

  @Test(arguments: [Basemap?.none, outline], Language.allCases)
  func `shows every office of the plan`(basemap: Basemap?, language: Language) {
    var geography = Cast.geography
    geography.basemap = basemap
    let map = PlanReport.map(Cast.assignment, geography, Cast.plan, language: language)
    #expect(PageCheck(map).problems.isEmpty)
    let names = NameBook(Cast.assignment, geography)
    for office in Cast.plan.establishments {
      let title = HTML.text(names.name(of: office.place) + " · ").markup
      #expect(map.contains("<title>\(title)"), "\(office.name) is not on the map")
    }
    #expect(map.contains("Kiruna"))
    #expect(map.contains("class=\"land\"") == (basemap != nil))
  }

  @Test func `marks lie inside it`() {
    let map = CountryMap(Cast.names, plan: Cast.plan)
    for mark in map.marks { #expect(map.country.contains(mark.position)) }
    #expect(map.marks.count == Cast.plan.establishments.count)
  }

  @Test func `near offices get a larger picture`() throws {
    let map = CountryMap(Cast.names, plan: Cast.plan)
    let inset = try #require(map.insets.first)
    #expect(map.insets.count == 1)
    #expect(inset.name == "Stockholm")
    #expect(Set(inset.marks.map(\.place)) == ["tensta", "vallingby"])
    #expect(inset.view.scale > 2.5 * map.country.scale)
  }

  @Test func `marks of one municipality are told apart by their places`() {
    var plan = Cast.plan
    for index in plan.establishments.indices where ["jarpen", "ange"].contains(plan.establishments[index].place) {
      plan.establishments[index].municipality = "m6"
    }
    let map = CountryMap(Cast.names, plan: plan).picture(Cast.sentences(.english)).markup
    #expect(map.contains(">Järpen</text>") && map.contains(">Ånge</text>"))
    #expect(!map.contains(">Pajala</text>"))
    #expect(map.contains(">Östhammar</text>"))
  }

  @Test func `areas keep their size wherever they lie`() {
    let projection = Projection(showing: [
      Coordinate(latitude: 55, longitude: 10), Coordinate(latitude: 70, longitude: 25),
    ])
    func area(_ latitude: Double, _ longitude: Double) -> Double {
      let corners = [(0.0, 0.0), (0.0, 0.1), (0.1, 0.1), (0.1, 0.0)].map {
        projection.plane(Coordinate(latitude: latitude + $0.0, longitude: longitude + $0.1))
      }
      return zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
        / 2
    }
    // The same square degree shrinks with the cosine of its latitude on the globe, and on the plane.
    let ratio = area(69, 20) / area(56, 12)
    #expect(abs(abs(ratio) - 0.3575 / 0.5585) < 0.002)
  }

  @Test func `a country over the date line is not torn apart`() {
    let projection = Projection(showing: [
      Coordinate(latitude: -17, longitude: 178), Coordinate(latitude: -17, longitude: -179),
    ])
    let (west, east) = (
      projection.plane(Coordinate(latitude: -17, longitude: 178)),
      projection.plane(Coordinate(latitude: -17, longitude: -179))
    )
    #expect(abs(east.x - west.x) < 330)
    #expect(west.x < east.x)
  }

  @Test func `names do not lie over each other`() {
    let frame = SVG.Box(width: 400, height: 300)
    let wishes = (0..<12).map { index in
      Labels.Wish(
        text: "Municipality \(index)", anchor: SVG.Point(150 + Double(index % 4) * 22, 100 + Double(index / 4) * 20),
        half: SVG.Point(6.5, 6.5))
    }
    let obstacles = wishes.map { SVG.Box(x: $0.anchor.x - 7, y: $0.anchor.y - 7, width: 14, height: 14) }
    let placed = Labels(frame: frame, fontSize: 11, obstacles: obstacles).place(wishes)
    #expect(placed.count == wishes.count)
    for (index, one) in placed.enumerated() {
      #expect(frame.contains(one.box))
      for other in placed.dropFirst(index + 1) {
        #expect(one.box.overlap(other.box) == 0, "\(one.text) over \(other.text)")
      }
    }
  }

  @Test func `outlines lose what no eye can see and keep what it can`() {
    let view = MapView(
      Projection(showing: [Coordinate(latitude: 60, longitude: 15)]), points: [SVG.Point(0, 0), SVG.Point(100, 100)],
      margin: 0,
      within: SVG.Box(width: 100, height: 100))
    let edge = (0...50).map { SVG.Point(Double($0) * 2, $0.isMultiple(of: 2) ? 0 : 0.1) }
    let ring = edge + [SVG.Point(100, 100), SVG.Point(0, 100), SVG.Point(0, 0)]
    let simple = Outline(view).simplified(ring)
    #expect(simple.count == 5)
    #expect(simple.contains(SVG.Point(100, 100)))
  }

  @Test func `outlines are cut at the edge of the picture`() {
    let box = SVG.Box(width: 10, height: 10)
    let ring = [SVG.Point(-5, 5), SVG.Point(5, -5), SVG.Point(15, 5), SVG.Point(5, 15)]
    let cut = Outline.clip(ring, to: box)
    #expect(cut.count == 8 || cut.count == 4)
    #expect(cut.allSatisfy { $0.x >= -1e-9 && $0.x <= 10 + 1e-9 && $0.y >= -1e-9 && $0.y <= 10 + 1e-9 })
    #expect(Outline.clip([SVG.Point(20, 20), SVG.Point(30, 20), SVG.Point(25, 30)], to: box).isEmpty)
  }

  @Test func `groups join what is near, directly or through another`() {
    let points = [SVG.Point(0, 0), SVG.Point(50, 0), SVG.Point(9, 0), SVG.Point(18, 0), SVG.Point(55, 0)]
    #expect(Clusters.groups(points, reach: 10) == [[0, 2, 3], [1, 4]])
  }

  @Test(arguments: EtappModel.Category.Symbol.allCases)
  func `every category has a shape of its own`(symbol: EtappModel.Category.Symbol) {
    let shapes = EtappModel.Category.Symbol.allCases.map { Mark.path($0, at: SVG.Point(10, 10), radius: 6) }
    #expect(Set(shapes).count == shapes.count)
    #expect(Mark.path(symbol, at: SVG.Point(10, 10), radius: 6).hasSuffix("z"))
  }
}
