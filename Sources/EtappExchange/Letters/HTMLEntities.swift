/// Characters by the names that HTML has for them.
enum HTMLEntities {
  /// The character of `auml`, `#228` or `#xE4`; nil when there is none.
  static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] ?? named[name.lowercased()] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
    // Numbers of windows-1252, which browsers read as what they look like there.
    if (0x80...0x9F).contains(number) { return LetterCharset.special[Int(number) - 0x80] }
    return number == 0 ? nil : Unicode.Scalar(number)
  }

  /// The text with its entities replaced, those that are none left as they are.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...].dropFirst()
      let name = rest.prefix(32).prefix { $0 == "#" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
      if let scalar = scalar(String(name)), rest[name.endIndex...].first == ";" {
        result.unicodeScalars.append(scalar)
        rest = rest[name.endIndex...].dropFirst()
      } else {
        result += "&"
      }
    }
    return result + rest
  }

  /// The names of U+00A0 to U+00FF in their order (HTML 4.01, §24.2).
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml
    """

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "hellip": "…",
      "bull": "•", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "euro": "€",
      "trade": "™", "ensp": " ", "emsp": " ", "thinsp": " ", "minus": "−", "rarr": "→", "larr": "←", "permil": "‰",
      "lsaquo": "‹", "rsaquo": "›", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ",
      "zwnj": "\u{200C}", "zwj": "\u{200D}", "check": "✓", "commat": "@", "period": ".", "colon": ":", "sol": "/",
      "num": "#", "lpar": "(", "rpar": ")", "lowbar": "_", "hyphen": "‐", "dash": "‐", "Tab": "\t", "NewLine": "\n",
    ]
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt8(0xA0 + index))
    }
    return named
  }()
}
