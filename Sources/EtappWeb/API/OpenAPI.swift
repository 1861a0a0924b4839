/// The description of the interface for programs, made from the same table that answers (OpenAPI 3.1).
enum OpenAPI {
  struct Root: Encodable {
    var openapi = "3.1.0"
    var info = Info()
    var paths: [String: [String: Operation]]
    var components = Components()
    var security: [[String: [String]]] = [["token": []]]
  }

  struct Info: Encodable {
    var title = "Etapp"
    var version = "1"
    var description =
      "The programme of a workspace: plans, trials, reasons, dates, decisions, the register. Documents are those of the command line."
  }

  struct Operation: Encodable {
    var operationId: String
    var summary: String
    var parameters: [Parameter]
    var requestBody: Body?
    var responses: [String: Response]
  }

  struct Parameter: Encodable {
    var name: String
    var place: String
    var description: String
    var required: Bool
    var schema: Schema

    enum CodingKeys: String, CodingKey {
      case name, description, required, schema
      case place = "in"
    }
  }

  struct Schema: Encodable {
    var type: String?
    var description: String?
    var format: String?
    var words: [String]?
    var pattern: String?
    var minItems: Int?
    var items: [String: String]?
    var properties: [String: Schema]?
    var required: [String]?
    var additionalProperties: Bool?
    var reference: String?

    enum CodingKeys: String, CodingKey {
      case type, description, format, pattern, minItems, items, properties, required, additionalProperties
      case words = "enum"
      case reference = "$ref"
    }
  }

  struct Content: Encodable {
    var schema: Schema
  }

  struct Body: Encodable {
    var required: Bool
    var content: [String: Content]
  }

  struct Response: Encodable {
    var description: String
    var content: [String: Content]?
  }

  struct Components: Encodable {
    struct Scheme: Encodable {
      var type = "http"
      var scheme = "bearer"
    }

    var securitySchemes = ["token": Scheme()]
    var schemas = ["Error": error, "Done": done]
  }

  static let document = Root(
    paths: Dictionary(
      Interface.all.map { (path($0.path), [$0.method.rawValue.lowercased(): operation($0)]) },
      uniquingKeysWith: { $0.merging($1) { first, _ in first } }))

  /// `/explanations/:topic` as `/api/v1/explanations/{topic}`.
  private static func path(_ path: String) -> String {
    "/api/v1/"
      + path.dropFirst().split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
      .joined(separator: "/")
  }

  private static func operation(_ operation: Interface.Operation) -> Operation {
    let inPath = operation.path.split(separator: "/").filter { $0.hasPrefix(":") }.map {
      Parameter(
        name: String($0.dropFirst()), place: "path", description: "An id or a name.", required: true,
        schema: Schema(type: "string"))
    }
    let inQuery = operation.query.map {
      Parameter(
        name: $0.name, place: "query", description: $0.summary, required: false,
        schema: $0.isList ? Schema(type: "array", items: ["type": "string"]) : Schema(type: "string"))
    }
    return Operation(
      operationId: operation.name, summary: operation.summary, parameters: inPath + inQuery,
      requestBody: body(operation),
      responses: responses(operation))
  }

  // MARK: Bodies

  private static func body(_ operation: Interface.Operation) -> Body? {
    guard operation.method == .post else { return nil }
    let needed = operation.body.filter(\.isNeeded).map(\.name)
    let schema = Schema(
      type: "object",
      properties: Dictionary(operation.body.map { ($0.name, member($0)) }, uniquingKeysWith: { first, _ in first }),
      required: needed.isEmpty ? nil : needed, additionalProperties: false)
    let types =
      operation.takesFiles ? ["multipart/form-data"] : ["application/json", "application/x-www-form-urlencoded"]
    return Body(
      required: !needed.isEmpty,
      content: Dictionary(types.map { ($0, Content(schema: schema)) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func member(_ member: Interface.Member) -> Schema {
    if member.isList {
      return Schema(
        type: "array", description: member.summary, minItems: member.isNeeded ? 1 : nil,
        items: ["type": "string"].merging(member.format.map { ["format": $0] } ?? [:]) { first, _ in first })
    }
    let isText = member.words.isEmpty && member.format == nil
    return Schema(
      type: "string", description: member.summary, format: member.format,
      words: member.words.isEmpty ? nil : member.words, pattern: isText && member.isNeeded ? Self.notBlank : nil)
  }

  private static let notBlank = #"\S"#

  // MARK: Answers

  /// `etapp.error/1`
  private static let error = Schema(
    type: "object",
    properties: [
      "schema": Schema(type: "string"),
      "message": Schema(type: "string", description: "What is wrong, in the language that was asked for."),
      "status": Schema(type: "integer"),
    ], required: ["schema"])

  /// `etapp.done/1`
  private static let done = Schema(
    type: "object",
    properties: [
      "schema": Schema(type: "string"), "done": Schema(type: "string"),
      "id": Schema(type: "array", description: "What it was done to.", items: ["type": "string"]),
    ], required: ["schema", "done", "id"])

  private static func responses(_ operation: Interface.Operation) -> [String: Response] {
    var responses = [
      "200": Response(description: "Done.", content: answer(operation)),
      "400": trouble("Something that was sent cannot be understood."), "401": trouble("A token is needed."),
      "403": trouble("The holder's role does not allow it."), "404": trouble("It is not there."),
      "422": trouble("The data do not allow an answer."),
      "503": trouble("It is being computed, or too much is; ask again after the seconds that Retry-After says."),
    ]
    if operation.method == .post {
      responses["409"] = trouble("Somebody else has changed it, or the name is taken.")
      responses["413"] = trouble("More was sent than is taken at a time.")
    }
    if operation.takesFiles { responses["415"] = trouble("A document of this kind is not taken.") }
    return responses
  }

  private static func answer(_ operation: Interface.Operation) -> [String: Content] {
    if operation.method == .post {
      return ["application/json": Content(schema: Schema(reference: "#/components/schemas/Done"))]
    }
    let type = operation.path.hasSuffix(".geojson") ? "application/geo+json" : "application/json"
    let kind = ["decisions", "publications"].contains(operation.name) ? "array" : "object"
    return [type: Content(schema: Schema(type: kind))]
  }

  private static func trouble(_ words: String) -> Response {
    Response(
      description: words,
      content: ["application/json": Content(schema: Schema(reference: "#/components/schemas/Error"))])
  }
}
