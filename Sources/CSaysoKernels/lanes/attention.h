// Soft-max attention of one window, head by head, in blocks of twelve queries: keys (transposed), values and a block's probabilities
// stay in the first-level cache. Sums over keys run in order (values) or in sixteen lanes and the tree (soft-max), whatever the block's
// height.

enum { head_width = 32, query_block = 12 };

/// probabilities [length padded] ← soft-max of one row of scores; returns 1/Σ, which the values' product applies at its end.
LANES float soften(int length, int padded, float *row) {
    // Padded keys: −1e30 is added to their scores, which leaves e^−87 of them at most.
    static const float barrier[32] = {0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,
                                      0,      0,      0,      0,      0,      -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f,
                                      -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f};
    int last = padded - 16;
    v_store(row + last, v_add(v_load(row + last), v_load(barrier + (padded - length))));
    v16 most = v_load(row);
    for (int j = 16; j < padded; j += 16) most = v_max(most, v_load(row + j));
    most = v_set(v_greatest(most));
    v16 sum = v_set(0.0f);
    for (int j = 0; j < padded; j += 16) {
        v16 e = v_exp(v_sub(v_load(row + j), most));
        v_store(row + j, e);
        sum = v_add(sum, e);
    }
    return 1.0f / v_sum(sum);
}

static void attention(int length, int heads, const float *qkv, float *out, float *scratch) {
    const int width = heads * head_width, padded = (length + 15) / 16 * 16;
    const size_t stride = 3 * (size_t)width;
    float *keys = scratch, *values = keys + (size_t)head_width * padded, *scores = values + (size_t)head_width * padded;
    const v16 scale = v_set(0.17677669529663687f);  // 1/√32
    for (int head = 0; head < heads; head++) {
        const float *from = qkv + head * head_width;
        for (int j = 0; j < length; j++) {
            const float *key = from + (size_t)j * stride + width, *value = key + width;
            float scaled[head_width];
            for (int d = 0; d < head_width; d += 16) {
                v_store(scaled + d, v_mul(v_load(key + d), scale));
                v_store(values + (size_t)j * head_width + d, v_load(value + d));
            }
            for (int d = 0; d < head_width; d++) keys[(size_t)d * padded + j] = scaled[d];
        }
        for (int d = 0; d < head_width; d++)
            for (int j = length; j < padded; j++) keys[(size_t)d * padded + j] = 0.0f;
        for (int i = 0; i < length; i += query_block) {
            int rows = length - i < query_block ? length - i : query_block;
            float factor[query_block];
            product_scaled(rows, padded, head_width, from + (size_t)i * stride, stride, keys, (size_t)padded, NULL, scores, (size_t)padded);
            for (int r = 0; r < rows; r++) factor[r] = soften(length, padded, scores + (size_t)r * padded);
            float *to = out + (size_t)i * width + head * head_width;
            product_scaled(rows, head_width, length, scores, (size_t)padded, values, head_width, factor, to, (size_t)width);
        }
    }
}
