// AVX2 with FMA: sixteen lanes are two registers.
#if defined(__x86_64__)
#include <immintrin.h>

#include "lanes/begin.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

// 4 × 16 integer sums are 8 of 16 registers, 6 × 16 float sums 12.
enum { INTEGER_ROWS = 4, INTEGER_VECTORS = 1, FLOAT_ROWS = 6, FLOAT_VECTORS = 1 };

typedef struct { __m256 low, high; } v16;
typedef struct { __m256i low, high; } i16, w64;
typedef __m256i a4;

LANES v16 v_load(const float *p) { return (v16){_mm256_loadu_ps(p), _mm256_loadu_ps(p + 8)}; }
LANES void v_store(float *p, v16 x) {
    _mm256_storeu_ps(p, x.low);
    _mm256_storeu_ps(p + 8, x.high);
}
LANES v16 v_set(float x) { return (v16){_mm256_set1_ps(x), _mm256_set1_ps(x)}; }
LANES v16 v_add(v16 a, v16 b) { return (v16){_mm256_add_ps(a.low, b.low), _mm256_add_ps(a.high, b.high)}; }
LANES v16 v_sub(v16 a, v16 b) { return (v16){_mm256_sub_ps(a.low, b.low), _mm256_sub_ps(a.high, b.high)}; }
LANES v16 v_mul(v16 a, v16 b) { return (v16){_mm256_mul_ps(a.low, b.low), _mm256_mul_ps(a.high, b.high)}; }
LANES v16 v_div(v16 a, v16 b) { return (v16){_mm256_div_ps(a.low, b.low), _mm256_div_ps(a.high, b.high)}; }
LANES v16 v_fma(v16 a, v16 b, v16 c) { return (v16){_mm256_fmadd_ps(a.low, b.low, c.low), _mm256_fmadd_ps(a.high, b.high, c.high)}; }
LANES v16 v_max(v16 a, v16 b) { return (v16){_mm256_max_ps(a.low, b.low), _mm256_max_ps(a.high, b.high)}; }
LANES v16 v_min(v16 a, v16 b) { return (v16){_mm256_min_ps(a.low, b.low), _mm256_min_ps(a.high, b.high)}; }
LANES v16 v_abs(v16 x) {
    const __m256 sign = _mm256_set1_ps(-0.0f);
    return (v16){_mm256_andnot_ps(sign, x.low), _mm256_andnot_ps(sign, x.high)};
}
LANES __m256 round_eight(__m256 x) { return _mm256_round_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
LANES v16 v_round(v16 x) { return (v16){round_eight(x.low), round_eight(x.high)}; }
LANES __m256 power_eight(__m256 n) {
    return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)), 23));
}
LANES v16 v_times_power(v16 x, v16 n) {
    return (v16){_mm256_mul_ps(x.low, power_eight(n.low)), _mm256_mul_ps(x.high, power_eight(n.high))};
}
LANES __m256 eight_bytes(const int8_t *p) { return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)p))); }
LANES v16 v_from_bytes(const int8_t *p) { return (v16){eight_bytes(p), eight_bytes(p + 8)}; }
LANES __m128i eight_shorts(__m256 x) {
    __m256i whole = _mm256_add_epi32(_mm256_cvtps_epi32(x), _mm256_set1_epi32(128));
    return _mm_packs_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1));
}
LANES void v_store_bytes(uint8_t *p, v16 x) {
    _mm_storeu_si128((__m128i *)p, _mm_packus_epi16(eight_shorts(x.low), eight_shorts(x.high)));
}
LANES float v_sum(v16 x) {
    __m256 eight = _mm256_add_ps(x.low, x.high);
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
LANES float v_greatest(v16 x) {
    __m256 eight = _mm256_max_ps(x.low, x.high);
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
}
LANES float s_fma(float a, float b, float c) { return _mm_cvtss_f32(_mm_fmadd_ss(_mm_set_ss(a), _mm_set_ss(b), _mm_set_ss(c))); }
LANES float s_root(float x) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(x))); }

LANES i16 i_zero(void) { return (i16){_mm256_setzero_si256(), _mm256_setzero_si256()}; }
LANES w64 w_load(const int8_t *p) { return (w64){_mm256_loadu_si256((const __m256i *)p), _mm256_loadu_si256((const __m256i *)(p + 32))}; }
LANES a4 a_load(const uint8_t *p) {
    int32_t four;
    memcpy(&four, p, 4);
    return _mm256_set1_epi32(four);
}
// Pairs are added in 16 bits: 255·63·2 = 32,130 is below their limit, which is why weights have 7 bits.
LANES __m256i dot_eight(__m256i sum, __m256i a, __m256i w) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(a, w), _mm256_set1_epi16(1)));
}
LANES i16 i_dot(i16 sum, a4 a, w64 w) { return (i16){dot_eight(sum.low, a, w.low), dot_eight(sum.high, a, w.high)}; }
LANES __m256 float_eight(__m256i sum, const int32_t *offset) {
    return _mm256_cvtepi32_ps(_mm256_sub_epi32(sum, _mm256_loadu_si256((const __m256i *)offset)));
}
LANES v16 i_float(i16 sum, const int32_t *offset) { return (v16){float_eight(sum.low, offset), float_eight(sum.high, offset + 8)}; }

#include "lanes/kernels.h"

#pragma clang attribute pop

const sayso_kernels sayso_avx2 = SAYSO_TABLE;
#endif
