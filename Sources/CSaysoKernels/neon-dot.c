// NEON with `sdot` (ARMv8.2 and later): the same bits as neon.c, some three times the speed.
#if defined(__aarch64__)
#include <arm_neon.h>

#include "lanes/begin.h"

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#define USES_DOT_PRODUCT 1
#include "lanes/neon.h"

#include "lanes/kernels.h"

#pragma clang attribute pop

const sayso_kernels sayso_neon_dot = SAYSO_TABLE;
#endif
