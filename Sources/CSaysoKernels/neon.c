// NEON of every 64-bit ARM processor.
#if defined(__aarch64__)
#include "lanes/begin.h"

#define USES_DOT_PRODUCT 0
#include "lanes/neon.h"

#include "lanes/kernels.h"

const sayso_kernels sayso_neon = SAYSO_TABLE;
#endif
