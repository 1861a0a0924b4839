#include "http.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct etapp_http_session {
  CURL *handle;
};

// What has come of an answer so far.
typedef struct {
  const etapp_http_question *question;
  etapp_http_answer *answer;
  size_t room;
  int is_too_long;
} arrival;

etapp_http_session *etapp_http_open(void) {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return NULL;
  etapp_http_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->handle = curl_easy_init();
  if (session->handle) return session;
  free(session);
  return NULL;
}

void etapp_http_close(etapp_http_session *session) {
  if (!session) return;
  curl_easy_cleanup(session->handle);
  free(session);
}

void etapp_http_free(etapp_http_answer *answer) {
  free(answer->bytes);
  answer->bytes = NULL;
  answer->size = 0;
}

static size_t take(char *buffer, size_t size, size_t count, void *context) {
  arrival *come = context;
  etapp_http_answer *answer = come->answer;
  size_t length = size * count;
  if (length > come->question->most_bytes - answer->size) {
    come->is_too_long = 1;
    return 0;
  }
  if (answer->size + length > come->room) {
    size_t room = 2 * (answer->size + length);
    unsigned char *bytes = realloc(answer->bytes, room);
    if (!bytes) return 0;
    answer->bytes = bytes;
    come->room = room;
  }
  memcpy(answer->bytes + answer->size, buffer, length);
  answer->size += length;
  return length;
}

static int watch(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  (void)a, (void)b, (void)c, (void)d;
  const etapp_http_question *question = context;
  return question->is_stopped ? question->is_stopped(question->context) : 0;
}

static CURLcode prepare(CURL *handle, struct curl_slist *headers, arrival *come, char *detail) {
  const etapp_http_question *question = come->question;
  curl_easy_reset(handle);
#define SET(option, value)                                   \
  do {                                                       \
    CURLcode code = curl_easy_setopt(handle, option, value); \
    if (code != CURLE_OK) return code;                       \
  } while (0)
  SET(CURLOPT_URL, question->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
#else
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  SET(CURLOPT_ACCEPT_ENCODING, "");
  SET(CURLOPT_CONNECTTIMEOUT, question->connect_seconds);
  SET(CURLOPT_TIMEOUT, question->total_seconds);
  SET(CURLOPT_HTTPHEADER, headers);
  SET(CURLOPT_ERRORBUFFER, detail);
  SET(CURLOPT_WRITEFUNCTION, take);
  SET(CURLOPT_WRITEDATA, come);
  SET(CURLOPT_NOPROGRESS, 0L);
  SET(CURLOPT_XFERINFOFUNCTION, watch);
  SET(CURLOPT_XFERINFODATA, (void *)question);
  if (question->body) {
    SET(CURLOPT_POST, 1L);
    SET(CURLOPT_POSTFIELDS, (const char *)question->body);
    SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)question->body_size);
  }
#undef SET
  return CURLE_OK;
}

static etapp_http_failure meaning(CURLcode code, const arrival *come) {
  switch (code) {
    case CURLE_OK: return etapp_http_answered;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return etapp_http_unreachable;
    case CURLE_OPERATION_TIMEDOUT: return etapp_http_slow;
    case CURLE_ABORTED_BY_CALLBACK: return etapp_http_stopped;
    default: return come->is_too_long ? etapp_http_too_long : etapp_http_broken;
  }
}

etapp_http_answer etapp_http_ask(etapp_http_session *session, const etapp_http_question *question) {
  etapp_http_answer answer = {.retry_after = -1};
  arrival come = {.question = question, .answer = &answer};
  char detail[CURL_ERROR_SIZE] = "";
  // Without this line libcurl asks first whether it may send a long body, and waits a second for the answer.
  struct curl_slist *headers = curl_slist_append(NULL, "Expect:");
  for (size_t i = 0; headers && i < question->header_count; i++) {
    struct curl_slist *longer = curl_slist_append(headers, question->headers[i]);
    if (!longer) break;
    headers = longer;
  }
  CURLcode code = headers ? prepare(session->handle, headers, &come, detail) : CURLE_OUT_OF_MEMORY;
  if (code == CURLE_OK) code = curl_easy_perform(session->handle);
  curl_easy_getinfo(session->handle, CURLINFO_RESPONSE_CODE, &answer.status);
#if LIBCURL_VERSION_NUM >= 0x074200
  curl_off_t wait = 0;
  if (curl_easy_getinfo(session->handle, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0)
    answer.retry_after = wait > 86400 ? 86400 : (long)wait;
#endif
  answer.failure = meaning(code, &come);
  snprintf(answer.message, sizeof answer.message, "%s", detail[0] ? detail : curl_easy_strerror(code));
  // The buffer and the list end with this function.
  curl_easy_setopt(session->handle, CURLOPT_ERRORBUFFER, NULL);
  curl_easy_setopt(session->handle, CURLOPT_HTTPHEADER, NULL);
  curl_slist_free_all(headers);
  return answer;
}
