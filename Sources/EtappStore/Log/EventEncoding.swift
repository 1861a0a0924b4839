import EtappModel

/// An event as the bytes that its fingerprint is taken of.
///
/// `etapp.event/1`, then number and moment as 8 bytes each, the greatest first; then each text as 8 bytes of length and
/// its UTF-8; a reason that is not there is the length 2⁶⁴ − 1; last the 32 bytes of the fingerprint before. No two
/// events have the same bytes, since every field says where it ends.
struct EventEncoding {
  /// Fields as they stand in the file, byte for byte: damage may have made them no UTF-8.
  struct Fields: Hashable {
    var number: Int64
    var at: Int64
    var actor: [UInt8]
    var action: [UInt8]
    var subject: [UInt8]
    var reason: [UInt8]?
    var details: [UInt8]
  }

  private(set) var bytes = Array("etapp.event/1".utf8)

  private init() {}

  static func fingerprint(of fields: Fields, after previous: Fingerprint) -> Fingerprint {
    var encoding = EventEncoding()
    encoding.append(UInt64(bitPattern: fields.number))
    encoding.append(UInt64(bitPattern: fields.at))
    for text in [fields.actor, fields.action, fields.subject] { encoding.append(text) }
    if let reason = fields.reason { encoding.append(reason) } else { encoding.append(UInt64.max) }
    encoding.append(fields.details)
    encoding.bytes += previous.bytes
    return Fingerprint(of: encoding.bytes)
  }

  static func fingerprint(of event: Event, after previous: Fingerprint) -> Fingerprint {
    fingerprint(
      of: Fields(
        number: Int64(event.number), at: Int64(event.at.seconds), actor: Array(event.actor.utf8),
        action: Array(event.action.utf8), subject: Array(event.subject.utf8),
        reason: event.reason.map { Array($0.utf8) },
        details: Array(event.details.utf8)),
      after: previous)
  }

  private mutating func append(_ number: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  private mutating func append(_ text: [UInt8]) {
    append(UInt64(text.count))
    bytes += text
  }
}
