import EtappExchange
import Foundation
import Testing

/// What is handed over to an archive, held against the specification by a program that others have written.
@Suite("etapp register archive") struct ArchiveTests {
  @Test("writes a package that eark-validator has nothing against") func validates() throws {
    let shore = try CorrespondenceTests.shore()
    _ = try shore.program.run("register", "add", shore.name, "svar.eml", "--theirs", "KS 21/7", "--by", "anna")
    _ = try shore.program.run("register", "confirm", shore.name, "2021-001", "1", "--by", "anna")
    let events = try shore.program.run("verify", shore.name, "--json").document["events"]?.number
    let made = try shore.program.run(
      "register", "archive", shore.name, "--output", "strand-2021", "--by", "anna", "--json")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try made.document["package"]?.text == "strand-2021")
    let files = try #require(try made.document["files"]?.array?.compactMap(\.text))
    let document = try #require(files.first { $0.hasSuffix("svar.eml") })
    let copy = try Data(contentsOf: shore.folder.appendingPathComponent("strand-2021/" + document))
    #expect(copy == (try Data(contentsOf: shore.folder.appendingPathComponent("svar.eml"))))
    let complaints = try ArchiveValidator.complaints(about: shore.folder.appendingPathComponent("strand-2021"))
    #expect(complaints == [])
    let again = try shore.program.run("register", "archive", shore.name, "--output", "strand-2021")
    #expect(again.code == 1, "A folder that is there is not written over.")
    let after = try shore.program.run("verify", shore.name, "--json").document
    #expect(after["events"]?.number == (events ?? 0) + 1, "The log keeps that it was handed over.")
    #expect(try shore.program.run("verify", shore.name).code == 0)
  }

  @Test("says that nothing is asked for, and leaves nothing half-written") func nothing() throws {
    let shore = try CorrespondenceTests.shore()
    #expect(try shore.program.run("register", "archive", shore.name, "--output", "ut").code == 2)
    _ = try shore.program.run("register", "add", shore.name, "svar.eml")
    let files = shore.workspace.appendingPathComponent("register/files")
    let names = try #require(FileManager.default.enumerator(atPath: files.path)).compactMap { $0 as? String }
    let document = try #require(names.first { $0.count > 40 })
    try Data("annat".utf8).write(to: files.appendingPathComponent(document))
    #expect(try shore.program.run("register", "archive", shore.name, "--output", "ut").code == 1)
    for name in ["ut", "ut.part"] {
      #expect(!FileManager.default.fileExists(atPath: shore.folder.appendingPathComponent(name).path))
    }
  }
}

/// The E-ARK validator of the Open Preservation Foundation, from `.deps/test`.
enum ArchiveValidator {
  /// Vocabularies that it would fetch are given here. Two of its rules contradict others and are left out: a group of files
  /// must name what it holds (CSIP62) and must not (CSIP63); the software that made the package has one note (CSIP15) and
  /// another (SIP14).
  private static let script = """
    import io, pathlib, sys, urllib.request
    terms = {
        "CSIPVocabularyContentCategory": ["Collection"],
        "CSIPVocabularyContentInformationType": ["citserms_v2_1"],
        "CSIPVocabularyOAISPackageType": ["SIP"],
        "CSIPVocabularyStatus": ["CURRENT"],
    }
    def vocabulary(address, *rest, **named):
        name = address.rsplit("/", 1)[-1].removesuffix(".xml")
        return io.BytesIO("\\n".join(f"<Term>{term}</Term>" for term in terms[name]).encode())
    urllib.request.urlopen = vocabulary
    from eark_validator.packages import PackageValidator
    from eark_validator.specifications.specification import SpecificationVersion
    report = PackageValidator(pathlib.Path(sys.argv[1]), SpecificationVersion.V2_1_0).validation_report
    found = list(report.structure.messages)
    if report.metadata:
        found += report.metadata.schema_results.messages + report.metadata.schematron_results.messages
    else:
        print("no metadata was looked at")
    for one in found:
        if one.severity.name == "ERROR" and one.rule_id not in ("CSIP63", "SIP14"):
            print(one.rule_id, one.location, one.message)
    """

  static func complaints(about package: URL) throws -> [String] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, package.path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONPATH": root.appendingPathComponent(".deps/test").path, "PYTHONUTF8": "1"]) { $1 }
    let said = Pipe()
    (process.standardOutput, process.standardError) = (said, said)
    try process.run()
    let output = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n").map(String.init)
  }
}
