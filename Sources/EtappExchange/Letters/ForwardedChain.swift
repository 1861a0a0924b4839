import EtappModel

/// A text and the letters that it forwards or quotes.
struct ForwardedChain {
  var body: String
  var enclosed: [Letter] = []

  static func split(_ text: String, source: Letter.Source) -> ForwardedChain {
    ForwardedChain(body: text)
  }
}
