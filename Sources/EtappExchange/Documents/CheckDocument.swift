package import EtappModel

/// Documents that can be written without a programme: when files are wrong, or a command could not be done.
package enum CheckDocument {
  /// `etapp.check/1`: what was read, and everything there is to say about it.
  ///
  /// - Parameter assignment: nil when `programme.yaml` could not be understood at all.
  package static func check(
    _ assignment: Assignment?, _ geography: Geography, _ diagnostics: [Diagnostic], language: Language
  ) -> JSON {
    [
      "schema": "etapp.check/1", "programme": JSON(assignment.map { $0.name(language) }),
      "valid": .bool(!diagnostics.hasErrors && assignment != nil),
      "read": [
        "places": JSON(geography.places.count), "offices": JSON(geography.offices.count),
        "demandPoints": JSON(geography.demand.count), "people": JSON(geography.demand.total.value),
        "municipalities": JSON(geography.municipalities.count), "layers": JSON(geography.layers.count),
        "rounds": JSON(assignment?.rounds.count ?? 0), "rules": JSON(assignment?.rules.count ?? 0),
        "goals": JSON(assignment?.goals.count ?? 0),
      ],
      "diagnostics": .array(diagnostics.map { Documents.diagnostic($0, language) }),
    ]
  }

  /// `etapp.error/1`: why a command could not be done.
  ///
  /// - Parameter maybe: What was probably meant.
  package static func failure(_ message: String, exitCode: Int, maybe: [String]) -> JSON {
    [
      "schema": "etapp.error/1", "exitCode": JSON(exitCode), "message": .string(message),
      "maybe": .array(maybe.map(JSON.string)),
    ]
  }
}
