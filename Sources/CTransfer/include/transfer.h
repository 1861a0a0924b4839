#ifndef ETAPP_TRANSFER_H
#define ETAPP_TRANSFER_H
// A thin layer over libcurl, whose own options are variadic and therefore not to be called from Swift.

#include <stddef.h>

// The version of the library, for messages.
const char *etapp_transfer_version(void);

// Where mail is handed over, and how.
typedef struct {
  // smtp://host:port or smtps://host:port
  const char *url;
  // NULL where nobody signs in.
  const char *user;
  const char *password;
  // A file of certificates to trust; NULL for those of the system.
  const char *authority;
  // Whether the connection must be encrypted; without it nothing is even tried.
  int must_encrypt;
  // Seconds until a connection, and until a letter, is given up.
  long connect_seconds;
  long total_seconds;
} etapp_mail_server;

// What came of handing a letter over to one recipient.
typedef struct {
  // Whether the server took it.
  int is_taken;
  // Whether everything was handed over and no answer came, so that nobody knows.
  int is_unknown;
  // The server's last answer, 250 or 550; 0 where there was none.
  long code;
  // What it said, or why it was not reached.
  char message[512];
} etapp_mail_answer;

// A connection that is kept from letter to letter; not for two threads at once.
typedef struct etapp_mail_session etapp_mail_session;

// NULL where memory or the library fails.
etapp_mail_session *etapp_mail_open(void);
void etapp_mail_close(etapp_mail_session *session);

// Hands over one letter to one recipient. Addresses are without angle brackets.
etapp_mail_answer etapp_mail_send(
    etapp_mail_session *session, const etapp_mail_server *server, const char *from, const char *recipient,
    const unsigned char *bytes, size_t size);

#endif
