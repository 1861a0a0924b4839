import EtappModel

/// The bytes of a mail (RFC 5322, RFC 2045–2047, RFC 2231): ASCII throughout, CRLF at every line's end.
extension MailDraft {
  /// - Precondition: Every address is plain (`MailAddress.isPlain`).
  package var bytes: [UInt8] {
    var output = Array(head.utf8)
    let alternatives = self.alternatives
    if attachments.isEmpty {
      output += alternatives
    } else {
      let mark = boundary("mixed")
      output += Array("Content-Type: multipart/mixed; boundary=\"\(mark)\"\r\n\r\n".utf8)
      output += joined([alternatives] + attachments.map(Self.part), mark)
    }
    return output
  }

  private var head: String {
    var headers: [MailHeader] = []
    func people(_ name: String, _ people: [Correspondent]) {
      guard !people.isEmpty else { return }
      var header = MailHeader(name)
      header.add(people)
      headers.append(header)
    }
    people("From", [from])
    people("To", to)
    people("Cc", copies)
    var about = MailHeader("Subject")
    about.add(text: subject)
    var date = MailHeader("Date")
    date.add(Self.date(sent, offset))
    var id = MailHeader("Message-ID")
    id.add("<" + messageID.filter { $0.isASCII && !$0.isWhitespace && $0 != "<" && $0 != ">" } + ">")
    var tongue = MailHeader("Content-Language")
    tongue.add(language.rawValue)
    headers += [about, date, id, tongue]
    return headers.map(\.written).joined() + "MIME-Version: 1.0\r\n"
  }

  /// `Thu, 10 Jun 2021 09:00:00 +0200`, in English whatever the letter is in (RFC 5322 §3.3).
  static func date(_ moment: Moment, _ offset: Int) -> String {
    let day = moment.day(offset: offset)
    let (year, month, number) = day.civil
    let second = moment.seconds + offset * 60 - day.number * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    // 1970-01-01 was a Thursday.
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekday = weekdays[(day.number % 7 + 7) % 7]
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + two(abs(offset) % 60)
    return "\(weekday), \(number) \(months[month - 1]) \(year) \(clock) \(zone)"
  }

  // MARK: Parts

  private var alternatives: [UInt8] {
    let plain = Self.part("text/plain", text)
    guard let html else { return plain }
    let mark = boundary("alternative")
    return Array("Content-Type: multipart/alternative; boundary=\"\(mark)\"\r\n\r\n".utf8)
      + joined([plain, Self.part("text/html", html)], mark)
  }

  private static func part(_ type: String, _ text: String) -> [UInt8] {
    Array("Content-Type: \(type); charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
      + TransferEncoding.quotedPrintable(text.hasSuffix("\n") ? text : text + "\n")
  }

  private static func part(_ attachment: Attachment) -> [UInt8] {
    var type = MailHeader("Content-Type")
    let isToken = attachment.mediaType.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 59 && $0 != 34 }
    type.add(isToken && attachment.mediaType.contains("/") ? attachment.mediaType : "application/octet-stream")
    var disposition = MailHeader("Content-Disposition")
    disposition.add(attachment.isInline ? "inline" : "attachment")
    disposition.add(parameter: "filename", attachment.name)
    return Array((type.written + disposition.written + "Content-Transfer-Encoding: base64\r\n\r\n").utf8)
      + TransferEncoding.base64(attachment.content)
  }

  private func joined(_ parts: [[UInt8]], _ mark: String) -> [UInt8] {
    var output: [UInt8] = []
    for part in parts { output += Array("--\(mark)\r\n".utf8) + part + Array("\r\n".utf8) }
    return output + Array("--\(mark)--\r\n".utf8)
  }

  /// `=_` stands in no quoted-printable and in no base64, so a boundary with it can be in no part.
  private func boundary(_ kind: String) -> String {
    let seed = messageID.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(24)
    return "=_\(kind)_\(seed)"
  }
}
