extension LabelledLetters {
  /// An ordinary correspondence between agencies, municipalities, landlords and builders; written after the grammar was
  /// mended for all sets before it.
  static let correspondence = """
    # 2021-11-15
    S @..2021-12-15 e | Vi avser att återkomma med ett slutligt ställningstagande senast den 15 december 2021.
    S 2022-02-01..2022-02-28 e | I februari 2022 påbörjar vi arbetet med att hitta en lämplig lokal i Sollefteå.
    S 2022-01-10..2022-01-16 e | Nästa lägesrapport skickar vi ut vecka 2.
    S @..2021-12-31 e | Hyresavtalet kommer att tecknas av oss före utgången av 2021.
    S 2022-01-01..2022-06-30 e | Rekryteringen av servicehandläggare inleder vi under första halvåret nästa år.
    S 2022-04-01..2022-06-30 e | Vi beräknar att kontoret kan öppna under kvartal 2 2022.
    S 2021-12-01..2021-12-10 v | Besked om vilka orter som är aktuella lämnar vi i början av december.
    S 2021-11-21..2021-11-30 v | Vi hör av oss till kommunledningen i slutet av november.
    S 2022-03-01..2022-05-31 v | Till våren hoppas vi kunna bjuda in till en invigning.
    S @..2021-12-23 v | Ni kommer att höra från oss före jul.
    S 2022-01-01..2022-01-31 v | Efter årsskiftet kallar vi till ett möte med de kommuner som ingår i den första etappen.
    S @.. v | Vi återkommer till er så snart regeringen har fattat beslut.
    S @.. v | Mer information från oss kommer inom kort.
    S 2021-11-18..2021-11-18 e | Jag ringer dig på torsdag för att stämma av.
    S 2021-11-22..2021-11-28 e | Nästa vecka skickar jag över avtalsförslaget.
    S @..2021-11-19 e | Du har mitt svar senast på fredag.
    S 2021-11-29..2021-11-29 e | Vi ses i Sollefteå den 29 november klockan 10 och tittar på lokalen.
    S @..2021-11-29 e | Vi svarar på era frågor inom två veckor.
    R @..2021-12-03 e | Vi ser gärna att ni inkommer med förslag på lokaler senast den 3 december.
    R @..2021-12-10 e | Kommunen ska senast den 10 december ange vem som är kontaktperson.
    R @..2021-11-30 e | Vänligen bekräfta senast den sista november att ni tagit del av informationen.
    R @..2022-01-14 e | Er redovisning ska vara myndigheten tillhanda senast den 14 januari 2022.
    R @..2021-12-01 e | Skicka protokollsutdraget till oss senast 1 december.
    R 2022-02-21..2022-02-21 e | Kommunfullmäktige tar upp ärendet den 21 februari.
    O 2021-12-09..2021-12-09 e | Regeringen fattar beslut den 9 december.
    O 2022-03-01.. e | Lokalen är tillgänglig från och med den 1 mars 2022.
    O @..2022-03-31 e | Hyresvärden har åtagit sig att ha lokalen klar senast den 31 mars.
    O 2022-01-17..2022-01-23 e | Byggstart sker vecka 3.
    O 2022-10-01..2022-12-31 v | Kontoret beräknas stå klart i slutet av 2022.
    P1>=13 2022-01-01..2022-12-31 v | Minst 13 av kontoren ska öppnas i etapp 1, huvudsakligen under 2022.
    P2 2023-01-01..2023-12-31 e | Ert kontor ligger i den andra etappen och planeras öppna under 2023.
    - | Regeringen gav oss uppdraget den 27 maj 2021.
    - | Vi har tagit emot ert brev daterat den 8 november.
    - | Tack för ett bra möte i onsdags.
    - | Vi kan i dag inte säga om kontoret öppnar 2022 eller 2023.
    - | Vilka lokaler är lediga från den 1 mars?
    - | Kan vi få ett besked före jul?
    - | Kommunen hade 18 400 invånare den 31 december 2020.
    - | Kontoret har öppet måndag–fredag 10–15.
    - | Mötet den 10 november är protokollfört.
    - | Det tidigare kontoret stängde i juni 2015.
    - | I vårt brev den 1 oktober skrev vi att vi skulle återkomma i november.
    - | Vi har inga möjligheter att öppna kontoret före sommaren.
    - | Nuvarande hyresavtal löper till och med den 30 september 2023.
    - | Glad advent och god jul!
    - | Lagen om viss gemensam offentlig service gäller från den 1 juni 2019.
    - | Om ingen lokal hittas före den 1 februari utgår orten ur planen.
    # 2023-02-09
    S @..2023-02-24 e | Vi kompletterar ansökan med ritningar senast den 24 februari.
    S 2023-02-20..2023-02-26 e | Vår besiktningsman kommer ut till er under v. 8.
    S 2023-02-13..2023-02-13 e | Återkommer på måndag med exakta tider.
    S 2023-02-10..2023-02-10 e | Jag kollar med ekonomi och svarar dig imorgon.
    S @..2023-02-17 e | Du ska få siffrorna av mig innan nästa vecka är slut.
    S 2023-03-13..2023-03-19 e | Ommålningen är inplanerad till vecka 11 och sköts av oss.
    S 2023-05-01..2023-05-31 e | Under maj månad byter vi ut samtliga dörrar.
    S 2023-04-11..2023-05-10 v | Efter påsk sätter vi igång med etapp två av ombyggnaden.
    S 2023-03-11..2023-03-20 v | I mitten av mars redovisar vi hur långt vi har kommit.
    S 2023-09-01..2023-11-30 v | Vi planerar en uppföljning till hösten.
    S @..2023-03-09 e | Inom en månad har ni ett nytt kontraktsförslag från oss.
    S 2023-07-01..2023-12-31 e | Andra halvåret 2023 utvärderar vi samarbetet.
    O 2023-03-01..2023-03-31 e | Brandskyddskontrollen utförs i mars.
    O @..2023-04-30 e | Elektrikern har lovat att vara klar till den sista april.
    O 2023-02-15..2023-02-15 e | Byggmöte 5 hålls onsdagen den 15 februari kl. 13.00.
    O @..2023-03-03 e | Entreprenören ska inkomma med reviderad tidplan senast den 3 mars.
    O @..2023-02-22 e | Anders kontaktar kommunen om parkeringen, senast 22/2.
    R @..2023-02-17 e | Hyresgästen ombeds återkomma med val av golv senast fredag den 17 februari.
    R @..2023-03-31 e | Uppsägning ska ske skriftligen senast den 31 mars.
    R @..2023-02-28 e | Sista dag att anmäla sig är den 28 februari.
    R @..2023-02-16 e | Hör av er inom en vecka om något är oklart.
    R @..2023-02-14 e | Jag behöver era önskemål senast tisdag.
    - | Föregående protokoll, från den 25 januari, godkändes utan ändringar.
    - | Fukten upptäcktes den 3 januari.
    - | Arbetet har pågått sedan november.
    - | Inget möte hålls under vecka 9.
    - | Vi räknade med att vara klara i januari.
    - | Leveransen är försenad och nytt datum saknas.
    - | När blir hissen klar?
    - | Jag är på sportlov vecka 9.
    - | Kontraktet skrevs under den 1 februari.
    - | Det är inte säkert att vi hinner till den 1 mars.
    - | Hyran höjdes med 3 procent den 1 januari.
    - | Ni har sedan den 1 december rätt till nedsatt hyra.
    - | Garantibesiktning gjordes i december 2022.
    # 2022-05-04
    S @..2022-05-20 e | We will let you have our decision by 20 May 2022.
    S 2022-06-01..2022-06-30 e | We plan to sign the agreement in June.
    S 2022-05-09..2022-05-15 e | I will come back to you next week with a proposal.
    S 2022-05-06..2022-05-06 e | I'll email you the plans on Friday.
    S @..2022-05-18 e | The agency will respond to your questions within two weeks.
    S 2022-07-01..2022-09-30 e | We expect to open the office in the third quarter of 2022.
    S 2022-05-21..2022-05-31 v | We will be in touch again at the end of May.
    S 2022-09-01..2022-09-30 v | We will invite you to a meeting after the summer.
    S 2022-06-01..2022-06-10 v | In early June we will publish a list of locations.
    S @.. v | You will receive more information from us shortly.
    S @..2022-12-31 e | We undertake to complete the move before the end of the year.
    S 2022-05-16..2022-05-20 e | Our staff will visit your municipality on 16-20 May.
    R @..2022-05-27 e | Please send us your comments no later than 27 May.
    R @..2022-06-15 e | The municipality is requested to nominate a contact person by 15 June.
    R @..2022-05-13 e | We look forward to your reply by Friday 13 May.
    R @..2022-06-01 e | The deadline for submitting proposals is 1 June 2022.
    O 2022-06-20..2022-06-20 e | The government will decide on 20 June.
    O @..2022-08-31 e | The landlord has promised to finish the refurbishment by the end of August.
    O 2023-01-01..2023-12-31 v | Most of the offices will open during 2023, mainly in the north.
    O 2022-09-05..2022-09-05 e | The new manager takes up her post on 5 September.
    - | Thank you for your letter of 2 May.
    - | We met your officials on 27 April.
    - | The office was closed in 2014.
    - | Will the office be open by Christmas?
    - | We cannot say whether the office will open in 2022.
    - | The report was published in March.
    - | The lease ends on 31 August 2025.
    - | No agreement will be signed before the summer.
    - | I am on holiday from 4 to 22 July.
    - | If the council votes no on 13 June, the plan is dropped.
    # 2025-06-12
    S @..2025-06-18 e | Slutrapporten mejlar jag er före midsommar, senast onsdag den 18 juni.
    S 2025-08-01..2025-08-31 v | Efter semestern tar jag kontakt med er för att boka en ny tid.
    S 2025-09-15..2025-09-19 e | Vi finns på plats i Ånge 15–19 september.
    S 2025-06-16..2025-06-22 e | Protokollet justerar jag och skickar ut nästa vecka.
    S 2025-06-26..2025-07-05 v | Runt månadsskiftet juni/juli levererar vi de sista möblerna.
    S @..2025-08-31 e | Till och med augusti ansvarar vi för bemanningen.
    S 2025-10-01..2025-10-01 e | Den 1 oktober tar vi över driften av kontoret.
    O 2025-08-18..2025-08-18 e | Skolan börjar använda lokalen den 18 augusti.
    O 2025-06-24..2025-06-24 e | Nämnden sammanträder den 24 juni och tar då beslut.
    R @..2025-06-19 e | Återkoppla gärna till mig senast nästa torsdag.
    R @..2025-08-15 e | Ansökan skickas till länsstyrelsen senast den 15 augusti.
    - | Kontoret är stängt under midsommarhelgen.
    - | Växeln har öppet som vanligt igen från den 4 augusti.
    - | I juni förra året fick vi samma fråga.
    - | Mötet som skulle ha hållits den 9 juni blev inställt.
    - | Det dröjer nog till hösten, men jag vet inte säkert.
    """
}
