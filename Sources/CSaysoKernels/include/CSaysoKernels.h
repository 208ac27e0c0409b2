// The arithmetic of the language engine, once per kind of processor, with the same bits on each.
//
// Every path (plain C, AVX2, AVX-512 VNNI, NEON) compiles the same algorithms (lanes/*.h) over its own sixteen-lane primitives. All sums
// run in sixteen lanes and end in one fixed tree, every product that is added is a fused multiply-add, integers are exact: so a path may be
// faster than another, never different.
//
// Matrices are row-major. "Padded" means up to the next multiple of 16. Nothing here allocates or checks: that is Swift's part.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { sayso_path_plain = 0, sayso_path_avx2 = 1, sayso_path_avx512 = 2, sayso_path_neon = 3 };

/// A linear layer as the kernels want it: see sayso_pack.
typedef struct sayso_linear {
    int inputs;                // multiple of 16
    int outputs;               // padded
    const int8_t *panels;      // [outputs/16][inputs/4][16][4]
    const float *scale;        // [outputs]
    const int32_t *offset;     // [outputs], 128·Σw: what unsigned activations add too much
    const float *bias;         // [outputs]
} sayso_linear;

typedef struct sayso_kernels {
    /// x [rows, width] f32 → q [rows, width] u8 = round-half-even(x·127/m) + 128 and scale [rows] = m/127, m = max(|x|, 1e-9). width % 16
    /// == 0.
    void (*quantise)(int rows, int width, const float *x, size_t stride, uint8_t *q, float *scale);

    /// y [rows, outputs] = q·weights·scale + bias, then GELU if asked. y's rows are `stride` floats apart.
    void (*linear)(const sayso_linear *layer, int rows, const uint8_t *q, const float *row_scale, float *y, size_t stride, bool gelu);

    /// c [rows, columns] = a [rows, inner] · b [inner, columns]; columns % 16 == 0. Summed over `inner` in order.
    void (*product)(int rows, int columns, int inner, const float *a, size_t a_stride, const float *b, size_t b_stride, float *c,
                    size_t c_stride);

    /// c[i, j] = a_i · b_j · factor + bias[j] (bias may be null): many short dot products, width % 16 == 0.
    void (*dots)(int rows, int columns, int width, const float *a, size_t a_stride, const float *b, size_t b_stride, float factor,
                 const float *bias, float *c, size_t c_stride);

    /// out = LayerNorm(x + y)·weight + bias by rows, eps 1e-12; y may be null, out may be x.
    void (*add_norm)(int rows, int width, const float *x, const float *y, const float *weight, const float *bias, float *out);

    /// Soft-max attention inside one window. qkv [length, 3·heads·32], out [length, heads·32], scratch: sayso_attention_scratch(length)
    /// floats.
    void (*attention)(int length, int heads, const float *qkv, float *out, float *scratch);

    /// out [length, width] = word[id]·scale[id] + position[0…] + shape[case]. width % 16 == 0.
    void (*embed)(int length, int width, const int32_t *ids, const uint8_t *cases, const int8_t *word, const float *scale,
                  const float *position, const float *shape, float *out);

    /// out[w] = (mix(first[w]) + mix(last[w]))/2 where mix(t) = m0·h0[t] + m1·h1[t] + m2·h2[t].
    void (*word_vectors)(int words, int width, const int32_t *first, const int32_t *last, const float *h0, const float *h1, const float *h2,
                         const float *m, float *out);

    /// out [width] = mean of the rows of x; rows ≥ 1.
    void (*mean)(int rows, int width, const float *x, size_t stride, float *out);

    /// x / |x|, in place (|x| at least 1e-12).
    void (*unit)(int width, float *x);

    /// 1/(1+e^−x), in place; count % 16 == 0.
    void (*sigmoid)(int count, float *x);

    /// Soft-max probability of entry `index`; count % 16 == 0, padded entries hold −1e30.
    float (*probability)(int count, const float *x, int index);
} sayso_kernels;

/// The kernels of a path, or null where this processor (or this build) lacks it.
const sayso_kernels *sayso_kernels_for(int path);

/// Floats that `attention` needs beside its arguments.
size_t sayso_attention_scratch(int length);

/// Lays weights [outputs, inputs] out in panels of 16 outputs and fills `offset`; rows beyond `outputs` become zero. False if a weight lies
/// outside −63…63, where AVX2's 16-bit pairs could saturate. `panels` holds padded(outputs)·inputs bytes, `offset` padded(outputs).
bool sayso_pack(int outputs, int inputs, const int8_t *weights, int8_t *panels, int32_t *offset);

/// Σ (2i+1)·w_i mod 2^64 over little-endian 64-bit words.
uint64_t sayso_checksum(const void *bytes, size_t words);

/// True if no value is infinite or NaN.
bool sayso_all_finite(const float *values, size_t count);

/// Index of the first greatest of `count` values, for each row.
void sayso_arg_max(int rows, int count, const float *x, size_t stride, int32_t *out);

/// What is left of a lower-case scalar after canonical decomposition without marks: number of scalars written to out[3], or −1 if the
/// scalar does not decompose.
int sayso_decompose(uint32_t scalar, uint32_t *out);
