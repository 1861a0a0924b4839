import EtappExchange
import EtappModel
import Foundation

/// Asks a matrix service, and asks again with longer and longer pauses where that may help.
struct MatrixClient {
  let service: any MatrixService
  /// The service's address, for messages.
  let address: String
  /// How often a question is asked again before the service counts as failing.
  var retries = 5
  /// Seconds before the second try; doubled before each other one.
  var firstPause = 1.0
  /// Sends a request.
  let ask: (HTTPMessage) throws(HTTPFailure) -> HTTPAnswer
  let isStopped: () -> Bool

  /// How much was asked.
  private(set) var questions = 0
  private(set) var repeated = 0
  private var hasAnswered = false

  /// The longest pause that a service can ask for, in seconds.
  private static let longestPause = 300.0

  init(
    _ service: any MatrixService, address: String, retries: Int = 5, firstPause: Double = 1,
    isStopped: @escaping () -> Bool, ask: @escaping (HTTPMessage) throws(HTTPFailure) -> HTTPAnswer
  ) {
    self.service = service
    self.address = address
    self.retries = retries
    self.firstPause = firstPause
    self.isStopped = isStopped
    self.ask = ask
  }

  /// What came of a question.
  enum Outcome {
    /// Row-major, sources × targets; infinite where there is no way.
    case minutes([Float])
    /// For good reason, which whoever asks may do something about.
    case refused(MatrixRefusal)
    case failed(TravelFailure)
  }

  mutating func minutes(_ block: MatrixBlock) -> Outcome {
    var pause = firstPause
    for _ in 0..<retries {
      let outcome = attempt(block)
      guard let seconds = patience(after: outcome) else { return outcome }
      guard wait(min(Self.longestPause, max(seconds, pause))) else { return .failed(.stopped) }
      repeated += 1
      pause *= 2
    }
    let last = attempt(block)
    if case .refused(let refusal) = last, refusal.isPassing { return .failed(failure(refusal)) }
    return last
  }

  /// Seconds that a service asks to be left alone, 0 where it asks nothing; nil where asking again is of no use.
  private func patience(after outcome: Outcome) -> Double? {
    switch outcome {
    case .minutes: nil
    case .refused(.busy(let seconds)): seconds ?? 0
    case .refused(let refusal): refusal.isPassing ? 0 : nil
    case .failed(let failure): failure.kind == .failing ? 0 : nil
    }
  }

  private mutating func attempt(_ block: MatrixBlock) -> Outcome {
    guard !isStopped() else { return .failed(.stopped) }
    questions += 1
    let answer: HTTPAnswer
    do {
      answer = try ask(service.question(block))
    } catch {
      return .failed(silence(error))
    }
    hasAnswered = true
    do {
      return .minutes(try service.minutes(answer, of: block))
    } catch {
      return .refused(error)
    }
  }

  /// Sleeps in short naps, so that Ctrl-C is heard.
  ///
  /// - Returns: false where somebody asked to stop.
  private func wait(_ seconds: Double) -> Bool {
    let end = ProcessInfo.processInfo.systemUptime + seconds
    while ProcessInfo.processInfo.systemUptime < end {
      guard !isStopped() else { return false }
      Thread.sleep(forTimeInterval: min(0.1, seconds))
    }
    return true
  }

  // MARK: Words

  /// A service that has never answered is probably not there; one that has may come back.
  private func silence(_ failure: HTTPFailure) -> TravelFailure {
    switch failure.kind {
    case .stopped: return .stopped
    case .unreachable where !hasAnswered:
      return TravelFailure(
        .unreachable, en: "Nothing answers at \(address): \(failure.message). Is the service started?",
        sv: "Ingen svarar på \(address): \(failure.message). Är tjänsten startad?")
    default:
      return TravelFailure(
        .failing, en: "The service at \(address) does not answer: \(failure.message)",
        sv: "Tjänsten på \(address) svarar inte: \(failure.message)")
    }
  }

  /// A refusal that nothing can be done about, in words.
  func failure(_ refusal: MatrixRefusal) -> TravelFailure {
    switch refusal {
    case .unknownProfile(let words):
      TravelFailure(
        .refused, en: "The service does not know this means of travel (--profile): “\(words)”",
        sv: "Tjänsten känner inte färdsättet (--profile): ”\(words)”")
    case .denied(let words):
      TravelFailure(
        .refused, en: "The service does not let us in; a key goes into ETAPP_TRAVEL_KEY: “\(words)”",
        sv: "Tjänsten släpper inte in oss; en nyckel ges i ETAPP_TRAVEL_KEY: ”\(words)”")
    case .tooLarge(let words):
      TravelFailure(
        .refused, en: "The service refuses even a single pair as too much: “\(words)”",
        sv: "Tjänsten avvisar även ett enda par som för mycket: ”\(words)”")
    case .failed(let status, let words):
      TravelFailure(
        .failing, en: "The service at \(address) failed with status \(status): “\(words)”",
        sv: "Tjänsten på \(address) misslyckades med status \(status): ”\(words)”")
    case .broken(let words):
      TravelFailure(
        .failing, en: "The service at \(address) answers with something that is no matrix: “\(words)”",
        sv: "Tjänsten på \(address) svarar med något som inte är en matris: ”\(words)”")
    case .busy:
      TravelFailure(
        .failing, en: "The service at \(address) says that it has been asked too much. Try again later.",
        sv: "Tjänsten på \(address) säger att den har fått för många frågor. Försök igen senare.")
    case .tooFar(let words), .offNetwork(let words): TravelFailure(.refused, en: words, sv: words)
    }
  }
}

extension TravelFailure {
  static let stopped = TravelFailure(.stopped, en: "Stopped.", sv: "Stoppad.")
}
