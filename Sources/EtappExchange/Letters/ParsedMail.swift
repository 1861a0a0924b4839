import CMail

/// A message that GMime has taken apart; its parts live as long as it does.
final class ParsedMail {
  private let handle: OpaquePointer

  /// nil when there is nothing that could be a message.
  init?(_ bytes: ArraySlice<UInt8>) {
    let handle = bytes.withUnsafeBufferPointer { etapp_mail_read($0.baseAddress, $0.count) }
    guard let handle else { return nil }
    self.handle = handle
  }

  deinit { etapp_mail_free(handle) }

  /// The message with its headers.
  var message: MailPart? { etapp_mail_message(handle).map { MailPart(owner: self, handle: $0) } }
}

/// A part of a message, or the message itself.
struct MailPart {
  enum Kind {
    case leaf, multipart, message
  }

  private let owner: ParsedMail
  private let handle: OpaquePointer

  fileprivate init(owner: ParsedMail, handle: OpaquePointer) {
    self.owner = owner
    self.handle = handle
  }

  private func part(_ handle: OpaquePointer?) -> MailPart? { handle.map { MailPart(owner: owner, handle: $0) } }

  /// The outermost part of a message.
  var body: MailPart? { part(etapp_message_body(handle)) }

  /// The message inside a part of kind `message`.
  var message: MailPart? { part(etapp_part_message(handle)) }

  var kind: Kind {
    switch etapp_part_kind_of(handle) {
    case ETAPP_PART_MULTIPART: .multipart
    case ETAPP_PART_MESSAGE: .message
    default: .leaf
    }
  }

  var children: [MailPart] {
    (0..<max(0, etapp_part_count(handle))).prefix(LetterLimits.parts).compactMap { part(etapp_part_at(handle, $0)) }
  }

  /// `text/plain`, in lower case; what says nothing is plain text (RFC 2045 §5.2).
  var mediaType: String {
    guard let type = Self.text(etapp_part_type(handle)), let subtype = Self.text(etapp_part_subtype(handle)) else {
      return "text/plain"
    }
    return "\(type)/\(subtype)".lowercased().filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "/+-._".contains($0))
    }
  }

  func parameter(_ name: String) -> String? { Self.text(etapp_part_parameter(handle, name)) }

  var disposition: String? { Self.text(etapp_part_disposition(handle))?.lowercased() }

  var contentID: String? { Self.text(etapp_part_content_id(handle)) }

  var fileName: String? { Self.text(etapp_part_file_name(handle)) }

  /// The content with its transfer encoding undone.
  var content: [UInt8] {
    var count = 0
    guard let bytes = etapp_part_content(handle, &count) else { return [] }
    defer { etapp_mail_release(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The headers in their order.
  var headers: MailHeaders {
    var fields: [(name: String, value: [UInt8])] = []
    for index in 0..<min(max(0, etapp_header_count(handle)), CInt(LetterLimits.parts)) {
      guard let name = Self.text(etapp_header_name(handle, index)), let value = etapp_header_value(handle, index)
      else { continue }
      let bytes = UnsafeBufferPointer(start: value, count: strnlen(value, LetterLimits.headerBytes))
      fields.append((name.lowercased(), bytes.map { UInt8(bitPattern: $0) }))
    }
    return MailHeaders(fields)
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

  private func strnlen(_ text: UnsafePointer<CChar>, _ limit: Int) -> Int {
    var count = 0
    while count < limit, text[count] != 0 { count += 1 }
    return count
  }
}

/// The headers of a message, by their names in lower case.
struct MailHeaders {
  private let fields: [(name: String, value: [UInt8])]

  init(_ fields: [(name: String, value: [UInt8])]) { self.fields = fields }

  /// The values of a name as text: unfolded, undeclared bytes guessed, encoded words still encoded.
  func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map { LetterCharset.guessed($0.value[...]).unfolded }
  }

  func first(_ name: String) -> String? { all(name).first { !$0.isEmpty } }

  var isEmpty: Bool { fields.isEmpty }
}

extension String {
  /// The text on one line: line ends and other control characters as single blanks.
  var unfolded: String {
    var scalars = String.UnicodeScalarView()
    var isBlank = true
    for scalar in unicodeScalars {
      let isSpace = scalar.value <= 0x20 || scalar.value == 0x7F
      if !isSpace { scalars.append(scalar) } else if !isBlank { scalars.append(" ") }
      isBlank = isSpace
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
