// What is done row by row: quantising, normalising, looking up, mixing.

static void quantise(int rows, int width, const float *x, size_t stride, uint8_t *q, float *scale) {
    for (int i = 0; i < rows; i++) {
        const float *row = x + (size_t)i * stride;
        v16 most = v_set(1e-9f);
        for (int k = 0; k < width; k += 16) most = v_max(most, v_abs(v_load(row + k)));
        float m = v_greatest(most);
        scale[i] = m / 127.0f;
        v16 factor = v_set(127.0f / m);
        for (int k = 0; k < width; k += 16) v_store_bytes(q + (size_t)i * width + k, v_round(v_mul(v_load(row + k), factor)));
    }
}

static void add_norm(int rows, int width, const float *x, const float *y, const float *weight, const float *bias, float *out) {
    for (int i = 0; i < rows; i++) {
        const size_t at = (size_t)i * width;
        v16 sum = v_set(0.0f), squares = v_set(0.0f);
        for (int k = 0; k < width; k += 16) {
            v16 value = v_load(x + at + k);
            if (y) value = v_add(value, v_load(y + at + k));
            sum = v_add(sum, value);
            v_store(out + at + k, value);
        }
        v16 mean = v_set(v_sum(sum) / (float)width);
        for (int k = 0; k < width; k += 16) {
            v16 value = v_sub(v_load(out + at + k), mean);
            squares = v_fma(value, value, squares);
        }
        v16 inverse = v_set(1.0f / s_root(v_sum(squares) / (float)width + 1e-12f));
        for (int k = 0; k < width; k += 16) {
            v16 value = v_mul(v_sub(v_load(out + at + k), mean), inverse);
            v_store(out + at + k, v_fma(value, v_load(weight + k), v_load(bias + k)));
        }
    }
}

static void embed(int length, int width, const int32_t *ids, const uint8_t *cases, const int8_t *word, const float *scale,
                  const float *position, const float *shape, float *out) {
    for (int i = 0; i < length; i++) {
        const int8_t *from = word + (size_t)ids[i] * width;
        const v16 factor = v_set(scale[ids[i]]);
        for (int k = 0; k < width; k += 16) {
            v16 value = v_fma(v_from_bytes(from + k), factor, v_load(position + (size_t)i * width + k));
            v_store(out + (size_t)i * width + k, v_add(value, v_load(shape + (size_t)cases[i] * width + k)));
        }
    }
}

static void word_vectors(int words, int width, const int32_t *first, const int32_t *last, const float *h0, const float *h1, const float *h2,
                         const float *m, float *out) {
    const v16 m0 = v_set(m[0]), m1 = v_set(m[1]), m2 = v_set(m[2]);
    for (int w = 0; w < words; w++) {
        const size_t a = (size_t)first[w] * width, b = (size_t)last[w] * width;
        for (int k = 0; k < width; k += 16) {
            v16 x = v_fma(m2, v_load(h2 + a + k), v_fma(m1, v_load(h1 + a + k), v_mul(m0, v_load(h0 + a + k))));
            if (a != b) {
                v16 y = v_fma(m2, v_load(h2 + b + k), v_fma(m1, v_load(h1 + b + k), v_mul(m0, v_load(h0 + b + k))));
                x = v_mul(v_add(x, y), v_set(0.5f));
            }
            v_store(out + (size_t)w * width + k, x);
        }
    }
}

static void mean(int rows, int width, const float *x, size_t stride, float *out) {
    const v16 factor = v_set(1.0f / (float)rows);
    for (int k = 0; k < width; k += 16) {
        v16 sum = v_load(x + k);
        for (int i = 1; i < rows; i++) sum = v_add(sum, v_load(x + (size_t)i * stride + k));
        v_store(out + k, v_mul(sum, factor));
    }
}

static void unit(int width, float *x) {
    v16 squares = v_set(0.0f);
    for (int k = 0; k < width; k += 16) squares = v_fma(v_load(x + k), v_load(x + k), squares);
    float length = s_root(v_sum(squares));
    const v16 factor = v_set(1.0f / (length > 1e-12f ? length : 1e-12f));
    for (int k = 0; k < width; k += 16) v_store(x + k, v_mul(v_load(x + k), factor));
}

static void sigmoid(int count, float *x) {
    const v16 one = v_set(1.0f);
    for (int k = 0; k < count; k += 16) v_store(x + k, v_div(one, v_add(one, v_exp(v_sub(v_set(0.0f), v_load(x + k))))));
}

static float probability(int count, const float *x, int index) {
    v16 most = v_load(x);
    for (int k = 16; k < count; k += 16) most = v_max(most, v_load(x + k));
    const v16 shift = v_set(v_greatest(most));
    v16 sum = v_set(0.0f);
    float chosen[16];
    for (int k = 0; k < count; k += 16) {
        v16 e = v_exp(v_sub(v_load(x + k), shift));
        if (k == index / 16 * 16) v_store(chosen, e);
        sum = v_add(sum, e);
    }
    return chosen[index % 16] / v_sum(sum);
}
