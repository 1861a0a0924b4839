import Etapp
import EtappModel
import EtappReport

/// A page before it is dressed: its title, where it belongs, and its matter.
struct Page {
  var title: String
  /// What stands above the title.
  var kicker: String?
  var tab: Tab?
  /// Scripts beside the common one.
  var scripts: [Asset] = []
  var styles: [Asset] = []
  /// Seconds after which a browser without script asks again; nil for never.
  var refresh: Int?
  /// Whether anybody may see it, and caches may keep it.
  var isPublic = false
  var isWide = false
  /// Hosts that pictures are fetched from, beside ours.
  var images: [String] = []
  var content: [HTML]

  init(
    title: String, kicker: String? = nil, tab: Tab? = nil, scripts: [Asset] = [], styles: [Asset] = [],
    refresh: Int? = nil, isPublic: Bool = false, isWide: Bool = false, @HTMLBuilder content: () -> [HTML]
  ) {
    self.title = title
    self.kicker = kicker
    self.tab = tab
    self.scripts = scripts
    self.styles = styles
    self.refresh = refresh
    self.isPublic = isPublic
    self.isWide = isWide
    self.content = content()
  }

  /// The page as it is sent. Styles that stand on elements are lifted into one style element, which the policy knows by
  /// its fingerprint.
  func answer(_ visit: Visit, status: Int = 200) -> Answer {
    var lifted = LiftedStyles()
    let body = lifted.lift(.fragment(Frame(page: self, visit: visit).body))
    let style = lifted.text
    let document = Tag.html(.lang(visit.language.rawValue)) {
      head(visit, style)
      Tag.body { body }
    }
    let policy = Protection.policy(styles: style.isEmpty ? [] : [Secrets.sha256(Array(style.utf8))], images: images)
    return Answer(
      status, type: "text/html; charset=utf-8", "<!DOCTYPE html>\n" + document.markup + "\n",
      headers: [("content-security-policy", policy), ("content-language", visit.language.rawValue)]
        + (isPublic ? [("cache-control", "public, max-age=60, stale-while-revalidate=600")] : []))
  }

  private func head(_ visit: Visit, _ style: String) -> HTML {
    Tag.head {
      Tag.meta(Attribute("charset", "utf-8"))
      Tag.meta(Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
      Tag.meta(Attribute("name", "color-scheme"), Attribute("content", "light dark"))
      if let refresh {
        Tag("noscript")([]) { Tag.meta(Attribute("http-equiv", "refresh"), Attribute("content", "\(refresh)")) }
      }
      Tag.title { title + " – Etapp" }
      for sheet in [Asset.style] + styles { Tag.link(Attribute("rel", "stylesheet"), .href(sheet.path)) }
      style.isEmpty ? nil : Tag.style { HTML.verbatim(style) }
      Tag.link(Attribute("rel", "icon"), .href(Asset.icon.path), Attribute("type", "image/svg+xml"))
      for script in [Asset.script] + scripts {
        Tag.script(Attribute("src", script.path), Attribute("defer")) {}
      }
    }
  }
}

/// Style attributes turned into classes of a style element, since the policy allows none on elements.
struct LiftedStyles {
  private var names: [String: String] = [:]
  private var order: [String] = []

  var text: String { order.map { ".\(names[$0] ?? "")\u{7B}\($0)\u{7D}" }.joined(separator: "\n") }

  mutating func lift(_ html: HTML) -> HTML {
    switch html {
    case .text, .verbatim: return html
    case .fragment(let pieces): return .fragment(pieces.map { lift($0) })
    case .element(let tag, let attributes, let content):
      return .element(tag, lift(attributes), content.map { lift($0) })
    }
  }

  private mutating func lift(_ attributes: [Attribute]) -> [Attribute] {
    guard let style = attributes.first(where: { $0.name == "style" })?.value, Self.isPlain(style) else {
      return attributes.filter { $0.name != "style" }
    }
    if names[style] == nil {
      names[style] = "l\(order.count)"
      order.append(style)
    }
    let own = names[style] ?? ""
    let old = attributes.first { $0.name == "class" }?.value
    return attributes.filter { $0.name != "style" && $0.name != "class" }
      + [.class(old.map { $0 + " " + own } ?? own)]
  }

  /// A declaration that cannot end its rule.
  private static func isPlain(_ style: String) -> Bool {
    style.unicodeScalars.allSatisfy { !"{}<>\\@".unicodeScalars.contains($0) }
  }
}
