#ifndef ETAPP_MAIL_H
#define ETAPP_MAIL_H
// A thin layer over GMime with plain C types, so that Swift needs none of GObject's macros.

// Starts GMime once for the process; may be called any number of times.
void etapp_mail_start(void);

#endif
