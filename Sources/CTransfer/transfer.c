#include "transfer.h"

#include <curl/curl.h>

const char *etapp_transfer_version(void) { return curl_version(); }
