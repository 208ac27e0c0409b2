// Plain C: the definition the other paths are held to, and the way out on processors without theirs. Where fmaf is a library call it is
// slow.
#include <math.h>

#include "lanes/begin.h"

enum { INTEGER_ROWS = 4, INTEGER_VECTORS = 1, FLOAT_ROWS = 4, FLOAT_VECTORS = 1 };

typedef struct { float lane[16]; } v16;
typedef struct { int32_t lane[16]; } i16;
typedef struct { int8_t lane[64]; } w64;
typedef struct { int32_t k[4]; } a4;

#define EACH(expression) \
    v16 y; \
    for (int i = 0; i < 16; i++) y.lane[i] = (expression); \
    return y

LANES v16 v_load(const float *p) { EACH(p[i]); }
LANES void v_store(float *p, v16 x) { memcpy(p, &x, sizeof x); }
LANES v16 v_set(float x) { EACH(x); }
LANES v16 v_add(v16 a, v16 b) { EACH(a.lane[i] + b.lane[i]); }
LANES v16 v_sub(v16 a, v16 b) { EACH(a.lane[i] - b.lane[i]); }
LANES v16 v_mul(v16 a, v16 b) { EACH(a.lane[i] * b.lane[i]); }
LANES v16 v_div(v16 a, v16 b) { EACH(a.lane[i] / b.lane[i]); }
LANES v16 v_fma(v16 a, v16 b, v16 c) { EACH(fmaf(a.lane[i], b.lane[i], c.lane[i])); }
LANES v16 v_max(v16 a, v16 b) { EACH(a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i]); }
LANES v16 v_min(v16 a, v16 b) { EACH(a.lane[i] < b.lane[i] ? a.lane[i] : b.lane[i]); }
LANES v16 v_abs(v16 x) { EACH(fabsf(x.lane[i])); }
LANES v16 v_round(v16 x) { EACH(rintf(x.lane[i])); }
LANES float power_of_two(float n) {
    uint32_t bits = (uint32_t)((int32_t)n + 127) << 23;
    float power;
    memcpy(&power, &bits, 4);
    return power;
}
LANES v16 v_times_power(v16 x, v16 n) { EACH(x.lane[i] * power_of_two(n.lane[i])); }
LANES v16 v_from_bytes(const int8_t *p) { EACH((float)p[i]); }
LANES void v_store_bytes(uint8_t *p, v16 x) {
    for (int i = 0; i < 16; i++) p[i] = (uint8_t)((int32_t)x.lane[i] + 128);
}
LANES float v_sum(v16 x) {
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++) x.lane[i] += x.lane[i + half];
    return x.lane[0];
}
LANES float v_greatest(v16 x) {
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++) x.lane[i] = x.lane[i] > x.lane[i + half] ? x.lane[i] : x.lane[i + half];
    return x.lane[0];
}
LANES float s_fma(float a, float b, float c) { return fmaf(a, b, c); }
LANES float s_root(float x) { return sqrtf(x); }

LANES i16 i_zero(void) { return (i16){{0}}; }
LANES w64 w_load(const int8_t *p) {
    w64 w;
    memcpy(&w, p, sizeof w);
    return w;
}
LANES a4 a_load(const uint8_t *p) { return (a4){{p[0], p[1], p[2], p[3]}}; }
LANES i16 i_dot(i16 sum, a4 a, w64 w) {
    for (int i = 0; i < 16; i++)
        for (int k = 0; k < 4; k++) sum.lane[i] += a.k[k] * w.lane[4 * i + k];
    return sum;
}
LANES v16 i_float(i16 sum, const int32_t *offset) { EACH((float)(sum.lane[i] - offset[i])); }

#include "lanes/kernels.h"

const sayso_kernels sayso_plain = SAYSO_TABLE;
