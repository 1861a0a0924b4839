"""The tables of the Icelandic example, from general knowledge.

People are rounded, about 2024; positions are to about a kilometre. Offices, candidates and costs are invented.
"""

# Each municipality: id, name, region. Its position is its first locality below.
MUNICIPALITIES = """
reykjavik|Reykjavík|Capital Region
kopavogur|Kópavogur|Capital Region
hafnarfjordur|Hafnarfjörður|Capital Region
gardabaer|Garðabær|Capital Region
mosfellsbaer|Mosfellsbær|Capital Region
seltjarnarnes|Seltjarnarnes|Capital Region
kjos|Kjósarhreppur|Capital Region
reykjanesbaer|Reykjanesbær|Southern Peninsula
sudurnesjabaer|Suðurnesjabær|Southern Peninsula
grindavik|Grindavík|Southern Peninsula
vogar|Vogar|Southern Peninsula
akranes|Akranes|West
hvalfjardarsveit|Hvalfjarðarsveit|West
borgarbyggd|Borgarbyggð|West
stykkisholmur|Stykkishólmur|West
grundarfjordur|Grundarfjörður|West
snaefellsbaer|Snæfellsbær|West
eyja-og-miklaholt|Eyja- og Miklaholtshreppur|West
dalabyggd|Dalabyggð|West
isafjardarbaer|Ísafjarðarbær|Westfjords
bolungarvik|Bolungarvík|Westfjords
sudavik|Súðavík|Westfjords
vesturbyggd|Vesturbyggð|Westfjords
reykholahreppur|Reykhólahreppur|Westfjords
strandabyggd|Strandabyggð|Westfjords
kaldrananes|Kaldrananeshreppur|Westfjords
arneshreppur|Árneshreppur|Westfjords
hunathing-vestra|Húnaþing vestra|Northwest
hunabyggd|Húnabyggð|Northwest
skagastrond|Skagaströnd|Northwest
skagafjordur|Skagafjörður|Northwest
akureyri|Akureyri|Northeast
eyjafjardarsveit|Eyjafjarðarsveit|Northeast
horgarsveit|Hörgársveit|Northeast
svalbardsstrond|Svalbarðsströnd|Northeast
grytubakki|Grýtubakkahreppur|Northeast
dalvikurbyggd|Dalvíkurbyggð|Northeast
fjallabyggd|Fjallabyggð|Northeast
nordurthing|Norðurþing|Northeast
thingeyjarsveit|Þingeyjarsveit|Northeast
langanesbyggd|Langanesbyggð|Northeast
mulathing|Múlaþing|East
fljotsdalur|Fljótsdalshreppur|East
vopnafjordur|Vopnafjörður|East
fjardabyggd|Fjarðabyggð|East
arborg|Árborg|South
hveragerdi|Hveragerði|South
olfus|Ölfus|South
floahreppur|Flóahreppur|South
grimsnes|Grímsnes- og Grafningshreppur|South
blaskogabyggd|Bláskógabyggð|South
hrunamannahreppur|Hrunamannahreppur|South
skeida-og-gnupverja|Skeiða- og Gnúpverjahreppur|South
rangarthing-ytra|Rangárþing ytra|South
asahreppur|Ásahreppur|South
rangarthing-eystra|Rangárþing eystra|South
vestmannaeyjar|Vestmannaeyjar|South
myrdalur|Mýrdalshreppur|South
skaftarhreppur|Skaftárhreppur|South
hornafjordur|Hornafjörður|South
"""

# Where people live: municipality, name, latitude, longitude, people.
LOCALITIES = """
reykjavik|Miðborg|64.146|-21.935|11000
reykjavik|Vesturbær|64.146|-21.958|17000
reykjavik|Hlíðar|64.137|-21.915|13000
reykjavik|Laugardalur|64.142|-21.875|18000
reykjavik|Háaleiti og Bústaðir|64.126|-21.885|16000
reykjavik|Neðra-Breiðholt|64.112|-21.850|9000
reykjavik|Efra-Breiðholt|64.103|-21.825|13500
reykjavik|Árbær|64.118|-21.795|12500
reykjavik|Grafarvogur suður|64.137|-21.790|9000
reykjavik|Grafarvogur norður|64.151|-21.775|9500
reykjavik|Grafarholt og Úlfarsárdalur|64.128|-21.745|9000
reykjavik|Kjalarnes|64.233|-21.845|1000
kopavogur|Kópavogur vestur|64.112|-21.915|9500
kopavogur|Smárar|64.102|-21.885|9500
kopavogur|Lindir og Salir|64.095|-21.860|9500
kopavogur|Vatnsendi|64.085|-21.825|11000
hafnarfjordur|Hafnarfjörður miðbær|64.067|-21.955|11500
hafnarfjordur|Setberg|64.068|-21.925|6500
hafnarfjordur|Vellir|64.045|-21.990|13000
gardabaer|Garðabær miðbær|64.089|-21.922|12000
gardabaer|Urriðaholt|64.072|-21.900|4000
gardabaer|Álftanes|64.103|-22.020|3500
mosfellsbaer|Mosfellsbær|64.167|-21.695|9500
mosfellsbaer|Helgafell|64.172|-21.665|4000
seltjarnarnes|Seltjarnarnes|64.153|-21.995|4700
kjos|Kjós|64.330|-21.580|300
reykjanesbaer|Keflavík|64.003|-22.562|10500
reykjanesbaer|Njarðvík|63.978|-22.540|6500
reykjanesbaer|Ásbrú|63.968|-22.580|4500
reykjanesbaer|Hafnir|63.934|-22.683|100
sudurnesjabaer|Sandgerði|64.038|-22.708|2000
sudurnesjabaer|Garður|64.066|-22.648|2000
grindavik|Grindavík|63.840|-22.435|900
vogar|Vogar|63.983|-22.385|1500
akranes|Akranes|64.320|-22.080|8100
hvalfjardarsveit|Hvalfjörður|64.385|-21.700|700
borgarbyggd|Borgarnes|64.538|-21.920|2200
borgarbyggd|Hvanneyri|64.563|-21.765|350
borgarbyggd|Reykholt í Borgarfirði|64.665|-21.290|350
borgarbyggd|Bifröst|64.766|-21.553|250
borgarbyggd|Mýrar|64.650|-22.150|500
borgarbyggd|Lundarreykjadalur|64.550|-21.500|350
stykkisholmur|Stykkishólmur|65.073|-22.727|1300
grundarfjordur|Grundarfjörður|64.924|-23.255|850
snaefellsbaer|Ólafsvík|64.894|-23.709|1000
snaefellsbaer|Hellissandur og Rif|64.915|-23.885|550
snaefellsbaer|Staðarsveit|64.825|-23.300|150
eyja-og-miklaholt|Eyja- og Miklaholt|64.840|-22.500|130
dalabyggd|Búðardalur|65.109|-21.766|300
dalabyggd|Saurbær og Skarðsströnd|65.370|-21.900|150
dalabyggd|Suðurdalir|65.020|-21.680|200
isafjardarbaer|Ísafjörður|66.075|-23.135|2750
isafjardarbaer|Hnífsdalur|66.110|-23.125|200
isafjardarbaer|Suðureyri|66.130|-23.525|300
isafjardarbaer|Flateyri|66.050|-23.510|200
isafjardarbaer|Þingeyri|65.877|-23.493|300
bolungarvik|Bolungarvík|66.157|-23.250|1000
sudavik|Súðavík|66.030|-22.990|230
vesturbyggd|Patreksfjörður|65.597|-23.985|760
vesturbyggd|Tálknafjörður|65.628|-23.823|270
vesturbyggd|Bíldudalur|65.685|-23.600|250
vesturbyggd|Barðaströnd|65.520|-23.250|90
reykholahreppur|Reykhólar|65.447|-22.203|240
strandabyggd|Hólmavík|65.706|-21.683|400
kaldrananes|Drangsnes|65.689|-21.444|110
arneshreppur|Norðurfjörður|66.052|-21.545|50
hunathing-vestra|Hvammstangi|65.396|-20.945|650
hunathing-vestra|Laugarbakki og Miðfjörður|65.320|-20.890|350
hunathing-vestra|Borðeyri|65.210|-21.098|200
hunabyggd|Blönduós|65.660|-20.290|950
hunabyggd|Vatnsdalur og Svínadalur|65.480|-20.250|350
skagastrond|Skagaströnd|65.822|-20.310|480
skagafjordur|Sauðárkrókur|65.746|-19.640|2650
skagafjordur|Varmahlíð|65.552|-19.450|500
skagafjordur|Hólar og Viðvík|65.720|-19.220|450
skagafjordur|Hofsós|65.897|-19.413|400
skagafjordur|Fljót|66.030|-19.050|150
akureyri|Akureyri miðbær|65.683|-18.090|7500
akureyri|Glerárhverfi|65.695|-18.115|7000
akureyri|Naustahverfi|65.662|-18.105|4800
akureyri|Hrísey|65.980|-18.380|130
eyjafjardarsveit|Hrafnagil|65.573|-18.090|1150
horgarsveit|Lónsbakki og Hörgárdalur|65.714|-18.165|800
svalbardsstrond|Svalbarðseyri|65.745|-18.080|500
grytubakki|Grenivík|65.946|-18.183|370
dalvikurbyggd|Dalvík|65.970|-18.530|1450
dalvikurbyggd|Árskógsströnd|65.945|-18.360|400
fjallabyggd|Siglufjörður|66.152|-18.908|1200
fjallabyggd|Ólafsfjörður|66.073|-18.650|770
nordurthing|Húsavík|66.045|-17.340|2500
nordurthing|Öxarfjörður|66.100|-16.500|200
nordurthing|Kópasker|66.300|-16.445|120
nordurthing|Raufarhöfn|66.453|-15.945|180
thingeyjarsveit|Laugar|65.720|-17.370|450
thingeyjarsveit|Reykjahlíð|65.643|-16.910|450
thingeyjarsveit|Stórutjarnir|65.710|-17.740|250
thingeyjarsveit|Aðaldalur|65.900|-17.430|350
langanesbyggd|Þórshöfn|66.200|-15.335|430
langanesbyggd|Bakkafjörður|66.037|-14.805|80
mulathing|Egilsstaðir|65.265|-14.395|2650
mulathing|Fellabær|65.283|-14.420|430
mulathing|Hróarstunga og Jökuldalur|65.380|-14.650|400
mulathing|Hallormsstaður|65.095|-14.740|250
mulathing|Seyðisfjörður|65.260|-14.010|660
mulathing|Borgarfjörður eystri|65.525|-13.810|110
mulathing|Djúpivogur|64.656|-14.285|450
fljotsdalur|Fljótsdalur|65.040|-14.870|100
vopnafjordur|Vopnafjörður|65.755|-14.830|660
fjardabyggd|Reyðarfjörður|65.033|-14.215|1400
fjardabyggd|Eskifjörður|65.073|-14.015|1080
fjardabyggd|Neskaupstaður|65.148|-13.690|1480
fjardabyggd|Fáskrúðsfjörður|64.930|-14.010|750
fjardabyggd|Stöðvarfjörður|64.833|-13.875|190
fjardabyggd|Breiðdalsvík|64.792|-14.008|150
arborg|Selfoss vestur|63.935|-21.010|5000
arborg|Selfoss austur|63.930|-20.980|5000
arborg|Eyrarbakki|63.864|-21.148|600
arborg|Stokkseyri|63.838|-21.060|600
hveragerdi|Hveragerði|64.000|-21.187|3300
olfus|Þorlákshöfn|63.857|-21.378|2100
olfus|Ölfus|63.970|-21.120|500
floahreppur|Flói|63.880|-20.780|720
grimsnes|Borg í Grímsnesi|64.080|-20.760|550
blaskogabyggd|Laugarvatn|64.214|-20.730|400
blaskogabyggd|Reykholt í Biskupstungum|64.178|-20.445|800
hrunamannahreppur|Flúðir|64.130|-20.325|900
skeida-og-gnupverja|Árnes|64.040|-20.255|650
rangarthing-ytra|Hella|63.836|-20.400|1050
rangarthing-ytra|Landsveit|63.980|-20.150|450
rangarthing-ytra|Þykkvibær|63.760|-20.600|350
asahreppur|Ásahreppur|63.880|-20.550|280
rangarthing-eystra|Hvolsvöllur|63.750|-20.225|1150
rangarthing-eystra|Landeyjar|63.640|-20.250|500
rangarthing-eystra|Skógar og Eyjafjöll|63.540|-19.560|350
vestmannaeyjar|Vestmannaeyjar|63.440|-20.270|4500
myrdalur|Vík|63.418|-19.010|850
skaftarhreppur|Kirkjubæjarklaustur|63.790|-18.055|350
skaftarhreppur|Álftaver og Meðalland|63.620|-18.400|250
hornafjordur|Höfn|64.253|-15.210|1900
hornafjordur|Nes og Lón|64.340|-15.130|250
hornafjordur|Suðursveit|64.130|-15.980|150
hornafjordur|Öræfi|63.905|-16.705|250
"""

# Existing offices (invented): id, name, municipality, latitude, longitude, kind.
OFFICES = """
e1|Reykjavík, Borgartún|reykjavik|64.145|-21.905|full
e2|Kópavogur, Hlíðasmári|kopavogur|64.101|-21.882|full
e3|Hafnarfjörður|hafnarfjordur|64.067|-21.955|full
e4|Reykjanesbær|reykjanesbaer|63.995|-22.558|full
e5|Borgarnes|borgarbyggd|64.538|-21.920|small
e6|Ísafjörður|isafjardarbaer|66.075|-23.135|full
e7|Blönduós|hunabyggd|65.660|-20.290|small
e8|Akureyri|akureyri|65.683|-18.090|full
e9|Egilsstaðir|mulathing|65.265|-14.395|full
e10|Höfn|hornafjordur|64.253|-15.210|small
e11|Selfoss|arborg|63.933|-20.997|full
e12|Vestmannaeyjar|vestmannaeyjar|63.440|-20.270|small
"""

# Candidates (invented): id, name, municipality, latitude, longitude, kind, category, earliest, cost and yearly cost in
# millions of krónur.
PLACES = """
grafarvogur|Grafarvogur|reykjavik|64.145|-21.782|full|town||195|102,5
breidholt|Breiðholt|reykjavik|64.107|-21.835|full|town||210|104
mosfellsbaer|Mosfellsbær|mosfellsbaer|64.167|-21.695|small|town||88|46,5
sandgerdi|Sandgerði|sudurnesjabaer|64.038|-22.708|small|coast||72|39
gardur|Garður|sudurnesjabaer|64.066|-22.648|small|coast||69|39
akranes|Akranes|akranes|64.320|-22.080|full|town||168|88
stykkisholmur|Stykkishólmur|stykkisholmur|65.073|-22.727|small|coast||74|38,5
olafsvik|Ólafsvík|snaefellsbaer|64.894|-23.709|small|coast||71|38,5
budardalur|Búðardalur|dalabyggd|65.109|-21.766|mobile|inland||38|26,5
patreksfjordur|Patreksfjörður|vesturbyggd|65.597|-23.985|small|coast||78|41
holmavik|Hólmavík|strandabyggd|65.706|-21.683|small|coast||70|38
reykholar|Reykhólar|reykholahreppur|65.447|-22.203|mobile|inland||37|26
saudarkrokur|Sauðárkrókur|skagafjordur|65.746|-19.640|full|town||152|84
hvammstangi|Hvammstangi|hunathing-vestra|65.396|-20.945|small|coast||68|37,5
husavik|Húsavík|nordurthing|66.045|-17.340|full|town||149|83
dalvik|Dalvík|dalvikurbyggd|65.970|-18.530|small|coast||73|39,5
siglufjordur|Siglufjörður|fjallabyggd|66.152|-18.908|small|coast||75|40
thorshofn|Þórshöfn|langanesbyggd|66.200|-15.335|small|coast|2026-03-01|76|40,5
kopasker|Kópasker|nordurthing|66.300|-16.445|mobile|coast||39|27
reykjahlid|Reykjahlíð|thingeyjarsveit|65.643|-16.910|mobile|inland||38|26,5
reydarfjordur|Reyðarfjörður|fjardabyggd|65.033|-14.215|full|town|2026-06-01|158|85
neskaupstadur|Neskaupstaður|fjardabyggd|65.148|-13.690|small|coast||77|41
vopnafjordur|Vopnafjörður|vopnafjordur|65.755|-14.830|small|coast||75|40
djupivogur|Djúpivogur|mulathing|64.656|-14.285|small|coast||71|38,5
hella|Hella|rangarthing-ytra|63.836|-20.400|small|inland||70|38
hvolsvollur|Hvolsvöllur|rangarthing-eystra|63.750|-20.225|small|inland||72|38,5
fludir|Flúðir|hrunamannahreppur|64.130|-20.325|small|inland||69|38
vik|Vík|myrdalur|63.418|-19.010|small|coast||74|39,5
klaustur|Kirkjubæjarklaustur|skaftarhreppur|63.790|-18.055|small|inland||73|39
"""

# Areas that winter closes off (invented): id, name, corners (longitude, latitude).
WINTER_ROADS = {
    "southern-westfjords": ("Southern Westfjords", [
        (-24.45, 65.45), (-23.10, 65.45), (-22.50, 65.38), (-22.00, 65.36), (-21.55, 65.55), (-21.40, 65.76),
        (-21.90, 65.82), (-22.60, 65.68), (-23.30, 65.74), (-23.90, 65.78),
    ]),
    "northeast-corner": ("Northeast corner", [
        (-16.70, 66.05), (-15.60, 65.95), (-14.60, 65.68), (-14.50, 65.95), (-14.70, 66.40), (-15.80, 66.55),
        (-16.60, 66.52),
    ]),
}

# The coast, drawn by hand: (longitude, latitude), counterclockwise from Reykjanes; then Vestmannaeyjar.
COAST = [
    [
        (-22.70, 63.80), (-22.43, 63.82), (-21.60, 63.82), (-21.37, 63.84), (-21.15, 63.85), (-20.80, 63.74),
        (-20.35, 63.57), (-20.10, 63.53), (-19.50, 63.48), (-19.10, 63.39), (-18.75, 63.39), (-18.30, 63.47),
        (-17.90, 63.54), (-17.60, 63.72), (-17.00, 63.78), (-16.60, 63.82), (-16.20, 64.02), (-15.60, 64.18),
        (-15.15, 64.23), (-14.95, 64.27), (-14.60, 64.40), (-14.50, 64.56), (-14.20, 64.64), (-14.40, 64.75),
        (-13.97, 64.77), (-13.80, 64.83), (-14.05, 64.91), (-13.75, 64.92), (-13.62, 64.98), (-14.18, 65.02),
        (-13.95, 65.06), (-13.50, 65.08), (-13.60, 65.13), (-13.75, 65.15), (-13.55, 65.20), (-13.66, 65.28),
        (-14.00, 65.27), (-13.68, 65.33), (-13.60, 65.45), (-13.72, 65.56), (-14.20, 65.62), (-14.45, 65.72),
        (-14.82, 65.74), (-14.38, 65.80), (-14.60, 65.95), (-14.78, 66.05), (-15.10, 66.14), (-15.30, 66.21),
        (-14.90, 66.27), (-14.55, 66.38), (-15.20, 66.33), (-15.60, 66.25), (-15.85, 66.37), (-15.92, 66.47),
        (-16.20, 66.54), (-16.53, 66.50), (-16.47, 66.30), (-16.75, 66.14), (-17.15, 66.20), (-17.36, 66.05),
        (-17.60, 65.98), (-17.75, 66.15), (-18.15, 66.18), (-18.22, 65.95), (-18.06, 65.72), (-18.08, 65.67),
        (-18.16, 65.75), (-18.32, 65.94), (-18.51, 65.98), (-18.62, 66.10), (-18.86, 66.18), (-19.10, 66.09),
        (-19.43, 65.90), (-19.45, 65.74), (-19.64, 65.76), (-19.75, 66.02), (-20.05, 66.12), (-20.42, 65.98),
        (-20.33, 65.82), (-20.32, 65.66), (-20.60, 65.60), (-20.72, 65.72), (-20.98, 65.42), (-21.10, 65.20),
        (-21.22, 65.45), (-21.42, 65.58), (-21.71, 65.71), (-21.38, 65.70), (-21.32, 65.80), (-21.50, 65.93),
        (-21.48, 66.06), (-21.95, 66.25), (-22.40, 66.46), (-22.95, 66.47), (-23.15, 66.33), (-22.60, 66.25),
        (-22.50, 66.05), (-22.35, 65.90), (-22.95, 65.98), (-23.15, 66.07), (-23.10, 66.12), (-23.30, 66.19),
        (-23.52, 66.18), (-23.50, 66.06), (-23.65, 66.00), (-23.48, 65.87), (-23.85, 65.92), (-23.88, 65.78),
        (-23.58, 65.68), (-24.00, 65.70), (-23.98, 65.60), (-24.53, 65.50), (-23.95, 65.41), (-23.20, 65.50),
        (-22.65, 65.55), (-22.35, 65.42), (-22.00, 65.40), (-21.72, 65.46), (-22.20, 65.28), (-22.45, 65.15),
        (-21.80, 65.10), (-22.35, 65.03), (-22.73, 65.09), (-23.20, 64.96), (-23.70, 64.90), (-23.95, 64.93),
        (-24.05, 64.87), (-23.75, 64.74), (-23.20, 64.79), (-22.60, 64.75), (-22.30, 64.58), (-21.95, 64.53),
        (-21.90, 64.46), (-22.09, 64.31), (-21.75, 64.36), (-21.50, 64.36), (-21.87, 64.23), (-21.72, 64.17),
        (-21.82, 64.16), (-22.02, 64.16), (-21.95, 64.12), (-22.05, 64.10), (-22.00, 64.05), (-22.38, 63.99),
        (-22.55, 64.02), (-22.66, 64.08), (-22.73, 64.03), (-22.70, 63.92),
    ],
    [(-20.31, 63.42), (-20.25, 63.42), (-20.24, 63.45), (-20.30, 63.45)],
]
