extension LabelledLetters {
  /// Answers of municipalities, reminders, summaries of meetings, out of the ordinary and ordinary; the last set of all.
  static let reminders = """
    # 2021-10-11
    S @..2021-10-29 e | Kommunen återkommer med sitt ställningstagande senast den 29 oktober, vilket vi härmed bekräftar.
    S 2021-11-16..2021-11-16 e | Vår kommunstyrelse behandlar frågan den 16 november.
    S @..2021-10-22 e | Vi skickar in kompletterande uppgifter senast fredag nästa vecka.
    S 2022-01-01..2022-03-31 e | Lokalen frigör vi under första kvartalet 2022.
    S @..2021-10-25 e | Inom två veckor utser vi en kontaktperson och meddelar er namnet.
    S 2021-11-01..2021-11-10 v | Vi hoppas kunna ge ett tydligare svar i början av november.
    S 2021-12-11..2021-12-20 v | Budgeten antas av oss i mitten av december.
    S 2022-03-01..2022-05-31 v | I vår startar vi arbetet med en ny översiktsplan.
    S @..2021-12-31 e | Före årets slut vill vi ha ett avtal på plats och återkommer om detta.
    S 2021-10-14..2021-10-14 e | Jag kontaktar dig på torsdag efter lunch.
    S @..2021-10-15 e | Du får listan senast fredag.
    S @.. v | Vi svarar så snart vi har fått in underlag från våra förvaltningar.
    R @..2021-10-31 e | Vi utgår från att ni återkommer före november.
    R @..2021-11-05 e | Skriftligt svar från myndigheten önskas senast den 5 november.
    R @..2021-10-20 e | Påminnelse! Enkäten ska besvaras senast onsdagen den 20 oktober.
    R @..2021-11-01 e | Er anmälan behöver vi ha senast den 1 november.
    R @..2021-10-18 e | Kontakta mig inom en vecka för att boka tid.
    O 2021-12-01..2021-12-31 e | Fullmäktige väntas besluta i december.
    O 2022-05-01..2022-05-31 e | Hyresgästen flyttar ut i maj 2022.
    O 2021-11-08..2021-11-14 e | Mätning av lokalen sker vecka 45.
    O @..2021-11-30 e | Polisen ska lämna sitt underlag senast den 30 november.
    O 2022-07-01..2022-12-31 e | Ombyggnaden beräknas ta vid under andra halvåret 2022.
    - | Vi svarade på enkäten den 4 oktober.
    - | Ni har i brev den 10 juni meddelat att ni återkommer i slutet av oktober.
    - | Kommunen har inga lediga lokaler före 2024.
    - | Vi vet inte om det nya badhuset hinner bli klart till sommaren.
    - | När i oktober tänker ni återkomma?
    - | Det förra kontoret avvecklades under hösten 2014.
    - | Torget är avstängt för marknad den 16 oktober.
    - | Vi har haft dialog med Skatteverket sedan i maj.
    - | Det vore olyckligt om kontoret inte kunde öppna förrän 2023.
    - | Kommunens årsredovisning för 2020 antogs den 26 april.
    - | Biblioteket har öppet till kl. 19 måndag till torsdag.
    - | Som ni vet löper vårt nuvarande avtal ut den 31 mars 2023.
    # 2023-01-23
    S 2023-02-06..2023-02-12 e | Sammanfattning: vi reviderar kalkylen under vecka 6.
    S @..2023-02-03 e | Vi skickar ut minnesanteckningar senast den 3 februari.
    S 2023-03-15..2023-03-15 e | Nästa avstämning har vi den 15 mars.
    S 2023-04-01..2023-06-30 e | Upphandlingen annonserar vi under Q2.
    S 2023-02-01..2023-02-28 e | Jag räknar med att vi kan träffas på plats i februari.
    S 2023-09-01..2023-11-30 v | Hösten 2023 genomför vi en större utvärdering.
    S 2023-02-21..2023-02-28 v | En ny prognos får ni i slutet av februari.
    S 2023-01-30..2023-02-05 e | Vi hörs igen nästa vecka!
    S @..2023-02-06 e | Inom 14 dagar översänder vi en reviderad faktura.
    O 2023-02-13..2023-02-19 e | Takarbetet påbörjas v. 7.
    O @..2023-02-10 e | Ulla kollar med banken, senast 10/2.
    O 2023-04-24..2023-04-24 e | Årsmötet hålls den 24 april.
    O 2023-06-01..2023-08-31 v | Fasaden renoveras sommaren 2023.
    R @..2023-02-01 e | Lämna in motionen senast 1 februari.
    R @..2023-02-15 e | Medlemmar som vill delta anmäler sig senast den 15 februari.
    R @..2023-01-30 e | Tacksam om du kan återkomma senast måndag den 30 januari.
    R @..2023-03-01 e | Sista anmälningsdag är den 1 mars.
    R @..2023-01-27 e | Jag vill ha era kommentarer senast på fredag.
    - | Mötet öppnades kl. 18.00 den 19 januari.
    - | Beslöts att lägga rapporten till handlingarna.
    - | Avgiften höjdes från och med den 1 januari.
    - | Punkten bordlades vid mötet den 12 december.
    - | Kassören redogjorde för utfallet under 2022.
    - | Lokalen är uthyrd till och med den 30 april.
    - | Vi kan inte ta ställning före årsmötet den 24 april.
    - | Föregående års budget gick med överskott.
    # 2022-10-03
    S @..2022-10-14 e | We will confirm the dates by Friday 14 October.
    S 2022-10-17..2022-10-23 e | Our architect will be with you in week 42.
    S 2023-01-01..2023-06-30 e | We propose to carry out the works in the first half of 2023.
    S @..2022-11-03 e | A response will be sent to you by us within one month.
    S 2022-11-01..2022-11-10 v | We will revisit the question in early November.
    S 2022-10-31..2022-10-31 e | I'm away this week but will call you on 31 October.
    S 2022-10-06..2022-10-06 e | I'll have a look and get back to you Thursday.
    S @.. v | We will send you the signed copy as soon as possible.
    S @..2022-12-31 e | The agency hopes to conclude negotiations before year-end.
    O 2022-10-19..2022-10-19 e | The council will vote on the plan on 19 October.
    O 2023-03-01..2023-05-31 v | The bridge reopens in spring 2023.
    O @..2022-11-30 e | The supplier must deliver by the end of November.
    R @..2022-10-10 e | Please get back to me within a week.
    R @..2022-10-28 e | Responses to the survey are due by 28 October.
    R @..2022-10-21 e | Could you send over the signed form by 21 October, please.
    R @..2022-11-15 e | Tenants are asked to register by 15 November.
    - | We received three tenders by the deadline of 30 September.
    - | It was agreed last month that rents would be frozen.
    - | There is no guarantee that work can start in January.
    - | The shop is open until 8 pm on Thursdays.
    - | Have you heard anything since 15 September?
    - | The policy has applied since 1 January 2021.
    - | Your letter dated 12 September crossed with ours.
    - | We had intended to open in October.
    # 2024-05-27
    S @..2024-06-14 e | Vi återkommer senast den 14 juni med namn på vår projektledare.
    S 2024-06-24..2024-06-30 v | Veckan efter midsommar är vi hos er för en sista genomgång.
    S 2024-08-01..2024-08-31 v | Efter semestern tar vi ett nytt möte.
    S 2024-07-01..2024-07-31 e | Nycklarna lämnar vi ut under juli.
    S 2024-06-03..2024-06-03 e | På måndag skickar jag en kallelse.
    S @..@ e | Jag återkommer senare idag.
    S @..2024-12-31 e | Senast vid årsskiftet har vi flyttat in.
    S 2024-06-05..2024-06-07 e | Vi håller öppet hus 5–7 juni för era medarbetare.
    O 2024-09-02..2024-09-02 e | Kontoret slår upp portarna den 2 september.
    O 2024-06-10..2024-06-16 e | Skyltarna monteras i v. 24.
    R @..2024-06-07 e | Ni behöver inkomma med kontaktuppgifter senast den 7 juni.
    R @..2024-06-20 e | Anmäl intresse före midsommar, dock senast den 20 juni.
    R @..2024-05-31 e | Fyll i formuläret innan veckan är slut.
    - | Vi stänger för sommaren den 21 juni.
    - | Sommartiderna gäller 1 juni–31 augusti.
    - | Var skickades fakturan den 2 maj?
    - | Protokollet från den 14 maj är justerat.
    - | Den 6 juni är kontoret stängt.
    - | Ni har ännu inte svarat på vårt brev från den 2 maj.
    - | Vår chef går i pension den 30 juni.
    """
}
