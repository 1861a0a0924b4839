extension MaskingRules {
  private static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map { String($0) } }

  private static func lines(_ text: String) -> [String] { text.split { $0 == "," }.map { String($0) } }

  /// The national formats of the program's first users: identity numbers `YYMMDD-NNNC` with Luhn's check and a day
  /// plus 60 for those not registered, postcodes of three and two digits, the trunk 0; words in Swedish and English.
  public static let standard = MaskingRules(
    personalNumbers: [PersonalNumber(yearDigits: 4), PersonalNumber(yearDigits: 2)],
    phone: Phone(),
    street: Street(
      endings: words(
        "gatan gata vagen vag grand granden torg torget alle allen stigen stig backen backe platsen kajen esplanaden strand "
          + "parken garden leden g"),
      words: words("vag gata grand torg torget alle stig backe plan plats strand"),
      wordsAfter: words("street road avenue lane square st rd ave drive close way terrace court crescent"),
      exceptions: words(
        "lansvagen riksvagen europavagen jarnvagen motorvagen landsvagen genvagen lansvag riksvag europavag jarnvag omvag "
          + "arbetsplatsen marknadsplatsen motesplatsen flygplatsen hallplatsen parkeringsplatsen byggplatsen vardgarden "
          + "handlaggningsvagen pa vag"),
      boxes: ["box", "postbox", "po box", "p.o. box", "fack", "postfack", "p o box"],
      postcode: [3, 2], postcodePrefixes: ["se-", "s-", "se ", "s "],
      flats: words("tr trappor lgh lagenhet van vaning bv nb og uppgang port apt flat floor")),
    phoneLabels: Set(
      words(
        "tel tfn telefon telefonnummer telefonnr mobil mobilnummer mobiltelefon mob phone telephone cell mobile fax telefax vaxel vx "
          + "direkt direktnummer direktnr sms tlf ring call t m tf hemtelefon")),
    numberLabels: Set(
      words(
        "dnr diarienr diarienummer dnr: arende arendet arendenr arendenummer ref referens referensnummer case beteckning mal malnr malnummer faktura "
          + "fakturanr fakturanummer orgnr organisationsnummer organisationsnr org.nr bankgiro plusgiro bg pg postgiro kontonummer konto clearing "
          + "artikelnr isbn projektnr projektnummer ordernr order kundnr kundnummer registreringsnummer reg.nr regnr serienummer "
          + "aktbilaga handling id vat momsnr ocr fastighetsbeteckning avtalsnr avtalsnummer avtal reference invoice registration"
      )),
    personalLabels: Set(
      words(
        "personnummer personnr pnr pers.nr persnr fodelsenummer samordningsnummer samordningsnr personal identity ssn p-nr"
      )),
    closings: lines(
      "med vanliga halsningar,med vanlig halsning,med basta halsningar,med basta halsning,basta halsningar,basta halsning,vanliga halsningar,"
        + "vanlig halsning,halsningar,halsning,mvh,m v h,hogaktningsfullt,vanligen,allt gott,tack pa forhand,ha det gott,best regards,kind regards,warm regards,"
        + "regards,yours sincerely,sincerely,yours faithfully,sincerely yours,best wishes,many thanks,bh,varma halsningar,"
        + "soliga halsningar,vh,undertecknat,underskrift,namnteckning,namnfortydligande,signed"),
    nameLabels: lines(
      "namn,kontaktperson,sokande,avsandare,undertecknad,jag heter,mitt namn ar,my name is,name,contact,applicant,klagande,anmalare,ombud,vardnadshavare,"
        + "privatperson,medborgare,insandare,anmald av,anmalt av,skickat av,undertecknat av,begart av,inlamnat av,upprattat av,ifyllt av,ifylld av,inskickat av,skrivet av,written by,submitted by,hyresgast,signed by,fragestallare,uppgiftslamnare"
    ),
    titles: Set(words("herr fru froken hr mr mrs ms dr prof professor doktor sir miss madam mx")),
    organisations: Set(
      words(
        "kommun kommunen stad region regionen myndighet myndigheten ab hb kb aktiebolag forvaltning forvaltningen namnd namnden kontor kontoret "
          + "styrelse styrelsen forening foreningen bolag bolaget departement departementet center centrum universitet hogskola skola kyrka "
          + "polisen verket verk lansstyrelsen kommunstyrelsen agency municipality council authority ministry office ltd inc llc department "
          + "board committee university school services service servicecenter statens stiftelsen fastigheter registrator centre division unit "
          + "kansli avdelning avdelningen enhet enheten etapp kapitel protokoll bilaga sida tabell lag lagen forordning hej tack dear hello "
          + "vi ni i den det en ett kontakt telefon mobil tel e-post epost adress mail fran till kopia amne skickat from to cc subject sent "
          + "januari februari mars april maj juni juli augusti september oktober november december mandag tisdag onsdag torsdag fredag lordag sondag "
          + "january february march june july august october monday tuesday wednesday thursday friday saturday sunday med vanliga halsningar basta "
          + "kind best regards yours sincerely svar fraga fragor ring kontakta skriv the a an please our your we you vid for om som"
      )),
    headers: Set(words("fran from till to kopia cc bcc avsandare mottagare hemlig svar reply-to sender")),
    roles: Set(
      words(
        "registrator registrar info kontakt contact kommun diarium diariet myndighetsbrevlada reception kansli support samordnare programsamordnare "
          + "coordinator handlaggare kommundirektor direktor chef webmaster postmaster noreply no-reply registry projektledare utredare jurist "
          + "ordforande kommunchef sekreterare manager director")),
    roleEndings: words(
      "chef chefen direktor direktoren samordnare samordnaren koordinator koordinatorn handlaggare handlaggaren sekreterare "
        + "sekreteraren ordforande ordforanden strateg strategen arkitekt arkitekten ledare ledaren ledning ledningen assistent "
        + "administrator administratoren utredare utredaren utvecklare utvecklaren controller jurist juristen radet "
        + "kommunen kontoret forvaltningen namnden styrelsen enheten avdelningen gruppen bolaget verket myndigheten "
        + "centret center centrum kansliet sekretariatet"))
}
