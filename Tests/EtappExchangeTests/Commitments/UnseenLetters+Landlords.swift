extension LabelledLetters {
  /// County boards, landlords, programme offices, minutes, hasty mails; written before the grammar was looked at again.
  static let landlords = """
    # 2022-10-18
    R @..2022-11-11 e | Länsstyrelsen önskar få del av kommunens synpunkter senast fredagen den 11 november 2022.
    S 2022-12-01..2022-12-31 e | Vi räknar med att kunna redovisa resultatet av förstudien under december månad.
    S @..2022-11-30 e | Vi återkommer med en kostnadsberäkning senast vid utgången av november.
    S 2022-11-28..2022-12-04 e | Samråd med de fackliga organisationerna hålls av oss vecka 48.
    O 2023-02-01..2023-02-28 e | Hyresvärden beräknar att ombyggnaden är avslutad i februari 2023.
    O @..2023-04-30 e | Hyresvärden förbinder sig att ha åtgärdat ventilationen senast 30 april 2023.
    S 2022-10-24..2022-10-30 e | Jag bokar in en besiktning nästa vecka.
    S 2022-11-15..2022-11-15 e | Besiktning av lokalen utför vi tisdagen den 15 november kl. 09.00.
    R @..2022-10-31 e | Återsänd ett undertecknat exemplar av avtalet senast den 31 oktober.
    S 2023-01-01..2023-03-31 v | Arbetet med skyltningen drar vi igång i början av 2023.
    S 2022-10-27..2022-11-05 v | Hyresavin för det nya kvartalet skickar vi ut runt månadsskiftet.
    S @..2022-12-31 e | Tidplanen fastställs av oss innan årsskiftet.
    O 2022-11-23..2022-11-23 e | Ärendet behandlas i kommunstyrelsen den 23 november.
    - | Kommunstyrelsen behandlade ärendet den 5 oktober 2022, § 187.
    - | Beslutet kan överklagas inom tre veckor från den dag det tillkännagavs.
    R @..2022-11-08 e | Har ni invändningar ska dessa framföras skriftligen inom tre veckor.
    - | Styrelsen sammanträdde den 27 september i Härnösand.
    S 2022-11-07..2022-11-09 e | Vi är på plats hos er 7–9 november för intervjuer.
    O 2023-06-01.. e | Inflyttning blir möjlig tidigast den 1 juni 2023.
    S @..2022-10-21 e | Ni får en reviderad ritning av mig senast nu på fredag.
    S 2022-10-20..2022-10-20 e | Vi ses på torsdag, jag tar med nycklarna.
    O @.. v | Slutfaktura översändes så snart slutbesiktningen är godkänd.
    R @..2022-12-15 e | Ansökan om bygglov måste lämnas in senast den 15 december.
    S 2023-01-16..2023-01-22 e | Under v 3 nästa år påbörjar vi flytten.
    O 2023-09-01..2023-09-30 e | Hyresgästen tillträder lokalen i september 2023.
    - | Hyran betalas kvartalsvis i förskott, senast den sista vardagen före varje kvartals början.
    - | Kontrakt nr 4711 gäller från den 1 januari 2018.
    - | Uppsägningstiden är nio månader.
    S @..2022-10-25 e | Vi bekräftar bokningen inom en vecka.
    S 2022-12-01..2022-12-10 v | Vi hoppas kunna ge er ett besked i början på december.
    - | Vi hade hoppats kunna ge er ett besked i september.
    R 2022-11-01..2022-11-30 e | Kommunen bjuder in till samråd i november.
    S 2022-11-01..2022-11-30 e | Vi deltar gärna i samrådet i november.
    S 2023-01-01..2023-12-31 e | Lokalbehovet ses över av oss under 2023.
    O 2022-11-30..2022-11-30 e | Remissammanställningen redovisas för nämnden den 30 november.
    R @..2022-10-28 e | Jag behöver ritningarna av dig senast fredag nästa vecka.
    S 2022-10-19..2022-10-19 e | Ringer dig i morgon efter lunch!
    S 2022-10-17..2022-10-23 e | Jag återkopplar under veckan.
    - | Tack för din återkoppling i förra veckan.
    - | Vet du om hyresvärden återkommer i november?
    S @..2022-12-23 v | Innan jul ska vi ha valt entreprenör.
    S 2023-03-01..2023-05-31 v | Till våren räknar vi med att kunna ta lokalen i bruk.
    S 2022-11-18..2022-11-18 e | Fredagen den 18 november lämnar vi över lokalen till er.
    - | Lokalen överlämnades den 3 oktober.
    S 2023-07-01..2023-07-01 e | Vi tar över driften den 1 juli 2023.
    S 2023-07-01.. e | Driften övertas av oss fr.o.m. den 1 juli 2023.
    R @..2022-11-15 e | Anmäl era deltagare t.o.m. den 15 november.
    S 2022-11-14..2022-11-16 e | Vi genomför studiebesök den 14, 15 och 16 november.
    O 2022-11-07..2022-11-07 e | Kommundirektören föredrar frågan för kommunstyrelsens arbetsutskott 7/11.
    - | Efter föredragning beslutade arbetsutskottet den 10/10 att avvakta.
    - | Nämnden lade informationen till handlingarna.
    R @..2022-11-30 e | Uppdras åt förvaltningen att inkomma med underlag senast 30/11.
    O 2022-12-06..2022-12-06 e | Nästa möte: 6 december kl. 10 på Teams.
    O 2022-11-07..2022-11-13 e | Åtgärd: Lena skickar offertförfrågan, klart v. 45.
    S @.. v | Vi återkommer omgående när vi vet hur budgeten ser ut.
    - | Vi kan i nuläget inte säga om det blir före eller efter årsskiftet.
    - | Det är för tidigt att lova något till våren.
    - | Ni frågade om vi öppnar under kvartal 2.
    - | Fyller år den 14 november: Karin på ekonomi!
    - | Karin fyller 50 den 14 november.
    - | Receptionen har stängt mellan jul och nyår.
    - | Växeln är öppen vardagar 8–12 till och med den 23 december.
    - | I ert brev av den 20 juni skrev ni att ni återkommer i september.
    - | Som vi skrev den 20 juni skulle besked lämnas i september.
    - | Av beslutet 2022-06-16 framgår att medlen ska användas under 2022.
    S 2022-11-21..2022-11-30 v | Vi återupptar diskussionen mot slutet av november.
    S @..2022-11-17 e | Inom trettio dagar från idag svarar vi er.
    S @..2023-01-18 e | Vi kommer att avgöra ärendet inom tre månader.
    O @.. v | Besked i hyresfrågan kommer inom en snar framtid.
    S 2022-10-29..2022-11-04 v | Om ett par veckor vet vi mer och hör då av oss.
    # 2021-03-22
    S 2021-05-01..2021-05-31 e | Ett fördjupat förslag presenterar vi för er i maj.
    S @..2021-05-31 e | Vi är klara med analysen senast i maj.
    S @..2021-04-01 v | Delrapporten har ni hos er före påsk.
    S 2021-04-06..2021-05-05 v | Intervjuer med kommunledningen planerar vi in efter påskhelgen.
    S @..2021-06-24 v | Vi ska ha svarat samtliga kommuner före midsommar.
    O 2021-04-15..2021-04-15 e | Regeringen överlämnar vårpropositionen till riksdagen den 15 april.
    S 2021-04-19..2021-04-25 e | Workshopen genomförs i vår regi vecka 16.
    S 2021-04-01..2021-06-30 e | Tidplanen är att vi handlar upp möblemang under andra kvartalet.
    R @..2021-04-16 e | Nomineringar mottas till och med fredag 16 april.
    R @..2021-04-09 e | Vi emotser era kompletteringar senast den 9 april.
    R @..2021-04-30 e | Sista ansökningsdag är 30 april.
    R @..2021-04-05 e | Kompletteringen ska ges in inom två veckor.
    S 2021-09-01..2021-11-30 v | I höst kommer vi att inbjuda till en regional konferens.
    - | Uppdraget redovisades till Finansdepartementet den 1 mars 2021.
    - | Servicekontoret på Storgatan flyttade i februari.
    - | Verksamheten bedrivs tills vidare i nuvarande lokaler.
    - | Kan kommunen tänka sig att upplåta en lokal från den 1 september?
    - | Hur ser era planer ut för hösten?
    - | I händelse av strejk flyttas mötet.
    S @..2021-12-31 e | Under förutsättning av regeringens godkännande öppnar vi senast den 31 december 2021.
    S @..2021-03-28 e | Innevarande vecka skickar vi kallelsen.
    S 2021-04-01..2021-04-30 e | Vi inkommer med anbud under april.
    O 2021-06-30..2021-06-30 e | Projektet avslutas den 30 juni 2021.
    S @..2021-06-30 e | Slutredovisning av projektmedlen lämnar vi senast sista juni 2021.
    P2 2022-07-01..2022-12-31 e | Sollefteå ligger i etapp två och öppnas andra halvåret 2022.
    # 2024-08-19
    R @..2024-09-06 e | Would you please confirm your attendance by Friday 6 September.
    S @..2024-09-30 e | We will write to all affected tenants by the end of September.
    S 2024-09-16..2024-09-22 e | Our engineers are scheduled to inspect the boiler room in week 38.
    O 2024-10-01..2024-10-31 e | The landlord has agreed to replace the windows in October.
    O @..2024-12-31 e | The tenant shall vacate the premises on or before 31 December 2024.
    S 2024-08-21..2024-08-21 e | I'll swing by on Wednesday with the keys.
    S @..2024-08-23 e | You'll get the revised lease by close of business on Friday.
    S @..2024-09-16 e | We will determine your application within four weeks.
    O @..2024-10-14 e | A written decision will be issued within eight weeks.
    - | Your application was received on 5 August 2024.
    - | The committee met on 12 August and noted the report.
    - | Rent is payable on the first day of each month.
    - | The office will be closed on Monday 26 August (bank holiday).
    - | I am out of the office until 2 September.
    - | In your letter of 1 July you stated that you would respond by 1 August.
    - | You asked whether the works would be finished by Christmas.
    - | We make no commitment as to the opening date in 2025.
    - | It remains to be seen whether the lease can be signed this autumn.
    - | Happy birthday for the 22nd!
    - | Should the council refuse, the offer lapses on 30 September.
    S 2024-11-01..2024-11-30 e | We are due to publish the consultation in November.
    S 2025-01-01..2025-03-31 v | We anticipate starting on site in early 2025.
    O 2025-03-01..2025-05-31 v | Completion is anticipated in spring 2025.
    S 2024-09-21..2024-09-30 v | A progress report will be provided by us towards the end of next month.
    S @.. v | We will come back to you in due course.
    S @.. v | A member of our team will be in contact with you shortly.
    O 2024-09-03..2024-09-03 e | A follow-up meeting will be held on Tuesday 3 September at 10 am.
    R @..2024-08-30 e | Representations must be received no later than 30 August 2024.
    R @..2024-09-13 e | The closing date for applications is 13 September.
    R @..2024-08-26 e | Please send us your meter readings within seven days.
    R @..2024-09-02 e | We require a response within 14 days.
    S 2024-09-02..2024-09-06 e | We shall be carrying out a survey from 2 to 6 September.
    S 2024-10-01..2024-12-31 e | The second tranche of funding will be released by us in the fourth quarter.
    S @..2024-10-31 e | It is our intention to have the agreement signed before the end of October.
    S 2025-01-01.. e | With effect from 1 January 2025 we will take over the maintenance.
    O 2024-09-17..2024-09-17 e | ACTION: AB to circulate the draft budget on 17 September.
    O @..2024-09-10 e | Action: finance team to confirm figures by 10 September.
    O @..2024-08-30 e | Lena to send the room list by 30 August.
    S 2024-08-26..2024-09-01 e | Will follow up with procurement next week.
    S 2024-09-19..2024-09-19 e | In a month's time we will hold a review.
    S @..@ e | I'll chase them this afternoon.
    # 2025-01-15
    O 2025-01-20..2025-01-20 e | Hej! Målarna kommer på måndag, så kontoret är tomt då.
    S @..2025-01-17 e | Mailar över avtalet innan helgen.
    S 2025-01-22..2025-01-22 e | Hojtar onsdag nästa vecka.
    O 2025-02-17..2025-02-23 e | Städfirman gör storstädning v8.
    O 2025-03-03..2025-03-03 e | Hissen tas åter i drift den 3 mars.
    - | Hissen togs ur drift den 10 januari.
    - | Januarihyran förföll den 31 december.
    - | Jag är ledig torsdag och fredag.
    - | Vi sågs senast i december.
    O 2025-02-01..2025-02-28 e | Under februari räknar fastighetsbolaget med att montera larmet.
    S 2025-01-29..2025-01-29 e | Hör av mig om exakt två veckor.
    S @..2025-01-31 e | Fakturan får ni före månadens slut.
    S 2025-06-01..2025-08-31 v | Större underhåll gör vi under sommarmånaderna.
    S 2025-02-24..2025-03-02 e | Sportlovsveckan, v. 9, sätter vi in nya dörrar.
    S @..2025-01-24 e | Senast den 24:e har du ritningen.
    S 2025-01-28..2025-01-28 e | Besiktningen gör vi tis 28/1.
    S @..2025-02-14 e | Deadline för vårt bidrag är 14 februari.
    R @..2025-02-03 e | Glöm inte att lämna in nyckelkvittensen senast 3 feb.
    R @..2025-01-24 e | Påminnelse: svar på enkäten senast 24 januari!
    S 2025-05-01..2025-08-31 e | Under andra tertialet utvärderar vi.
    S 2026-01-01..2026-12-31 e | Resterande åtgärder utför vi under 2026.
    O 2025-10-01..2025-12-31 v | Stationen invigs i slutet av året.
    S 2025-02-01..2025-02-10 v | Räkna med en offert från oss i början av februari.
    - | Räkna inte med något svar före februari.
    S 2025-04-01..2025-04-30 e | Vi har bokat in er för tillsyn i april.
    - | Enligt avtalet § 4 ska hyran räknas upp årligen i januari.
    S @..2025-03-01 e | Vi tar på oss att ordna parkeringen till den 1 mars.
    S 2025-03-01..2025-03-15 v | Målningen gör vi klar under första halvan av mars.
    """
}
