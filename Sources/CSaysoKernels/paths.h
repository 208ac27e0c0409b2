// One table per path; each stands in the file of its name.
#pragma once
#include "CSaysoKernels.h"

extern const sayso_kernels sayso_plain, sayso_avx2, sayso_avx512, sayso_neon, sayso_neon_dot;
