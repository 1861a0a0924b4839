#include "mail.h"

#include <errno.h>
#include <gmime/gmime.h>
#include <string.h>

struct etapp_mail {
  GMimeMessage *message;
};

static GOnce started = G_ONCE_INIT;

static gpointer start(gpointer unused) {
  (void)unused;
  g_mime_init();
  // What is not said to be in any charset is tried in these, the best fit wins.
  const char *charsets[] = {"utf-8", "windows-1252", NULL};
  g_mime_parser_options_set_fallback_charsets(g_mime_parser_options_get_default(), charsets);
  return NULL;
}

void etapp_mail_start(void) { g_once(&started, start, NULL); }

// Whether a line begins a header that GMime reads as a list of addresses.
static int begins_addresses(const char *line, size_t count) {
  static const char *names[] = {"to:", "cc:", "bcc:", "from:", "sender:", "reply-to:", NULL};
  for (int i = 0; names[i] != NULL; i++) {
    size_t length = strlen(names[i]);
    if (count >= length && g_ascii_strncasecmp(line, names[i], length) == 0) return 1;
  }
  return 0;
}

// GMime reads a group inside a group by calling itself, so a header of nothing but `a:a:a:` empties the stack. No list of
// addresses has so many colons; those beyond become blanks.
static void tame(char *bytes, size_t count) {
  const int most = 100;
  int colons = -1;
  size_t position = 0;
  while (position < count) {
    char *line = bytes + position;
    char *end = memchr(line, '\n', count - position);
    size_t length = end == NULL ? count - position : (size_t)(end - line) + 1;
    int goes_on = line[0] == ' ' || line[0] == '\t';
    if (!goes_on) colons = begins_addresses(line, length) ? 0 : -1;
    for (size_t i = 0; colons >= 0 && i < length; i++) {
      if (line[i] == ':' && colons++ > most) line[i] = ' ';
    }
    position += length;
  }
}

etapp_mail *etapp_mail_read(const uint8_t *bytes, size_t count) {
  etapp_mail_start();
  if (count > G_MAXUINT) return NULL;
  GByteArray *copy = g_byte_array_sized_new((guint)count);
  g_byte_array_append(copy, bytes, (guint)count);
  tame((char *)copy->data, count);
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(copy);
  if (stream == NULL) return NULL;
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_object_unref(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  g_object_unref(parser);
  if (message == NULL) return NULL;
  etapp_mail *mail = g_new(etapp_mail, 1);
  mail->message = message;
  return mail;
}

void etapp_mail_free(etapp_mail *mail) {
  if (mail == NULL) return;
  g_object_unref(mail->message);
  g_free(mail);
}

void etapp_mail_release(void *made) { g_free(made); }

static GMimeObject *object(const etapp_part *part) { return (GMimeObject *)(uintptr_t)part; }

static const etapp_part *borrowed(gpointer object) { return (const etapp_part *)object; }

const etapp_part *etapp_mail_message(const etapp_mail *mail) { return borrowed(mail->message); }

const etapp_part *etapp_message_body(const etapp_part *message) {
  if (!GMIME_IS_MESSAGE(object(message))) return NULL;
  return borrowed(g_mime_message_get_mime_part(GMIME_MESSAGE(object(message))));
}

static GMimeHeader *header(const etapp_part *part, int index) {
  return g_mime_header_list_get_header_at(g_mime_object_get_header_list(object(part)), index);
}

int etapp_header_count(const etapp_part *part) {
  return g_mime_header_list_get_count(g_mime_object_get_header_list(object(part)));
}

const char *etapp_header_name(const etapp_part *part, int index) {
  GMimeHeader *found = header(part, index);
  return found == NULL ? NULL : g_mime_header_get_name(found);
}

const char *etapp_header_value(const etapp_part *part, int index) {
  GMimeHeader *found = header(part, index);
  return found == NULL ? NULL : g_mime_header_get_raw_value(found);
}

etapp_part_kind etapp_part_kind_of(const etapp_part *part) {
  if (GMIME_IS_MULTIPART(object(part))) return ETAPP_PART_MULTIPART;
  if (GMIME_IS_MESSAGE_PART(object(part))) return ETAPP_PART_MESSAGE;
  return ETAPP_PART_LEAF;
}

int etapp_part_count(const etapp_part *multipart) {
  return GMIME_IS_MULTIPART(object(multipart)) ? g_mime_multipart_get_count(GMIME_MULTIPART(object(multipart))) : 0;
}

const etapp_part *etapp_part_at(const etapp_part *multipart, int index) {
  if (!GMIME_IS_MULTIPART(object(multipart))) return NULL;
  return borrowed(g_mime_multipart_get_part(GMIME_MULTIPART(object(multipart)), index));
}

const etapp_part *etapp_part_message(const etapp_part *part) {
  if (!GMIME_IS_MESSAGE_PART(object(part))) return NULL;
  return borrowed(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object(part))));
}

static GMimeContentType *type(const etapp_part *part) { return g_mime_object_get_content_type(object(part)); }

const char *etapp_part_type(const etapp_part *part) {
  return type(part) == NULL ? NULL : g_mime_content_type_get_media_type(type(part));
}

const char *etapp_part_subtype(const etapp_part *part) {
  return type(part) == NULL ? NULL : g_mime_content_type_get_media_subtype(type(part));
}

const char *etapp_part_parameter(const etapp_part *part, const char *name) {
  return g_mime_object_get_content_type_parameter(object(part), name);
}

const char *etapp_part_disposition(const etapp_part *part) { return g_mime_object_get_disposition(object(part)); }

const char *etapp_part_content_id(const etapp_part *part) { return g_mime_object_get_content_id(object(part)); }

const char *etapp_part_file_name(const etapp_part *part) {
  GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object(part));
  const char *name = disposition == NULL ? NULL : g_mime_content_disposition_get_parameter(disposition, "filename");
  return name != NULL ? name : etapp_part_parameter(part, "name");
}

uint8_t *etapp_part_content(const etapp_part *part, size_t *count) {
  *count = 0;
  if (!GMIME_IS_PART(object(part))) return NULL;
  GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object(part)));
  if (content == NULL) return NULL;
  GByteArray *array = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  g_mime_data_wrapper_write_to_stream(content, stream);
  g_object_unref(stream);
  *count = array->len;
  return g_byte_array_free(array, FALSE);
}

// A name that iconv may see: it takes paths and options after a slash.
static int is_charset(const char *name) {
  size_t length = strlen(name);
  if (length == 0 || length > 40) return 0;
  for (size_t i = 0; i < length; i++) {
    if (!g_ascii_isalnum(name[i]) && strchr("-_.:+", name[i]) == NULL) return 0;
  }
  return 1;
}

char *etapp_mail_convert(const char *charset, const uint8_t *bytes, size_t count, size_t *made) {
  *made = 0;
  if (!is_charset(charset)) return NULL;
  GIConv converter = g_iconv_open("UTF-8", charset);
  if (converter == (GIConv)-1) return NULL;
  GString *text = g_string_sized_new(count + 16);
  gchar *next = (gchar *)(uintptr_t)bytes;
  gsize left = count;
  char buffer[4096];
  while (left > 0) {
    gchar *end = buffer;
    gsize room = sizeof buffer;
    gsize result = g_iconv(converter, &next, &left, &end, &room);
    int trouble = errno;
    gsize written = sizeof buffer - room;
    g_string_append_len(text, buffer, (gssize)written);
    if (result != (gsize)-1) break;
    if (trouble == E2BIG && written > 0) continue;
    // A byte that is none of the charset's, or a character cut off at the end.
    g_string_append(text, "\xEF\xBF\xBD");
    if (trouble == EINVAL || left == 0) break;
    next++;
    left--;
    g_iconv(converter, NULL, NULL, NULL, NULL);
  }
  g_iconv_close(converter);
  *made = text->len;
  return g_string_free(text, FALSE);
}
