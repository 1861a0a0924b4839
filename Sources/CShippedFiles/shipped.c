// The shipped example and the schema, put into the program from where they lie in the repository, so that there is one
// copy of each and `etapp demo` needs no folder beside the program.
#include "shipped.h"

// `#embed` is C23; the compiler knows it in the older language too and says that it is newer.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char programme[] = {
#embed "../../Examples/servicekontor-2021/programme.yaml"
};
static const unsigned char places[] = {
#embed "../../Examples/servicekontor-2021/places.csv"
};
static const unsigned char offices[] = {
#embed "../../Examples/servicekontor-2021/offices.csv"
};
static const unsigned char demand[] = {
#embed "../../Examples/servicekontor-2021/demand.csv"
};
static const unsigned char municipalities[] = {
#embed "../../Examples/servicekontor-2021/municipalities.csv"
};
static const unsigned char contacts[] = {
#embed "../../Examples/servicekontor-2021/contacts.csv"
};
static const unsigned char areas[] = {
#embed "../../Examples/servicekontor-2021/layers/disadvantaged-areas.geojson"
};
static const unsigned char basemap[] = {
#embed "../../Examples/servicekontor-2021/basemap.geojson"
};
static const unsigned char source[] = {
#embed "../../Examples/servicekontor-2021/SOURCE.md"
};
static const unsigned char letter_consultation_en[] = {
#embed "../../Examples/servicekontor-2021/letters/consultation.en.mustache"
};
static const unsigned char letter_consultation_sv[] = {
#embed "../../Examples/servicekontor-2021/letters/consultation.sv.mustache"
};
static const unsigned char letter_information_en[] = {
#embed "../../Examples/servicekontor-2021/letters/information.en.mustache"
};
static const unsigned char letter_information_sv[] = {
#embed "../../Examples/servicekontor-2021/letters/information.sv.mustache"
};
static const unsigned char letter_promise_date_en[] = {
#embed "../../Examples/servicekontor-2021/letters/promise-date.en.mustache"
};
static const unsigned char letter_promise_date_sv[] = {
#embed "../../Examples/servicekontor-2021/letters/promise-date.sv.mustache"
};
static const unsigned char mail_2021_06_10_ange_utgaende_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-06-10-ange-utgaende.eml"
};
static const unsigned char mail_2021_06_11_ange_information_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-06-11-ange-information.eml"
};
static const unsigned char mail_2021_06_11_ange_information_txt[] = {
#embed "../../Examples/servicekontor-2021/register/2021-06-11-ange-information.txt"
};
static const unsigned char mail_2021_06_24_boden_svar_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-06-24-boden-svar.eml"
};
static const unsigned char mail_2021_06_28_are_svar_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-06-28-are-svar.eml"
};
static const unsigned char mail_2021_06_30_tingsryd_svar_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-06-30-tingsryd-svar.eml"
};
static const unsigned char mail_2021_07_02_borgholm_svar_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-07-02-borgholm-svar.eml"
};
static const unsigned char mail_2021_07_05_osthammar_svar_eml[] = {
#embed "../../Examples/servicekontor-2021/register/2021-07-05-osthammar-svar.eml"
};
static const unsigned char new_english[] = {
#embed "../../Examples/new-workspace/programme.yaml"
};
static const unsigned char new_swedish[] = {
#embed "../../Examples/new-workspace/programme.sv.yaml"
};
static const unsigned char new_places[] = {
#embed "../../Examples/new-workspace/places.csv"
};
static const unsigned char new_offices[] = {
#embed "../../Examples/new-workspace/offices.csv"
};
static const unsigned char new_demand[] = {
#embed "../../Examples/new-workspace/demand.csv"
};
static const unsigned char new_municipalities[] = {
#embed "../../Examples/new-workspace/municipalities.csv"
};
static const unsigned char new_areas[] = {
#embed "../../Examples/new-workspace/layers/disadvantaged.geojson"
};
static const unsigned char schema[] = {
#embed "../../Schema/programme.schema.json"
};

#define FILE_AT(path, bytes) { path, bytes, sizeof bytes }

static const etapp_shipped_file example[] = {
  FILE_AT("programme.yaml", programme),
  FILE_AT("places.csv", places),
  FILE_AT("offices.csv", offices),
  FILE_AT("demand.csv", demand),
  FILE_AT("municipalities.csv", municipalities),
  FILE_AT("contacts.csv", contacts),
  FILE_AT("layers/disadvantaged-areas.geojson", areas),
  FILE_AT("basemap.geojson", basemap),
  FILE_AT("SOURCE.md", source),
  FILE_AT("letters/consultation.en.mustache", letter_consultation_en),
  FILE_AT("letters/consultation.sv.mustache", letter_consultation_sv),
  FILE_AT("letters/information.en.mustache", letter_information_en),
  FILE_AT("letters/information.sv.mustache", letter_information_sv),
  FILE_AT("letters/promise-date.en.mustache", letter_promise_date_en),
  FILE_AT("letters/promise-date.sv.mustache", letter_promise_date_sv),
  FILE_AT("register/2021-06-10-ange-utgaende.eml", mail_2021_06_10_ange_utgaende_eml),
  FILE_AT("register/2021-06-11-ange-information.eml", mail_2021_06_11_ange_information_eml),
  FILE_AT("register/2021-06-11-ange-information.txt", mail_2021_06_11_ange_information_txt),
  FILE_AT("register/2021-06-24-boden-svar.eml", mail_2021_06_24_boden_svar_eml),
  FILE_AT("register/2021-06-28-are-svar.eml", mail_2021_06_28_are_svar_eml),
  FILE_AT("register/2021-06-30-tingsryd-svar.eml", mail_2021_06_30_tingsryd_svar_eml),
  FILE_AT("register/2021-07-02-borgholm-svar.eml", mail_2021_07_02_borgholm_svar_eml),
  FILE_AT("register/2021-07-05-osthammar-svar.eml", mail_2021_07_05_osthammar_svar_eml),
};

static const etapp_shipped_file blank[] = {
  FILE_AT("programme.yaml", new_english),
  FILE_AT("programme.sv.yaml", new_swedish),
  FILE_AT("places.csv", new_places),
  FILE_AT("offices.csv", new_offices),
  FILE_AT("demand.csv", new_demand),
  FILE_AT("municipalities.csv", new_municipalities),
  FILE_AT("layers/disadvantaged.geojson", new_areas),
  FILE_AT("programme.schema.json", schema),
};

size_t etapp_example_count(void) { return sizeof example / sizeof example[0]; }

etapp_shipped_file etapp_example_file(size_t index) { return example[index]; }

size_t etapp_blank_count(void) { return sizeof blank / sizeof blank[0]; }

etapp_shipped_file etapp_blank_file(size_t index) { return blank[index]; }
