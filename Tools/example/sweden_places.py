"""The candidates of the Swedish example, as tables.

Positions given as numbers are stated from general geographic knowledge, to about half a kilometre; positions
given as lists of area names are computed from the source files by `sweden.py`.
"""

# The fifteen rural municipalities: the locality where the office would stand. Åre's largest locality is not its
# seat, and the place inside a municipality is free, so Åre has two candidates.
RURAL = {
    "Askersund": ["Askersund"], "Boden": ["Boden"], "Borgholm": ["Borgholm"], "Filipstad": ["Filipstad"],
    "Finspång": ["Finspång"], "Laholm": ["Laholm"], "Lysekil": ["Lysekil"], "Nordmaling": ["Nordmaling"],
    "Nynäshamn": ["Nynäshamn"], "Stenungsund": ["Stenungsund"], "Sölvesborg": ["Sölvesborg"],
    "Tingsryd": ["Tingsryd"], "Ånge": ["Ånge"], "Åre": ["Åre", "Järpen"], "Östhammar": ["Östhammar"],
}
RURAL_NOTES = {
    "Åre": "Största tätorten; tätorten sträcker sig från Duved till Åre by och punkten ligger i dess västra del",
    "Järpen": "Centralorten, där kommunhuset ligger",
}

# The eight municipalities with disadvantaged areas: the centre, and districts made of RegSO areas of class 1.
DISADVANTAGED = {
    "Eskilstuna": ((59.371, 16.510), {
        "Fröslunda": ((59.357, 16.489), ["Fröslunda-Vilsta"]),
        "Lagersberg och Råbergstorp": ((59.358, 16.518), ["Lagersberg-Råbergstorp"]),
        "Nyfors": ((59.374, 16.523), ["Nyfors centrum-Väster"]),
        "Skiftinge": ("Skiftinge", ["Skiftinge-Djursta", "Skiftinge-Ärsta-Sal"]),
        "Årby": ((59.389, 16.491), ["Årby-Vallby"]),
    }),
    "Helsingborg": ((56.045, 12.695), {
        "Drottninghög": ((56.066, 12.722), ["Drottninghög"]),
        "Planteringen och Miatorp": ((56.023, 12.715), ["Planteringen-Miatorp västra"]),
        "Söder": ((56.039, 12.705), ["Söder-Oceanhamnen-Oljehamnen"]),
    }),
    "Jönköping": ((57.782, 14.163), {
        "Råslätt": ((57.740, 14.150), ["Råslätt"]),
        "Öxnehaga": ((57.777, 14.303), ["Öxnehaga centrum"]),
    }),
    "Linköping": ((58.411, 15.622), {
        "Skäggetorp": ((58.427, 15.582), ["Skäggetorp-Tornby"]),
    }),
    "Norrköping": ((58.592, 16.188), {
        "Hageby": ((58.569, 16.204), ["Nordöstra Hageby"]),
        "Ljura": ((58.579, 16.192), ["Norra Ljura"]),
        "Marielund": ((58.603, 16.162), ["Sydöstra Marielund"]),
        "Navestad": ((58.560, 16.220), ["Navestad-Åselstad"]),
    }),
    "Södertälje": ((59.196, 17.627), {
        "Geneta": ((59.196, 17.586), ["Geneta norra-Bårsta västra"]),
        "Hovsjö": ((59.189, 17.578), ["Hovsjö"]),
        "Ronna": ((59.208, 17.600), ["Ronna centrum-Ronna Park-Västra Ronna"]),
    }),
    "Uppsala": ((59.858, 17.639), {
        "Gottsunda": ((59.808, 17.627), ["Södra Valsätra-Norra Gottsunda", "Västra Gottsunda"]),
        "Gränby": ((59.874, 17.655), ["Västra Gränby"]),
    }),
    "Växjö": ((56.878, 14.806), {
        "Araby": ((56.890, 14.778), ["Araby-Dalbo-Nydala"]),
    }),
}

# Stockholm: districts made of the city's basic areas (basområden); the position is where their people live.
STOCKHOLM = {
    "Norrmalm": ["Klara Kyrka", "Oxtorget", "Johannes Kyrka", "Adolf Fredriks Kyrka", "Tegnerlunden", "Saltmätargatan",
                 "Norra Bantorget Ö"],
    "Södermalm": ["Maria Kyrka", "Swedenborgsgatan", "Södra Station Väst", "Södra Station Öst", "Västra Åsö",
                  "Östra Åsö", "Mosebacke", "Katarina Kyrka"],
    "Östermalm": ["Östermalmstorg", "Hedvig Eleonora Kyrka", "Humlegården Ö", "Kronkvarnen", "Karlaplan",
                  "Tyskbagarområdet", "Eriksberg"],
    "Gullmarsplan": ["Gullmarsplan", "Skanskvarn", "Slakthuset", "Skärmarbrink"],
    "Brommaplan": ["Västra Åkeslund", "Östra Åkeslund", "Olovslund", "Åkeshov", "Åkeshovsbadet", "Ättehagen"],
    "Vällingby": ["Vällingby Centrum", "Södra Vällingby", "Norra Vällingby"],
    "Hässelby": ["Hässelby Torg", "Södra Hässelby Gård", "Västra Hässelby Gård", "Hässelby Strand"],
    "Spånga": ["Spånga Torg", "Spånga Gymnasium", "Solhöjden", "Solhems Villastad Nord", "Eneby"],
    "Skärholmen": ["Skärholmens Centrum", "Skärholmens Gård", "Mellersta Skärholmen", "Södra Skärholmen"],
    "Hägersten": ["Västertorp", "Norra Hägerstensåsen", "Södra Hägerstensåsen", "Axelsberg Nord", "Axelsberg Syd-Öst"],
    "Älvsjö": ["Västra Älvsjö", "Norra Solberga", "Södra Solberga", "Västra Solberga", "Liseberg"],
    "Högdalen": ["Högdalens Centrum", "Västra Högdalen", "Östra Högdalen", "Bandhagen"],
    "Farsta": ["Farsta Centrum", "Norra Farsta", "Södra Farsta", "Västra Farsta", "Östra Farsta"],
    "Skarpnäck": ["Skarpnäcksfältet V", "Skarpnäcksfältet Ö"],
}
STOCKHOLM_DISADVANTAGED = {
    "Husby": (["Norra Husby", "Södra Husby"], ["Husby"]),
    "Rinkeby": (["Askeby", "Bredby", "Knutby", "Kvarnby"], ["Rinkeby"]),
    "Tensta": (["Hjulsta", "Spånga kyrkväg", "Tensta Allé", "Tensta kyrka"], ["Tensta"]),
}

# Göteborg: districts made of RegSO areas; the position is where the people of their DeSO areas live.
GOTEBORG = {
    "Göteborg centrum": ["Inom Vallgraven"],
    "Backaplan": ["Kvillebäcken Backaplan"],
    "Frölunda torg": ["Frölunda torg västra", "Frölunda torg östra"],
    "Krokslätt": ["Krokslätt Mossen", "Krokslätt norra", "Krokslätt södra"],
    "Majorna": ["Majorna Gråberget", "Majorna Hängmattan", "Majorna Såggatan", "Stigberget"],
    "Redbergsplatsen": ["Olskroken", "Redbergslid", "Bagaregården"],
    "Torslanda": ["Nolered Amhult-Arendal"],
}
GOTEBORG_DISADVANTAGED = {
    "Bergsjön": ["Bergsjön nordvästra", "Bergsjön Rymdtorget", "Bergsjön sydöstra", "Bergsjön södra"],
    "Biskopsgården": ["Norra Biskopsgården", "Länsmansgården södra"],
    "Hammarkullen": ["Hammarkullen centrala", "Hammarkullen yttre"],
    "Hjällbo": ["Hjällbo västra"],
    "Kortedala": ["Kortedala nordöstra", "Kortedala sydöstra"],
    "Lövgärdet": ["Lövgärdet"],
    "Selma Lagerlöfs torg": ["Skälltorp Selma Lagerlöfs torg"],
}

# Malmö: stated positions.
MALMO = {
    "Malmö centrum": (55.604, 13.002),
    "Hyllie": (55.563, 12.977),
    "Limhamn": (55.582, 12.932),
    "Oxie": (55.546, 13.098),
}
MALMO_DISADVANTAGED = {
    "Holma och Kroksbäck": ((55.580, 12.983), ["Holma", "Holma-Kroksbäck"]),
    "Lindängen": ((55.563, 13.019), ["Almvik syd-Lindängen syd", "Lindängen"]),
    "Lorensborg": ((55.592, 12.987), ["Lorensborg"]),
    "Nydala och Hermodsdal": ((55.574, 13.020), [
        "Nydala norr", "Hermodsdal-Gullviksborg", "Gullviksborg-Hermodsdal syd"]),
    "Rosengård": ((55.585, 13.042), [
        "Herrgården norr", "Kryddgården", "Persborg-Törnrosen", "Örtagården norr", "Örtagården syd-Herrgården syd"]),
    "Segevång": ((55.614, 13.052), ["Sege öst"]),
    "Sofielund": ((55.589, 13.018), ["Södra Sofielund"]),
}

# The suburban municipalities of the three areas: the centre, by the name it goes by.
SUBURBS = {
    "Upplands Väsby": ("Upplands Väsby", (59.518, 17.912)), "Vallentuna": ("Vallentuna", (59.534, 18.079)),
    "Österåker": ("Åkersberga", (59.480, 18.302)), "Värmdö": ("Gustavsberg", (59.326, 18.390)),
    "Järfälla": ("Jakobsberg", (59.423, 17.834)), "Ekerö": ("Ekerö", (59.291, 17.811)),
    "Huddinge": ("Huddinge", (59.237, 17.982)), "Botkyrka": ("Tumba", (59.200, 17.833)),
    "Salem": ("Salem", (59.202, 17.767)), "Haninge": ("Handen", (59.168, 18.137)),
    "Tyresö": ("Tyresö centrum", (59.244, 18.228)), "Upplands-Bro": ("Kungsängen", (59.479, 17.751)),
    "Täby": ("Täby", (59.444, 18.070)), "Danderyd": ("Mörby centrum", (59.399, 18.036)),
    "Sollentuna": ("Sollentuna centrum", (59.429, 17.951)), "Nacka": ("Nacka", (59.310, 18.163)),
    "Sundbyberg": ("Sundbyberg", (59.361, 17.970)), "Solna": ("Solna", (59.360, 18.000)),
    "Lidingö": ("Lidingö", (59.366, 18.135)), "Vaxholm": ("Vaxholm", (59.402, 18.351)),
    "Sigtuna": ("Märsta", (59.621, 17.856)), "Håbo": ("Bålsta", (59.568, 17.531)),
    "Kungsbacka": ("Kungsbacka", (57.487, 12.076)), "Härryda": ("Mölnlycke", (57.659, 12.118)),
    "Partille": ("Partille", (57.739, 12.107)), "Öckerö": ("Öckerö", (57.706, 11.655)),
    "Ale": ("Nödinge", (57.896, 12.050)), "Lerum": ("Lerum", (57.770, 12.269)),
    "Bollebygd": ("Bollebygd", (57.668, 12.572)), "Lilla Edet": ("Lilla Edet", (58.133, 12.127)),
    "Mölndal": ("Mölndal", (57.655, 12.014)), "Kungälv": ("Kungälv", (57.871, 11.975)),
    "Alingsås": ("Alingsås", (57.930, 12.533)),
    "Staffanstorp": ("Staffanstorp", (55.642, 13.207)), "Burlöv": ("Arlöv", (55.636, 13.080)),
    "Vellinge": ("Vellinge", (55.471, 13.020)), "Kävlinge": ("Kävlinge", (55.793, 13.112)),
    "Lomma": ("Lomma", (55.673, 13.070)), "Svedala": ("Svedala", (55.508, 13.235)),
    "Skurup": ("Skurup", (55.480, 13.502)), "Trelleborg": ("Trelleborg", (55.376, 13.157)),
    "Lund": ("Lund", (55.704, 13.193)),
}
# Districts of class 1 in those municipalities.
SUBURBS_DISADVANTAGED = {
    "Botkyrka": {"Fittja": ((59.248, 17.860), ["Fittja"]), "Norsborg": ((59.246, 17.817), ["Norsborg"])},
    "Haninge": {"Jordbro": ((59.143, 18.133), ["Jordbro centrala"])},
    "Järfälla": {"Söderhöjden": ((59.416, 17.842), ["Centrala Söderhöjden"])},
    "Lund": {"Norra Fäladen": ((55.724, 13.210), ["Delphinen-Kämnärsvägen"])},
    "Sigtuna": {"Valsta": ((59.616, 17.832), ["Centrala Valsta"])},
}
SUBURB_NOTES = {"Norra Fäladen": "Området består till stor del av studentbostäder"}
