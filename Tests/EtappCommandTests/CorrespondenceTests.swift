import EtappExchange
import EtappModel
import Foundation
import Testing

/// Letters in, promises, the public list, and what is kept, as a user does it.
@Suite("A day at the register") struct CorrespondenceTests {
  static let letter = """
    From: "Svensson, Maja" <maja.svensson@bro.example>
    To: Programmet <program@office.example>
    Subject: Sv: =?utf-8?q?Lokal_i_Norra_Bro?=
    Message-ID: <1@bro.example>
    Date: Mon, 14 Jun 2021 09:12:00 +0200
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    Hej!

    Vi skickar två förslag på lokaler senast den 15 oktober. Ring gärna 070-123 45 67.

    Med vänlig hälsning
    Maja Svensson
    """

  static func shore() throws -> Shore {
    let shore = try LettersCommandTests.shore()
    try letter.write(to: shore.folder.appendingPathComponent("svar.eml"), atomically: true, encoding: .utf8)
    return shore
  }

  @Test("reads who, what and which promise; the same letter again changes nothing") func adds() throws {
    let shore = try Self.shore()
    let added = try shore.program.run("register", "add", shore.name, "svar.eml", "--json", "--by", "anna")
    #expect(added.code == 0, "\(added.errors)")
    let entry = try #require(try added.document["entries"]?.array?.first)
    #expect(entry["number"]?.text == "2021-001" && entry["direction"]?.text == "incoming")
    #expect(entry["municipality"]?.text == "02" && entry["subject"]?.text == "Lokal i Norra Bro")
    let promise = try #require(entry["commitments"]?.array?.first)
    #expect(
      promise["from"]?.text == "2021-06-14" && promise["to"]?.text == "2021-10-15" && promise["by"]?.text == "them")
    #expect(promise["confirmed"]?.isTrue == false)
    let again = try shore.program.run("register", "add", shore.name, "svar.eml", "--json")
    #expect(try again.document["entries"]?.array?.first?["new"]?.isTrue == false)
    #expect(try shore.program.run("register", "list", shore.name, "--json").document["entries"]?.array?.count == 1)
  }

  @Test("a PDF that comes with a mail is found by what it says") func pdf() throws {
    let shore = try Self.shore()
    let page = "BT /F1 12 Tf 72 700 Td (Lokalen ligger vid torget i Kvarnby) Tj ET"
    let pdf = """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
      /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
      4 0 obj <</Length \(page.utf8.count)>> stream
      \(page)
      endstream endobj
      trailer <</Root 1 0 R>>
      %%EOF

      """
    let mail = """
      From: Maja <maja@bro.example>
      To: Programmet <program@office.example>
      Subject: Lokal
      Message-ID: <2@bro.example>
      Date: Mon, 14 Jun 2021 09:12:00 +0200
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain

      Se bilagan.
      --x
      Content-Type: application/pdf; name=ritning.pdf
      Content-Disposition: attachment; filename=ritning.pdf
      Content-Transfer-Encoding: base64

      \(Data(pdf.utf8).base64EncodedString(options: .lineLength76Characters))
      --x--

      """
    try mail.write(to: shore.folder.appendingPathComponent("ritning.eml"), atomically: true, encoding: .utf8)
    let added = try shore.program.run("register", "add", shore.name, "ritning.eml", "--json")
    #expect(added.code == 0, "\(added.errors)")
    let found = try shore.program.run("register", "search", shore.name, "kvarnby", "--json")
    #expect(try found.document["entries"]?.array?.count == 1)
    var bare = shore.program
    bare.environment["PATH"] = "/nowhere"
    let again = try bare.run("register", "add", shore.name, "ritning.eml", "--language", "sv")
    #expect(again.code == 0 && again.errors.contains("pdftotext"))
  }

  @Test("a letter out refers to the case, and to their number of it") func numbers() throws {
    let shore = try Self.shore()
    _ = try shore.program.run("register", "add", shore.name, "svar.eml", "--theirs", "KS 21/7")
    let letters = try shore.program.run(
      "letters", shore.name, "--template", "information", "--plan", shore.name + "/decided.csv", "--municipality", "Bro"
    )
    #expect(letters.output.contains("2021-001") && letters.output.contains("KS 21/7"), "\(letters.errors)")
  }

  @Test("a promise binds when it is confirmed, is due, and is kept") func promises() throws {
    let shore = try Self.shore()
    _ = try shore.program.run("register", "add", shore.name, "svar.eml")
    let before = try shore.program.run("dialogue", shore.name, "--due", "2021-10-20", "--json")
    #expect(try before.document["due"]?.array?.isEmpty == true)
    #expect(try shore.program.run("register", "confirm", shore.name, "2021-001", "1", "--by", "anna").code == 0)
    let due = try shore.program.run("dialogue", shore.name, "--due", "2021-10-20", "--json")
    let open = try #require(try due.document["due"]?.array?.first)
    #expect(open["state"]?.text == "overdue" && open["days"]?.number == 5 && open["municipality"]?.text == "02")
    let kept = try shore.program.run(
      "dialogue", shore.name, "Bro", "--kept", "2021-001#1", "--on", "2021-10-21", "--by", "anna", "--json")
    #expect(kept.code == 0, "\(kept.errors)")
    #expect(
      try kept.document["municipalities"]?.array?.first?["promises"]?.array?.first?["kept"]?.text == "2021-10-21")
    let history = try shore.program.run("register", "show", shore.name, "2021-001", "--history", "--language", "sv")
    #expect(history.output.contains("anna: bekräftade ett löfte"))
  }

  @Test("the public list hides the private person, the register does not") func publicList() throws {
    let shore = try Self.shore()
    _ = try shore.program.run("register", "add", shore.name, "svar.eml")
    let list = try shore.program.run("register", "list", shore.name, "--public", "--json")
    #expect(!list.output.contains("Maja") && !list.output.contains("maja"))
    let own = try shore.program.run("register", "list", shore.name, "--json")
    #expect(own.output.contains("Maja"))
    let release = try shore.program.run(
      "register", "release", shore.name, "2021-001", "--to", "Tidningen", "--output", "ut", "--by", "anna")
    #expect(release.code == 0, "\(release.errors)")
    let copy = try String(contentsOf: shore.folder.appendingPathComponent("ut/2021-001.txt"), encoding: .utf8)
    #expect(copy.contains("senast den 15 oktober") && !copy.contains("Maja") && !copy.contains("123 45 67"))
    let again = try shore.program.run(
      "register", "release", shore.name, "2021-001", "--to", "Tidningen", "--output", "ut")
    #expect(again.code == 1, "A folder that is there is not written over.")
  }

  @Test("a letter without sender and subject is told what it lacks, and nothing is registered") func facts() throws {
    let shore = try Self.shore()
    try "Bara ord.".write(to: shore.folder.appendingPathComponent("lapp.txt"), atomically: true, encoding: .utf8)
    let refused = try shore.program.run("register", "add", shore.name, "svar.eml", "lapp.txt")
    #expect(refused.code == 5, "\(refused.errors)")
    #expect(
      try shore.program.run("register", "list", shore.name, "--json").document["entries"]?.array?.isEmpty == true)
    let told = try shore.program.run(
      "register", "add", shore.name, "lapp.txt", "--from", "Dals kommun", "--about", "Besök", "--municipality", "Dal",
      "--date", "2021-07-01")
    #expect(told.code == 0, "\(told.errors)")
  }

  @Test("what is kept is verified, copied and found altered") func safekeeping() throws {
    let shore = try Self.shore()
    _ = try shore.program.run("register", "add", shore.name, "svar.eml")
    #expect(try shore.program.run("verify", shore.name, "--json").document["clean"]?.isTrue == true)
    #expect(try shore.program.run("backup", shore.name, "kopia.etapp").code == 0)
    let restored = try shore.program.run("restore", "kopia.etapp", "tillbaka", "--json")
    #expect(restored.code == 0)
    #expect(try restored.document["clean"]?.isTrue == true)
    #expect(try shore.program.run("register", "show", "tillbaka", "2021-001").code == 0)
    #expect(try shore.program.run("restore", "kopia.etapp", "tillbaka").code == 2)
    #expect(try shore.program.run("backup", ".", "tom.etapp").code == 2, "What is no workspace is not copied.")
    #expect(!FileManager.default.fileExists(atPath: shore.folder.appendingPathComponent("tom.etapp").path))
    let nothing = try shore.program.run("register", "search", shore.name, "zzzz", "--language", "sv")
    #expect(nothing.output == "Inget hittades.\n")
    let files = shore.workspace.appendingPathComponent("register/files")
    let names = try #require(FileManager.default.enumerator(atPath: files.path)).compactMap { $0 as? String }
    let document = try #require(names.first { $0.count > 40 })
    try Data("annat".utf8).write(to: files.appendingPathComponent(document))
    let verified = try shore.program.run("verify", shore.name, "--json")
    #expect(verified.code == 1)
    #expect(try verified.document["findings"]?.array?.first?["kind"]?.text == "file-altered")
  }

  @Test("who must be told hears it in order") func notices() throws {
    let shore = try Self.shore()
    try shore.write("place,round\nas,2\nbro-n,1\ndal,1\n", to: "nytt.csv")
    for (file, name) in [("decided.csv", "juni"), ("nytt.csv", "oktober")] {
      let kept = try shore.program.run("plan", shore.name, "--name", name, "--quiet")
      #expect(kept.code == 0, "\(file)")
    }
    let told = try shore.program.run("dialogue", shore.name, "--tell", "juni", "--plan", "oktober", "--json")
    #expect(told.code == 0, "\(told.errors)")
    #expect(try told.document["toTell"]?.array?.isEmpty == true, "The same plan twice moves nobody.")
    #expect(try shore.program.run("dialogue", shore.name, "--tell", "jnui").code == 2)
  }
}

extension JSON {
  fileprivate var isTrue: Bool? { if case .bool(let isTrue) = self { isTrue } else { nil } }
}
