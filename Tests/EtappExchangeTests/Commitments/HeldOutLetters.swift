extension LabelledLetters {
  /// Written when the grammar was done, in the manner of municipal officers, ministries and hasty mails; read once before
  /// anything was mended, which the documentation tells of.
  static let heldOut = """
    # 2021-11-03
    R @..2021-11-12 e | Hej! Kommunen återkommer i ärendet senast fredag 12/11.
    S 2021-11-08..2021-11-14 e | Tack för ditt mejl, jag kollar med fastighet och återkommer nästa vecka.
    R @..2021-11-19 e | Påminnelse: vi saknar fortfarande er enkät, skicka den senast 19/11 så hinner vi få med den.
    S 2022-01-10..2022-01-16 e | Åter i frågan v.2, då vet vi mer om lokalen.
    R @..2021-11-30 e | Hör av dig senast sista november om ni vill ändra något.
    O 2021-11-23..2021-11-23 e | Kommunstyrelsens arbetsutskott behandlar ärendet den 23 november 2021.
    R 2021-12-07..2021-12-07 e | Kommunstyrelsen fattar beslut den 7 december.
    R @..2022-01-31 e | Departementet emotser myndighetens redovisning senast den 31 januari 2022.
    O @..2022-03-01 e | Uppdraget ska slutredovisas till Regeringskansliet senast den 1 mars 2022.
    S 2021-11-08..2021-11-08 e | Ringer dig på måndag!
    S 2021-11-04..2021-11-04 e | Skickar avtalsutkastet imorgon em.
    R @..2021-11-10 e | Kan inte öppna bilagan, skicka om den är du snäll, gärna före den 11/11.
    S 2021-12-01..2021-12-10 v | Vi bedömer att ett svar kan lämnas i början av december.
    O 2022-07-01..2022-09-30 e | Fastighetsägaren räknar med tillträde under kvartal tre 2022.
    R @..2021-11-17 e | Vore bra om ni kunde lämna era synpunkter inom två veckor.
    R 2022-02-01..2022-02-28 e | Under februari 2022 avser nämnden att ta ställning till samlokalisering.
    O 2022-01-01..2022-06-30 e | Ombyggnationen väntas pågå under första halvåret nästa år.
    S @..2021-11-30 e | Ett kompletterande underlag kommer er tillhanda före månadens utgång.
    R @..2021-12-15 e | Yttrande emotses senast den 15 december 2021.
    R @..2021-12-01 e | Senast 1 dec vill vi ha era önskemål om öppettider.
    S 2021-11-22..2021-12-05 e | Platsbesök görs av oss under veckorna 47 och 48.
    S 2021-11-29..2021-11-29 e | Måndagen den 29 november kl 10 kommer vi upp till er och tittar på lokalerna.
    S @.. v | Återkopplar så fort jag hunnit stämma av med chefen.
    S @..2021-12-23 v | Vår ambition är att kunna ge besked före jul.
    O 2022-09-01..2022-11-30 v | Preliminär driftstart hösten 2022.
    R @..2021-11-15 e | Anmäl deltagare till dialogmötet senast den 15 nov.
    P2 2023-01-01..2023-12-31 v | Ert servicekontor ligger i den andra etappen, d.v.s. huvudsakligen under 2023.
    P1 .. n | Kontoret har prioriterats till etapp 1.
    P1>=14 2022-01-01..2022-12-31 e ; P2>=14 2023-01-01..2023-12-31 e | Minst 14 kontor öppnar under 2022 i första etappen och minst 14 kontor under 2023 i andra etappen.
    S 2021-11-15..2021-11-21 e | Fredrik är sjuk denna vecka men vi hörs veckan efter nästa, dvs v. 46.
    R @..2021-11-05 e | OSA senast på fredag.
    R @..2021-11-26 e | Sista svarsdag: 26 november.
    S @..@ e | Protokollet mejlas ut av oss idag.
    S 2022-01-01..2022-01-31 v | Vi tar nya tag efter årsskiftet.
    R @..2021-12-31 e | Kommunen har till årsskiftet på sig att inkomma med kompletteringar.
    S 2021-11-17..2021-11-24 v | Om ett par-tre veckor räknar vi med att ha hyresavtalet klart.
    S @..2021-11-12 e | We'll revert by Friday 12 November.
    R @..2021-11-19 e | Grateful for your input NLT 19 Nov.
    R @..2021-11-19 e | Could I ask that you let us have the signed form back by close of business on 19 November.
    S 2021-11-08..2021-11-14 e | Happy to set up a call next week.
    O 2021-12-01..2021-12-31 e | The Ministry expects to issue its decision in December.
    R @..2021-12-03 e | Member municipalities are invited to submit observations no later than 3 December 2021.
    S 2022-01-01..2022-03-31 e | Our procurement team will launch the tender in Q1 2022.
    O 2022-04-01..2022-04-30 e | Fit-out works are due to start in April 2022.
    S @..2021-11-10 e | I will have the figures ready within a week.
    S 2021-11-21..2021-11-30 v | Towards the end of November we'll circulate the draft lease.
    S @.. v | Will follow up with you soon.
    R @.. v | Kindly confirm receipt at your earliest convenience.
    O 2022-06-30..2022-06-30 e | The refurbished premises will be handed over on 30 June 2022.
    - | Jag var på semester förra veckan, därav det sena svaret.
    - | Ärendet registrerades den 14 juni 2021.
    - | Har ni hunnit titta på detta?
    - | Vem är kontaktperson hos er fr.o.m. januari?
    - | Kontoret i grannkommunen öppnade i september.
    - | Enligt statistiken minskade antalet ärenden under andra kvartalet.
    - | Bifogar minnesanteckningar från vårt möte den 27 oktober.
    - | Tack så mycket för snabb återkoppling!
    - | Det var trevligt att träffas i tisdags.
    - | Detta brev kan inte besvaras.
    - | Ni nådde oss den 2 november och ärendet har fått nummer 2021-01234.
    - | As agreed at our meeting on 27 October, the minutes are attached.
    - | I was out of office last week.
    - | We were told in September that the building had been sold.
    - | Who should we contact in January?
    - | The consultation closed on 29 October.
    - | Our reference is 2021-00042-1.1.1.
    """
}
