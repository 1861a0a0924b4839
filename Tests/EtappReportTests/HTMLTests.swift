import EtappReport
import Testing

@Suite struct `Markup` {
  @Test func `escapes text and attributes`() {
    let page = Tag.p(.class("a\"b<c>")) { "<script>alert('1 & 2')</script>" }
    #expect(
      page.markup
        == "<p class=\"a&quot;b&lt;c&gt;\">&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt;</p>")
  }

  @Test func `drops characters that no markup may hold`() {
    #expect(HTML.text("a\u{0}b\u{8}c\td").markup == "abc\td")
  }

  @Test func `writes void elements without an end`() {
    #expect(Tag.input(.id("x"), .hidden).markup == "<input id=\"x\" hidden>")
  }

  @Test func `builds with conditions and loops`() {
    let list = Tag.ul {
      for number in 1...3 where number != 2 { Tag.li { "\(number)" } }
      if nobody.isEmpty { Tag.li { "empty" } } else { "full" }
    }
    #expect(list.markup == "<ul><li>1</li><li>3</li><li>empty</li></ul>")
  }

  private let nobody: [Int] = []

  @Test(arguments: [(1.0, "1"), (1.25, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (.nan, "0"), (0.05, "0.1")])
  func `rounds coordinates to a tenth`(value: Double, written: String) {
    #expect(SVG.number(value) == written)
  }
}
