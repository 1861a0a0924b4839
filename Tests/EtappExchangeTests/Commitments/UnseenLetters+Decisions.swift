extension LabelledLetters {
  /// Decisions, grants, consultations, notes of calls and short replies; written last, after the grammar was mended for all
  /// the others.
  static let decisions = """
    # 2022-01-17
    S @..2022-02-15 e | Vi lämnar slutligt besked till samtliga berörda kommuner senast den 15 februari.
    S 2022-02-07..2022-02-13 e | Under vecka 6 genomför vi intervjuer med era chefer.
    S 2022-03-01..2022-03-10 v | I början av mars presenterar vi resultatet för er.
    S @..2022-01-31 e | Vi svarar på skrivelsen inom fjorton dagar.
    S 2022-04-01..2022-04-30 e | Myndigheten avser att fatta beslut om inriktningen i april.
    S 2022-09-01..2022-09-30 v | Efter sommaren bjuder vi in till ett nytt dialogmöte.
    S 2022-07-01.. e | Kontoret öppnar vi tidigast under andra halvåret 2022, så långt planen nu är känd.
    S @..2022-03-31 e | Före första kvartalets utgång har vi valt leverantör.
    S 2022-01-24..2022-01-30 e | Vi kallar till möte nästa vecka.
    S 2022-01-20..2022-01-20 e | Jag är tillbaka på torsdag och ringer dig då.
    S @..2022-01-21 e | Återkoppling får ni av mig före helgen.
    S @.. v | Vi hör av oss till er igen så snart vi har mer information.
    O 2022-06-01..2022-06-30 e | Utbyggnaden väntas vara klar i juni.
    O 2022-02-08..2022-02-08 e | Regeringen överlämnar propositionen den 8 februari.
    O 2022-08-01..2022-08-01 e | Den nya enhetschefen börjar den 1 augusti.
    O @..2022-05-31 e | Hyresvärden ansvarar för att lokalen är städad senast den 31 maj.
    O 2022-02-21..2022-02-27 e | Inspektion av lokalen genomförs av Arbetsmiljöverket vecka 8.
    R @..2022-02-28 e | Medlen ska rekvireras senast den 28 februari 2022.
    R @..2022-02-04 e | Remissinstanserna ombeds lämna sina svar senast fredagen den 4 februari.
    R @..2022-02-11 e | Vi vill att ni utser en kontaktperson senast den 11 februari.
    R @..2022-03-01 e | Återrapportering ska ske till Kammarkollegiet senast den 1 mars.
    R @..2022-01-24 e | Meddela mig inom en vecka om ni inte kan delta.
    R @..2022-01-28 e | Önskas specialkost meddelas detta senast 28 januari.
    R 2022-03-29..2022-03-29 e | Kommunstyrelsen behandlar frågan den 29 mars.
    - | Beslutet fattades den 11 januari av generaldirektören.
    - | Ansökan kom in till oss den 3 januari.
    - | Ni har fått förlängd svarstid tidigare, senast den 10 januari.
    - | I beslut den 16 december 2021 beviljades kommunen bidrag.
    - | Beslutet får överklagas inom tre veckor.
    - | Bidraget avser tiden 1 januari–31 december 2021.
    - | Vi har förståelse för att ni vill ha besked före sommaren.
    - | Det är ännu inte klart när lagen träder i kraft.
    - | Vem svarar för lokalerna efter årsskiftet?
    - | Har ni möjlighet att ses den 2 februari?
    - | Vid telefonsamtal den 12 januari uppgav kommunen att lokalen är uthyrd.
    - | Om bidraget inte använts före den 31 december ska det återbetalas.
    - | Anna har föräldraledigt till augusti.
    - | Vi beklagar att vi inte hörde av oss i höstas som utlovat.
    - | Trettondagen infaller i år på en torsdag.
    - | Telefontiden är 9–11, fredagar stängt.
    # 2023-10-03
    S @..2023-10-20 e | Vi räknar med att kunna lämna ett skriftligt svar senast den 20 oktober.
    S 2023-10-16..2023-10-22 e | Revisionen utförs av våra revisorer vecka 42.
    S 2023-10-10..2023-10-10 e | Kl. 9 nästa tisdag ringer jag upp er.
    S 2023-10-04..2023-10-04 e | Skickar det imorgon, hinner inte idag.
    S @..2023-10-06 e | Vi försöker svara före fredag eftermiddag, senast den 6 oktober.
    S 2023-10-21..2023-10-31 v | Jag återkommer mot slutet av oktober med en tid.
    S 2024-01-01..2024-06-30 e | Avtalet omförhandlar vi första halvåret 2024.
    S 2024-01-01..2024-03-31 v | Vi tar fram ett nytt förslag i början av 2024.
    S @..2023-12-23 v | Vi ser till att det är ordnat innan jul.
    S 2023-11-01..2023-11-15 v | Första halvan av november är våra montörer hos er.
    S 2023-12-01..2023-12-01 e | Från vår sida startar projektet den 1 december.
    S 2023-11-13..2023-11-26 e | Vi gör provkörningar v. 46–47.
    O 2023-10-26..2023-10-26 e | Uppföljningsmöte hålls den 26 oktober i kommunhuset.
    O 2023-12-04..2023-12-10 e | Leverans av inredningen sker v. 49.
    O @..2023-11-15 e | Maria tar fram ett utkast till avtal, klart senast 15 november.
    O @..2023-10-31 e | Åtgärdas av entreprenören före den 1 november.
    R @..2023-10-13 e | Ge oss besked senast fredag den 13 oktober.
    R @..2023-10-17 e | Vi behöver ha era underlag på plats senast tisdag den 17 oktober.
    R @..2023-10-31 e | Ansökningar tas emot till och med den 31 oktober.
    R @..2023-10-09 e | Svara gärna på detta mejl senast på måndag.
    - | Samtal med Per den 28 september: inget nytt.
    - | Avtalet sades upp den 30 juni.
    - | Det var i mars som vi fick veta att lokalen skulle rivas.
    - | Jag kan inte på fredag.
    - | Vi hade möte den 2 oktober, se bifogade anteckningar.
    - | Kontoret firar fem år den 1 december!
    - | Offerten gäller till den 30 november.
    - | Inga avvikelser rapporterades under september.
    - | Du skulle ju ha skickat listan i måndags.
    - | Svar på er fråga: ja, det stämmer.
    # 2024-04-22
    S @..2024-05-10 e | We will provide a full written response by 10 May.
    S 2024-05-06..2024-05-12 e | Our project manager will call on you in week 19.
    S 2024-04-29..2024-04-29 e | I will send the final version next Monday.
    S @..2024-05-20 e | We aim to issue a decision within four weeks.
    S 2024-06-01..2024-06-30 e | The grant will be paid out by us in June.
    S 2024-07-01..2024-12-31 e | We intend to review the scheme in the second half of the year.
    S 2024-10-01..2024-12-31 v | A full evaluation will be carried out by us at the end of 2024.
    S @.. v | We'll write to you as soon as the committee has decided.
    S @..2024-05-31 v | We hope to reach agreement before the summer.
    S 2024-05-01..2024-05-10 v | You will get an update from us in early May.
    S 2024-04-25..2024-04-25 e | Can't talk now, will ring you on Thursday.
    S 2024-05-13..2024-05-17 e | We'll be carrying out inspections 13–17 May.
    O @..2024-06-15 e | The applicant must submit a revised budget by 15 June 2024.
    O 2024-09-01..2024-09-01 e | The new rules apply to us all the same, and the office opens on 1 September.
    O 2024-05-14..2024-05-14 e | The hearing takes place on 14 May.
    O 2024-08-01..2024-08-31 e | The builders are due to finish in August.
    O @..2024-04-30 e | KL to share contact list with all parties by 30 April.
    R @..2024-05-03 e | Kindly acknowledge receipt by 3 May.
    R @..2024-05-31 e | Applications must reach the agency no later than 31 May 2024.
    R @..2024-04-26 e | Let me know by Friday if the time suits you.
    R @..2024-05-06 e | We must have your reply within two weeks.
    - | The application was rejected on 12 April.
    - | You wrote on 3 April that the site was no longer available.
    - | The decision may be appealed within three weeks.
    - | We are not in a position to give a date before June.
    - | The museum is closed on 1 May.
    - | Who will take over on 1 June?
    - | Funding ran out in March.
    - | Unless we hear otherwise, nothing changes.
    - | Minutes of the meeting held on 15 April are enclosed.
    - | Our fiscal year ends on 30 June.
    # 2021-08-09
    S 2021-09-01..2021-09-30 e | Vi planerar att besöka samtliga orter i september.
    S @..2021-10-31 e | En preliminär lista över orter publicerar vi senast i oktober.
    S 2021-10-21..2021-10-31 v | Ni får besked om tidplanen i slutet av oktober.
    S 2022-01-01..2022-06-30 e | Överenskommelse om samverkan träffar vi med kommunen under första halvåret 2022.
    S 2021-08-16..2021-08-22 e | Åter på kontoret nästa vecka och skickar då över kartorna.
    S 2021-09-01..2021-11-30 v | Under hösten fördjupar vi dialogen med kommunerna.
    S 2021-09-26..2021-10-05 v | Kring månadsskiftet september–oktober hör vi av oss.
    R @..2021-09-10 e | Förslag på lokaler mottas tacksamt före den 11 september.
    R @..2021-08-31 e | Intresse anmäls till programkontoret senast den 31 augusti.
    O 2022-04-01..2022-06-30 e | Öppning är planerad till andra kvartalet 2022.
    O 2021-08-30..2021-08-30 e | Kommunens nya säkerhetschef och vår samordnare träffas den 30 augusti.
    P1>=13 2022-01-01..2022-12-31 v | Etapp ett omfattar minst 13 kontor som huvudsakligen etableras under 2022.
    S 2021-09-13..2021-09-13 e | Måndagen den 13 september kommer vi ut till er med ritningarna.
    S @..2021-08-23 e | Vi lämnar ett svar till kommunen inom två veckor.
    R @..2021-08-20 e | Besvara enkäten senast den 20 augusti.
    O 2022-01-01..2022-12-31 e | Byggnationen genomförs av fastighetsägaren under 2022.
    - | Vi tackar för svaret den 5 augusti.
    - | Semesterstängt till och med den 15 augusti.
    - | Mötet med kommundirektören ägde rum den 24 juni.
    - | Vi fick frågan redan i våras.
    - | Det återstår att se om tidplanen håller.
    """
}
