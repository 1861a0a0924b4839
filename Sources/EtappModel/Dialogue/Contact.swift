/// A person or a mailbox at a municipality (kontaktperson), with the role in which they are written to.
public struct Contact: Hashable, Sendable {
  public var municipality: ID<Municipality>
  public var name: String
  /// `registrar`, `coordinator`, `manager` … as the data says.
  public var role: String
  public var address: String?
  public var phone: String?

  public init(municipality: ID<Municipality>, name: String, role: String, address: String? = nil, phone: String? = nil)
  {
    self.municipality = municipality
    self.name = name
    self.role = role
    self.address = address
    self.phone = phone
  }
}
