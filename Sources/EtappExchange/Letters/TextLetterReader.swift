import EtappModel

/// A letter in plain text, or in text read from a picture of paper.
enum TextLetterReader {
  static func read(_ text: String, _ findings: inout LetterFindings) -> Letter {
    var letter = Letter(source: .text, body: LetterText.tidied(LetterText.limited(text, &findings)))
    LetterContents.note(in: &letter)
    return letter
  }
}
