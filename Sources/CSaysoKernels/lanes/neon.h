// NEON's primitives: sixteen lanes are four registers. Activations become signed again (byte ^ 0x80), so that no offset is to be
// subtracted. USES_DOT_PRODUCT says whether `sdot` may be used.
#include <arm_neon.h>

// 6 × 16 sums are 24 of 32 registers, a line of weights 4, the activations 1.
enum { INTEGER_ROWS = 6, INTEGER_VECTORS = 1, FLOAT_ROWS = 6, FLOAT_VECTORS = 1 };

typedef struct { float32x4_t part[4]; } v16;
typedef struct { int32x4_t part[4]; } i16;
typedef struct { int8x16_t part[4]; } w64;
typedef int8x16_t a4;

#define EACH(expression) \
    v16 y; \
    UNROLL for (int i = 0; i < 4; i++) y.part[i] = (expression); \
    return y

LANES v16 v_load(const float *p) { EACH(vld1q_f32(p + 4 * i)); }
LANES void v_store(float *p, v16 x) {
    UNROLL for (int i = 0; i < 4; i++) vst1q_f32(p + 4 * i, x.part[i]);
}
LANES v16 v_set(float x) { EACH(vdupq_n_f32(x)); }
LANES v16 v_add(v16 a, v16 b) { EACH(vaddq_f32(a.part[i], b.part[i])); }
LANES v16 v_sub(v16 a, v16 b) { EACH(vsubq_f32(a.part[i], b.part[i])); }
LANES v16 v_mul(v16 a, v16 b) { EACH(vmulq_f32(a.part[i], b.part[i])); }
LANES v16 v_div(v16 a, v16 b) { EACH(vdivq_f32(a.part[i], b.part[i])); }
LANES v16 v_fma(v16 a, v16 b, v16 c) { EACH(vfmaq_f32(c.part[i], a.part[i], b.part[i])); }
LANES v16 v_max(v16 a, v16 b) { EACH(vmaxq_f32(a.part[i], b.part[i])); }
LANES v16 v_min(v16 a, v16 b) { EACH(vminq_f32(a.part[i], b.part[i])); }
LANES v16 v_abs(v16 x) { EACH(vabsq_f32(x.part[i])); }
LANES v16 v_round(v16 x) { EACH(vrndnq_f32(x.part[i])); }
LANES float32x4_t power_four(float32x4_t n) {
    return vreinterpretq_f32_s32(vshlq_n_s32(vaddq_s32(vcvtnq_s32_f32(n), vdupq_n_s32(127)), 23));
}
LANES v16 v_times_power(v16 x, v16 n) { EACH(vmulq_f32(x.part[i], power_four(n.part[i]))); }
LANES v16 v_from_bytes(const int8_t *p) {
    int8x16_t bytes = vld1q_s8(p);
    int16x8_t low = vmovl_s8(vget_low_s8(bytes)), high = vmovl_s8(vget_high_s8(bytes));
    return (v16){{vcvtq_f32_s32(vmovl_s16(vget_low_s16(low))), vcvtq_f32_s32(vmovl_s16(vget_high_s16(low))),
                  vcvtq_f32_s32(vmovl_s16(vget_low_s16(high))), vcvtq_f32_s32(vmovl_s16(vget_high_s16(high)))}};
}
LANES void v_store_bytes(uint8_t *p, v16 x) {
    int16x8_t low = vcombine_s16(vmovn_s32(vcvtnq_s32_f32(x.part[0])), vmovn_s32(vcvtnq_s32_f32(x.part[1])));
    int16x8_t high = vcombine_s16(vmovn_s32(vcvtnq_s32_f32(x.part[2])), vmovn_s32(vcvtnq_s32_f32(x.part[3])));
    int8x16_t bytes = vcombine_s8(vmovn_s16(low), vmovn_s16(high));
    vst1q_u8(p, veorq_u8(vreinterpretq_u8_s8(bytes), vdupq_n_u8(0x80)));
}
LANES float v_sum(v16 x) {
    float32x4_t four = vaddq_f32(vaddq_f32(x.part[0], x.part[2]), vaddq_f32(x.part[1], x.part[3]));
    float32x2_t two = vadd_f32(vget_low_f32(four), vget_high_f32(four));
    return vget_lane_f32(two, 0) + vget_lane_f32(two, 1);
}
LANES float v_greatest(v16 x) { return vmaxvq_f32(vmaxq_f32(vmaxq_f32(x.part[0], x.part[2]), vmaxq_f32(x.part[1], x.part[3]))); }
LANES float s_fma(float a, float b, float c) { return vget_lane_f32(vfma_f32(vdup_n_f32(c), vdup_n_f32(a), vdup_n_f32(b)), 0); }
LANES float s_root(float x) { return vget_lane_f32(vsqrt_f32(vdup_n_f32(x)), 0); }

LANES i16 i_zero(void) { return (i16){{vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0)}}; }
LANES w64 w_load(const int8_t *p) { return (w64){{vld1q_s8(p), vld1q_s8(p + 16), vld1q_s8(p + 32), vld1q_s8(p + 48)}}; }
LANES a4 a_load(const uint8_t *p) {
    uint32_t four;
    memcpy(&four, p, 4);
    return vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080u));
}
LANES i16 i_dot(i16 sum, a4 a, w64 w) {
    UNROLL for (int i = 0; i < 4; i++) {
#if USES_DOT_PRODUCT
        sum.part[i] = vdotq_s32(sum.part[i], w.part[i], a);
#else
        // Four products of each of four outputs; pairs fit 16 bits (2·127·63).
        int16x8_t low = vmull_s8(vget_low_s8(w.part[i]), vget_low_s8(a)), high = vmull_s8(vget_high_s8(w.part[i]), vget_high_s8(a));
        sum.part[i] = vpadalq_s16(sum.part[i], vpaddq_s16(low, high));
#endif
    }
    return sum;
}
LANES v16 i_float(i16 sum, const int32_t *offset) {
    (void)offset;
    EACH(vcvtq_f32_s32(sum.part[i]));
}
