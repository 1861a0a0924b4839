/// How the page sets the map among its legend and insets.
enum MapPageStyle {
  static let text = """
    .map { display: block; width: 100%; height: auto; font-family: inherit; }
    .map .names, .map .halo { font-weight: 500; }
    .atlas { display: grid; gap: 1.75rem; }
    .country { background: var(--water); border-radius: 14px; overflow: hidden; }
    .inset .map { border-radius: 12px; border: 1px solid var(--line); }
    .inset figcaption { font-weight: 600; margin-bottom: 0.4rem; }
    .beside { display: grid; gap: 1.5rem; align-content: start; }
    .legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.35rem 1rem; font-size: 0.95rem; }
    .legend li { display: flex; align-items: center; gap: 0.6rem; }
    @media (min-width: 48rem), print {
      .atlas { grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); align-items: start; }
      .atlas.wide { grid-template-columns: minmax(0, 1fr); }
      .atlas.wide .beside { grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); }
      .inset { max-width: 26rem; }
    }
    """
}
