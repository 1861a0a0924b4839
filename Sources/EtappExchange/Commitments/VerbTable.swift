/// Makes the forms of `VerbLexicon` from lists of verbs.
enum VerbTable {
  typealias Form = VerbLexicon.Form

  static func build() -> [String: [Form]] {
    var table: [String: [Form]] = [:]
    func add(_ word: some StringProtocol, _ form: Form) {
      if !(table[String(word)] ?? []).contains(form) { table[String(word), default: []].append(form) }
    }
    for (verbClass, verbs) in swedishFirst { for verb in words(verbs) { first(verb, verbClass, add) } }
    for (verbClass, rows) in swedishRows {
      for row in rows.split(separator: ",") { swedish(words(row), verbClass, add) }
    }
    for (verbClass, verbs) in englishRegular { for verb in words(verbs) { regular(verb, verbClass, add) } }
    for (verbClass, rows) in englishRows {
      for row in rows.split(separator: ",") { english(words(row), verbClass, add) }
    }
    for (form, list) in others { for word in words(list) { add(word, form) } }
    return table
  }

  private static func words(_ text: some StringProtocol) -> [String] { text.split { $0 == " " }.map { String($0) } }

  /// `skicka, skickar, skickade, skickat`.
  private static func first(_ verb: String, _ verbClass: VerbLexicon.VerbClass, _ add: (String, Form) -> Void) {
    let stem = String(verb.dropLast())
    swedish([verb, stem + "ar", stem + "ade", stem + "at", verb], verbClass, add)
  }

  /// Infinitive, present, past, supine, imperative.
  private static func swedish(_ row: [String], _ verbClass: VerbLexicon.VerbClass, _ add: (String, Form) -> Void) {
    guard row.count == 5 else { return }
    let tenses: [VerbLexicon.Tense] = [.infinitive, .present, .past, .supine, .imperative]
    for (word, tense) in zip(row, tenses) { add(word, Form(tense: tense, verbClass: verbClass)) }
    // skickar → skickas, sänder → sänds and sändes, gör → görs
    let present = row[1]
    let passives =
      present.hasSuffix("ar")
      ? [String(present.dropLast()) + "s"]
      : present.hasSuffix("er")
        ? [String(present.dropLast(2)) + "s", String(present.dropLast()) + "s"] : [present + "s"]
    // `översändes` is present and past: the present comes first, for what is over has no day to come.
    for word in passives { add(word, Form(tense: .present, verbClass: verbClass, isPassive: true)) }
    for (word, tense) in zip(row, tenses.prefix(4)) where tense != .present {
      add(word + "s", Form(tense: tense, verbClass: verbClass, isPassive: true))
    }
    let participle =
      row[3].hasSuffix("at")
      ? String(row[3].dropLast()) + "d" : row[3].hasSuffix("t") ? String(row[3].dropLast()) + "d" : row[3]
    add(participle, Form(tense: .participle, verbClass: verbClass))
  }

  private static func regular(_ verb: String, _ verbClass: VerbLexicon.VerbClass, _ add: (String, Form) -> Void) {
    let vowels = "aeiou"
    let beforeLast = verb.dropLast().last
    let isY = verb.hasSuffix("y") && !(beforeLast.map { vowels.contains($0) } ?? true)
    let stem = isY || verb.hasSuffix("e") ? String(verb.dropLast()) : verb
    let past = isY ? stem + "ied" : stem + "ed"
    let third = isY ? stem + "ies" : ["s", "sh", "ch", "x"].contains { verb.hasSuffix($0) } ? verb + "es" : verb + "s"
    english([verb, third, past, past, (isY ? verb : stem) + "ing"], verbClass, add)
  }

  /// Infinitive, third person, past, participle, -ing.
  private static func english(_ row: [String], _ verbClass: VerbLexicon.VerbClass, _ add: (String, Form) -> Void) {
    guard row.count == 5 else { return }
    func form(_ tense: VerbLexicon.Tense) -> Form { Form(tense: tense, verbClass: verbClass, isEnglish: true) }
    for tense in [VerbLexicon.Tense.infinitive, .imperative, .present] { add(row[0], form(tense)) }
    add(row[1], form(.present))
    add(row[2], form(.past))
    add(row[3], form(.supine))
    add(row[4], form(.participle))
  }

  private static let swedishFirst: [(VerbLexicon.VerbClass, String)] = [
    (
      .reply,
      "skicka svara besvara meddela kontakta aterkoppla informera mejla maila lamna redovisa inlamna overlamna underratta"
    ),
    (
      .act,
      "kalla boka starta oppna etablera rapportera presentera publicera leverera besluta paborja avsluta komplettera uppdatera granska signera underteckna betala bekrafta utvardera forankra diskutera ordna arrangera lansera flytta bemanna rekrytera annonsera upphandla teckna yttra remittera delta aterrapportera faststalla planlagga hantera behandla handlagga samla starta installera testa renovera anpassa justera prova kontrollera sammanfatta distribuera expediera delge kommunicera offentliggora avisera registrera samordna etappindela revidera bearbeta handa aterlamna lokalisera landa avgora klargora tacka stamma fakturera avropa hyra utlysa justera avtala besikta inventera utarbeta formulera utbilda traffa prioritera ersatta verkstalla avveckla aterbetala avropa forhandla kartlagga konkretisera stanga inviga inratta realisera starta "
        + "fixa kolla aka bemanna bordlagga adressera aktivera aktualisera annonsera ansvara anstalla anvisa atgarda auktorisera avhjalpa avisera avrapportera avsluta avverka bearbeta befolka beordra beskriva bevaka bidra bifoga bilagga blanda bygga definiera dela delegera demonstrera designa diarieföra diariefora digitalisera dokumentera effektuera eftersoka "
        + "engagera etablera finansiera finslipa flagga forma formalisera forankra forenkla forlanga formedla fortsatta forvalta forvissa garantera generera gissa granska harmonisera hamta hjalpa identifiera implementera ingripa initiera inreda inspektera integrera intervjua introducera inventera investera involvera iordningstalla jamfora kalibrera klara klassa klassificera klarlagga kommentera "
        + "koppla kora korrigera kvalitetssakra kvittera lagga leda levandegora lotsa lyssna lamna mangla markera meddela modellera montera mota mobilisera mala nominera nollstalla notifiera ompröva omprova omarbeta ombesorja ommobilera optimera organisera paborja paketera paminna placera plocka precisera premiara producera programmera provkora pröva prata projektera publicera radera ratta redigera reglera reparera replikera reservera "
        + "resa sakra samtala sammankalla sammantrada sanera sanktionera scanna schemalagga skanna skissa skjutsa skriva skota slutbesikta sluttesta smyga sondera sortera stamma starka stanna stotta summera synka sakerstalla saga tanka tidsatta tillgangliggora tillsatta tillskriva titta tolka transportera trycka tydliggora undersoka utarbeta utfarda utforma utlova utnamna utoka utveckla vaga valja validera verifiera verkstalla vidarebefordra vidareutveckla visualisera vila visa yrka aterstalla aterstarta aterbesoka overfora overga overklaga oversatta overvaga"
    ),
    (
      .act,
      "anlita anordna avboka besiktiga bevilja dona effektivisera fardigstalla forbattra fordela fortydliga greja hojta inhamta inspektera intyga isolera kallsortera kompensera kostnadsberakna ljudisolera mura nyttja nyrekrytera omforhandla omlokalisera omorganisera pinga putsa rensa rita rosta senarelagga skura slipa stada synliggora tapetsera tidigarelagga tillampa tillkalla torka tvatta uppgradera utbetala utdela utrusta utrymma vardera forklara forlanga avsyna platsbesoka avisera rapportera besikta kora overrapportera"
    ),
    (.plan, "planera amna atrakna rakna sikta strava ambitionera kalkylera ana"),
    (.request, "anmoda anhalla erfordra onska efterfraga begara efterlysa forutsatta uppmana invanta avvakta"),
    (.say, "namna konstatera papeka notera tacka beklaga uppskatta"),
    (.state, "vakna gallra kosta vara omfatta utgora arbeta fungera bero"),
  ]

  private static let swedishRows: [(VerbLexicon.VerbClass, String)] = [
    (
      .reply,
      "aterkomma aterkommer aterkom aterkommit aterkom,hora hor horde hort hor,sanda sander sande sant sand,oversanda oversander oversande oversant oversand,"
        + "insanda insander insande insant insand,tillsanda tillsander tillsande tillsant tillsand,ringa ringer ringde ringt ring,"
        + "inkomma inkommer inkom inkommit inkom,komma kommer kom kommit kom,ge ger gav gett ge,ge ger gav givit ge,skriva skriver skrev skrivit skriv,"
        + "delge delger delgav delgivit delge"
    ),
    (
      .act,
      "bestalla bestaller bestallde bestallt bestall,foresla foreslar foreslog foreslagit foresla,inviga inviger invigde invigt invig,"
        + "godkanna godkanner godkande godkant godkann,anmala anmaler anmalde anmalt anmal,forbereda forbereder forberedde forberett forbered,"
        + "utreda utreder utredde utrett utred,redogora redogor redogjorde redogjort redogor,besoka besoker besokte besokt besoka,delta deltar deltog deltagit delta,"
        + "utse utser utsag utsett utse,faststalla faststaller faststallde faststallt faststall,sammanstalla sammanstaller sammanstallde sammanstallt sammanstall,"
        + "fatta fattar fattade fattat fatta,ta tar tog tagit ta,lagga lagger lade lagt lagg,gora gor gjorde gjort gor,bli blir blev blivit bli,se ser sag sett se,"
        + "halla haller holl hallit hall,bjuda bjuder bjod bjudit bjud,inbjuda inbjuder inbjod inbjudit inbjud,ses ses sags setts ses,traffas traffas traffades traffats traffas,"
        + "ske sker skedde skett ske,genomfora genomfor genomforde genomfort genomfor,infora infor inforde infort infor,slutfora slutfor slutforde slutfort slutfor,utfora utfor utforde utfort utfor,"
        + "inleda inleder inledde inlett inled,folja foljer foljde foljt folj,driftsatta driftsatter driftsatte driftsatt driftsatt,satta satter satte satt satt,"
        + "bygga bygger byggde byggt bygg,starta startar startade startat starta,hyra hyr hyrde hyrt hyr,"
        + "paga pagar pagick pagatt paga,ansoka ansoker ansokte ansokt ansok,kunngora kunngor kunngjorde kunngjort kunngor,skapa skapar skapade skapat skapa,"
        + "avge avger avgav avgivit avge,folja foljer foljde foljt folj,mota moter motte mott mota,stalla staller stallde stallt stall,"
        + "uppratta upprattar upprattade upprattat uppratta,dra drar drog dragit dra,borja borjar borjade borjat borja,lata later lat latit lat,"
        + "ga gar gick gatt ga,atersanda atersander atersande atersant atersand,anlanda anlander anlande anlant anland,uppta upptar upptog upptagit uppta,slutfora slutfor slutforde slutfort slutfor,dra drar drog dragit dra,sla slar slog slagit sla,hava havar havade havat hava,lasa laser laste last las,hinna hinner hann hunnit hinn,losa loser loste lost los,hjalpa hjalper hjalpte hjalpt hjalp,slappa slapper slappte slappt slapp,trycka trycker tryckte tryckt tryck,fardigstalla fardigstaller fardigstallde fardigstallt fardigstall,iordningstalla iordningstaller iordningstallde iordningstallt iordningstall,sakerstalla sakerstaller sakerstallde sakerstallt sakerstall,stalla staller stallde stallt stall,bifoga bifogar bifogade bifogat bifoga,valja valjer valde valt valj,sammantrada sammantrader sammantradde sammantratt sammantrad,"
        + "mejla mejlar mejlade mejlat mejla,kora kor korde kort kor,tilltrada tilltrader tilltradde tilltratt tilltrad,ateruppta aterupptar aterupptog aterupptagit ateruppta,stanga stanger stangde stangt stang,"
        + "flytta flyttar flyttade flyttat flytta,ta tar tog tagit tag,bereda bereder beredde berett bered,"
        + "avsluta avslutar avslutade avslutat avsluta,lyfta lyfter lyfte lyft lyft,avlamna avlamnar avlamnade avlamnat avlamna,fylla fyller fyllde fyllt fyll,"
        + "tillhandahalla tillhandahaller tillhandaholl tillhandahallit tillhandahall,tilldela tilldelar tilldelade tilldelat tilldela,skjuta skjuter skot skjutit skjut,"
        + "forlagga forlagger forlade forlagt forlagg,"
        + "anta antar antog antagit anta,frigora frigor frigjorde frigjort frigor,ansluta ansluter anslot anslutit anslut,avgora avgor avgjorde avgjort avgor,byta byter bytte bytt byt,foredra foredrar foredrog foredragit foredra,"
        + "foreligga foreligger forelag forelegat foreligg,foreta foretar foretog foretagit foreta,hanga hanger hangde hangt hang,infinna infinner infann infunnit infinn,"
        + "klargora klargor klargjorde klargjort klargor,kopa koper kopte kopt kop,leda leder ledde lett led,offentliggora offentliggor offentliggjorde offentliggjort offentliggor,"
        + "overlata overlater overlat overlatit overlat,overta overtar overtog overtagit overta,riva river rev rivit riv,salja saljer salde salt salj,skjuta skjuter skot skjutit skjut,"
        + "skota skoter skotte skott skot,soka soker sokte sokt sok,stryka stryker strok strukit stryk,tillgangliggora tillgangliggor tillgangliggjorde tillgangliggjort tillgangliggor,"
        + "avhalla avhaller avholl avhallit avhall,senarelagga senarelagger senarelade senarelagt senarelagg,tidigarelagga tidigarelagger tidigarelade tidigarelagt tidigarelagg,"
        + "aterga atergar atergick atergatt aterga,aterge aterger atergav atergivit aterge,upplata upplater upplat upplatit upplat,avyttra avyttrar avyttrade avyttrat avyttra,"
        + "medverka medverkar medverkade medverkat medverka,vidta vidtar vidtog vidtagit vidta"
    ),
    (
      .plan,
      "avse avser avsag avsett avse,forvanta forvantar forvantade forvantat forvanta,bedoma bedomer bedomde bedomt bedom,berakna beraknar beraknade beraknat berakna,"
        + "hoppas hoppas hoppades hoppats hoppas,tro tror trodde trott tro,vanta vantar vantade vantat vanta,lova lovar lovade lovat lova,"
        + "ata atar atog atagit ata,forbinda forbinder forband forbundit forbind,utlova utlovar utlovade utlovat utlova,"
        + "uppskatta uppskattar uppskattade uppskattat uppskatta,forutse forutser forutsag forutsett forutse"
    ),
    (
      .receive,
      "fa far fick fatt fa,erhalla erhaller erholl erhallit erhall,motta mottar mottog mottagit motta,nas nas nades natts nas"
    ),
    (
      .request,
      "emotse emotser emotsag emotsett emotse,motse motser motsag motsett motse,hemstalla hemstaller hemstallde hemstallt hemstall,"
        + "forelagga forelagger forelade forelagt forelagg,uppdra uppdrar uppdrog uppdragit uppdra,krava kraver kravde kravt krav,"
        + "be ber bad bett be,behova behover behovde behovt behov,onska onskar onskade onskat onska,vilja vill ville velat vilj"
    ),
    (
      .say,
      "skriva skriver skrev skrivit skriv,saga sager sade sagt sag,anse anser ansag ansett anse,veta vet visste vetat vet,mena menar menade menat mena"
    ),
    (
      .state,
      "trada trader tradde tratt trad,aga ager agde agt ag,galla galler gallde gallt gall,finnas finns fanns funnits finns,ligga ligger lag legat ligg,heta heter hette hetat het,innebara innebar innebar inneburit innebar,"
        + "lopa loper lopte lopt lop,infalla infaller infoll infallit infall,racka racker rackte rackt rack,betyda betyder betydde betytt betyd,sta star stod statt sta,"
        + "besta bestar bestod bestatt besta,innehalla innehaller inneholl innehallit innehall,visa visar visade visat visa,kanna kanner kande kant kann,"
        + "utebli uteblir uteblev uteblivit utebli,utga utgar utgick utgatt utga,forfalla forfaller forfoll forfallit forfall,upphora upphor upphorde upphort upphor,avsta avstar avstod avstatt avsta,avboja avbojer avbojde avbojt avboj,intraffa intraffar intraffade intraffat intraffa"
    ),
  ]

  private static let englishRegular: [(VerbLexicon.VerbClass, String)] = [
    (.reply, "reply respond answer return contact inform notify provide email revert update"),
    (
      .act,
      "deliver confirm report present publish open start launch complete finish finalise finalize call visit review sign approve propose announce issue circulate prepare supply register establish schedule arrange share forward invite close move lease follow decide consult recruit assess supplement discuss post work consider adopt conclude ensure coordinate attach return fill file hand commence initiate consolidate evaluate document produce install settle roll release appoint host convene table pass determine convey clarify agree connect relocate renovate inaugurate implement fix check drop try talk walk ship upload download print sort test verify validate arrive circle ping phone text stop end map design draft redraft edit amend adjust analyse analyze compile collate gather organise organize fund finance hire train recruit staff equip furnish paint demolish resume continue pursue conduct execute perform undertake inspect interview investigate examine explore evaluate monitor measure track log record archive scan translate vote elect nominate designate name define describe list number rank rate select shortlist negotiate discuss debate address handle process manage lead chair moderate facilitate support assist help advise guide brief debrief train teach present pitch demo demonstrate showcase unveil reveal disclose expose reopen rearrange reschedule postpone transfer migrate switch change replace restore repair refurbish rebuild redesign redevelop redo attend advertise vacate lodge dispatch distribute collect carry pick procure prioritise ratify reconvene reimburse remind renew revise revisit supervise tackle upgrade book reserve earmark pencil reinstate resubmit reschedule expand extend erect oversee"
    ),
    (
      .plan,
      "pledge endeavour endeavor strive guarantee intend aim expect anticipate hope estimate envisage project promise propose target"
    ),
    (.receive, "receive obtain"),
    (.request, "request ask require need await appreciate want wish invite"),
    (.say, "mention state note thank confirm explain regret refer"),
    (.state, "apply expire include concern contain remain cover cost show amount"),
  ]

  private static let englishRows: [(VerbLexicon.VerbClass, String)] = [
    (
      .reply,
      "send sends sent sent sending,get gets got got getting,come comes came come coming,give gives gave given giving,let lets let let letting,"
        + "write writes wrote written writing,submit submits submitted submitted submitting,tell tells told told telling"
    ),
    (
      .act,
      "begin begins began begun beginning,meet meets met met meeting,make makes made made making,take takes took taken taking,hold holds held held holding,"
        + "set sets set set setting,bring brings brought brought bringing,pay pays paid paid paying,do does did done doing,put puts put put putting,"
        + "see sees saw seen seeing,oversee oversees oversaw overseen overseeing,withdraw withdraws withdrew withdrawn withdrawing,swing swings swung swung swinging,speak speaks spoke spoken speaking,go goes went gone going,choose chooses chose chosen choosing,build builds built built building,"
        + "become becomes became become becoming,draw draws drew drawn drawing,run runs ran run running,lay lays laid laid laying,reach reaches reached reached reaching"
    ),
    (
      .plan,
      "plan plans planned planned planning,commit commits committed committed committing,undertake undertakes undertook undertaken undertaking,seek seeks sought sought seeking,vow vows vowed vowed vowing,forecast forecasts forecast forecast forecasting"
    ),
    (.receive, "hear hears heard heard hearing"),
    (.say, "say says said said saying,write writes wrote written writing,think thinks thought thought thinking"),
    (
      .state,
      "lie lies lay lain lying,stand stands stood stood standing,fall falls fell fallen falling,mean means meant meant meaning,know knows knew known knowing"
    ),
  ]

  private static let others: [(Form, String)] = [
    (Form(tense: .present, verbClass: .modal), "ska skall kommer bor maste torde lar"),
    (
      Form(tense: .present, verbClass: .modal, isEnglish: true),
      "won't shan't will shall must should we'll i'll you'll they'll it'll he'll she'll gonna ought"
    ),
    (Form(tense: .present, verbClass: .permission), "kan far"),
    (Form(tense: .present, verbClass: .permission, isEnglish: true), "can cannot can't may might"),
    (Form(tense: .past, verbClass: .conditional), "skulle kunde borde vore"),
    (Form(tense: .past, verbClass: .conditional, isEnglish: true), "would could we'd i'd you'd they'd"),
    (Form(tense: .present, verbClass: .request, isPassive: true), "ombeds ombedes"),
    (Form(tense: .present, verbClass: .have), "har"),
    (Form(tense: .past, verbClass: .have), "hade"),
    (Form(tense: .present, verbClass: .have, isEnglish: true), "have has we've i've you've they've"),
    (Form(tense: .past, verbClass: .have, isEnglish: true), "had"),
    (Form(tense: .present, verbClass: .be), "ar"),
    (Form(tense: .past, verbClass: .be), "var"),
    (Form(tense: .infinitive, verbClass: .be), "vara be"),
    (Form(tense: .infinitive, verbClass: .have), "ha"),
    (Form(tense: .infinitive, verbClass: .have, isEnglish: true), "have"),
    (Form(tense: .present, verbClass: .be, isEnglish: true), "is are am we're i'm you're they're it's that's"),
    (Form(tense: .past, verbClass: .be, isEnglish: true), "was were"),
    (Form(tense: .supine, verbClass: .be, isEnglish: true), "been"),
    (Form(tense: .present, verbClass: .plan), "siktar beraknas vantas forvantas bedoms planeras"),
  ]
}
