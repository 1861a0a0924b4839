import EtappExchange
import EtappModel
import Foundation
import Testing

@Suite("etapp letters") struct LettersCommandTests {
  static let template = """
    ---
    subject: Kontoret i {{municipality}}
    to: registrar
    promise: Vi hör av oss i oktober.
    promise-from: 2021-10-01
    ---
    Hej, {{municipalityFull}} får {{newOffices}} i {{round}}. {{promise}} Den {{date}}.
    """

  static func shore() throws -> Shore {
    let shore = try Shore()
    try FileManager.default.createDirectory(
      at: shore.workspace.appendingPathComponent("letters"), withIntermediateDirectories: true)
    try shore.write(template, to: "letters/information.sv.mustache")
    try shore.write(
      """
      municipality,name,role,address,phone
      Ås,Registrator,registrar,registrator@as.example,
      Bro,Registrator,registrar,registrator@bro.example,
      Öby,Registrator,registrar,registrator@oby.example,
      Dal,Registrator,registrar,registrator@dal.example,

      """, to: "contacts.csv")
    try shore.change(
      "programme.yaml", "language: sv\n",
      """
      language: sv
      correspondence:
        sender: {name: Programmet, address: program@office.example}
        contact: {name: Samordnaren, role: samordnare, address: program@office.example, phone: 08-465 004 05}
        our: [office.example]
        numbers: "{year}-{serial:3}"

      """)
    try shore.write("place,round\nas,1\nbro-n,1\noby,2\n", to: "decided.csv")
    return shore
  }

  @Test("shows the letters and writes nothing") func preview() throws {
    let shore = try Self.shore()
    let before = try FileManager.default.contentsOfDirectory(atPath: shore.workspace.path)
    let outcome = try shore.program.run(
      "letters", shore.name, "--template", "information", "--plan", shore.name + "/decided.csv", "--date", "2021-06-10")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Hej, Ås kommun får ett kontor i omgång 1. Vi hör av oss i oktober."))
    #expect(outcome.output.contains("Ämne: Kontoret i Öby"))
    #expect(!outcome.output.contains("Dal"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: shore.workspace.path).sorted() == before.sorted())
  }

  @Test("writes one document with everything a register needs") func document() throws {
    let shore = try Self.shore()
    let outcome = try shore.program.run(
      "letters", shore.name, "--template", "information", "--plan", shore.name + "/decided.csv", "--date", "2021-06-10",
      "--round", "1", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let letters = try #require(try outcome.document["letters"]?.array)
    #expect(letters.compactMap { $0["name"]?.text } == ["Bro", "Ås"])
    #expect(letters.first?["promise"]?["from"]?.text == "2021-10-01")
    #expect(letters.first?["to"]?.array?.first?["address"]?.text == "registrator@bro.example")
    #expect(letters.first?["date"]?.text == "2021-06-10")
  }

  @Test("writes a file for each, in the outbox or elsewhere", arguments: ["html", "txt", "eml"])
  func files(_ format: String) throws {
    let shore = try Self.shore()
    let arguments = [
      "letters", shore.name, "--template", "information", "--plan", shore.name + "/decided.csv", "--format", format,
    ]
    let outcome = try shore.program.run(arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let names = ["information-01-as.sv", "information-02-bro.sv", "information-03-oby.sv"].map { $0 + "." + format }
    func files(_ path: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: shore.workspace.appendingPathComponent(path).path).sorted()
    }
    #expect(try files("outbox") == names)
    #expect(outcome.output.split(separator: "\n").count == 3)
    let other = try shore.program.run(arguments + ["--municipality", "as", "--output", shore.name + "/ut"])
    #expect(other.code == 0, "\(other.errors)")
    #expect(try files("ut") == [names[0]])
  }

  @Test("makes nothing when a name is unknown or a fact missing") func nothing() throws {
    let shore = try Self.shore()
    let plan = shore.name + "/decided.csv"
    try shore.write(Self.template.replacing("{{round}}", with: "{{rond}}"), to: "letters/wrong.sv.mustache")
    let wrong = try shore.program.run("letters", shore.name, "--template", "wrong", "--plan", plan, "--format", "txt")
    #expect(wrong.code == 5)
    #expect(wrong.errors.contains("letters/wrong.sv.mustache:7") && wrong.errors.contains("round"), "\(wrong.errors)")
    try shore.write(Self.template.replacing("{{round}}", with: "{{window}}"), to: "letters/dates.sv.mustache")
    let missing = try shore.program.run("letters", shore.name, "--template", "dates", "--plan", plan, "--format", "txt")
    #expect(missing.code == 5)
    for name in ["Ås", "Bro", "Öby"] { #expect(missing.errors.contains(name)) }
    #expect(!FileManager.default.fileExists(atPath: shore.workspace.appendingPathComponent("outbox").path))
  }

  @Test("says what was probably meant") func usage() throws {
    let shore = try Self.shore()
    let plan = ["--plan", shore.name + "/decided.csv"]
    let cases: [(arguments: [String], maybe: String)] = [
      (["--template", "informaton"], "information"), (["--template", "information", "--municipality", "Ösby"], "Öby"),
      (["--template", "information", "--round", "3"], "1"), (["--template", "information", "--language", "en"], "sv"),
      (["--template", "information", "--municipality", "Dal"], "Dal"),
      (["--template", "information", "--send"], "--server"),
      (["--template", "information", "--preview", "--format", "txt"], "--preview"),
      (["--template", "information", "--output", "x"], "--format"),
      (["--template", "information", "--send", "--server", "mail.example"], "smtp://"),
      (["--template", "information", "--server", "smtp://localhost"], "--send"),
    ]
    for (arguments, maybe) in cases {
      let outcome = try shore.program.run(["letters", shore.name] + plan + arguments)
      #expect(outcome.code == 2, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(maybe), "\(arguments): \(outcome.errors)")
    }
  }

  @Test("rests on the plan kept last") func kept() throws {
    let shore = try Self.shore()
    #expect(try shore.program.run("plan", shore.name, "--name", "decided").code == 0)
    let outcome = try shore.program.run("letters", shore.name, "--template", "information", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try outcome.document["plan"]?.text == "decided")
  }

  @Test("keeps in the outbox what no server took, and exits with 1") func unsent() throws {
    let shore = try Self.shore()
    let outcome = try shore.program.run(
      "letters", shore.name, "--template", "information", "--plan", shore.name + "/decided.csv", "--municipality", "Ås",
      "--send", "--server", "smtp://127.0.0.1:1")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("registrator@as.example"))
    let outbox = try FileManager.default.contentsOfDirectory(
      atPath: shore.workspace.appendingPathComponent("outbox").path)
    #expect(outbox.contains("information-01-as.sv.eml") && !outbox.contains("sent"))
  }
}
