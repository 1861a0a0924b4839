import HTTPTypes
import NIOCore
import Testing

@testable import EtappWeb

@Suite("The shelf of answers that are for everybody") struct ShelfTests {
  private let began = NIODeadline.now()

  private func entry(_ text: String) -> Shelf.Entry {
    Shelf.Entry(head: HTTPResponse(status: .ok), body: ByteBuffer(string: text), tag: "\"a\"")
  }

  /// What lies there; nil where it has to be made.
  private func text(_ shelf: Shelf, _ target: String, after span: TimeAmount) -> String? {
    if case .answer(let entry) = shelf.find(target, now: began + span) { String(buffer: entry.body) } else { nil }
  }

  private func mark(_ shelf: Shelf, _ target: String) -> Int? {
    if case .make(let mark) = shelf.find(target, now: began) { mark } else { nil }
  }

  @Test("gives out what was put there, until its time is over")
  func time() throws {
    let shelf = Shelf(span: .milliseconds(100))
    shelf.put(entry("one"), for: "/public/sv", mark: try #require(mark(shelf, "/public/sv")), now: began)
    #expect(text(shelf, "/public/sv", after: .milliseconds(99)) == "one")
    #expect(text(shelf, "/public/en", after: .milliseconds(1)) == nil)
    // One makes it anew; those who ask meanwhile need not wait for that.
    #expect(text(shelf, "/public/sv", after: .milliseconds(150)) == nil)
    #expect(text(shelf, "/public/sv", after: .milliseconds(151)) == "one")
  }

  @Test("forgets everything when something is written, and what was begun before that does not come onto it after")
  func writing() throws {
    let shelf = Shelf()
    let before = try #require(mark(shelf, "/public/sv"))
    shelf.empty()
    shelf.put(entry("old"), for: "/public/sv", mark: before, now: began)
    #expect(text(shelf, "/public/sv", after: .milliseconds(1)) == nil)
    shelf.put(entry("new"), for: "/public/sv", mark: try #require(mark(shelf, "/public/sv")), now: began)
    #expect(text(shelf, "/public/sv", after: .milliseconds(1)) == "new")
    shelf.empty()
    #expect(text(shelf, "/public/sv", after: .milliseconds(1)) == nil)
  }

  @Test("holds pages and files that have an address of their own, and no others")
  func addresses() {
    #expect(Shelf.holds("/public/sv") && Shelf.holds("/public/en/plan.csv") && Shelf.holds("/assets/x/app.css"))
    for target in [
      "/", "/plan", "/public", "/public/sv?page=2", "/public/" + String(repeating: "a", count: 300), "/publican/x",
    ] {
      #expect(!Shelf.holds(target), "\(target)")
    }
  }

  @Test("does not grow without end")
  func size() throws {
    let shelf = Shelf()
    for number in 0..<5000 {
      let target = "/public/\(number)"
      shelf.put(entry("x"), for: target, mark: try #require(mark(shelf, target)), now: began)
    }
    let kept = (0..<5000).count { text(shelf, "/public/\($0)", after: .milliseconds(1)) != nil }
    #expect(kept > 0 && kept <= 2001)
  }
}
