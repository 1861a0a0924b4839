#ifndef ETAPP_MAIL_H
#define ETAPP_MAIL_H
// A thin layer over GMime with plain C types, so that Swift needs none of GObject's macros.
//
// A mail is owned by who read it and is given back with etapp_mail_free; its parts are borrowed and live as long as it
// does. Texts and bytes that a function makes are given back with etapp_mail_release. Nothing here keeps state between
// mails, so that mails can be read on several threads, each on one.

#include <stddef.h>
#include <stdint.h>

typedef struct etapp_mail etapp_mail;
typedef struct etapp_part etapp_part;

typedef enum etapp_part_kind {
  // Content of its own.
  ETAPP_PART_LEAF = 0,
  // Holds parts.
  ETAPP_PART_MULTIPART = 1,
  // Holds a message (message/rfc822).
  ETAPP_PART_MESSAGE = 2,
} etapp_part_kind;

// Starts GMime once for the process; may be called any number of times.
void etapp_mail_start(void);

// A message of its bytes; NULL when there is nothing that could be one.
etapp_mail *etapp_mail_read(const uint8_t *bytes, size_t count);
void etapp_mail_free(etapp_mail *mail);
void etapp_mail_release(void *made);

// The message itself: its headers, and its body through etapp_message_body.
const etapp_part *etapp_mail_message(const etapp_mail *mail);
// The outermost part of a message; NULL when it has none.
const etapp_part *etapp_message_body(const etapp_part *message);

// Headers in their order, the values undecoded and folded as they stood.
int etapp_header_count(const etapp_part *part);
const char *etapp_header_name(const etapp_part *part, int index);
const char *etapp_header_value(const etapp_part *part, int index);

etapp_part_kind etapp_part_kind_of(const etapp_part *part);
int etapp_part_count(const etapp_part *multipart);
const etapp_part *etapp_part_at(const etapp_part *multipart, int index);
// The message that a part of kind ETAPP_PART_MESSAGE holds; NULL when it is empty.
const etapp_part *etapp_part_message(const etapp_part *part);

// `text` and `plain`; NULL when nothing is said.
const char *etapp_part_type(const etapp_part *part);
const char *etapp_part_subtype(const etapp_part *part);
// A parameter of Content-Type, decoded after RFC 2231; NULL when there is none.
const char *etapp_part_parameter(const etapp_part *part, const char *name);
// `inline`, `attachment` …; NULL when nothing is said.
const char *etapp_part_disposition(const etapp_part *part);
const char *etapp_part_content_id(const etapp_part *part);
// The file's name, decoded; NULL when there is none.
const char *etapp_part_file_name(const etapp_part *part);
// The content with its transfer encoding undone; NULL with a count of 0 when there is none.
uint8_t *etapp_part_content(const etapp_part *part, size_t *count);

// Bytes in a named charset as UTF-8, what cannot be read as U+FFFD; NULL when the charset is not known.
char *etapp_mail_convert(const char *charset, const uint8_t *bytes, size_t count, size_t *made);

#endif
