#ifndef ETAPP_HTTP_H
#define ETAPP_HTTP_H
// Questions to web services, over libcurl.

#include <stddef.h>

// A question, and how long to wait for its answer.
typedef struct {
  const char *url;
  // NULL asks with GET, else the body is sent with POST.
  const unsigned char *body;
  size_t body_size;
  // Lines such as "Accept: application/json".
  const char *const *headers;
  size_t header_count;
  long connect_seconds;
  long total_seconds;
  // An answer of more bytes is refused.
  size_t most_bytes;
  // Asked about once a second; another value than 0 gives the question up. NULL where nobody may.
  int (*is_stopped)(void *context);
  void *context;
} etapp_http_question;

// Why there is no answer.
typedef enum {
  etapp_http_answered,
  // No connection: no such machine, or nothing listens there.
  etapp_http_unreachable,
  etapp_http_slow,
  etapp_http_stopped,
  etapp_http_too_long,
  // The connection broke, or what came was no HTTP.
  etapp_http_broken
} etapp_http_failure;

typedef struct {
  etapp_http_failure failure;
  long status;
  // Seconds that the server asks us to wait; -1 where it says nothing.
  long retry_after;
  // The body, to be freed with etapp_http_free.
  unsigned char *bytes;
  size_t size;
  // Why it failed, in libcurl's words.
  char message[256];
} etapp_http_answer;

// A connection that is kept from question to question; not for two threads at once.
typedef struct etapp_http_session etapp_http_session;

// NULL where memory or the library fails.
etapp_http_session *etapp_http_open(void);
void etapp_http_close(etapp_http_session *session);

etapp_http_answer etapp_http_ask(etapp_http_session *session, const etapp_http_question *question);
void etapp_http_free(etapp_http_answer *answer);

#endif
