import EtappExchange
public import EtappModel
import EtappReport

extension TravelReceipt {
  /// What was written and what is missing, in words.
  public var words: Text { Text.inEveryLanguage { TravelSentences($0).summary(self) } }

  /// `etapp.travel/1`
  public var document: String { TravelDocument.json(self).serialised(pretty: true) }
}
