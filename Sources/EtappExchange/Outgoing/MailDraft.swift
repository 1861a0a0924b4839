package import EtappModel

/// A letter as a mail that can be sent: who, to whom, about what, as text and as HTML.
package struct MailDraft: Sendable {
  package var from: Correspondent
  package var to: [Correspondent]
  package var copies: [Correspondent]
  package var subject: String
  package var sent: Moment
  /// Minutes that the sender's clock is ahead of universal time.
  package var offset: Int
  /// Without angle brackets.
  package var messageID: String
  package var language: Language
  package var text: String
  package var html: String?
  package var attachments: [Attachment]

  package init(
    from: Correspondent, to: [Correspondent], copies: [Correspondent] = [], subject: String, sent: Moment,
    offset: Int = 0, messageID: String, language: Language, text: String, html: String? = nil,
    attachments: [Attachment] = []
  ) {
    self.from = from
    self.to = to
    self.copies = copies
    self.subject = subject
    self.sent = sent
    self.offset = offset
    self.messageID = messageID
    self.language = language
    self.text = text
    self.html = html
    self.attachments = attachments
  }
}
