// Matrix products in register tiles. A tile holds INTEGER_ROWS × INTEGER_VECTORS (FLOAT_ROWS × FLOAT_VECTORS) sums of sixteen lanes; the
// shape is the path's choice and changes no bit, since each element is summed over k in order.

_Static_assert(INTEGER_ROWS >= 2 && FLOAT_ROWS >= 2, "half a tile must still have a row");

LANES void linear_tile(const int rows, const int vectors, const sayso_linear *layer, int column, const uint8_t *q, const float *row_scale,
                       float *y, size_t stride, bool gelu) {
    i16 sum[INTEGER_ROWS][INTEGER_VECTORS];
    const int inputs = layer->inputs;
    const int8_t *panel = layer->panels + (size_t)column * inputs;
    const size_t next = (size_t)16 * inputs;
    UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = i_zero();
    for (int k = 0; k < inputs; k += 4) {
        w64 w[INTEGER_VECTORS];
        UNROLL for (int v = 0; v < vectors; v++) w[v] = w_load(panel + v * next + (size_t)16 * k);
        UNROLL for (int r = 0; r < rows; r++) {
            a4 a = a_load(q + (size_t)r * inputs + k);
            UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = i_dot(sum[r][v], a, w[v]);
        }
    }
    UNROLL for (int v = 0; v < vectors; v++) {
        int n = column + 16 * v;
        v16 scale = v_load(layer->scale + n), bias = v_load(layer->bias + n);
        UNROLL for (int r = 0; r < rows; r++) {
            v16 value = v_fma(i_float(sum[r][v], layer->offset + n), v_mul(scale, v_set(row_scale[r])), bias);
            v_store(y + (size_t)r * stride + n, gelu ? v_gelu(value) : value);
        }
    }
}

LANES void linear_columns(const int vectors, const sayso_linear *layer, int column, int rows, const uint8_t *q, const float *row_scale,
                          float *y, size_t stride, bool gelu) {
    int i = 0;
#define TILE(count) \
    for (; i + (count) <= rows; i += (count)) \
        linear_tile(count, vectors, layer, column, q + (size_t)i * layer->inputs, row_scale + i, y + (size_t)i * stride, stride, gelu);
    TILE(INTEGER_ROWS)
    TILE(INTEGER_ROWS / 2)
    TILE((INTEGER_ROWS + 3) / 4)
    TILE(1)
#undef TILE
}

static void linear(const sayso_linear *layer, int rows, const uint8_t *q, const float *row_scale, float *y, size_t stride, bool gelu) {
    int column = 0;
    for (; column + 16 * INTEGER_VECTORS <= layer->outputs; column += 16 * INTEGER_VECTORS)
        linear_columns(INTEGER_VECTORS, layer, column, rows, q, row_scale, y, stride, gelu);
    for (; column < layer->outputs; column += 16) linear_columns(1, layer, column, rows, q, row_scale, y, stride, gelu);
}

/// The product's tile; `factor` (may be null) multiplies each row of the result.
LANES void product_tile(const int rows, const int vectors, int inner, const float *a, size_t a_stride, const float *b, size_t b_stride,
                        const float *factor, float *c, size_t c_stride) {
    v16 sum[FLOAT_ROWS][FLOAT_VECTORS];
    UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = v_set(0.0f);
    for (int k = 0; k < inner; k++) {
        v16 line[FLOAT_VECTORS];
        UNROLL for (int v = 0; v < vectors; v++) line[v] = v_load(b + (size_t)k * b_stride + 16 * v);
        UNROLL for (int r = 0; r < rows; r++) {
            v16 x = v_set(a[(size_t)r * a_stride + k]);
            UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = v_fma(x, line[v], sum[r][v]);
        }
    }
    UNROLL for (int r = 0; r < rows; r++) UNROLL for (int v = 0; v < vectors; v++) {
        v16 value = factor ? v_mul(sum[r][v], v_set(factor[r])) : sum[r][v];
        v_store(c + (size_t)r * c_stride + 16 * v, value);
    }
}

/// Columns % 16 == 0.
LANES void product_rows(const int rows, int columns, int inner, const float *a, size_t a_stride, const float *b, size_t b_stride,
                        const float *factor, float *c, size_t c_stride) {
    int column = 0;
    for (; column + 16 * FLOAT_VECTORS <= columns; column += 16 * FLOAT_VECTORS)
        product_tile(rows, FLOAT_VECTORS, inner, a, a_stride, b + column, b_stride, factor, c + column, c_stride);
    for (; column < columns; column += 16) product_tile(rows, 1, inner, a, a_stride, b + column, b_stride, factor, c + column, c_stride);
}

/// Not inlined: attention calls it four times per block.
static __attribute__((noinline)) void product_scaled(int rows, int columns, int inner, const float *a, size_t a_stride, const float *b,
                                                     size_t b_stride, const float *factor, float *c, size_t c_stride) {
    int i = 0;
#define TILE(count) \
    for (; i + (count) <= rows; i += (count)) \
        product_rows(count, columns, inner, a + (size_t)i * a_stride, a_stride, b, b_stride, factor ? factor + i : factor, \
                     c + (size_t)i * c_stride, c_stride);
    TILE(FLOAT_ROWS)
    TILE(FLOAT_ROWS / 2)
    TILE((FLOAT_ROWS + 3) / 4)
    TILE(1)
#undef TILE
}

static void product(int rows, int columns, int inner, const float *a, size_t a_stride, const float *b, size_t b_stride, float *c,
                    size_t c_stride) {
    product_scaled(rows, columns, inner, a, a_stride, b, b_stride, NULL, c, c_stride);
}

static void dots(int rows, int columns, int width, const float *a, size_t a_stride, const float *b, size_t b_stride, float factor,
                 const float *bias, float *c, size_t c_stride) {
    for (int i = 0; i < rows; i++) {
        const float *left = a + (size_t)i * a_stride;
        for (int j = 0; j < columns; j++) {
            const float *right = b + (size_t)j * b_stride;
            v16 sum = v_set(0.0f);
            for (int k = 0; k < width; k += 16) sum = v_fma(v_load(left + k), v_load(right + k), sum);
            c[(size_t)i * c_stride + j] = s_fma(v_sum(sum), factor, bias ? bias[j] : 0.0f);
        }
    }
}
