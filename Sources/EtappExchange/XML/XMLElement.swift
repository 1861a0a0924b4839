/// An element of an XML document without its attributes: names, text and children are all that our formats use.
struct XMLElement: Hashable, Sendable {
  /// The name without its prefix.
  var name: String
  /// The namespace its prefix stands for; empty for none.
  var namespace: String
  /// Character data directly inside it, as it stood.
  var text: String
  var children: [XMLElement]
  /// The row its tag begins in, counting from 1.
  var row: Int

  init(_ name: String, namespace: String = "", text: String = "", children: [XMLElement] = [], row: Int = 0) {
    self.name = name
    self.namespace = namespace
    self.text = text
    self.children = children
    self.row = row
  }

  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
