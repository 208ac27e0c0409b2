#pragma once
#include <stddef.h>
long write(int file, const void *bytes, size_t count);
