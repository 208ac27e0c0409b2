// Prints, for each path this processor has, a hash of what every kernel writes on fixed pseudo-random numbers: equal hashes are equal bits,
// between paths and between processors. Needs no C library beyond write and exit, so that it runs where only a compiler is to be had.
#include <string.h>
#include <unistd.h>

#include "CSaysoKernels.h"

static uint64_t state, hash;
static uint32_t next(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33);
}
static void add(const void *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) hash = (hash ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
}

enum { rows = 61, most = 1536 };
static float x[rows * most], y[rows * most], z[rows * most], bias[most], scale[most], row_scale[rows];
static uint8_t q[rows * most];
static int8_t weights[400 * most], panels[400 * most];
static int32_t offset[most], first[rows], last[rows];
static uint8_t cases[rows];

static void fill(float *to, size_t count, float spread) {
    for (size_t i = 0; i < count; i++) to[i] = ((float)(int32_t)next() / 1073741824.0f - 1.0f) * spread;
}

static uint64_t run(const sayso_kernels *k) {
    state = 1;
    hash = 14695981039346656037u;
    fill(x, rows * most, 3), fill(bias, most, 1), fill(scale, most, 0.01f);
    for (int width = 16; width <= 1536; width *= 2) {
        k->quantise(rows, width, x, (size_t)width, q, row_scale);
        add(q, (size_t)(rows * width)), add(row_scale, sizeof row_scale);
        for (int outputs = 1; outputs < 400; outputs = outputs * 3 + 1) {
            for (int i = 0; i < outputs * width; i++) weights[i] = (int8_t)((int)(next() % 127) - 63);
            sayso_pack(outputs, width, weights, panels, offset);
            sayso_linear layer = {width, (outputs + 15) / 16 * 16, panels, scale, offset, bias};
            for (int gelu = 0; gelu < 2; gelu++) {
                k->linear(&layer, rows, q, row_scale, y, (size_t)layer.outputs, gelu);
                add(y, sizeof(float) * (size_t)(rows * layer.outputs));
            }
        }
    }
    k->product(rows, 48, 37, x, 41, x + 7, 53, y, 48);
    add(y, sizeof(float) * rows * 48);
    k->dots(rows, 9, 96, x, 96, bias, 96, 0.3f, scale, y, 9);
    add(y, sizeof(float) * rows * 9);
    for (int length = 1; length <= rows; length += 5) {
        k->attention(length, 2, x, y, z);
        add(y, sizeof(float) * (size_t)(length * 64));
    }
    k->add_norm(rows, 96, x, x + 50, scale, bias, y);
    add(y, sizeof(float) * rows * 96);
    for (int i = 0; i < rows; i++) first[i] = (i * 7) % rows, last[i] = (i * 3) % rows, cases[i] = (uint8_t)(i % 8);
    k->embed(rows, 96, first, cases, weights, scale, x, bias, y);
    add(y, sizeof(float) * rows * 96);
    k->word_vectors(rows, 96, first, last, x, x + 10000, x + 20000, scale, y);
    add(y, sizeof(float) * rows * 96);
    k->mean(7, 96, x, 100, y), k->unit(96, y);
    add(y, sizeof(float) * 96);
    fill(y, 960, 100);
    float p = k->probability(96, y, 17);
    add(&p, sizeof p);
    k->sigmoid(960, y);
    add(y, sizeof(float) * 960);
    return hash;
}

extern const sayso_kernels sayso_neon, sayso_plain;

static void print(const char *name, uint64_t value) {
    char line[64];
    size_t n = strlen(name);
    memcpy(line, name, n);
    for (int i = 15; i >= 0; i--) line[n++] = "0123456789abcdef"[(value >> (4 * i)) & 15];
    line[n++] = '\n';
    if (write(1, line, n) < 0) return;
}

int main(void) {
    static const char *names[] = {"plain   ", "avx2    ", "avx512  ", "neon    "};
    for (int path = 0; path < 4; path++) {
        const sayso_kernels *k = sayso_kernels_for(path);
        if (k) print(names[path], run(k));
    }
#if defined(__aarch64__)
    print("no sdot ", run(&sayso_neon));
#endif
    return 0;
}
