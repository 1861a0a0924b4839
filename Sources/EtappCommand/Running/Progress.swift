import Etapp
import EtappModel
import Foundation
import Synchronization

/// Shows how far a run has come, on standard error: one line that changes on a terminal, lines with `--verbose`.
final class Progress: Sendable {
  enum Manner: Sendable {
    case silent, animated, lines
  }

  private let manner: Manner
  private let language: Language
  private let began = ProcessInfo.processInfo.systemUptime
  private let state = Mutex(State())

  private struct State {
    var lastShown = 0.0
    var lastText = ""
    var isShowing = false
    var heading = ""
  }

  init(_ manner: Manner, language: Language) {
    self.manner = manner
    self.language = language
  }

  /// What is being done now: "Explaining Ånge".
  func begin(_ text: Text) {
    state.withLock { state in
      state.heading = text(language)
      show(state.heading + " …", &state, force: true)
    }
  }

  /// Takes a step of the planner; called from several threads, so the line is written under a lock.
  func take(_ step: RunProgress) {
    guard manner != .silent else { return }
    state.withLock { state in
      show(line(step, heading: state.heading), &state, force: manner == .lines)
    }
  }

  /// Takes a step of something that is counted.
  func count(_ done: Int, of all: Int) {
    guard manner != .silent, all > 0 else { return }
    state.withLock { state in
      show("\(state.heading) \(done)/\(all)", &state, force: manner == .lines)
    }
  }

  /// Takes the line away again, so that results stand alone.
  func end() {
    state.withLock { state in
      if state.isShowing { Output.put("\r\u{1B}[K", on: STDERR_FILENO) }
      state.isShowing = false
    }
  }

  private func show(_ text: String, _ state: inout State, force: Bool) {
    let now = ProcessInfo.processInfo.systemUptime
    guard text != state.lastText, force || now - state.lastShown >= 0.1 else { return }
    (state.lastShown, state.lastText) = (now, text)
    switch manner {
    case .silent: return
    case .animated:
      Output.put("\r\u{1B}[K" + String(text.prefix(Self.width - 1)), on: STDERR_FILENO)
      state.isShowing = true
    case .lines: Output.say(String(format: "%7.2f s  ", now - began) + text)
    }
  }

  private func line(_ step: RunProgress, heading: String) -> String {
    let number = "\(step.step + 1)/\(step.steps)"
    let bound = step.bound.isFinite ? Self.number(step.bound) : "–"
    guard let value = step.value else {
      return heading + " "
        + Text(
          en: "\(step.goal) \(number): no plan yet, bound \(bound)",
          sv: "\(step.goal) \(number): ingen plan ännu, gräns \(bound)")(language)
    }
    let gap = step.gap.isFinite ? String(format: "%.2f %%", step.gap * 100) : "–"
    return heading + " "
      + Text(
        en: "\(step.goal) \(number): value \(Self.number(value)), bound \(bound), gap \(gap)",
        sv: "\(step.goal) \(number): värde \(Self.number(value)), gräns \(bound), gap \(gap)")(language)
  }

  private static func number(_ number: Double) -> String {
    String(format: abs(number) >= 1000 ? "%.0f" : "%.4g", number)
  }

  /// Columns of the terminal; 80 when it does not say.
  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }
}
