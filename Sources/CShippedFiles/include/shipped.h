#ifndef ETAPP_SHIPPED_H
#define ETAPP_SHIPPED_H

#include <stddef.h>

/// A file inside the program: its path in the workspace, and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} etapp_shipped_file;

/// The number of files of the shipped example.
size_t etapp_example_count(void);

/// A file of the shipped example, by index.
etapp_shipped_file etapp_example_file(size_t index);

/// The number of files that a new workspace begins with.
size_t etapp_blank_count(void);

/// A file that a new workspace begins with, by index. `programme.sv.yaml` is the Swedish `programme.yaml`.
etapp_shipped_file etapp_blank_file(size_t index);

#endif
