#include "mail.h"

#include <gmime/gmime.h>

static GOnce started = G_ONCE_INIT;

static gpointer start(gpointer unused) {
  (void)unused;
  g_mime_init();
  return NULL;
}

void etapp_mail_start(void) { g_once(&started, start, NULL); }
