import EtappModel
import Foundation
import Testing

/// The published JSON Schema of `programme.yaml` follows what the reader knows.
@Suite struct `The schema` {
  static let path = "Schema/programme.schema.json"

  /// What the schema lists under `properties` of one of its definitions, or at its top.
  private func properties(of definition: String?) throws -> Set<String> {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(Repository.file(Self.path).text.utf8)) as? [String: Any])
    guard let definition else { return Set((object["properties"] as? [String: Any] ?? [:]).keys) }
    let definitions = try #require(object["$defs"] as? [String: Any])
    let found = try #require(definitions[definition] as? [String: Any])
    return Set((found["properties"] as? [String: Any] ?? [:]).keys)
  }

  @Test func `knows every kind of rule`() throws {
    let rule = try properties(of: "rule")
    for kind in Rule.KindName.allCases { #expect(rule.contains(kind.rawValue), "\(kind)") }
  }

  @Test func `knows every kind of goal`() {
    let schema = Repository.file(Self.path).text
    for kind in Goal.KindName.allCases { #expect(schema.contains("\"\(kind.rawValue)\""), "\(kind)") }
  }

  @Test func `knows every key that the reader asks for`() {
    let schema = Repository.file(Self.path).text
    for key in `The documentation`.keys.sorted() { #expect(schema.contains("\"\(key)\""), "\(key)") }
  }

  @Test func `knows every key at the top`() throws {
    let reader = Repository.files(under: "Sources/EtappExchange/Programme", "swift").map(\.code).joined(separator: "\n")
    let asked = reader.matches(of: "root\\??\\.(?:node|list|string|text|record)\\(\"(\\w+)\"\\)") + ["rules", "goals"]
    let known = try properties(of: nil)
    #expect(asked.count > 10)
    for key in asked { #expect(known.contains(key), "\(key)") }
    #expect(known.subtracting(asked).isEmpty, "\(known.subtracting(asked)) is in the schema and read by nobody")
  }

  // MARK: Validation by somebody else's program

  @Test(.enabled(if: Validator.isHere, "python3 with jsonschema and yaml is not here; make deps-test brings it"))
  func `accepts every example`() throws {
    let examples = Repository.files(under: "Examples", "yaml")
    #expect(examples.count >= 3)
    for example in examples { #expect(try Validator.complaints(about: example.text).isEmpty, "\(example.path)") }
  }

  @Test(
    .enabled(if: Validator.isHere, "python3 with jsonschema and yaml is not here; make deps-test brings it"),
    arguments: [
      "programme: A\nrounds: [{id: 1}]\nrulez: []",
      "programme: A\nrounds: []",
      "programme: A\nrounds: [{id: 1, ofices: {min: 1}}]",
      "programme: A\nrounds: [{id: 1}]\nrules: [{id: a, cuont: all, min: 1}]",
      "programme: A\nrounds: [{id: 1}]\nrules: [{id: a, count: all}]",
      "programme: A\nrounds: [{id: 1}]\ngoals: [{id: acces}]",
      "programme: A\nrounds: [{id: 1, opens: {from: soon, to: 2022-12-31}}]",
      "programme: A\nrounds: [{id: 1, starts: soon}]",
      "programme: A\nrounds: [{id: 1}]\nkinds: [{id: a, level: 1.5}]",
      "programme: A\nrounds: [{id: 1}]\nkinds: [{id: a, level: 0}]",
      "programme: A\nrounds: [{id: 1}]\nkinds: [{name: A}]",
      "programme: A\nrounds: [{id: 1}]\nwork: {start: 2022-01-01}",
      "programme: A\nrounds: [{id: 1}]\ncalendars: {a: {week: [mondag]}}",
      "programme: A\nrounds: [{id: 1}]\ncalendars: {a: {holidays: [{name: A}]}}",
      "programme: A\nrounds: [{id: 1}]\nresources: {a: {title: A}}",
      "programme: A\nrounds: [{id: 1}]\nresources: {a: {units: 1, regions: {X: 2}}}",
      "programme: A\nrounds: [{id: 1}]\ntemplates: [{id: a, tasks: [{days: 3}]}]",
      "programme: A\nrounds: [{id: 1}]\ntemplates: [{id: a, tasks: [{id: a, after: {kind: SS}}]}]",
      "programme: A\nrounds: [{id: 1}]\nrisks: [{id: a}]",
      "programme: A\nrounds: [{id: 1}]\nshocks: [{id: a}]",
    ])
  func `refuses a mistake`(_ programme: String) throws {
    #expect(try !Validator.complaints(about: programme).isEmpty)
  }
}

/// The Python package `jsonschema` as a second opinion.
private enum Validator {
  static let isHere = (try? run("import jsonschema, yaml", input: ""))?.status == 0

  /// YAML as JSON Schema sees it: dates stay texts.
  private static let script = """
    import json, sys, yaml, jsonschema
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
        key: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
        for key, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(yaml.load(sys.stdin.read(), Loader)):
        print(error.json_path, error.message)
    """

  static func complaints(about programme: String) throws -> [String] {
    let result = try run(script, input: programme)
    guard result.status == 0 else { throw Failure(text: result.output) }
    return result.output.split(separator: "\n").map(String.init)
  }

  struct Failure: Error { let text: String }

  private static func run(_ script: String, input: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, Repository.root.appendingPathComponent(`The schema`.path).path]
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONPATH"] = Repository.root.appendingPathComponent(".deps/test").path
    environment["PYTHONUTF8"] = "1"
    process.environment = environment
    let (given, said) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = said
    process.standardError = said
    try process.run()
    try given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try given.fileHandleForWriting.close()
    let output = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
