/// How much of a letter is read; more is a mistake, or means harm. What is left out is still in the letter's own bytes.
enum LetterLimits {
  /// A file; the largest mailbox that is handed over in one piece, and what fits in memory a few times over.
  static let fileBytes = 1 << 30
  /// One message; mail servers stop at 25 to 150 MB.
  static let messageBytes = 200_000_000
  /// Messages of one mailbox.
  static let messages = 200_000
  /// Multiparts and messages inside one another; honest mail has less than ten, and each takes a piece of the stack.
  static let depth = 24
  /// Parts of one message; honest mail has less than a hundred.
  static let parts = 1_000
  /// Bytes of one header; a list of two thousand receivers fits.
  static let headerBytes = 200_000
  /// Receivers of one header that are kept.
  static let correspondents = 2_000
  /// Bytes of text that are read of one letter: a thousand pages.
  static let textBytes = 2_000_000
  /// Letters that are told apart inside one letter.
  static let enclosed = 60
  /// Links, telephone numbers and addresses that are kept of each kind.
  static let mentions = 500
  static let fileNameCharacters = 150
  static let diagnostics = 40
}
