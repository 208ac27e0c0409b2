// A path includes this after its primitives, inside its target attribute, and names its table.
//
// Primitives: v16 (sixteen floats): v_load v_store v_set v_add v_sub v_mul v_div v_fma v_max v_min v_abs v_round (half to even)
// v_times_power (x·2^n) v_sum (lane i + lane i+8, then 4, 2, 1) v_greatest v_from_bytes v_store_bytes (integral value + 128 as a byte);
// scalars: s_fma s_root. i16 (sixteen int32 sums), w64 (16 outputs × 4 weights), a4 (4 activations, spread): i_zero w_load a_load i_dot
// i_float (sum without the offset).
#include "math.h"
#include "matrix.h"
#include "attention.h"
#include "rows.h"

#define SAYSO_TABLE {quantise, linear, product, dots, add_norm, attention, embed, word_vectors, mean, unit, sigmoid, probability}
