extension LabelledLetters {
  /// Suppliers, regions, police, schools, associations and ministries, forwarded mails among them; written after the
  /// grammar was mended for the sets before it.
  static let suppliers = """
    # 2022-09-05
    S @..2022-09-30 e | Region Västernorrland återkommer med besked i lokalfrågan senast 30 september.
    S 2022-10-10..2022-10-16 e | Driftsättningen av bokningssystemet gör vi i v. 41.
    S 2022-09-08..2022-09-08 e | Jag är på kontoret på torsdag och tar tag i det då.
    S @..2022-09-16 e | Räkna med att ha offerten senast nästa fredag.
    S 2022-11-01..2022-11-30 e | Vår projektledare hör av sig till er under november.
    O 2022-12-01..2022-12-31 e | Leverantören uppger att skyltarna levereras i december.
    O 2022-10-01.. e | Polismyndigheten kan flytta in tidigast den 1 oktober.
    R @..2022-09-23 e | Vi behöver underskrivna fullmakter från samtliga firmatecknare senast den 23 september.
    R @..2022-09-12 e | Godkänn offerten inom en vecka så hinner vi beställa.
    S @..2022-10-05 e | Ni ska ha ett svar inom en månad från det här brevets datum.
    S 2022-09-26..2022-09-26 e | Vi kör igång med rivningen måndag 26/9.
    S 2022-09-20..2022-09-21 e | Våra tekniker är hos er 20–21 september.
    O 2022-10-03..2022-10-03 e | Elektrikern är bokad till den 3 oktober.
    S 2022-12-21..2022-12-31 v | Slutbesiktning sker i vår regi i slutet av december.
    S 2022-09-21..2022-09-30 v | Mot slutet av månaden skickar jag en ny prognos.
    S 2023-03-01..2023-05-31 v | Under vårkanten räknar vi med att ha en lösning på plats.
    S 2023-01-01..2023-03-31 v | Vi tar nya tag i början av nästa år.
    S @..2022-11-30 v | Före vintern ska taket vara tätat, det ser vi till.
    S @.. v | Så fort vi fått klartecken från länsstyrelsen sätter vi igång.
    S @.. v | Jag återkommer när jag har pratat med vår jurist.
    O @..2022-12-31 e | Ambitionen är att avtalet är på plats före årsskiftet.
    O 2022-11-21..2022-11-27 e | Fiberanslutningen är beställd med leverans vecka 47.
    R 2022-09-30..2022-09-30 e | Kommunen fattar beslut om detaljplanen den 30 september.
    O @..2022-10-31 e | Fastighetsägaren har fram till den 31 oktober på sig att åtgärda bristerna.
    S 2022-09-12..2022-09-18 e | Jag sammanställer svaren och skickar runt dem nästa vecka.
    S 2022-10-01..2022-12-31 e | Sista kvartalet i år testar vi lösningen på två orter.
    R @..2022-09-09 e | Hör av dig till mig före helgen med dina kommentarer.
    - | Jag var på semester hela augusti och såg inte ditt mejl förrän nu.
    - | Fakturan med förfallodag 31 augusti är betald.
    - | Garantitiden löper ut den 30 juni 2024.
    - | Mötet den 1 september hölls digitalt.
    - | Ordförande valdes för perioden 2022–2024.
    - | Hur många besök hade ni i juli?
    - | Det är oklart om vi får bygglov före jul.
    - | Vi hade räknat med leverans i augusti.
    - | Enligt protokollet från den 24 augusti var frågan avslutad.
    - | Arbetstiden är 38,25 timmar i veckan från den 1 april 2021.
    - | Vårt kontor har semesterstängt vecka 28 till 31.
    - | Jag kan tyvärr inte ge något besked förrän tidigast i vår om vi alls får pengar.
    - | Detta gäller inte den som anställts efter den 1 januari 2020.
    - | Hyran för september ska vara betald. Den är det.
    - | Du undrade om vi hinner klart till jul.
    - | Tidigare aviserat datum, den 20 september, gäller inte längre.
    - | Min mamma fyller 80 i oktober så jag är ledig då.
    # 2023-05-22
    S @..2023-06-02 e | Vi lovar att ni har ritningarna senast fredagen den 2 juni.
    S @..2023-06-22 v | Innan midsommar får ni en första skiss.
    S 2023-08-21..2023-08-27 e | Utbildningsdagen arrangerar vi vecka 34.
    S 2023-08-01..2023-08-31 v | Efter semestrarna kallar vi till ett uppstartsmöte.
    O 2023-06-12..2023-06-18 e | Möblerna levereras v. 24.
    O @..2023-06-30 e | Regionen bör ha beslutat senast i juni.
    O 2023-09-01..2023-09-01 e | Den nya organisationen börjar gälla den 1 september, då flyttar även vi in.
    R @..2023-06-05 e | Kommunen ges möjlighet att yttra sig inom två veckor.
    R @..2023-06-09 e | Inbjudan till byggmöte; svara senast 9/6.
    R @..2023-06-15 e | Senast den 15 juni vill vi ha in era önskemål om skyltning.
    R @..2023-05-26 e | Kan du skicka ritningen till mig senast på fredag är du bussig.
    S 2023-05-31..2023-05-31 e | Jag ringer på onsdag om en vecka, den 31 maj.
    S 2023-05-23..2023-05-23 e | Du får återkoppling i morgon.
    S @..2023-05-26 e | Vi landar det här innan veckan är till ända.
    S 2023-06-05..2023-06-09 e | Platsbesök genomför vi 5, 7 och 9 juni.
    S 2023-06-01..2023-08-31 v | I sommar målar vi om fasaden.
    S 2023-07-01..2023-12-31 e | Under andra halvåret 2023 tar vi fram en handlingsplan.
    S 2023-05-27..2023-06-05 v | Avräkningen gör vi vid månadsskiftet.
    S @.. v | Vi kommer att kontakta samtliga hyresgäster inom kort.
    P1 2024-01-01..2024-12-31 e | Första etappen genomförs under 2024.
    P2>=15 2025-01-01..2025-12-31 v | I den andra etappen öppnas minst 15 kontor, i huvudsak under 2025.
    O 2023-06-08..2023-06-08 e | Frågan tas upp på nämndens nästa sammanträde, den 8 juni.
    O 2023-06-29..2023-06-29 e | - Revidera tidplan: klart 29 juni (Oskar)
    O 2023-06-07..2023-06-07 e | Nästa styrgruppsmöte äger rum den 7 juni.
    - | Ombudet meddelade den 12 maj att bolaget avstår.
    - | Vi kan inte garantera att allt är klart till den 1 september.
    - | Det har inte bestämts när flytten ska ske.
    - | Nationaldagen den 6 juni är en helgdag.
    - | Skolavslutningen är den 9 juni.
    - | Mötet i juni ställs in.
    - | Beslutet vann laga kraft den 2 maj.
    - | Under 2022 besökte 1 340 personer kontoret.
    - | Tack för att ni återkom så snabbt i fredags!
    - | Finns det möjlighet att få tillträde redan den 1 juni?
    - | Som framgick av vårt mejl i april var leveransen planerad till maj.
    - | Skulle hyresvärden säga upp avtalet före årsskiftet uppstår en ny situation.
    # 2024-10-10
    S @..2024-10-25 e | We'll have comments back to you no later than Friday 25 October.
    S 2024-11-01..2024-11-30 e | The Department will launch the consultation in November.
    S 2024-10-16..2024-10-16 e | I'll give you a ring on Wednesday.
    S @..2024-10-31 e | Our aim is to have everything signed off by the end of this month.
    S 2024-10-21..2024-10-27 e | Installation by our engineers is booked for the week of 21 October.
    S 2025-01-01..2025-03-31 e | We've pencilled in Q1 2025 for the move and will run it ourselves.
    S @..2024-10-24 e | Expect to hear from us within two weeks.
    S @..2024-12-23 v | I promise you'll have the keys before Christmas.
    S 2024-10-21..2024-10-31 v | We should be able to share a draft towards the end of October.
    S 2025-03-01..2025-05-31 v | The team is hoping to break ground in spring.
    S @.. v | Once we have heard from the insurers we will write to you again.
    S @.. v | Thanks for your patience, an update will follow from us shortly.
    O 2025-01-13..2025-01-13 e | The tenants move in on 13 January 2025.
    O @..2024-11-15 e | The surveyor undertakes to submit his report by 15 November.
    O 2024-12-01..2024-12-31 e | Delivery of the furniture is scheduled for December.
    O 2024-11-05..2024-11-05 e | The board meets on 5 November to decide.
    O 2025-04-01..2025-06-30 e | Construction is forecast to begin in the second quarter of 2025.
    R @..2024-10-18 e | Please fill in the form and return it by 18 October.
    R @..2024-11-01 e | Your signed copy is needed by 1 November.
    R @..2024-10-31 e | You will need to vacate the store room by 31 October.
    R @..2024-10-14 e | Grateful for sight of the draft by Monday.
    R @..2024-11-09 e | You have 30 days to appeal.
    R @..2024-10-17 e | If you have any objections please let us know within seven days.
    S 2024-10-14..2024-10-14 e | Let me sleep on it, I'll answer on Monday.
    S @..2024-10-11 e | Will do, by tomorrow latest.
    S 2024-10-22..2024-10-24 e | We are in Östersund 22-24 October and will look at the premises then.
    - | Sorry for the delay, I was travelling until 8 October.
    - | The lease was due to expire on 30 September.
    - | Our records show that you called on 3 October.
    - | Clocks go back on 27 October.
    - | We do not expect a decision this year.
    - | Whether the office opens in 2025 depends on the budget.
    - | The grant covers the period 1 January to 31 December 2024.
    - | The visit planned for 15 October had to be called off.
    - | He turned 60 in September.
    - | Do you think they will sign before the holidays?
    - | The previous manager had promised an answer by June.
    - | The reading room is open on Tuesdays until 7 pm.
    # 2026-02-17
    S 2026-04-06..2026-04-12 v | Veckan efter påsk skickar vi ut kallelser till intervjuer.
    S @..2026-03-06 e | Svar på era frågor får ni senast fredag v. 10.
    S @..2026-02-27 e | Jag gör mitt bästa för att ha allt klart till fredag nästa vecka.
    S 2026-02-18..2026-02-18 e | Fixar imorgon, har fullt upp idag.
    S 2026-03-16..2026-03-22 e | Trycksaker levererar vi v. 12.
    S 2026-09-01..2026-09-30 v | Efter sommaren utvärderar vi försöket tillsammans med er.
    O 2026-06-01..2026-06-01 e | Lagerchefen tillträder sin tjänst den 1 juni.
    O 2026-03-03..2026-03-03 e | Arbetsutskottet bereder ärendet den 3 mars.
    O 2026-05-01..2026-05-31 e | Granskning av handlingarna sker i maj.
    R @..2026-03-02 e | Synpunkter på utkastet mejlas till projektledaren senast 2 mars.
    R @..2026-02-20 e | Kolla gärna igenom listan före fredag kväll, dvs. senast 20 februari.
    R @..2026-03-15 e | Begäran om ersättning ska vara inkommen senast den 15 mars.
    - | Uppgifterna avser förhållandena den 31 december 2025.
    - | Ingen av parterna har sagt upp avtalet före den 1 februari.
    - | Frågan kom upp redan i januari.
    - | Det förefaller osannolikt att lokalen blir klar i mars.
    """
}
