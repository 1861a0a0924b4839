import Etapp
import EtappModel
import Foundation
import Testing

@Suite("Making letters") struct LetterMakingTests {
  @Test("gives each municipality its own") func each() throws {
    let office = try LetterOffice()
    try office.write(LetterOffice.information)
    let letters = try office.letters()
    #expect(letters.map(\.name) == LetterOffice.names.sorted())
    #expect(Set(letters.map(\.messageID)).count == 4 && Set(letters.map(\.fileName)).count == 4)
    for letter in letters {
      #expect(letter.subject == "Kontoret i \(letter.name)")
      #expect(letter.text.contains("kontoret i \(letter.name) öppnar huvudsakligen under 2022."))
      #expect(letter.promise?.due == DayInterval(from: Day("2021-10-21"), to: Day("2021-10-31")))
      #expect(letter.promise?.text == "Vi återkommer i slutet av oktober 2021.")
      #expect(letter.obstacles.isEmpty)
    }
    #expect(letters.first { $0.name == "Ånge" }?.fileName == "information-m0-ange.sv")
    // Made again it is the same letter; with a word changed it is another.
    #expect(try office.letters().map(\.messageID) == letters.map(\.messageID))
    try office.write(LetterOffice.information.replacing("Hej", with: "Hejsan"))
    #expect(try Set(office.letters().map(\.messageID)).isDisjoint(with: letters.map(\.messageID)))
  }

  @Test("makes nothing when a fact is missing for one of them") func missing() throws {
    let office = try LetterOffice()
    try office.write("---\nsubject: A\nto: registrar\n---\n{{receiverAddress}}")
    let failure = #expect(throws: Workspace.Invalid.self) {
      try office.letters { $0 == 2 ? nil : "r@m.example" }
    }
    #expect(failure?.diagnostics.count == 1)
    #expect(failure?.diagnostics.first?.message(.swedish).contains("Boden") == true)
    #expect(failure?.diagnostics.first?.value == "receiverAddress")
  }

  @Test("says which role nobody has") func role() throws {
    let office = try LetterOffice()
    try office.write("---\nsubject: A\nto: registar\n---\nHej")
    let failure = #expect(throws: Workspace.Invalid.self) { try office.letters() }
    #expect(failure?.diagnostics.count == 4)
    #expect(failure?.diagnostics.first?.maybe == "registrar")
  }

  @Test("needs addresses that mail can be sent to") func addresses() throws {
    let office = try LetterOffice()
    try office.write(LetterOffice.information)
    let letters = try office.letters { ["r@m.example\r\nBcc: x@y.example", "r@ö.example", "ingen", nil][$0] }
    for letter in letters { #expect(letter.obstacles.count == 1, "\(letter.name)") }
  }

  @Test("finds templates by name, and says which there are") func templates() throws {
    let office = try LetterOffice()
    try office.write(LetterOffice.information)
    try office.write("---\nsubject: A\n---\nHi", template: "consultation", .english)
    let templates = LetterTemplates(folder: office.folder.path)
    #expect(templates.all == ["information": [.swedish], "consultation": [.english]])
    #expect(try templates.template(named: "letters/information.sv.mustache", .swedish).name == "information")
    let unknown = #expect(throws: LetterTemplates.Absent.self) { try templates.template(named: "informaton", .swedish) }
    #expect(unknown?.known == ["information"] && unknown?.isOtherLanguage == false)
    let other = #expect(throws: LetterTemplates.Absent.self) { try templates.template(named: "information", .english) }
    #expect(other?.known == ["sv"] && other?.isOtherLanguage == true)
    try Data([0x48, 0xE5]).write(to: office.folder.appendingPathComponent("letters/latin.sv.mustache"))
    #expect(throws: Workspace.Invalid.self) { try templates.template(named: "latin", .swedish) }
  }

  @Test("puts every letter on sheets of its own") func sheets() throws {
    let office = try LetterOffice()
    try office.write(LetterOffice.information)
    let letters = try office.letters()
    let page = LetterSheets.html(letters, title: "Alla")
    #expect(page.matches(of: /<article/).count == 4 && page.matches(of: /<style>/).count == 1)
    #expect(page.contains("<title>Alla</title>"))
    for letter in letters { #expect(page.contains(letter.subject)) }
  }
}
