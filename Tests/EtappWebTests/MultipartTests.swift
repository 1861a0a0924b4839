import EtappModel
import Testing

@testable import EtappWeb

@Suite("A form with files") struct MultipartTests {
  private static let body = """
    --b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nabc\r\n--b\r
    Content-Disposition: form-data; name="file"; filename="brev.eml"\r\nContent-Type: message/rfc822\r
    \r\nA: b\r\n\r\n--a\r\n--\r\n--b--\r\n
    """

  @Test("is read with its fields and files, byte for byte")
  func reading() throws {
    let form = try #require(Multipart(Array(Self.body.utf8), boundary: "b"))
    #expect(form.parts.map(\.name) == ["csrf", "file"])
    #expect(form.parts.map(\.fileName) == [nil, "brev.eml"])
    #expect(Array(form.parts[0].bytes) == Array("abc".utf8))
    #expect(Array(form.parts[1].bytes) == Array("A: b\r\n\r\n--a\r\n--".utf8))
  }

  @Test("may have an empty file, which browsers send where none was chosen")
  func empty() throws {
    let text = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"
    let form = try #require(Multipart(Array(text.utf8), boundary: "b"))
    #expect(form.parts.map(\.fileName) == [""] && form.parts[0].bytes.isEmpty)
  }

  @Test(
    "is refused as a whole where it is not written as such forms are",
    arguments: [
      "", "--", "--b", "--b\r\n", "--b\r\n\r\n\r\n--b--", "x--b--", "--b--x", "--b\n--b--",
      "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--b--",
      "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"a\0\"\r\n\r\nx\r\n--b--",
    ])
  func refused(_ text: String) {
    #expect(Multipart(Array(text.utf8), boundary: "b") == nil)
  }

  @Test("with a head without end, or too many parts, is refused")
  func greatness() {
    let head =
      "--b\r\nContent-Disposition: form-data; name=\"\(String(repeating: "a", count: 5000))\"\r\n\r\nx\r\n--b--"
    #expect(Multipart(Array(head.utf8), boundary: "b") == nil)
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
    func form(_ count: Int) -> [UInt8] { Array((String(repeating: part, count: count) + "--b--").utf8) }
    #expect(Multipart(form(Multipart.mostParts), boundary: "b")?.parts.count == Multipart.mostParts)
    #expect(Multipart(form(Multipart.mostParts + 1), boundary: "b") == nil)
  }

  @Test("that was cut, or has a byte of it changed, is read or refused but never fails")
  func damage() {
    let whole = Array(Self.body.utf8)
    for end in whole.indices {
      let form = Multipart(Array(whole[..<end]), boundary: "b")
      #expect(form == nil || end >= whole.count - 3, "\(end)")
      for byte: UInt8 in [0, 10, 13, 34, 45, 255] {
        var other = whole
        other[end] = byte
        let parts = Multipart(other, boundary: "b")?.parts ?? []
        #expect(parts.allSatisfy { !$0.name.isEmpty })
      }
    }
  }

  @Test(
    "has a boundary of the kind that the standard allows",
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; boundary=\"a b\"", nil),
      ("multipart/form-data; boundary=\"ab\"", "ab"), ("multipart/form-data", nil),
      ("multipart/mixed; boundary=a", nil),
      ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=a; boundary=b", nil),
      ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil), ("text/plain", nil),
    ] as [(String, String?)])
  func boundary(_ type: String, _ expected: String?) {
    #expect(Multipart.boundary(of: type) == expected)
  }

  @Test(
    "has files whose names are made fit for a disk and a header",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\mail\\brev.eml", "brev.eml"), ("..", "document"), ("", "document"),
      ("/", "document"), (".htaccess", "htaccess"), ("a\r\nSet-Cookie: x.eml", "aSet-Cookie x.eml"),
      ("gnp\u{202E}fdp.exe", "gnpfdp.exe"), ("a\0.pdf", "a.pdf"), ("\"><script>.eml", "script.eml"),
      ("Öl.pdf", "Öl.pdf"),
    ])
  func names(_ name: String, _ safe: String) {
    #expect(FileName.safe(name) == safe)
    let header = Answer.document(name, type: "text/html", []).header("content-disposition") ?? ""
    #expect(header.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 32 } && header.count { $0 == "\"" } == 2)
  }

  @Test("keeps the ending of a name that is too long")
  func long() {
    let safe = FileName.safe(String(repeating: "å", count: 400) + ".eml")
    #expect(safe.count == 120 && safe.hasSuffix(".eml"))
  }
}
