package import EtappModel

extension StoreFailure {
  /// What to tell the user.
  package var message: Text {
    switch self {
    case .damaged(let file):
      Text(
        en:
          "\(file) is damaged or is no SQLite file, so the plans, the register and the dialogue kept in it cannot be read. Move it out of the folder, and put a backup back with etapp restore.",
        sv:
          "\(file) är skadad eller är ingen SQLite-fil, så planerna, diariet och dialogen i den kan inte läsas. Flytta den ur mappen, och lägg tillbaka en säkerhetskopia med etapp restore."
      )
    case .readOnly(let file):
      Text(en: "\(file) cannot be written to.", sv: "Det går inte att skriva till \(file).")
    case .newer(let file):
      Text(
        en: "\(file) was written by a later version of etapp; use that version.",
        sv: "\(file) är skriven av en senare version av etapp; använd den versionen.")
    case .nameTaken(let name):
      Text(
        en: "A plan called “\(name)” is kept already. Choose another name, or replace it with --replace.",
        sv: "Det finns redan en plan som heter ”\(name)”. Välj ett annat namn, eller ersätt den med --replace.")
    case .scheduleTaken(let name):
      Text(
        en: "A schedule called “\(name)” is kept already. Choose another name, or replace it with --replace.",
        sv: "Det finns redan en tidplan som heter ”\(name)”. Välj ett annat namn, eller ersätt den med --replace.")
    case .brokenChain:
      Text(
        en: "The head of the log cannot be read, so nothing can be added to it. etapp verify says more.",
        sv: "Loggens huvud går inte att läsa, så inget kan läggas till. etapp verify säger mer.")
    case .missingFacts(let facts, let about): Self.missing(facts, about)
    case .unknownEntry(let number):
      Text(en: "The register has no entry “\(number)”.", sv: "Det finns ingen diariepost ”\(number)”.")
    case .unknownPromise(let number, let index):
      Text(
        en: "The entry \(number) has no promise number \(index).",
        sv: "Diarieposten \(number) har inget löfte nummer \(index).")
    case .reasonMissing:
      Text(en: "A correction needs a reason.", sv: "En rättelse behöver ett skäl.")
    case .paragraphMissing:
      Text(
        en: "Secrecy needs the paragraph that it rests on.", sv: "Sekretess behöver den paragraf som den vilar på.")
    case .refused(let refusal): refusal.message
    case .decisionIncomplete:
      Text(
        en: "A decision needs what was decided, why, and by whom.",
        sv: "Ett beslut behöver vad som beslutats, varför och av vem.")
    case .fileTooLarge(let bytes, let limit):
      Text(
        en: "A file of \(bytes) bytes is greater than the \(limit) bytes that are taken.",
        sv: "En fil på \(bytes) byte är större än de \(limit) byte som tas emot.")
    case .fileMissing(let fingerprint):
      Text(
        en: "The file with SHA-256 \(fingerprint) is not in \(FileStore.folderName).",
        sv: "Filen med SHA-256 \(fingerprint) finns inte i \(FileStore.folderName).")
    case .fileAltered(let fingerprint):
      Text(
        en: "The file with SHA-256 \(fingerprint) in \(FileStore.folderName) is not what it was when it came in.",
        sv: "Filen med SHA-256 \(fingerprint) i \(FileStore.folderName) är inte vad den var när den kom in.")
    case .cannotRead(let file): Text(en: "\(file) cannot be read.", sv: "Det går inte att läsa \(file).")
    case .cannotWrite(let folder, let reason):
      Text(en: "\(folder) cannot be written to: \(reason).", sv: "Det går inte att skriva till \(folder): \(reason).")
    case .occupied(let path):
      Text(
        en: "\(path) exists already, and is not written over.", sv: "\(path) finns redan, och skrivs inte över.")
    case .noBackup(let file):
      Text(
        en: "\(file) is no backup of a workspace, or is damaged.",
        sv: "\(file) är ingen säkerhetskopia av en arbetsmapp, eller är skadad.")
    case .notRemovable(let number):
      Text(
        en: "No decision on retention allows \(number) to be removed now.",
        sv: "Inget gallringsbeslut tillåter att \(number) tas bort nu.")
    case .other(let file, let reason):
      Text(en: "\(file): \(reason).", sv: "\(file): \(reason).")
    }
  }

  private static func missing(_ facts: [LegalFact], _ about: String) -> Text {
    func list(_ language: Language) -> String { facts.map { $0.name(language) }.joined(separator: ", ") }
    return Text(
      en: "“\(about)” cannot be registered: what is missing is \(list(.english)).",
      sv: "”\(about)” kan inte registreras: det som saknas är \(list(.swedish)).")
  }
}
