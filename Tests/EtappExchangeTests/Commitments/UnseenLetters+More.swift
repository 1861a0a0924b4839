extension LabelledLetters {
  /// Letters between an agency and municipalities. Before mending: explicit 0.97, vague 1.00.
  static let answers = """
    # 2021-08-25
    O 2022-04-01..2022-06-30 e | Servicekontoret i Ånge kommer att öppna under andra kvartalet 2022.
    S @..2021-10-15 e | Vi har för avsikt att lämna slutligt besked senast den 15 oktober 2021.
    S 2021-10-18..2021-10-24 e | Ett nytt informationsmöte kommer att hållas av myndigheten under vecka 42.
    S 2021-10-21..2021-10-31 v | Som utlovat kommer vi att höra av oss igen i slutet av oktober.
    S @..2021-09-08 e | Ni kan räkna med ett svar från oss inom två veckor.
    S 2021-09-01..2021-09-30 v | Statens servicecenter räknar med att kunna återkomma efter sommaren.
    O 2023-01-01..2023-12-31 v | Resterande kontor kommer huvudsakligen att öppnas under 2023.
    O 2022-01-01..2022-06-30 e | Etableringen planeras till första halvåret 2022.
    O 2022-07-01..2022-12-31 e | Etableringen är planerad till andra halvåret 2022.
    S 2021-09-13..2021-09-13 e | Jag återkommer till dig måndagen den 13 september.
    S 2021-11-11..2021-11-20 v | I mitten på november skickar vi ut en preliminär tidplan till samtliga kommuner.
    S 2021-12-01..2021-12-10 v | Tidigt i december bjuder vi in till en workshop.
    S 2022-01-01..2022-01-10 v | Vi tar upp frågan igen i början av januari.
    S 2021-09-15..2021-09-30 e | Intervjuerna genomför vi mellan den 15 och 30 september.
    S 2021-09-06..2021-09-19 e | Under veckorna 36 och 37 åker vi runt till kommunerna.
    R @..2021-09-17 e | Vi ber er att återkomma med ett svar senast fredagen den 17 september.
    R @..2021-09-17 e | Eventuella synpunkter ska vara oss tillhanda senast 17/9.
    R @..2021-09-30 e | Kommunen ombeds inkomma med uppgifter om lämpliga lokaler senast den sista september.
    R @..2021-10-01 e | Vi behöver ert besked senast 2021-10-01 för att hinna teckna avtal.
    R @..2021-09-10 e | Skicka gärna in era frågor före den 11 september.
    O 2021-09-30..2021-09-30 e | Regeringen väntas fatta beslut den 30 september.
    O 2022-03-01..2022-03-31 e | Hyresvärden lämnar över lokalen i mars 2022.
    O @..2022-02-28 e | Hyresvärden ska ha renoverat lokalen senast i februari 2022.
    O 2022-09-01..2022-11-30 v | Kontoret öppnar för allmänheten hösten 2022.
    O 2022-05-01.. e | Öppning kan ske tidigast den 1 maj 2022.
    S 2021-08-27..2021-08-27 e | Jag återkommer på fredag.
    S 2021-09-01..2021-09-01 e | Återkommer onsdag nästa vecka med besked.
    S 2021-08-26..2021-08-26 e | Vi hörs imorgon, jag ringer vid 10.
    S @..2021-09-25 e | Vi räknar med att ha ett förslag klart inom en månad.
    S 2021-11-25..2021-11-25 e | Om tre månader följer vi upp överenskommelsen.
    O @..2021-08-31 e | Avtalsutkastet kommer innan månaden är slut.
    O 2022-01-10..2022-01-16 e | Inflyttning planeras vecka 2 2022.
    S @.. v | Vi återkommer så snart beslutet har vunnit laga kraft.
    O @.. v | Mer information följer inom kort.
    - | Beslutet fattades den 12 augusti och har vunnit laga kraft.
    - | Vi träffade kommunens företrädare i Ånge den 18 augusti.
    - | Kontoret invigdes i september 2019.
    - | Under våren 2021 har vi haft kontakt med 23 kommuner.
    - | Vad händer efter den 31 december?
    - | Det går i dagsläget inte att säga när kontoret kan öppna.
    - | Vi kan tyvärr inte garantera att kontoret öppnar före årsskiftet.
    - | Hyresavtalet löper till och med den 31 december 2024.
    - | Hej Maria, tack för ett bra möte i tisdags!
    P>=28 .. n | Enligt regeringsbeslutet den 27 maj 2021 ska minst 28 kontor öppnas.
    - | Ärendet registrerades den 16 juni 2021 med diarienummer 2021-00123.
    - | Har ni hunnit titta på förslaget från den 20 augusti?
    - | Om ni inte svarar senast den 15 oktober tolkar vi det som att ni avstår.
    - | Bifogat finner ni minnesanteckningar från mötet den 18 augusti 2021.
    - | Tel. 0690-250 100, öppet 1 september–31 maj 8–16.
    - | Den 1 juli 2022 träder den nya lagen i kraft.
    # 2022-11-08
    S @..2022-11-22 e | We aim to provide you with a full response within 14 days.
    O @..2022-11-30 e | A draft agreement will follow by the end of the month.
    S @..2022-12-16 e | You can expect our decision no later than 16 December.
    O 2023-04-01..2023-06-30 e | The new office will open in the second quarter of 2023.
    S 2023-01-01..2023-06-30 e | We are planning to establish the office during the first half of 2023.
    S 2022-11-14..2022-11-20 e | I'll send you the agenda next week.
    S 2022-11-14..2022-11-14 e | I will ring you on Monday.
    S 2022-11-09..2022-11-09 e | I shall forward the file tomorrow.
    S 2022-12-21..2022-12-31 v | The agency will come back with more information at the end of December.
    S 2023-02-01..2023-02-10 v | In early February we will be announcing the locations.
    S 2023-02-11..2023-02-20 v | We hope to have a decision in mid-February.
    S 2023-03-01..2023-05-31 v | Works will be carried out by us in the spring of 2023.
    O 2023-10-01..2023-12-31 v | The remaining offices will open towards the end of 2023.
    S 2022-12-06..2022-12-06 e | In four weeks' time we will review progress.
    S @..2022-12-31 e | We intend to finalise the lease before the new year.
    S @..2022-11-11 e | I'll have an answer for you by Friday.
    S @..2022-11-11 e | You'll have it by the end of this week.
    S 2023-01-16..2023-01-27 e | Our team will visit your municipality between 16 and 27 January 2023.
    S 2023-03-15..2023-03-15 e | The final report is due to be published by us on March 15th, 2023.
    S 2023-01-30..2023-02-05 e | We'll meet your officers in week 5.
    S @.. v | We'll let you know as soon as a decision has been made.
    S @.. v | I'll be in touch soon.
    R @..2022-11-25 e | Kindly let us have your views by 25 November.
    R @..2022-11-25 e | We would be grateful for your response by 25 November 2022.
    R @..2022-12-01 e | You are requested to submit the documents no later than December 1.
    R @..2022-12-02 e | Comments should reach us before 3 December.
    R @..2022-11-15 e | Please reply within a week.
    O 2022-12-12..2022-12-12 e | The ministry will announce the budget on 12 December.
    O 2023-01-01.. e | The landlord will hand over the keys in January 2023 at the earliest.
    - | We met with the mayor on 2 November.
    - | The office was opened in 2019.
    - | Unfortunately we are not able to give you a date before the summer.
    - | Is it possible to have the keys by 1 December?
    - | Further to your e-mail of 1 November, please find attached the minutes.
    - | As agreed on 20 October, the scope has been reduced.
    - | The lease runs until 31 December 2026.
    - | The population was 9,200 at the end of 2021.
    - | If the council rejects the proposal in December, the matter is closed.
    - | We have been in contact with the landlord since September.
    """

  /// Spoken language and long sentences. Before mending: explicit 0.87, vague 0.92.
  static let colloquial = """
    # 2021-10-04
    S @..2021-11-05 e | I enlighet med vad som avtalades vid mötet den 29 september översänder vi ett reviderat avtalsförslag senast den 5 november.
    S 2021-11-01..2021-11-30 e | Efter genomförd behovsanalys kommer myndigheten under november månad att presentera en samlad bedömning.
    O 2022-02-14..2022-02-20 e | Den nya lokalen tas i bruk v. 7 2022.
    S 2021-10-21..2021-10-31 v | Vi tror oss veta mer mot slutet av månaden och hör då av oss.
    S 2022-04-01..2022-06-30 e | Ambitionen är att vi kan öppna dörrarna under Q2 nästa år.
    S @..2021-10-08 e | Lovar att fixa kartan innan fredag är över.
    S 2021-10-06..2021-10-06 e | Jag slår en signal på onsdag så tar vi det då.
    S @..2021-10-18 e | Du har svaret i din inkorg inom 14 dagar, det lovar jag.
    S 2021-10-08..2021-10-08 e | Tar det med chefen och svarar dig fredag.
    S 2021-10-25..2021-10-31 e | Nästa rapport kommer vi med v.43.
    S 2022-01-01..2022-03-31 v | Till en början av nästa år siktar vi på att ha personal på plats.
    S 2021-12-11..2021-12-20 v | Vi stämmer av läget i mitten av december.
    S 2021-11-15..2021-11-15 e | Ny avstämning sker från vår sida måndagen den 15 november kl. 10.00.
    S @..2021-12-01 e | Underlaget skall av oss vara färdigställt senast 1 december 2021.
    R @..2021-10-22 e | Ni ombedes vänligen att senast fredagen den 22 oktober bekräfta mottagandet.
    R @..2021-10-22 e | För att vi ska hinna med behöver vi få in era siffror senast 22 oktober.
    R @..2021-10-29 e | Remisstiden utgår den 29 oktober.
    R @..2021-11-15 e | Dröj inte med ert svar längre än till den 15 november.
    R @..2021-10-15 e | OBS! Sista anmälningsdag 15/10.
    R 2021-12-14..2021-12-14 e | Nämnden planerar att besluta i frågan vid sammanträdet den 14 december.
    O 2022-09-01..2022-09-30 e | Bygget drar igång i september 2022 enligt fastighetsbolaget.
    O @..2022-06-15 e | Elleverantören har lovat att anslutningen ska vara klar senast den 15 juni 2022.
    S 2022-01-31..2022-01-31 e | Uppdraget delredovisas av oss den 31 januari 2022.
    S 2021-10-11..2021-10-17 e | Vi planerar att nästa vecka skicka ut en enkät.
    S 2021-11-04..2021-11-04 e | Om en månad följer vi upp hur det går.
    S @..2021-10-31 e | Vi lämnar ett första utkast före oktober månads utgång.
    S 2022-01-01..2022-06-30 v | Vårterminen 2022 startar vi utbildningen av handläggarna.
    S 2021-12-27..2022-01-05 v | Vi flyttar in i lokalen vid årsskiftet.
    S 2021-11-01..2021-11-15 v | Under första halvan av november genomför vi platsbesök.
    S 2022-10-01..2022-12-31 v | I slutet av nästa år öppnar vi de sista kontoren.
    S @..2021-10-31 v | Senare i oktober skickar vi ett förslag.
    S 2021-12-01..2022-02-28 v | I vinter återupptar vi arbetet.
    S @.. v | Jag hör av mig så snart jag har pratat med hyresvärden.
    - | Det är inte bestämt om kontoret ska öppna 2022 eller 2023.
    - | Ni skrev den 1 oktober att lokalen var ledig.
    - | Kontoret är stängt den 24–26 december.
    - | Projektet startade i juni och har nu pågått i fyra månader.
    - | Kan du kolla om vi har något inplanerat den 12 november?
    - | Inget beslut kommer att fattas före jul.
    - | Mötet den 29 september ställdes in.
    - | Under 2020 besökte 4 100 personer kontoret.
    - | Vi noterar att kommunen i skrivelse den 20 september har invändningar.
    - | Kommunens översiktsplan antogs den 14 juni 2018.
    - | Det hade varit önskvärt att frågan avgjorts före sommaren.
    - | Samtliga handlingar finns att hämta på webbplatsen sedan den 1 september.
    # 2024-03-12
    S @..2024-03-26 e | You have my word that the contract will be with you within two weeks.
    S @..2024-06-30 e | We are committed to delivering the first six offices by the end of June 2024.
    S 2024-04-08..2024-04-08 e | Our coordinator will be contacting you on Monday 8 April to arrange a visit.
    S 2024-05-21..2024-05-31 v | The outcome will be shared with all municipalities by us in late May.
    S 2024-10-01..2024-12-31 e | Recruitment will be handled by us in Q4.
    S 2024-03-15..2024-03-15 e | Quick note: I'll ping you on Friday with the numbers.
    S 2024-03-18..2024-03-24 e | Will circle back next week.
    S @..@ e | I'll get this over to you by end of day.
    S 2024-03-14..2024-03-14 e | Let's leave it there for now; I'll phone you Thursday.
    S @..2024-04-30 e | Our comments will be in your hands before 1 May.
    S 2024-06-01..2024-08-31 v | During the summer we shall carry out the refurbishment.
    S 2024-05-13..2024-05-24 e | We will be on site from 13 May until 24 May.
    S 2024-09-01..2024-09-30 e | The agency plans to launch the service in September.
    S 2024-04-12..2024-04-12 e | We'll come back to you in a month.
    S 2025-01-01..2025-12-31 e | Next year we will evaluate the first offices.
    P2 2025-01-01..2025-06-30 e | Phase two work will start in H1 2025, and we will lead it.
    S @..2024-05-01 e | We promise to have the report finished by May 1st at the latest.
    R @..2024-04-05 e | Kindly revert by April 5th.
    R @..2024-04-05 e | The form must be returned to us by 5 April 2024.
    R @..2024-03-29 e | Could we please have your feedback no later than 29 March.
    R @..2024-04-15 e | Submissions close on 15 April 2024.
    R @..2024-03-22 e | We look forward to receiving your answer by 22 March.
    R @..2024-03-22 e | You have until 22 March to object.
    O 2024-06-10..2024-06-10 e | Parliament will vote on the bill on 10 June 2024.
    O @..2024-08-31 e | The contractor has promised to finish the works by 31 August.
    O 2024-06-03..2024-06-09 e | The furniture arrives in week 23.
    - | I was on leave from 1 to 8 March.
    - | The decision of 4 March 2024 has been appealed.
    - | We don't know yet whether the office can open in the autumn.
    - | No decision will be taken before the election.
    - | Are you free on 20 March?
    - | It was good to see you last Thursday.
    - | The data cover the period 2019–2023.
    - | Nothing has been decided since our meeting on 1 February.
    - | The old agreement, signed on 3 May 2019, is no longer valid.
    - | We would have preferred to start in April.
    - | The office closes at 4 pm on Fridays.
    - | The act of 1 July 2012 applies.
    """

  /// Inverted clauses, coordination, passives. Before mending: explicit 0.93, vague 0.89.
  static let mixed = """
    # 2022-05-16
    S @..2022-06-17 e | Med anledning av ovanstående avser vi att inkomma med ett kompletterande yttrande senast den 17 juni.
    O 2022-06-07..2022-06-07 e | Ärendet tas upp till beslut i regionstyrelsen den 7 juni 2022.
    S @..2022-05-31 e | Senast vid månadens slut har ni fått vårt förslag.
    S 2022-08-15..2022-08-21 e | Utbildningen av de nya medarbetarna inleds av oss vecka 33.
    S 2022-06-01..2022-06-10 v | Vi kommer under inledningen av juni att kalla till ett gemensamt möte.
    S 2022-09-01..2022-11-30 v | Till hösten kommer vi att ha en ny organisation på plats.
    S 2022-10-01..2022-12-31 e | Fjärde kvartalet räknar vi med att ha samtliga avtal på plats.
    S 2022-05-23..2022-05-23 e | Åker förbi er måndag v. 21 och tittar på lokalen.
    S @..2022-05-20 e | Hinner inte idag men du får det av mig senast på fredag.
    S 2022-05-17..2022-05-17 e | Fixar det i morgon förmiddag!
    S @..2022-06-01 e | Protokollet delas med er före den 2 juni.
    S 2022-06-13..2022-06-26 e | Under v. 24–25 besöker våra handläggare kommunen.
    S @..2022-08-16 e | Utredningen redovisas av oss inom tre månader.
    S @..2022-06-15 e | Åtagande: vi levererar ritningar till kommunen senast 2022-06-15.
    S 2022-11-01..2022-11-30 e | I november i år flyttar vi in i de nya lokalerna.
    S 2023-01-01..2023-03-31 e | Vi planerar start för verksamheten till första kvartalet 2023.
    S @..2022-06-23 v | Före midsommar hör vi av oss om tidplanen.
    S 2022-08-01..2022-08-31 v | Besked om personal lämnar vi efter industrisemestern.
    S 2022-05-27..2022-06-05 v | Kring månadsskiftet maj/juni publicerar vi listan.
    R @..2022-05-27 e | Vi emotser ert skriftliga svar senast den 27 maj 2022.
    R @..2022-05-27 e | Var vänlig återkom med bekräftelse senast 27/5.
    R @..2022-06-10 e | Kommunen ska senast den 10 juni redovisa vilka lokaler som kan komma i fråga.
    R @..2022-05-30 e | Om ni har invändningar ska de framföras till oss senast den 30 maj.
    O 2022-10-03..2022-10-03 e | Hyresgästanpassningen påbörjas den 3 oktober.
    O 2023-02-01..2023-02-28 e | Kontoret beräknas vara klart i februari 2023.
    - | Den 3 maj skickade vi ett första utkast.
    - | Detta innebär att lokalen inte kan användas under 2022.
    - | Vi har ännu inte fått svar på vår skrivelse av den 12 april.
    - | Det återstår att se om tidplanen håller.
    - | Om kommunen säger nej faller planen.
    - | Statistiken avser perioden januari–mars 2022.
    - | Riksdagen beslutade om budgeten i december 2021.
    - | Semesterveckorna är v. 27–31.
    - | Hur går det med lokalen, blir den klar till den 1 juni?
    - | Ni är alltid välkomna att höra av er.
    # 2024-09-02
    S @..2024-09-13 e | We'll turn this around by 13 September.
    S 2024-10-07..2024-10-13 e | Expect a visit from our team in week 41.
    S @..2024-10-31 e | It is our intention to sign by the end of October.
    S 2024-09-09..2024-09-15 e | We will discuss it at our next meeting and write to you next week.
    S 2024-10-14..2024-10-18 e | Site inspections will be conducted by our engineers on 14–18 October.
    S 2025-01-01..2025-03-31 e | Subject to funding, we will begin works in the first quarter of 2025.
    S 2024-11-21..2024-11-30 v | We anticipate being able to announce the shortlist at the end of November.
    S @..2024-09-09 e | You will receive the signed copy within one week.
    S @..2024-12-23 v | I'm hoping to have this wrapped up before Christmas.
    S 2024-09-01..2024-11-30 v | This autumn we will consult all municipalities.
    S 2024-12-02..2024-12-02 e | A follow-up meeting will be hosted by us on Monday, December 2, 2024.
    S 2024-09-06..2024-09-06 e | Talk on Friday, I'll bring the drawings.
    S @.. v | More details will be provided by us in due course.
    S 2025-04-01..2025-06-30 e | Between April and June 2025 we shall train the staff.
    R @..2024-09-20 e | Please confirm in writing on or before 20 September 2024.
    R @..2024-09-30 e | Your observations should be received no later than the end of September.
    R @..2024-09-16 e | May we ask you to respond within 14 days.
    R @..2024-10-01 e | The council must notify us of any objection by 1 October.
    O @..2024-11-15 e | The fit-out is expected to be finished by 15 November.
    O 2025-02-01..2025-02-28 e | The doors open in February 2025.
    - | The meeting of 20 August was adjourned.
    - | We are still waiting for your reply to our letter of 1 July.
    - | I'm out of the office until 16 September.
    - | It remains to be seen if the works finish in 2025.
    - | The tender closed on 30 August.
    - | We never promised to open in 2024.
    - | Who will be attending on 7 October?
    - | Between 2019 and 2023 the number of visitors doubled.
    - | He said the contract was signed in June.
    - | The Act came into force on 1 July 2024.
    - | If it had been ready in May, we could have opened in June.
    """

  /// The letters of a programme office. Before mending: explicit 0.97, vague 1.00.
  static let programme = """
    # 2021-06-22
    S 2021-10-21..2021-10-31 v | Vi kommer att återkomma till er i slutet av oktober 2021 med besked om hur arbetet fortskrider.
    S 2021-10-21..2021-10-31 v | Ni kommer att få mer information i slutet av oktober.
    P2 2023-01-01..2023-12-31 v | Ånge är planerat att öppnas i den andra omgången, det vill säga huvudsakligen under 2023.
    S @..2021-09-30 e | Myndigheten redovisar en plan till regeringen senast den 30 september 2021.
    S 2021-08-16..2021-08-22 e | Projektledaren kontaktar kommunen under vecka 33.
    S @..2021-08-31 e | Vi inventerar möjliga lokaler fram till och med augusti.
    S 2021-07-01..2021-12-31 e | Förberedelserna genomförs av oss under andra halvåret 2021.
    S @..2021-07-02 e | Du får besked innan den 3 juli.
    S 2021-06-29..2021-06-29 e | Om en vecka hör jag av mig igen.
    S 2021-06-23..2021-06-23 e | Ringer imorgon kl 14.
    S 2022-01-01..2022-12-31 e | Under 2022 kommer vi att etablera tretton kontor.
    S 2021-09-01..2021-11-30 v | Avtal tecknar vi någon gång under hösten.
    R @..2021-07-09 e | Vi önskar få in kommunens synpunkter senast fredag den 9 juli.
    R @..2021-08-15 e | Återsänd ett undertecknat exemplar senast 15 augusti.
    R @..2021-06-30 e | Vi ber er fylla i enkäten senast sista juni.
    R @..2021-07-06 e | Ni har två veckor på er att svara, dvs. senast den 6 juli.
    O 2022-05-02..2022-05-02 e | Personalen tillträder den 2 maj 2022.
    O 2021-10-05..2021-10-05 e | Budgetpropositionen överlämnas till riksdagen den 5 oktober.
    S 2021-10-15..2021-11-15 e | Mellan 15 oktober och 15 november håller vi samrådsmöten.
    S 2021-08-09..2021-08-09 e | Vi ses måndag 9 augusti kl. 13 på plats i Ånge.
    S @.. v | Vi hör av oss så fort vi kan.
    S @..2022-01-31 e | Senast i januari 2022 har vi ett avtal klart att skriva under.
    - | Enligt tidigare besked skulle kontoret ha öppnat den 1 mars.
    - | Jag är på semester till den 9 augusti.
    - | Vi har tagit del av er skrivelse daterad den 14 juni 2021.
    - | Kommunen beslutade den 15 juni att avslå förslaget.
    - | Är det möjligt att få förlängd svarstid till den 15 augusti?
    - | Det finns ingen tidplan för 2023 ännu.
    - | Lokalen stod tom mellan 2016 och 2020.
    - | Antalet besök ökade med 12 procent under första kvartalet 2021.
    - | Vi förstår att ni gärna hade sett ett besked i juni.
    - | Vi kan i nuläget inte ange något datum för öppningen.
    # 2023-02-06
    S @..2023-02-28 e | We'll send the signed agreement across by 28 February.
    S 2023-02-21..2023-02-28 v | We will contact you again at the end of February.
    S 2023-02-20..2023-02-26 e | Our surveyor will be in Ånge in week 8.
    S 2023-07-01..2023-09-30 e | We are going to open the office in Q3 2023.
    S @..2023-02-20 e | I will let you know within a fortnight.
    S 2023-04-11..2023-05-10 v | After Easter we will start the interviews.
    S 2023-09-01..2023-09-30 v | We'll get back to you after the summer.
    S @..2023-06-30 e | The programme office shall report to the ministry by 30 June 2023.
    S 2023-02-13..2023-02-19 e | Next week I am going to visit the premises.
    S 2023-02-10..2023-02-10 e | You'll hear from me this Friday.
    S @..2023-12-31 e | All offices will be opened by us before the end of 2023.
    R @..2023-02-17 e | Please let us know by February 17.
    R @..2023-03-01 e | We need your answer no later than 1 March 2023.
    R @..2023-02-24 e | You are kindly asked to return the questionnaire by Friday 24 February.
    R @..2023-03-10 e | We expect to receive your comments by 10 March.
    O 2023-03-20..2023-03-20 e | The county board will decide on 20 March.
    - | On 1 February we received your application.
    - | I can't promise anything before the summer.
    - | The deadline was 31 January.
    - | Did you manage to call the landlord on Friday?
    - | We signed the lease on January 15th.
    - | The office has been open since 1 September 2022.
    - | It is too early to say whether we will open in 2024.
    - | Had the lease been signed by December, we would have opened in March.
    """
}
