#include "CSaysoKernels.h"
#include "paths.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
static bool has_dot_product(void) { return (getauxval(AT_HWCAP) >> 20) & 1; }  // HWCAP_ASIMDDP
#else
static bool has_dot_product(void) { return true; }  // every Apple processor that runs macOS 15
#endif

const sayso_kernels *sayso_kernels_for(int path) {
    switch (path) {
    case sayso_path_plain:
        return &sayso_plain;
#if defined(__x86_64__)
    case sayso_path_avx2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &sayso_avx2 : NULL;
    case sayso_path_avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
                && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")
            ? &sayso_avx512 : NULL;
#endif
#if defined(__aarch64__)
    case sayso_path_neon:
        return has_dot_product() ? &sayso_neon_dot : &sayso_neon;
#endif
    default:
        (void)has_dot_product;
        return NULL;
    }
}
