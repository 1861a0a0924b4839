/// Sentences of letters with what they commit to, labelled by hand.
///
/// `S` the sender, `R` the receiver, `O` other; `P1>=13` a statement of the plan. Then the interval, `@` being the day the
/// letter is written, then `e` explicit, `v` vague, `n` none; `-` is no commitment. A line with `#` sets the day.
enum LabelledLetters {
  static let known = swedish + "\n" + english

  private static let swedish = """
    # 2021-06-10
    S 2021-10-21..2021-10-31 v | Vi återkommer i slutet av oktober 2021.
    S 2021-10-21..2021-10-31 v | Vi återkommer i slutet av oktober med mer information om etableringen.
    S 2021-10-01..2021-10-10 v | I början av oktober 2021 återkommer vi med en tidplan.
    S 2021-10-11..2021-10-20 v | I mitten av oktober skickar vi ut en kallelse.
    S 2021-09-01..2021-11-30 v | Myndigheten återkommer under hösten.
    S 2021-09-01..2021-11-30 v | I höst hör vi av oss igen.
    S 2022-03-01..2022-05-31 v | Till våren 2022 skickar vi ett förslag till avtal.
    S 2022-03-01..2022-05-31 v | Vi kommer att boka ett möte i vår.
    S 2021-09-01..2021-09-30 v | Vi återkommer efter sommaren.
    S @..2022-05-31 v | Före sommaren 2022 meddelar vi vilka lokaler som är aktuella.
    S 2021-08-01..2021-08-31 v | Vi hör av oss efter semestern.
    S 2021-12-27..2022-01-05 v | Vid årsskiftet lämnar vi besked om lokalen.
    S 2021-09-26..2021-10-05 v | Vi återkommer vid månadsskiftet september/oktober.
    S @..2021-12-23 v | Myndigheten lämnar besked innan jul.
    S 2022-04-19..2022-05-18 v | Efter påsk kallar vi till ett nytt möte.
    S 2022-01-01..2022-03-31 v | Vi återkommer i början av nästa år.
    S 2022-10-01..2022-12-31 v | Vi planerar att öppna kontoret i slutet av 2022.
    S @.. v | Vi återkommer så snart som möjligt.
    S @.. v | Vi skickar handlingarna inom kort.
    S 2023-01-01..2023-12-31 v | Vi planerar att öppna kontoren huvudsakligen under 2023.
    S 2022-01-01..2022-06-30 e | Vi räknar med att teckna avtal under första halvåret 2022.
    S 2021-07-01..2021-12-31 e | Under andra halvåret skickar vi en enkät.
    S 2022-01-01..2022-06-30 e | Statens servicecenter planerar att starta H1 2022.
    S 2021-07-01..2021-09-30 e | Vi återkommer kvartal 3.
    S 2022-07-01..2022-09-30 e | Vi räknar med att lämna besked Q3 2022.
    S 2021-07-01..2021-09-30 e | Under tredje kvartalet inventerar vi lokalerna.
    S 2021-10-18..2021-10-24 e | Vi återkommer v. 42.
    S 2021-10-18..2021-11-07 e | Vi besöker er vecka 42-44.
    S @..2021-06-24 e | Vi återkommer inom två veckor.
    S @..2021-06-24 e | Vi besvarar er skrivelse inom 14 dagar.
    S 2021-09-10..2021-09-10 e | Om tre månader hör vi av oss igen.
    S 2021-06-14..2021-06-20 e | Nästa vecka skickar vi underlaget.
    S 2021-07-01..2021-07-31 e | Vi återkommer nästa månad.
    S 2022-01-01..2022-12-31 e | Nästa år öppnar vi kontoret.
    S 2021-06-11..2021-06-11 e | Jag skickar protokollet i morgon.
    S 2021-06-14..2021-06-14 e | På måndag ringer jag er.
    S 2022-01-01..2022-12-31 e | Myndigheten kommer att etablera kontoret under 2022.
    S 2021-10-01..2021-10-31 e | Vi återkommer i oktober.
    S @..2021-10-15 e | Vi återkommer senast den 15 oktober.
    S @..2021-10-15 e | Vi lämnar besked senast 2021-10-15.
    S 2021-10-15..2021-10-15 e | Den 15 oktober publicerar vi planen.
    S 2021-10-15..2021-10-15 e | Vi kommer till er 15/10.
    S 2022-03-01..2022-03-15 e | Vi besöker kommunen mellan den 1 och 15 mars.
    S 2022-03-01..2022-03-15 e | Vi genomför intervjuer 1–15 mars.
    S 2022-03-01.. e | Från och med den 1 mars 2022 bemannar vi kontoret.
    S 2021-09-01.. e | Vi kan lämna besked tidigast den 1 september.
    S @..2021-10-14 e | Vi meddelar er före den 15 oktober.
    S @..2021-11-30 e | Till och med den 30 november tar vi fram ett förslag.
    S 2021-10-16.. e | Efter den 15 oktober kontaktar vi fastighetsägaren.
    S @..2021-10-31 e | Vi återkommer senast i slutet av oktober.
    S 2021-10-29..2021-10-29 e | Sista fredagen i oktober skickar vi rapporten.
    S 2021-11-01..2021-11-07 v | Första veckan i november bjuder vi in till dialog.
    S @..2021-12-31 e | Vi återkommer senast vid årsskiftet.
    S @..2021-12-31 e | Före årets slut lämnar vi en redovisning.
    S 2021-09-01..2021-10-31 e | Under september–oktober 2021 tar vi kontakt med er.
    S 2022-01-01..2022-02-28 e | Jan-feb 2022 påbörjar vi upphandlingen.
    S 2021-11-01..2022-02-28 e | Mellan november 2021 och februari 2022 bygger vi om lokalen.
    S 2021-06-15..2021-06-15 e | Vi ses tisdag nästa vecka och då presenterar vi planen.
    S 2021-06-16..2021-06-16 e | Jag återkommer nästa vecka, onsdagen den 16 juni.
    R @..2021-10-15 e | Ni ska inkomma med svar senast den 15 oktober.
    R @..2021-10-15 e | Kommunen lämnar svar senast den 15 oktober 2021.
    R @..2021-09-01 e | Vi ber er att skicka in synpunkter senast den 1 september.
    R @..2021-09-01 e | Skicka ert svar till registrator senast 1 september.
    R @..2021-09-01 e | Vänligen återkom senast 1/9.
    R @..2021-08-20 e | Svar senast 20 augusti.
    R @..2021-09-30 e | Vi önskar svar senast den 30 september 2021.
    R @..2021-09-30 e | Synpunkter ska ha inkommit senast den 30 september.
    R @..2021-09-30 e | Ert yttrande ska vara oss tillhanda senast den 30 september.
    R @..2021-08-15 e | Vi behöver era uppgifter senast den 15 augusti.
    R @.. v | Vi vill ha ert svar snarast.
    R @.. v | Återkom omgående med kontaktuppgifter.
    R @..2021-07-01 e | Ni ombeds lämna kontaktuppgifter inom tre veckor.
    R @..2021-08-31 e | Kommunen ska senast sista augusti redovisa lämpliga lokaler.
    R @..2021-06-18 e | Meddela oss senast fredag den 18 juni om tiden passar.
    R 2021-08-01..2021-08-31 v | Ni lämnar synpunkter efter semestern.
    R @..2021-09-15 e | Sista dag för svar är den 15 september.
    R @..2021-09-15 e | Remissvar senast 2021-09-15.
    R @..2021-10-24 e | Ni bör återkomma med namn på en kontaktperson senast vecka 42.
    R @..2021-11-15 e | Ni är välkomna att lämna synpunkter till och med den 15 november.
    R @..2021-10-15 e | Fyll i enkäten senast den 15 oktober.
    R @..2021-10-15 e | Anmälan görs senast den 15 oktober.
    R @..2021-10-15 e | Snarast möjligt, dock senast den 15 oktober, ska kommunen inkomma med ett yttrande.
    S 2021-10-21..2021-10-31 v | Ni får besked i slutet av oktober.
    S 2021-11-01..2021-11-30 e | Kommunen får besked i november.
    O 2022-03-01..2022-03-31 e | Kontoret öppnar i mars 2022.
    O 2021-11-01..2021-11-30 e | Beslut fattas i november 2021.
    O 2021-10-01..2021-10-31 e | Regeringen beslutar om budgeten i oktober.
    O 2022-06-01..2022-08-31 v | Hyresvärden räknar med att lokalen är klar sommaren 2022.
    O 2022-04-01..2022-06-30 e | Lokalen ska vara inflyttningsklar under andra kvartalet 2022.
    O 2021-10-11..2021-10-20 v | Rapporten publiceras i mitten av oktober.
    S 2021-06-14..2021-06-20 e ; R @..2021-09-01 e | Vi skickar underlaget nästa vecka och ni återkommer senast den 1 september.
    R @..2021-08-20 e ; R @..2021-09-10 e | Skicka nuläget senast den 20 augusti och förslagen senast den 10 september.
    S 2021-09-21..2021-09-30 v | Med anledning av ert brev den 3 maj återkommer vi i slutet av september.
    S @..2021-10-15 e | Om inget oförutsett inträffar återkommer vi senast den 15 oktober.
    P2 .. n | Ånge planeras för den andra etappen.
    P2 .. n | Kontoret i Ånge etableras i etapp 2.
    P1>=13 2022-01-01..2022-12-31 v | I etapp ett etableras minst 13 kontor, huvudsakligen under 2022.
    P1>=13 2022-01-01..2022-12-31 v ; P2 2023-01-01..2023-12-31 v | Minst 13 kontor öppnas i första etappen, huvudsakligen under 2022, och resterande i den andra etappen, huvudsakligen under 2023.
    P>=28 .. n | Uppdraget är att etablera minst 28 kontor i två etapper.
    P>=28 @..2023-12-31 e | Myndigheten ska öppna minst 28 servicekontor senast den 31 december 2023.
    P2 2023-01-01..2023-06-30 e | Ert kontor ingår i etapp 2 och öppnas under första halvåret 2023.
    S .. n | Vi återkommer med mer information.
    S .. n | Vi kommer att höra av oss till er.
    S 2021-10-21..2021-10-31 v | Vi aterkommer i slutet av oktober med besked.
    S 2022-01-01..2022-06-30 e | Vi planerar att oppna kontoret under forsta halvaret 2022.
    R @..2021-10-15 e | Svar ska lamnas Senast den l5 oktober.
    R @..2021-10-15 e | Ni ska lämna in svaret senast¶den 15¶oktober 2021.
    S 2021-10-21..2021-10-31 v | Vi åter-¶kommer i slutet av okto-¶ber 2021.
    S 2021-11-01..2021-11-30 e | Vi återkommer, t.ex. per telefon, i nov. 2021.
    S 2021-09-15..2021-09-15 e | Vi bjuder in till möte den 15 sept. kl. 13.00 i Ånge.
    S 2021-09-26..2021-10-05 v | Kring månadsskiftet sep/okt återkommer vi.
    S 2022-01-03..2022-01-31 e | Under januari månad, efter den 2 januari 2022, återkommer vi.
    S @..2021-06-13 v | Vi återkommer senare i veckan.
    S @..2021-12-31 v | Vi återkommer senare i år.
    S 2022-12-24..2022-12-26 v | Vi räknar med att öppna kontoret till jul 2022.
    # 2020-11-20
    S 2020-12-28..2021-01-03 e | Vi återkommer vecka 53.
    S 2021-03-01..2021-03-31 e | Vi återkommer i mars.
    S @..2020-12-31 e | Vi återkommer före årsskiftet.
    S 2021-01-01..2021-01-31 v | Efter årsskiftet tar vi kontakt med er.
    # 2021-06-10
    - | Vi skrev till er den 3 maj.
    - | Beslutet fattades i maj 2021.
    - | Regeringen gav uppdraget den 6 maj 2021.
    - | Kan ni svara senast den 15 oktober?
    - | När öppnar kontoret i Ånge?
    - | Kontoret är stängt den 24 december.
    - | Jag har semester vecka 28-31.
    - | Tack för ert brev av den 3 maj.
    - | Vi tackar för ett givande möte i måndags.
    - | Lagen trädde i kraft den 1 juni 2019.
    - | Hyresavtalet löper till den 31 december 2022.
    - | Kontoret har öppet måndag till fredag.
    - | Om ni inte svarar senast den 15 oktober kan ärendet avslutas.
    - | Hör gärna av er om ni har frågor.
    - | Tveka inte att kontakta oss.
    - | Frågor besvaras av programsamordnaren.
    - | Befolkningen uppgick till 9 200 personer den 31 december 2020.
    - | Under 2020 hade kontoren 1,2 miljoner besök.
    - | Vi har inte fått ert svar.
    - | Dnr 2021-00042-1.1.1
    - | Ring 0690-250 100 vid frågor.
    - | Ånge kommun har cirka 9 000 invånare.
    - | Vi återkommer varje år i oktober med en enkät.
    - | Förra veckan besökte vi kommunen.
    - | Vi skickade enkäten i april och fick svar i maj.
    - | Enligt beslut 2021-05-06 omfattar uppdraget 28 kontor.
    - | Protokoll från mötet den 3 maj bifogas.
    - | Den 15 oktober är en fredag.
    - | Lokalen ligger vid torget, på Storgatan 12.
    - | Hyran var 1 200 kronor per kvadratmeter under 2020.
    - | För två år sedan stängde det förra kontoret.
    - | Hälsningar från Ånge
    """

  private static let english = """
    # 2021-06-10
    S 2021-10-21..2021-10-31 v | We will get back to you at the end of October 2021.
    S 2021-10-11..2021-10-20 v | We will return to this matter in mid-October.
    S 2021-10-01..2021-10-10 v | In early October we will send you a draft.
    S 2021-09-01..2021-09-30 v | We will contact you after the summer.
    S 2022-01-01..2022-03-31 v | The agency plans to sign the lease in early 2022.
    S 2022-10-01..2022-12-31 v | We expect to complete the works in late 2022.
    S 2022-03-01..2022-05-31 v | We will invite you to a meeting in the spring of 2022.
    S 2021-09-01..2021-11-30 v | This autumn we will visit your municipality.
    S @.. v | We will reply as soon as possible.
    S @.. v | You will hear from us shortly.
    S @..2021-12-23 v | You will hear from us before Christmas.
    S 2022-04-19..2022-05-18 v | We will come back to you after Easter.
    S @..2021-07-01 v | We will reply within a few weeks.
    O 2023-01-01..2023-12-31 v | The offices will open mainly in 2023.
    S 2022-01-01..2022-03-31 v | We aim to decide at the beginning of next year.
    S @..2021-10-15 e | We will send our decision by 15 October.
    S @..2021-10-15 e | We shall reply no later than October 15, 2021.
    S @..2021-12-31 e | We will report by the end of the year.
    S 2021-07-01..2021-09-30 e | We plan to inspect the premises in Q3.
    S 2022-01-01..2022-06-30 e | We intend to open the office in the first half of 2022.
    S @..2021-06-24 e | We will get back to you within two weeks.
    S 2021-06-24..2021-06-24 e | We will call you in two weeks.
    S 2021-06-14..2021-06-20 e | I will send the minutes next week.
    S 2021-07-01..2021-07-31 e | We are sending the forms next month.
    S 2021-06-11..2021-06-11 e | I'll call you tomorrow.
    S 2021-06-14..2021-06-14 e | We will phone you on Monday.
    S 2021-10-18..2021-10-24 e | We will visit you in week 42.
    S 2021-10-15..2021-10-15 e | On 15 October we will publish the plan.
    S 2021-10-15..2021-10-15 e | We will meet you on Friday, 15 October 2021.
    S 2022-03-01..2022-03-15 e | We will carry out interviews between 1 and 15 March.
    S 2022-03-01.. e | From 1 March 2022 we will staff the office.
    S @..2021-10-14 e | We will inform you before 15 October.
    S 2021-11-01..2021-11-30 e | The authority will decide in November.
    S 2022-01-01..2022-12-31 e | We will establish the office during 2022.
    S 2022-07-01..2022-09-30 e | We hope to open in the third quarter of 2022.
    S @..2021-06-17 e | We will answer within five working days.
    S 2021-10-29..2021-10-29 e | We will send the report on the last Friday of October.
    R @..2021-10-15 e | Please send us your comments by 15 October.
    R @..2021-09-01 e | You must submit your reply no later than 1 September.
    R @..2021-09-01 e | We would appreciate your reply by 1 September 2021.
    R @..2021-09-30 e | Comments should be sent to us by 30 September.
    R @..2021-09-30 e | Your reply must reach us by 30 September.
    R @..2021-08-15 e | We need your figures by 15 August.
    R @..2021-07-01 e | We ask you to provide contact details within three weeks.
    R @..2021-10-15 e | The municipality is asked to respond by 15 October.
    R @..2021-10-15 e | Reply by 15 October at the latest.
    R @..2021-09-15 e | The deadline for replies is 15 September.
    R @.. v | Please respond as soon as possible.
    R @..2021-10-31 e | Kindly return the form before the end of October.
    R @..2021-11-15 e | You may submit comments until 15 November.
    O 2022-03-01..2022-03-31 e | The office will open in March 2022.
    O 2021-11-01..2021-11-30 e | The government will decide on the budget in November.
    O 2022-06-01..2022-08-31 v | The landlord expects the premises to be ready in summer 2022.
    P1>=13 2022-01-01..2022-12-31 v | At least 13 offices will be established in the first round, mainly in 2022.
    P>=28 .. n | At least 28 offices will be established in two rounds.
    P2 2023-01-01..2023-12-31 e | Your office is planned for round 2, during 2023.
    P2 .. n | The office in Ånge is planned for the second phase.
    S .. n | We will get back to you.
    R .. n | Please send us your comments.
    S 2021-06-14..2021-06-20 e ; R @..2021-09-01 e | We will send the form next week, and you should reply by 1 September.
    - | We wrote to you on 3 May.
    - | The decision was taken in May 2021.
    - | Could you reply by 15 October?
    - | When will the office open?
    - | Thank you for your letter of 3 May.
    - | The office is closed on 24 December.
    - | I am on leave until 15 August.
    - | The lease expires on 31 December 2022.
    - | If you do not reply by 15 October, the case may be closed.
    - | Please do not hesitate to contact us.
    - | Last week we visited your municipality.
    - | In 2020 the offices had 1.2 million visits.
    - | We have not received your reply.
    - | The population was 9,200 on 31 December 2020.
    - | The law entered into force on 1 June 2019.
    - | 15 October is a Friday.
    - | The premises are located on the main square.
    - | Three years ago the old office was closed.
    - | We met on Monday last week and discussed the rent.
    - | The survey was sent in April and answered in May.
    - | Opening hours are Monday to Friday.
    - | See the decision of 6 May 2021 for details.
    """
}
