/// A kind of web service that reckons travel times over a network of roads.
public enum RoutingService: String, CaseIterable, Sendable {
  case valhalla
  case osrm
  case openrouteservice
  case graphhopper
}
