import Testing

@testable import EtappExchange

/// Subjects and what threads have in common.
@Suite struct `A topic` {
  static let topics: [(String, String)] = [
    ("Servicekontor", "Servicekontor"), ("VB: Servicekontor", "Servicekontor"), ("SV: Servicekontor", "Servicekontor"),
    ("Sv: Vb: Servicekontor", "Servicekontor"), ("FW: FWD: Fwd: RE: x", "x"), ("RE: re: Re: x", "x"), ("AW: x", "x"),
    ("WG: x", "x"), ("VS: x", "x"), ("Antw: x", "x"), ("TR: x", "x"), ("Rv: x", "x"), ("Re[2]: x", "x"),
    ("RE(3): x", "x"), ("Re : x", "x"), ("SV:x", "x"), ("  VB:   x  ", "x"), ("[lista] x", "x"),
    ("Re: [lista] SV: x", "x"), ("[EXTERNT] VB: x", "x"), ("x (fwd)", "x"), ("SV; x", "x"), ("RE： x", "x"),
    ("Vidarebefordrat: x", "x"), ("SV: VB: SV: VB: SV: x", "x"), ("", ""), ("SV:", ""), ("[tag]", "[tag]"),
    // No marks.
    ("Svar på remiss", "Svar på remiss"), ("Rest: x", "Rest: x"), ("Res. 5", "Res. 5"), ("VBA: x", "VBA: x"),
    ("Tre: x", "Tre: x"), ("Re 5", "Re 5"), ("Regler: x", "Regler: x"), ("[x", "[x"), ("SV", "SV"),
    ("Är det så: ja", "Är det så: ja"), ("Re\u{0301}union: x", "Re\u{0301}union: x"),
  ]

  @Test(arguments: topics) func `is the subject without its marks`(_ subject: String, _ topic: String) {
    #expect(LetterTopic.of(subject) == topic)
    // What is bare stays bare.
    #expect(LetterTopic.of(topic) == topic)
  }
}
