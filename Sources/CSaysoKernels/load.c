// What is done once, when a model is loaded, and the little that needs no vectors.
#include <string.h>

#include "CSaysoKernels.h"

bool sayso_pack(int outputs, int inputs, const int8_t *weights, int8_t *panels, int32_t *offset) {
    int greatest = 0, least = 0;
    int padded = (outputs + 15) / 16 * 16;
    memset(offset, 0, (size_t)padded * sizeof *offset);
    for (int n = 0; n < padded; n += 16) {
        int8_t *panel = panels + (size_t)n * inputs;
        for (int lane = 0; lane < 16; lane++) {
            int8_t *to = panel + 4 * lane;
            if (n + lane >= outputs) {
                for (int k = 0; k < inputs; k += 4) memset(to + 16 * (size_t)k, 0, 4);
                continue;
            }
            const int8_t *from = weights + (size_t)(n + lane) * inputs;
            int32_t sum = 0;
            for (int k = 0; k < inputs; k++) {
                sum += from[k];
                greatest = from[k] > greatest ? from[k] : greatest;
                least = from[k] < least ? from[k] : least;
            }
            offset[n + lane] = 128 * sum;
            for (int k = 0; k < inputs; k += 4) memcpy(to + 16 * (size_t)k, from + k, 4);
        }
    }
    return least >= -63 && greatest <= 63;
}

uint64_t sayso_checksum(const void *bytes, size_t words) {
    const unsigned char *at = bytes;
    uint64_t sum = 0;
    for (size_t i = 0; i < words; i++) {
        uint64_t word;
        memcpy(&word, at + 8 * i, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        sum += (2 * (uint64_t)i + 1) * word;
    }
    return sum;
}

bool sayso_all_finite(const float *values, size_t count) {
    uint32_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, values + i, 4);
        found |= (bits & 0x7f800000u) == 0x7f800000u;
    }
    return found == 0;
}

void sayso_arg_max(int rows, int count, const float *x, size_t stride, int32_t *out) {
    for (int i = 0; i < rows; i++) {
        const float *row = x + (size_t)i * stride;
        int best = 0;
        for (int j = 1; j < count; j++)
            if (row[j] > row[best]) best = j;
        out[i] = best;
    }
}

size_t sayso_attention_scratch(int length) {
    size_t padded = (size_t)(length + 15) / 16 * 16;
    return padded * (32 + 32 + 12);  // keys, values, the probabilities of a block of queries: see lanes/attention.h
}
