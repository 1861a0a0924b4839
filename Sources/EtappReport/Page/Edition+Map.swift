import EtappModel

extension Edition {
  var mapSection: PageSection {
    PageSection("map", .mapHeading, lead: say(map.insets.isEmpty ? .mapLeadPlain : .mapLead)) {
      Tag.div(.class(map.country.size.width > map.country.size.height ? "atlas wide" : "atlas")) {
        Tag.figure(.class("country"), .style("max-width:\(Int(map.country.size.width * 1.3))px")) {
          map.drawing(sentences, id: anchor("country"))
        }
        Tag.div(.class("beside")) {
          legend
          for inset in map.insets { figure(inset) }
        }
      }
    }
  }

  private var legend: HTML {
    Tag.ul(.class("legend"), .aria("label", say(.legend))) {
      for entry in map.legend(sentences) {
        Tag.li {
          CountryMap.icon(entry.sign)
          Tag.span { entry.words }
        }
      }
    }
  }

  private func figure(_ inset: CountryMap.Inset) -> HTML {
    Tag.figure(.class("inset")) {
      Tag.figcaption { "\(inset.letter) \(inset.name)" }
      map.drawing(inset, sentences, id: anchor("inset-" + inset.letter))
    }
  }
}
