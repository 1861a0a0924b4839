/// How the page sets the map among its legend and insets.
enum MapPageStyle {
  static let text = """
    .map { display: block; width: 100%; height: auto; font-family: inherit; }
    .map .names, .map .halo { font-weight: 500; }
    .atlas { display: grid; gap: 1.75rem; }
    .country { background: var(--water); border-radius: 14px; overflow: hidden; }
    .inset .map { border-radius: 12px; border: 1px solid var(--line); }
    .inset figcaption { font-weight: 600; margin-bottom: 0.4rem; }
    .beside { display: grid; gap: 1.5rem; align-content: start; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
    .beside .legend { grid-column: 1 / -1; }
    .legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.35rem 1rem; font-size: 0.95rem; }
    .legend li { display: flex; align-items: center; gap: 0.6rem; }
    @media screen and (min-width: 48rem) {
      .atlas { grid-template-columns: minmax(0, 27rem) minmax(0, 1fr); align-items: start; }
      .atlas.wide { grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); }
    }
    """
}
