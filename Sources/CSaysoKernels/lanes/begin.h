// A path includes this before its primitives.
#pragma once
#include <string.h>

#include "../paths.h"

// Only v_fma fuses: what the compiler would fuse by itself differs between processors.
#pragma STDC FP_CONTRACT OFF

#define LANES static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")
