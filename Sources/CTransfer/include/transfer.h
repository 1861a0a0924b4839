#ifndef ETAPP_TRANSFER_H
#define ETAPP_TRANSFER_H
// A thin layer over libcurl, whose own options are variadic and therefore not to be called from Swift.

// The version of the library, for messages.
const char *etapp_transfer_version(void);

#endif
