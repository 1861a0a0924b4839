#include "transfer.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *etapp_transfer_version(void) { return curl_version(); }

struct etapp_mail_session {
  CURL *handle;
};

// A letter on its way.
typedef struct {
  const unsigned char *bytes;
  size_t size;
  size_t position;
  int is_read;
  // The last line that the server said.
  char said[400];
} letter;

etapp_mail_session *etapp_mail_open(void) {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return NULL;
  etapp_mail_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->handle = curl_easy_init();
  if (session->handle) return session;
  free(session);
  return NULL;
}

void etapp_mail_close(etapp_mail_session *session) {
  if (!session) return;
  curl_easy_cleanup(session->handle);
  free(session);
}

static size_t give(char *buffer, size_t size, size_t count, void *context) {
  letter *mail = context;
  size_t room = size * count;
  size_t left = mail->size - mail->position;
  size_t length = left < room ? left : room;
  if (length > 0) memcpy(buffer, mail->bytes + mail->position, length);
  mail->position += length;
  if (mail->position == mail->size) mail->is_read = 1;
  return length;
}

// Answers are lines such as "550 5.1.1 No such user"; the last one is kept, without what could move a terminal's cursor.
static size_t hear(char *buffer, size_t size, size_t count, void *context) {
  letter *mail = context;
  size_t length = size * count;
  size_t kept = 0;
  // A refusal stays: what the server says to our good-bye is not why.
  if (mail->said[0] == '4' || mail->said[0] == '5') return length;
  for (size_t i = 0; i < length && kept < sizeof mail->said - 1; i++) {
    unsigned char byte = (unsigned char)buffer[i];
    if (byte >= 32 && byte != 127) mail->said[kept++] = (char)byte;
  }
  mail->said[kept] = 0;
  return length;
}

static size_t drop(char *buffer, size_t size, size_t count, void *context) {
  (void)buffer;
  (void)context;
  return size * count;
}

static CURLcode prepare(
    CURL *handle, const etapp_mail_server *server, const char *from, struct curl_slist *recipients, letter *mail) {
  curl_easy_reset(handle);
#define SET(option, value)                                     \
  do {                                                         \
    CURLcode code = curl_easy_setopt(handle, option, value);   \
    if (code != CURLE_OK) return code;                         \
  } while (0)
  SET(CURLOPT_URL, server->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  SET(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
#else
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_SMTP | CURLPROTO_SMTPS));
#endif
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_PROXY, "");
  SET(CURLOPT_USE_SSL, (long)(server->must_encrypt ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  if (server->authority) SET(CURLOPT_CAINFO, server->authority);
  if (server->user) SET(CURLOPT_USERNAME, server->user);
  if (server->password) SET(CURLOPT_PASSWORD, server->password);
  SET(CURLOPT_CONNECTTIMEOUT, server->connect_seconds);
  SET(CURLOPT_TIMEOUT, server->total_seconds);
  SET(CURLOPT_MAIL_FROM, from);
  SET(CURLOPT_MAIL_RCPT, recipients);
  SET(CURLOPT_UPLOAD, 1L);
  SET(CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail->size);
  SET(CURLOPT_READFUNCTION, give);
  SET(CURLOPT_READDATA, mail);
  SET(CURLOPT_HEADERFUNCTION, hear);
  SET(CURLOPT_HEADERDATA, mail);
  SET(CURLOPT_WRITEFUNCTION, drop);
#undef SET
  return CURLE_OK;
}

static void explain(etapp_mail_answer *answer, CURLcode code, const char *detail, const char *said) {
  const char *reason = answer->code >= 400 && said[0] ? said : detail[0] ? detail : curl_easy_strerror(code);
  snprintf(answer->message, sizeof answer->message, "%s", code == CURLE_OK ? said : reason);
}

etapp_mail_answer etapp_mail_send(
    etapp_mail_session *session, const etapp_mail_server *server, const char *from, const char *recipient,
    const unsigned char *bytes, size_t size) {
  etapp_mail_answer answer = {0};
  letter mail = {.bytes = bytes, .size = size};
  char detail[CURL_ERROR_SIZE] = "";
  char *reverse_path = malloc(strlen(from) + 3);
  char *path = malloc(strlen(recipient) + 3);
  struct curl_slist *recipients = NULL;
  CURLcode code = CURLE_OUT_OF_MEMORY;
  if (reverse_path && path) {
    sprintf(reverse_path, "<%s>", from);
    sprintf(path, "<%s>", recipient);
    recipients = curl_slist_append(NULL, path);
    if (recipients) code = prepare(session->handle, server, reverse_path, recipients, &mail);
  }
  if (code == CURLE_OK) {
    curl_easy_setopt(session->handle, CURLOPT_ERRORBUFFER, detail);
    code = curl_easy_perform(session->handle);
    curl_easy_getinfo(session->handle, CURLINFO_RESPONSE_CODE, &answer.code);
    curl_easy_setopt(session->handle, CURLOPT_ERRORBUFFER, NULL);
  }
  answer.is_taken = code == CURLE_OK;
  // After the last byte only the server's answer is missing; without one the letter may have gone or not.
  answer.is_unknown = code != CURLE_OK && mail.is_read && answer.code < 400;
  explain(&answer, code, detail, mail.said);
  curl_slist_free_all(recipients);
  free(reverse_path);
  free(path);
  return answer;
}
