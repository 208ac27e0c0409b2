// exp and GELU over sixteen lanes, written once over the primitives of a path.

/// e^x, relative error < 2e-7; x is clamped to −87…88, so that 2^n stays a normal number.
LANES v16 v_exp(v16 x) {
    x = v_max(v_min(x, v_set(88.0f)), v_set(-87.0f));
    v16 n = v_round(v_mul(x, v_set(1.44269504f)));
    // ln 2 in two parts: the first has few bits, so that n times it is exact.
    v16 r = v_fma(n, v_set(-0.693359375f), x);
    r = v_fma(n, v_set(2.12194440e-4f), r);
    v16 p = v_set(1.9875691500e-4f);
    p = v_fma(p, r, v_set(1.3981999507e-3f));
    p = v_fma(p, r, v_set(8.3334519073e-3f));
    p = v_fma(p, r, v_set(4.1665795894e-2f));
    p = v_fma(p, r, v_set(1.6666665459e-1f));
    p = v_fma(p, r, v_set(5.0000001201e-1f));
    p = v_fma(p, v_mul(r, r), r);
    return v_times_power(v_add(p, v_set(1.0f)), n);
}

/// x·Φ(x), absolute error < 1e-6: erfc after Abramowitz & Stegun 7.1.28, (1 + a1·z + … + a6·z⁶)^−16 with z = |x|/√2 and the powers of √2
/// folded into the coefficients. It needs no exponential, and no case for the sign: x⁺ − |x|/2·erfc. A large |x| overflows to ∞ and the
/// quotient to 0.
LANES v16 v_gelu(v16 x) {
    v16 a = v_abs(x);
    v16 p = v_set(5.382975e-06f);
    p = v_fma(p, a, v_set(4.8890637e-05f));
    p = v_fma(p, a, v_set(3.8003574e-05f));
    p = v_fma(p, a, v_set(0.0032776264f));
    p = v_fma(p, a, v_set(0.021141006f));
    p = v_fma(p, a, v_set(0.049867347f));
    p = v_fma(p, a, v_set(1.0f));
    p = v_mul(p, p);
    p = v_mul(p, p);
    p = v_mul(p, p);
    p = v_mul(p, p);
    return v_sub(v_max(x, v_set(0.0f)), v_div(v_mul(a, v_set(0.5f)), p));
}
