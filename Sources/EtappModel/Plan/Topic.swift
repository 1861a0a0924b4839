/// What a question "why" is about: one place, or a municipality with whatever candidates it has, none included.
public enum Topic: Hashable, Sendable {
  case place(ID<Place>)
  case municipality(ID<Municipality>)
}
