import EtappModel

extension Programme {
  /// The sites that open and fulfil a selection, by index.
  func sites(matching selection: Selection) -> [Int] {
    openingSites.filter { matches(sites[$0], selection) }
  }

  /// Existing offices that fulfil a selection: those that stay, and the sites of those that may close.
  func offices(matching selection: Selection) -> (permanent: Int, closable: [Int]) {
    var permanent = 0
    var closable: [Int] = []
    for (index, office) in geography.offices.enumerated() {
      guard matches(Site(office, index: index, in: assignment), selection) else { continue }
      if office.closable, let site = siteOfOffice[office.id] { closable.append(site) } else { permanent += 1 }
    }
    return (permanent, closable)
  }

  func matches(_ site: Site, _ selection: Selection) -> Bool {
    (selection.categories.isEmpty || site.categories.contains { selection.categories.contains($0) })
      && (selection.municipalities.isEmpty || selection.municipalities.contains(site.municipality))
      && (selection.kinds.isEmpty || selection.kinds.contains(site.kind))
      && (selection.places.isEmpty || selection.places.contains(ID(site.id)))
      && isInRegions(site.municipality, selection.regions)
      && (selection.nearby.map { isNearby(site, $0) } ?? true)
  }

  private func isInRegions(_ municipality: ID<Municipality>, _ regions: [ID<Division>: [String]]) -> Bool {
    regions.allSatisfy { division, names in
      municipalities[municipality]?.regions[division].map { names.contains($0) } ?? false
    }
  }

  /// Whether a site lies in an area of the layer by statement, or by geometry within the distance.
  func isNearby(_ site: Site, _ nearby: Selection.Nearby) -> Bool {
    if site.layers.contains(nearby.layer) { return true }
    guard let layer = geography.layers.first(where: { $0.id == nearby.layer }),
      let distance = layer.distance(from: site.coordinate)
    else { return false }
    return distance <= nearby.within
  }

  /// The demand points of the people that a rule speaks of.
  func demandPoints(matching selection: DemandSelection) -> [Int] {
    let demand = geography.demand
    guard selection != .everyone else { return Array(0..<demand.count) }
    let chosen = geography.municipalities.map { municipality in
      (selection.municipalities.isEmpty || selection.municipalities.contains(municipality.id))
        && isInRegions(municipality.id, selection.regions)
    }
    return (0..<demand.count).filter { demand.municipality[$0] >= 0 && chosen[Int(demand.municipality[$0])] }
  }

  /// The categories that balance is kept between, in the order of the assignment.
  func categoriesInUse() -> [ID<EtappModel.Category>] {
    let used = Set(openingSites.flatMap { sites[$0].categories })
    let listed = assignment.categories.map(\.id).filter { used.contains($0) }
    return listed + used.subtracting(listed).sorted()
  }
}
