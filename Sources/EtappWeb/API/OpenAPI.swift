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
      "The programme of a workspace: plans, trials, reasons, dates. Documents are those of the command line."
  }

  struct Operation: Encodable {
    var operationId: String
    var summary: String
    var parameters: [Parameter]
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
    var type: String
    var items: [String: String]?
  }

  struct Response: Encodable {
    var description: String
    var content: [String: [String: Schema]]?
    var headers: [String: [String: Schema]]?
  }

  struct Components: Encodable {
    struct Scheme: Encodable {
      var type = "http"
      var scheme = "bearer"
    }

    var securitySchemes = ["token": Scheme()]
  }

  static let document = Root(
    paths: Dictionary(
      Interface.operations.map { (path($0.path), [$0.method.rawValue.lowercased(): operation($0)]) },
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
      responses: responses(operation))
  }

  private static func responses(_ operation: Interface.Operation) -> [String: Response] {
    let type = operation.path.hasSuffix(".geojson") ? "application/geo+json" : "application/json"
    let kind = ["decisions"].contains(operation.name) ? "array" : "object"
    func trouble(_ words: String) -> Response {
      Response(description: words, content: ["application/json": ["schema": Schema(type: "object")]])
    }
    return [
      "200": Response(description: "Done.", content: [type: ["schema": Schema(type: kind)]]),
      "400": trouble("A parameter cannot be understood."), "401": trouble("A token is needed."),
      "403": trouble("The holder's role does not allow it."), "404": trouble("It is not there."),
      "422": trouble("The workspace's data do not allow an answer."),
      "503": trouble("It is being computed; ask again after the seconds that Retry-After says."),
    ]
  }
}
