/// What stands in a package for people who open it without this program.
enum ArchiveReadme {
  static func text(_ package: ArchivePackage) -> String {
    """
    \(package.id)
    \(package.agency), \(package.made)

    Records of a register with their documents, as an E-ARK information package (CSIP 2.1, CITS ERMS 2.1).

    METS.xml                           what the package holds, with fingerprints
    metadata/descriptive/erms.xml      the register: cases, entries, parties, days, restrictions
    metadata/preservation/premis.xml   the files, and what was done with the entries
    representations/rep1/data          the documents as they came, a folder for each number

    Handlingar ur ett diarium, som ett E-ARK-paket. Dokumenten ligger som de kom, en mapp för varje nummer;
    diariets uppgifter står i metadata/descriptive/erms.xml.

    """
  }

  static let schemas = """
    The schemas that the package follows, and where they are published:

    METS 1.12                https://www.loc.gov/standards/mets/mets.xsd
    CSIP extension of METS   https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd
    CITS ERMS 2.1            https://citserms.dilcis.eu/schema/ERMS.xsd
    PREMIS 3.0               https://www.loc.gov/standards/premis/premis.xsd

    """
}
