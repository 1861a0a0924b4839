extension LabelledLetters {
  /// Sentences that were written set after set, the first before the grammar was looked at and each of the others after it
  /// had been mended for those before. Each was read once before anything was mended for it; what was found then, slips in
  /// the labels put right, stands above it.
  static let unseen = [unseenFirst, unseenLater].joined(separator: "\n")

  static let unseenFirst = [offices, answers, colloquial, mixed, programme].joined(separator: "\n")
  /// In many of these nobody is named.
  static let unseenLater = [landlords, minutes, suppliers, correspondence, decisions, reminders].joined(separator: "\n")

  /// Officialese, hasty mails, minutes, scans, English; written before the grammar was looked at again. Before
  /// mending: explicit 0.91, vague 0.86.
  private static let offices = """
    # 2021-06-14
    S @..2021-10-15 e | Statens servicecenter avser att lämna besked till berörda kommuner senast den 15 oktober.
    S 2021-10-21..2021-10-31 v | Återkoppling i frågan sker i slutet av oktober 2021.
    S 2021-10-18..2021-10-24 e | Återkoppling sker v. 42.
    S @..2021-10-24 e | Återkoppling till kommunen sker senast v. 42.
    S 2022-01-01..2022-06-30 e | Avtal om samverkan tecknas av oss under första halvåret 2022.
    O 2022-01-01..2022-12-31 v | De första kontoren beräknas öppna huvudsakligen under 2022.
    S @..2021-06-28 e | Vi lämnar ett skriftligt svar inom två veckor.
    S 2021-09-01..2021-09-30 v | Vi tar en ny kontakt med er efter sommaren.
    S 2021-07-01..2021-09-30 e | En behovsanalys genomförs av myndigheten under kvartal 3.
    S @.. v | Vi återkommer till er inom kort med förslag på mötestid.
    R @..2021-08-31 e | Kommunen anmodas att inkomma med yttrande senast den 31 augusti 2021.
    R @..2021-08-31 e | Yttrandet ska ha kommit in till myndigheten senast 2021-08-31.
    R @..2021-08-20 e | Ert svar önskas senast fredagen den 20 augusti.
    R @..2021-09-01 e | Svar emotses tacksamt före den 2 september.
    - | Vi kan inte lova något besked före sommaren.
    - | Kan ni lämna besked före den 1 september?
    - | Vi återkom till er den 3 maj med kompletterande uppgifter.
    - | Regeringen beslutade den 27 maj 2021 om uppdraget.
    - | Uppdraget lämnades till myndigheten i maj 2021.
    - | Tack för ert brev den 2 juni.
    - | Den 1 juni 2019 tog Statens servicecenter över driften av servicekontoren.
    - | Öppettiderna är måndag till fredag 9–15.
    - | Bakgrunden till uppdraget framgår av budgetpropositionen för 2021.
    - | Vid frågor är ni välkomna att kontakta programkoordinatorn.
    S 2022-03-01..2022-03-31 e | Om budgeten antas öppnar vi kontoret i mars 2022.
    S 2021-11-01..2021-11-30 e | Under förutsättning att regeringen godkänner planen påbörjar vi lokalsökningen i november.
    S @..2021-12-23 v | Ni kommer att få besked från oss i god tid före jul.
    S 2022-03-01.. e | Kontoret öppnar vi tidigast i mars 2022.
    S 2022-07-01..2022-12-31 v | Under senare delen av 2022 återupptar vi dialogen med er.
    S 2021-10-16..2021-10-31 v | Vi bjuder in till ett samrådsmöte under senare delen av oktober.
    S 2021-09-11..2021-09-20 v | Ett första utkast skickas ut av oss i mitten av september.
    S 2021-09-01..2021-09-15 v | Under första hälften av september skickar vi ut enkäten.
    O 2022-04-01..2022-06-30 e | Planerad driftsättning av ert kontor: andra kvartalet 2022.
    S 2021-09-15..2021-09-15 e | Den femtonde september redovisar vi förslaget för er.
    S 2021-10-15..2021-10-15 e | Vi ses på plats hos er 15/10 och går då igenom lokalen.
    S 2021-10-15..2021-10-15 e | Slutlig version skickar vi 2021-10-15.
    S 2021-10-15..2021-10-15 e | Vi sänder protokollet 15.10.2021.
    S 2021-06-21..2021-06-21 e | Hejsan! Jag ringer dig måndag nästa vecka.
    S @..2021-06-18 e | Jo men jag fixar det där till på fredag, lovar!
    S 2021-06-15..2021-06-15 e | Skickar över kartan imorgon bitti.
    S @..@ e | Jag mejlar dig underlaget under eftermiddagen idag.
    S @..2021-06-18 e | Ok, kollar upp det och hör av mig innan veckan är slut.
    S 2021-07-05..2021-07-05 e | Vi hörs om tre veckor igen, jag bokar en tid.
    S @.. v | Återkommer när jag vet mer.
    S .. n | Jag ska prata med min chef och återkommer sen.
    S 2021-08-01..2021-08-31 v | Går på semester nu men hör av mig efter semestern!
    S 2021-08-16..2021-08-22 e | Är tillbaka v 33 och skickar listan då.
    S @..2021-06-30 e | Du får siffrorna av mig senast sista juni.
    S 2021-06-17..2021-06-18 v | Jag återkommer i slutet av veckan.
    - | Hade du tänkt svara den 15 juni eller?
    - | Förra veckan pratade jag med Lena om lokalen på Storgatan.
    - | Vi sågs ju i april, tack för senast!
    - | Ingen aning när det blir, kanske i höst, kanske aldrig.
    - | Jag har semester 5 juli till 1 augusti.
    # 2021-09-20
    O 2021-10-12..2021-10-12 e | § 4 Beslut: Samhällsbyggnadschefen redovisar ärendet vid nämndens möte den 12 oktober.
    R @..2021-10-29 e | § 7 Kommunchefen får i uppdrag att ta fram ett förslag till lokal, klart senast 29 oktober.
    S @..2021-10-08 e | - Vi skickar ut reviderad tidplan, klart senast 8/10
    S 2021-10-04..2021-10-08 e | - Platsbesök i Ånge genomförs av oss den 4–8 oktober
    S 2021-11-08..2021-11-21 e | - Vi intervjuar hyresvärdarna v. 45–46
    O 2022-01-01..2022-03-31 e | - Upphandling av möbler genomförs Q1 2022
    S 2022-05-01..2022-08-31 e | - Tertial 2 2022: vi utvärderar samarbetet
    R @..2021-10-01 e | Kommunen återkommer med synpunkter på protokollet senast den 1 oktober.
    - | Närvarande: Anna Berg, Per Lund, 20 september 2021.
    - | Föregående mötes protokoll från den 30 augusti lades till handlingarna.
    - | Nämnden beslutade att ärendet bordläggs.
    - | Ordföranden förklarade mötet avslutat kl. 16.30.
    - | Det noterades att hyresavtalet löpte ut den 31 december 2020.
    S 2021-10-05..2021-10-05 e | Nästa avstämning håller vi den 5 oktober kl. 13.
    S 2021-10-19..2021-10-19 e | Vi bokar in ett uppföljningsmöte tisdag 19 oktober.
    S @..2021-10-04 e | Vi svarar inom tio arbetsdagar.
    S @..2021-10-20 e | Beslut meddelas er av oss inom en månad.
    S @..2021-12-31 e | Vi avser att fatta beslut före årsskiftet.
    S @..2021-12-31 e | Samtliga kommuner informeras av oss innan årets slut.
    S 2022-01-01..2022-12-31 e | Vi kommer att etablera kontoret nästa år.
    S 2021-09-27..2021-10-03 e | Vi tar kontakt i nästa vecka.
    S 2021-10-01..2021-10-31 e | Vi skickar kallelsen nästa månad.
    S 2021-10-18..2021-10-24 e | Vecka 42 åker vi ut till er.
    S 2022-02-01..2022-02-10 v | Vi planerar tillträde i början av februari.
    S 2022-06-26..2022-07-05 v | Kring halvårsskiftet 2022 öppnar vi.
    S 2021-09-26..2021-10-05 v | Vi återkommer runt månadsskiftet.
    S 2021-11-01..2021-11-30 v | Under senhösten återupptar vi samtalen.
    S 2021-11-01..2021-12-31 e | Vi räknar med att kunna presentera ett förslag i november eller december.
    S 2021-11-22..2021-12-03 e | Mellan den 22 november och den 3 december håller vi dialogmöten.
    S 2022-01-10..2022-02-28 e | Lokalen inventeras av oss under perioden 10 januari–28 februari 2022.
    S @..2022-01-31 e | Slutrapporten lämnar vi till Regeringskansliet i enlighet med uppdraget senast den 31 januari nästa år.
    R @..2021-09-24 e | Kan du vara snäll och skicka kontaktuppgifterna innan helgen.
    R @..2021-09-30 e | Vänligen fyll i enkäten före månadsskiftet.
    R @..2021-10-15 e | Anmälan görs till registrator senast den 15 oktober.
    R @..2021-10-15 e | Sista dag för att lämna synpunkter är den 15 oktober.
    R @..2021-10-15 e | Svarstiden går ut den 15 oktober 2021.
    R 2021-10-04..2021-10-04 e | Kommunen tar ställning till förslaget den 4 oktober.
    S @.. v | Vi återkommer så fort lokalfrågan är löst.
    S @.. v | Ni hör från oss inom en snar framtid.
    S @..2021-10-11 v | Vi kontaktar er inom de närmaste veckorna.
    S 2021-10-08..2021-10-14 v | Om några veckor skickar vi avtalet.
    - | Det är oklart om beslutet kommer under hösten.
    - | Vi har inte möjlighet att lämna besked före november.
    - | När kan vi räkna med ett svar?
    - | Ska vi höras v. 41?
    - | Om vi inte hade fått pengarna i våras hade arbetet avstannat.
    - | Enligt plan- och bygglagen (2010:900) krävs bygglov.
    - | Kommunen har 9 200 invånare (31 december 2020).
    - | Detta brev ersätter vårt brev av den 10 juni 2021.
    - | I fjol öppnade vi tre kontor.
    - | Avtalet gäller sedan den 1 januari 2019.
    # 2022-02-03
    S 2022-02-21..2022-02-28 v | Vi 3terkommer i slutet av februari 2O22.
    S @..2022-03-15 e | Vi aterkommer senast den l5 mars 2022 med besked.
    S 2022-01-01..2022-06-30 e | Kontoret oppnas av oss under forsta halvaret 2022.
    S 2022-09-01..2022-09-30 v | Vi atcrkommer till er efter sommaren.
    R @..2022-03-01 e | Svar onskas senast den 1 rnars 2022.
    S @..2022-02-17 e | Vi lamnar besked inom tva veckor.
    S 2022-07-01..2022-09-30 e | Vi bérjar bygga kvartal 3.
    S 2022-04-01..2022-04-30 e | Vi aterkommer i apri1 med mer information.
    S @..2022-05-31 v | Ambitionen är att vi ska vara klara innan sommaren.
    S @..2022-04-14 v | Före påsk får ni ett avtalsförslag av oss.
    S @..2022-06-30 e | Hyresavtalet undertecknar vi senast vid halvårsskiftet.
    S 2022-06-01..2022-08-31 v | Vi öppnar i sommar.
    S 2022-06-01..2022-06-30 v | Vi räknar med att öppna under försommaren.
    S 2022-03-01..2022-03-31 v | Vi återkommer tidigt i vår.
    S @..2022-02-28 e | Vi hör av oss under månaden, senast den sista februari.
    S 2022-02-10..2022-02-10 e | Torsdag nästa vecka skickar vi underlaget.
    S 2022-02-05..2022-02-06 v | Jag läser igenom det i helgen och återkopplar.
    S 2022-02-07..2022-02-07 e | På måndag ska jag ringa upp dig.
    S 2022-10-01..2022-12-31 v | Mot slutet av året återkommer vi.
    S 2022-03-01.. e | Från och med den 1 mars 2022 bemannar vi kontoret två dagar i veckan.
    S 2022-04-01..2022-12-31 e | Under tiden april till december 2022 hyr vi en tillfällig lokal.
    S 2022-03-28..2022-03-28 e | Nycklarna överlämnar vi den 28:e mars.
    S 2022-03-28..2022-03-28 e | Nycklarna överlämnas av oss mån 28 mars kl 9.00.
    S 2023-01-01..2023-03-31 v | I början av 2023 flyttar vi in.
    S 2022-05-01..2022-05-31 v | Vi planerar för invigning sent i vår.
    R @..2022-02-11 e | Återkom gärna med era kommentarer senast nästa fredag.
    R @..2022-02-18 e | Vi vill ha in era uppgifter till den 18 februari.
    R @..2022-02-18 e | Sista svarsdag: 18 februari.
    R 2022-03-08..2022-03-08 e | Kommunfullmäktige beslutar om hyresavtalet den 8 mars.
    O @..2022-05-31 e | Fastighetsägaren har åtagit sig att färdigställa lokalen senast den 31 maj.
    O 2022-08-15..2022-08-15 e | Entreprenören påbörjar ombyggnaden den 15 augusti.
    - | Vi beklagar att svaret dröjde; det skickades den 28 januari.
    - | Vi fick ert brev den 1 februari.
    - | Förslaget hade inte behandlats i januari.
    - | Den som har frågor kan ringa 0771-11 22 33 vardagar 8–16.
    - | Denna text uppdaterades senast den 1 februari 2022.
    - | Planen förutsatte att alla kontor skulle ha öppnat 2021.
    # 2023-11-28
    S @..2023-12-15 e | We will revert to you no later than 15 December 2023.
    S 2024-01-15..2024-01-15 e | The revised draft will be sent by us on Jan 15th.
    S @..2024-03-31 e | We expect to sign the lease by end of Q1.
    S @..2024-03-31 e | I'll have the floor plans over to you by the end of March.
    S @..2023-12-12 e | We shall reply within a fortnight.
    S 2023-12-16..2023-12-22 v | I'll get back to you in a few weeks.
    S @.. v | You will hear from us shortly.
    S @.. v | We'll be in touch as soon as we know more.
    S 2024-07-01..2024-12-31 e | The office is scheduled by us to open in the second half of 2024.
    S @..2023-12-23 v | A decision will be communicated to you by us well before Christmas.
    S 2024-04-01.. e | We will open in April 2024 at the earliest.
    S 2024-01-11..2024-01-20 v | We intend to visit you in mid-January.
    S 2024-02-21..2024-02-29 v | Towards the end of February we will issue the contract.
    S 2023-12-05..2023-12-05 e | Let me check with legal, I'll call you Tuesday next week.
    S 2023-12-01..2023-12-01 e | Will send the minutes on Friday.
    S 2023-11-29..2023-11-29 e | Sending it over tomorrow morning.
    S @..2023-12-01 e | I'll drop you a line before the week is out.
    S @..2023-12-01 e | Feedback from our side follows by COB Friday.
    S 2024-02-26..2024-03-03 e | Site visit in week 9, we'll bring the drawings.
    S 2024-01-01..2024-01-31 e | We plan to come back to you next January.
    S 2024-06-01..2024-08-31 v | We aim to open next summer.
    S @..2024-02-28 e | We undertake to deliver the report on or before 28 February 2024.
    S 2024-03-05..2024-03-05 e | The agency will present its findings on 5 March 2024.
    R @..2023-12-08 e | Please submit your comments by Friday 8 December.
    R @..2023-12-08 e | Your reply is requested by 8 December.
    R @..2023-12-08 e | The deadline for comments is 8 December 2023.
    R @..2023-12-31 e | Could you kindly return the signed form before the end of the year.
    R @..2024-01-10 e | The municipality is asked to provide floor plans not later than 10 January.
    R 2024-01-09..2024-01-09 e | Council is expected to vote on the lease on 9 January.
    O 2024-05-01..2024-05-31 e | The landlord will complete the refurbishment during May 2024.
    O 2024-09-02..2024-09-02 e | Construction starts on September 2, 2024.
    S 2024-04-01..2024-06-30 e | Q2 2024: we run the pilot.
    S 2024-01-08..2024-01-19 e | We will hold interviews from 8 to 19 January.
    S 2024-01-08..2024-01-19 e | We will hold interviews between January 8 and January 19.
    S 2024-09-01..2024-11-30 v | If funding is granted, we will start recruitment in autumn 2024.
    S @..2024-01-28 e | We will confirm receipt within two months.
    S @..2023-12-05 e | We'll let you know in writing within 7 days.
    S 2023-12-27..2024-01-05 v | We will resume the talks around the turn of the year.
    - | We cannot promise an answer before Christmas.
    - | We wrote to you on 3 May 2023.
    - | Could we meet on 5 December?
    - | Thank you for your letter of 14 November 2023.
    - | The regulation entered into force on 1 January 2020.
    - | Opening hours are Monday to Friday, 9 am to 3 pm.
    - | It is unclear whether the council will decide in January.
    - | We were unable to meet the deadline of 1 November.
    - | The lease expired on 31 October.
    - | Had we known in March, we would have replied in April.
    - | Last week we visited three sites.
    - | When will the office open?
    """
}
