import Foundation
import Synchronization

/// Ctrl-C: the first asks for the best so far, the second ends the program.
enum Interrupt {
  /// All that a signal handler may touch.
  private static let asked = Atomic(false)

  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Begins to listen.
  static func listen() {
    // Made now, since a handler may not make anything.
    _ = isAsked
    // A program that starts this one from a thread of a pool hands down a mask that keeps signals out.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      if Interrupt.asked.exchange(true, ordering: .relaxed) { _exit(130) }
    }
  }
}
