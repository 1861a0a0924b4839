extension LabelledLetters {
  /// Scans, lists of minutes, terse mails, nouns for verbs, cancelled and denied promises, days counted from feasts;
  /// written before the grammar was mended for the set before it.
  static let minutes = """
    # 2022-03-14
    S @..2022-04-29 e | Vi lämnar skriftligt svar senast den 29 apri1 2022.
    S 2022-05-21..2022-05-31 v | Vi äterkommer i s1utet av maj.
    R @..2022-04-08 e | Synpunkter skickas till registrator senasf den 8 apríl.
    S 2022-07-01..2022-09-30 e | Upphandlingen genom-¶förs av oss under tredje kvar-¶talet 2022.
    S @..2022-03-28 e | Vi besvarar skrivelsen inom fjorton da-¶gar.
    O 2022-10-01..2022-10-31 e | Kontoret tas i bruk i 0ktober 2022.
    S 2022-09-01..2022-11-30 v | Under hösfen 2022 hä11er vi samrad.
    R @..2022-05-02 e | Er ansökan skall ha inkommit senast den 2 rnaj 2022.
    S 2023-01-01..2023-06-30 e | Vi öppnar under första ha1våret 2023.
    S 2022-06-01..2022-06-10 v | I bórjan av juni aterkommer vi rned besked.
    - | Ert brev daterat den l2 februari 2022 har inkommit.
    - | Beslutet fattades den 2l januari 2O22.
    S 2022-08-22..2022-08-28 e | Nästa rnöte hålls av oss v. 34.
    R @..2022-04-15 e | Remissvar önskas senast 2022-04-l5.
    S @..2022-12-31 e | Etableringen slutförs av oss före ärets utgäng.
    S 2022-03-28..2022-03-28 e ; R 2022-04-08..2022-04-08 e | Att göra:¶- Vi skickar kallelse: 28 mars¶- Kommunen lämnar lokalförslag: 8 april
    O @..2022-04-01 e | Ritningar – Anna – klart senast 1/4
    O 2022-04-29..2022-04-29 e | Bygglov söks av Per, klart 29/4
    S @..2022-03-25 e | 1. Avtalsutkast skickas till kommunen (SSC, senast 25/3)
    S @..2022-04-21 e | § 12 Lokaler¶Vi tar fram tre alternativ till nästa möte den 21 april.
    O 2022-04-05..2022-04-05 e | Nästa möte hålls tisdagen den 5 april kl. 13–15.
    O 2022-03-28..2022-04-03 e ; R @..2022-04-14 e | - Enkät ut: v. 13¶- Svar in: senast 14 april
    O 2022-06-30..2022-06-30 e ; O 2022-10-01..2022-10-31 e | Milstolpar:¶• Avtal klart 30 juni¶• Inflyttning oktober 2022
    - | Protokollet justerades den 7 mars.
    - | Närvarande: se bilaga. Sekreterare: Eva Lind. Datum: 2022-03-10
    O 2022-04-25..2022-05-01 e | Punkten utgår. Nytt möte planeras till v. 17.
    R @..2022-05-13 e | Beslut: Arbetsgruppen ges i uppdrag att redovisa kostnaderna senast den 13 maj.
    S 2022-03-15..2022-03-15 e | Kollar och återkommer imorgon.
    S 2022-03-18..2022-03-18 e | Du har det på fredag.
    S @..2022-03-16 e | Svar kommer senast onsdag.
    S 2022-03-25..2022-03-25 e | Nästa fredag skickar jag listan.
    S 2022-03-17..2022-03-17 e | Hörs torsdag!
    S 2022-03-21..2022-03-21 e | Skickar offerten måndag.
    S 2022-03-18..2022-03-18 e | Ringer fre em.
    R @..2022-03-16 e | Behöver siffrorna senast ons.
    S 2022-03-28..2022-03-28 e | Återkommer om två v.
    S @.. v | Åter snarast.
    S @..@ e | Jag skickar över det under dagen.
    - | Var är du på fredag?
    - | Såg ditt mejl från i fredags nu, sorry!
    - | Har VAB idag, svarar sporadiskt.
    - | Borta tom onsdag.
    - | Semester v. 28–31, annars som vanligt.
    O 2022-05-16..2022-05-22 e | Utskick av enkäten görs vecka 20.
    O 2022-04-01..2022-06-30 e | Färdigställande av lokalen beräknas ske under andra kvartalet.
    S 2022-08-29..2022-09-04 e | Genomgång av inkomna svar äger rum hos oss vecka 35.
    O 2022-06-01..2022-06-30 e | Utlysning av tjänsterna sker i juni.
    O 2022-09-15..2022-09-15 e | Tillträde sker den 15 september 2022.
    O @..2022-06-30 e | Undertecknande av avtalet sker senast den 30 juni.
    S 2022-04-18..2022-04-24 v | Veckan efter påsk bjuder vi in till avstämning.
    S 2022-04-26..2022-05-05 v | Beslutet delges er i månadsskiftet april/maj.
    S 2022-05-03..2022-05-06 e | Vi finns på plats 3–6 maj.
    O 2022-10-15..2022-10-18 e | Inflyttning sker 15–18 oktober.
    S 2022-10-15..2022-10-18 e | Flytten genomför vi mellan den 15:e och 18:e oktober.
    S 2022-06-27..2022-07-03 v | Veckan efter midsommar stänger vi ärendet.
    S 2022-04-01..2022-04-01 e | Den första april skickar vi fakturan.
    S 2022-04-04..2022-04-04 e | Första måndagen i april har vi genomgång med er.
    O @..2022-09-30 e | Arbetet ska vara slutfört till den sista september.
    S 2022-06-11..2022-06-20 v | Medio juni redovisar vi utfallet.
    S 2022-05-01..2022-06-30 e | Under maj och juni intervjuar vi invånare.
    - | Vi kommer inte att hinna svara före den 1 april.
    - | Tyvärr måste vi ställa in mötet den 22 mars.
    - | Besöket den 24 mars blir inte av.
    - | Utlovat besked den 31 mars uteblir.
    - | Vi drar tillbaka vårt löfte om öppning i oktober.
    - | Mötet som var planerat till den 28 mars är inställt.
    - | Det blir ingen öppning under 2022.
    - | Vi avstår från att lämna yttrande senast den 8 april.
    - | Något bindande besked kan inte ges före årsskiftet.
    O 2022-04-29..2022-04-29 e | Mötet den 22 mars flyttas till den 29 april.
    S @..2022-05-13 e | Vi lämnar svar senast den 13 maj i stället för den 22 april.
    - | I skrivelsen påstods att kontoret skulle öppna i maj.
    - | Ni lovade den 4 februari att svara inom tre veckor.
    - | Enligt tidigare tidplan skulle lokalen ha varit klar i mars.
    - | Om avtalet inte undertecknas senast den 31 mars förfaller erbjudandet.
    O 2023-01-01..2023-12-31 e | Därest medel saknas skjuts öppningen upp till 2023.
    - | Frågan om när kontoret kan öppna får avgöras senare.
    # 2021-04-19
    S 2021-05-03..2021-05-09 e | We will be on site w/c 3 May.
    S 2021-05-10..2021-05-16 e | The survey will be issued by us in the week commencing 10 May.
    O 2021-05-17..2021-05-23 e | Interviews are planned for the week beginning 17 May 2021.
    S 2021-05-24..2021-05-30 e | We'll publish during the week of 24 May.
    S 2021-06-15..2021-06-18 e | Our auditors will visit on 15–18 June.
    S 2021-06-15..2021-06-18 e | Our auditors will attend from June 15 through June 18.
    O @..2021-05-07 e | Circulation of the draft minutes is to take place no later than 7 May.
    O 2021-06-01..2021-06-30 e | Handover of the premises takes place in June.
    O @..2021-05-14 e | JS to draft reply by 14 May.
    O @..2021-04-30 e ; O 2021-05-01..2021-05-31 e | Actions:¶- Finance to review budget by 30 April¶- HR to advertise posts in May
    O 2021-05-11..2021-05-11 e | Item 4. Next meeting: Tuesday 11 May, 2 pm.
    S @..2021-04-23 e | Will revert by Fri.
    S 2021-04-20..2021-04-20 e | Call you tmrw.
    S @..@ e | On it, you'll have it by EOD.
    S 2021-04-22..2021-04-22 e | Speak Thursday!
    R @..2021-04-21 e | Need your numbers by Wednesday please.
    R @.. v | Pls advise asap.
    - | OOO until Thursday.
    - | Did you get my mail of 12 April?
    - | The site visit on 28 April has been cancelled.
    - | We will not be able to meet the deadline of 30 April.
    - | Regrettably, the opening planned for June will not go ahead.
    - | The offer is withdrawn with effect from 1 May.
    - | The meeting scheduled for 4 May is off.
    O 2021-05-18..2021-05-18 e | The meeting of 4 May has been moved to 18 May.
    S 2021-05-28..2021-05-28 e | Instead of 30 April we will deliver on 28 May.
    - | You promised on 1 March to reply within two weeks.
    - | The minister said in January that offices would open in 2022.
    - | Quote from your letter: "we will respond by 31 March".
    - | If planning permission is refused in May, the project ends.
    - | Subject to contract, nothing is binding before 1 June.
    S 2021-05-01..2021-05-31 e | Subject to funding, we will appoint a contractor in May.
    S @..2021-06-30 e | Payment will be made by us within the current quarter.
    O 2021-06-01..2021-06-10 v | A draft should reach you in early June.
    S 2021-07-11..2021-07-20 v | We'd expect to have news for you around the middle of July.
    S 2021-04-26..2021-05-05 v | We will confirm the figures around the turn of the month.
    O 2021-09-01..2021-09-30 v | Recruitment resumes after the summer.
    S @..2021-05-31 v | We hope to settle the matter before the summer.
    S @.. v | We are looking into this and will reply as soon as we can.
    S 2021-05-01..2021-05-31 e | Next month sees the start of our tenant survey.
    S 2021-05-10..2021-05-10 e | I'm back on 10 May and will pick this up then.
    R @..2021-05-06 e | Objections, if any, to be lodged by 6 May.
    R @..2021-05-21 e | Last date for comments: 21 May.
    R @..2021-04-30 e | Please note that claims must reach us before 1 May.
    O 2021-10-01..2021-12-31 e | Roll-out: Q4 2021.
    O 2022-01-01..2022-06-30 e | Opening expected in the first half of next year.
    O 2021-12-01..2021-12-31 e | Works complete Dec 2021.
    # 2023-09-07
    S 2023-10-30..2023-11-05 e | Under höstlovet (v. 44) målar vi om.
    S @..2023-09-30 e | Vi tar beslut inom innevarande månad.
    S @..2023-10-05 e | Ni har svar inom tre till fyra veckor.
    S 2023-09-14..2023-09-14 e | Om en vecka på dagen lämnar vi besked.
    S 2023-10-01..2023-10-31 e | Under loppet av oktober installerar vi köbiljettsystemet.
    S 2023-11-15..2023-11-15 e | Den 15 nov. återlämnar vi nycklarna.
    S @..2023-10-13 e | Utkast skall föreligga från vår sida senast 13/10-23.
    S 2023-12-01..2023-12-31 e | Dec. 2023 överlämnas driften av oss.
    S 2024-02-01..2024-02-29 e | I februari nästkommande år lämnar vi lokalen.
    S @..2023-12-31 v | Under återstoden av året följer vi upp månadsvis.
    O 2023-10-02..2023-10-08 e | Skylten sätts upp v40.
    R @..2023-09-22 e | Kom in med lönespecifikationerna senast 22 sept.
    R @..2023-09-15 e | Tacksam för svar senast den 15 september.
    R @..2023-09-28 e | Tre veckor har ni på er att yttra er.
    R @..2023-09-29 e | Önskemål om ändringar anmäls senast den 29 september.
    R @..2023-09-20 e | Ert svar motses senast onsdagen den 20 september.
    R @..2023-10-01 e | Vi hemställer att kommunen yttrar sig senast den 1 oktober.
    R @..2023-10-15 e | Kommunen föreläggs att inkomma med handlingarna senast den 15 oktober.
    O @..2023-12-15 e | Länsstyrelsen ska senast den 15 december lämna sitt yttrande.
    O 2023-11-09..2023-11-09 e | Ärendet avgörs vid nämndens sammanträde den 9 november.
    S 2023-09-12..2023-09-12 e | På tisdag får du protokollet.
    S 2023-09-11..2023-09-12 v | Återkommer i början av nästa vecka.
    - | Rapporten är daterad den 4 september.
    - | Bokslutsdag är den 31 december.
    - | Kassan stänger kl. 16 på fredagar.
    - | Vi önskar er en riktigt god jul och ett gott nytt år!
    - | Jubileet firades den 1 september.
    - | Priserna gäller till och med den 31 oktober.
    - | Lagändringen träder i kraft den 1 januari 2024.
    - | Personuppgifter gallras efter två år.
    - | Detta mejl skickades den 5 september och besvaras inte.
    """
}
