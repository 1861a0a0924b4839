import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `An XML document` {
  private static func read(_ text: String, limits: XMLReader.Limits = XMLReader.Limits()) throws -> XMLElement {
    try XMLReader.read(Array(text.utf8), limits: limits)
  }

  @Test func `is a tree of names, texts and rows`() throws {
    let root = try Self.read(
      "<?xml version='1.0' encoding='utf-8'?>\n<a>\n  <b>x</b><b/>\n<c x='1'>y</c>\n</a>\n<!-- end -->\n")
    #expect(root.name == "a" && root.row == 2 && root.text.isEmpty)
    #expect(root.children.map(\.name) == ["b", "b", "c"] && root.children.map(\.row) == [3, 3, 4])
    #expect(root.all("b").map(\.text) == ["x", ""] && root.child("c")?.text == "y" && root.child("d") == nil)
  }

  static let texts: [(xml: String, text: String)] = [
    ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("&#65;&#x42;&#x1F600;", "AB😀"), ("a&#13;b", "a\rb"),
    ("a\r\nb\rc", "a\nb\nc"), ("<![CDATA[<a>&amp;]]>", "<a>&amp;"), ("x<![CDATA[]]>y", "xy"), ("  ", "  "),
    ("a<!-- <b> -->c", "ac"), ("a<?php x ?>c", "ac"), ("]]", "]]"), ("å\u{2028}", "å\u{2028}"), ("&#10;", "\n"),
  ]

  @Test(arguments: texts)
  func `keeps texts to the letter`(xml: String, text: String) throws {
    #expect(try Self.read("<a>\(xml)</a>").text == text)
  }

  @Test func `has namespaces that end with their element`() throws {
    let root = try Self.read(
      "<a xmlns='u' xmlns:p='v'><p:b/><c xmlns='w'><d/><p:e xmlns:p='x'/></c><d/><f xmlns=''/><xml:g/></a>")
    #expect(root.namespace == "u")
    #expect(root.children.map(\.namespace) == ["v", "w", "u", "", "http://www.w3.org/XML/1998/namespace"])
    #expect(root.children[1].children.map(\.namespace) == ["w", "x"])
    #expect(root.children[0].name == "b")
    #expect(try Self.read("<a xmlns='x&amp;y'/>").namespace == "x&y")
  }

  @Test(arguments: ["a\u{0}", "\u{B}", "\u{FFFF}", "x<&>\"'\r\n\t]]>y", "👩‍👩‍👧"])
  func `holds an escaped text`(text: String) throws {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(XMLCharacters.isAllowed(scalar) ? scalar : "\u{FFFD}") }
    #expect(try Self.read("<a>\(XMLCharacters.escaped(text))</a>").text == String(plain))
  }

  @Test func `has its limits`() throws {
    let limits = XMLReader.Limits(bytes: 40, depth: 3, elements: 4)
    #expect(try Self.read("<a><b><c/></b></a>", limits: limits).name == "a")
    for (text, says) in [
      ("<a>" + String(repeating: "x", count: 40) + "</a>", "more than 40 bytes"),
      ("<a><b><c><d/></c></b></a>", "too deep"),
      ("<a><b/><b/><b/><b/></a>", "too many elements"),
    ] {
      let failure = #expect(throws: XMLFailure.self) { try Self.read(text, limits: limits) }
      #expect(failure?.message(.english).contains(says) == true, "\(text)")
    }
  }
}
