// AVX-512 with VNNI: sixteen lanes are one register.
#if defined(__x86_64__)
#include <immintrin.h>

#include "lanes/begin.h"

#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)

// 12 × 2 sums, two lines of weights and one spread activation: 27 of 32 registers, and 14 loads for 24 multiplications.
enum { INTEGER_ROWS = 12, INTEGER_VECTORS = 2, FLOAT_ROWS = 12, FLOAT_VECTORS = 2 };

typedef __m512 v16;
typedef __m512i i16, w64, a4;

LANES v16 v_load(const float *p) { return _mm512_loadu_ps(p); }
LANES void v_store(float *p, v16 x) { _mm512_storeu_ps(p, x); }
LANES v16 v_set(float x) { return _mm512_set1_ps(x); }
LANES v16 v_add(v16 a, v16 b) { return _mm512_add_ps(a, b); }
LANES v16 v_sub(v16 a, v16 b) { return _mm512_sub_ps(a, b); }
LANES v16 v_mul(v16 a, v16 b) { return _mm512_mul_ps(a, b); }
LANES v16 v_div(v16 a, v16 b) { return _mm512_div_ps(a, b); }
LANES v16 v_fma(v16 a, v16 b, v16 c) { return _mm512_fmadd_ps(a, b, c); }
LANES v16 v_max(v16 a, v16 b) { return _mm512_max_ps(a, b); }
LANES v16 v_min(v16 a, v16 b) { return _mm512_min_ps(a, b); }
LANES v16 v_abs(v16 x) { return _mm512_abs_ps(x); }
LANES v16 v_round(v16 x) { return _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
LANES v16 v_times_power(v16 x, v16 n) { return _mm512_scalef_ps(x, n); }
LANES v16 v_from_bytes(const int8_t *p) { return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128((const __m128i *)p))); }
LANES void v_store_bytes(uint8_t *p, v16 x) {
    __m512i whole = _mm512_add_epi32(_mm512_cvtps_epi32(x), _mm512_set1_epi32(128));
    _mm_storeu_si128((__m128i *)p, _mm512_cvtepi32_epi8(whole));
}
LANES float v_sum(v16 x) {
    __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(x), _mm512_extractf32x8_ps(x, 1));
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
LANES float v_greatest(v16 x) { return _mm512_reduce_max_ps(x); }
LANES float s_fma(float a, float b, float c) { return _mm_cvtss_f32(_mm_fmadd_ss(_mm_set_ss(a), _mm_set_ss(b), _mm_set_ss(c))); }
LANES float s_root(float x) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(x))); }

LANES i16 i_zero(void) { return _mm512_setzero_si512(); }
LANES w64 w_load(const int8_t *p) { return _mm512_loadu_si512(p); }
LANES a4 a_load(const uint8_t *p) {
    int32_t four;
    memcpy(&four, p, 4);
    return _mm512_set1_epi32(four);
}
LANES i16 i_dot(i16 sum, a4 a, w64 w) { return _mm512_dpbusd_epi32(sum, a, w); }
LANES v16 i_float(i16 sum, const int32_t *offset) { return _mm512_cvtepi32_ps(_mm512_sub_epi32(sum, _mm512_loadu_si512(offset))); }

#include "lanes/kernels.h"

#pragma clang attribute pop

const sayso_kernels sayso_avx512 = SAYSO_TABLE;
#endif
