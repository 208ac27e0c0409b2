import CSaysoKernels
import Testing

@testable import SaysoEngine

/// Every path against plain C, bit by bit, on random numbers and odd sizes.
@Suite struct KernelsTests {
    private static let faster = KernelPath.available.filter { $0 != .plain }
    private static let rows = [1, 2, 3, 5, 7, 11, 12, 13, 25, 61]

    /// What a function writes, as bits, on the path and on plain C.
    private func same(
        _ path: KernelPath, _ count: Int, _ run: (sayso_kernels, UnsafeMutablePointer<Float>) -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        func bits(_ path: KernelPath) throws -> [UInt32] {
            var out = [Float](repeating: -7, count: count)
            run(try Kernels(path).run, &out)
            return out.map(\.bitPattern)
        }
        let (found, wanted) = (try bits(path), try bits(.plain))
        let places = found.indices.filter { found[$0] != wanted[$0] }
        #expect(places.isEmpty, "\(places.count) of \(count) differ, first at \(places.first ?? -1)", sourceLocation: sourceLocation)
        #expect(wanted.contains { $0 != Float(-7).bitPattern }, "nothing was written", sourceLocation: sourceLocation)
    }

    @Test(arguments: faster, rows)
    func `quantises alike`(path: KernelPath, rows: Int) throws {
        var dice = Dice(state: 1)
        for width in [16, 48, 96, 384] {
            // Halves between two steps are common here: they round to even on every path.
            let x = dice.floats(rows * width).map { ($0 * 64).rounded() / 64 } + [0]
            try same(path, rows * width + rows) { kernels, out in
                var bytes = [UInt8](repeating: 0, count: rows * width)
                kernels.quantise(Int32(rows), Int32(width), x, width, &bytes, out + rows * width)
                for index in bytes.indices { out[index] = Float(bytes[index]) }
            }
        }
    }

    @Test(arguments: faster, rows)
    func `multiplies integers alike`(path: KernelPath, rows: Int) throws {
        var dice = Dice(state: UInt64(rows))
        for (inputs, outputs) in [(16, 1), (16, 16), (64, 40), (96, 70), (384, 33), (1536, 17)] {
            let padded = (outputs + 15) / 16 * 16
            // Extremes among them: all weights ±63 under all activations 255 is where 16-bit pairs would saturate.
            let weights = (0..<outputs * inputs).map { index in index % 3 == 0 ? 63 : Int8.random(in: -63...63, using: &dice) }
            let q = (0..<rows * inputs).map { index in index % 2 == 0 ? 255 : UInt8.random(in: 1...255, using: &dice) }
            var panels = [Int8](repeating: 1, count: padded * inputs)
            var offset = [Int32](repeating: 1, count: padded)
            #expect(sayso_pack(Int32(outputs), Int32(inputs), weights, &panels, &offset))
            let (scale, bias, rowScale) = (dice.floats(padded, 0.001...0.01), dice.floats(padded), dice.floats(rows, 0.01...0.1))
            for gelu in [false, true] {
                try same(path, rows * (padded + 3)) { kernels, out in
                    panels.withUnsafeBufferPointer { panels in
                        scale.withUnsafeBufferPointer { scale in
                            offset.withUnsafeBufferPointer { offset in
                                bias.withUnsafeBufferPointer { bias in
                                    var layer = sayso_linear(
                                        inputs: Int32(inputs), outputs: Int32(padded), panels: panels.baseAddress, scale: scale.baseAddress,
                                        offset: offset.baseAddress, bias: bias.baseAddress)
                                    kernels.linear(&layer, Int32(rows), q, rowScale, out, padded + 3, gelu)
                                }
                            }
                        }
                    }
                }
            }
            // And the integers are right: the plain sum, written out.
            var layerSum = 0
            for k in 0..<inputs { layerSum += (Int(q[k]) - 128) * Int(weights[k]) }
            try panels.withUnsafeBufferPointer { panels in
                try offset.withUnsafeBufferPointer { offset in
                    let (ones, zeros) = ([Float](repeating: 1, count: padded), [Float](repeating: 0, count: padded))
                    try ones.withUnsafeBufferPointer { ones in
                        try zeros.withUnsafeBufferPointer { zeros in
                            var layer = sayso_linear(
                                inputs: Int32(inputs), outputs: Int32(padded), panels: panels.baseAddress, scale: ones.baseAddress,
                                offset: offset.baseAddress, bias: zeros.baseAddress)
                            var out = [Float](repeating: 0, count: padded)
                            try Kernels(path).run.linear(&layer, 1, q, [1], &out, padded, false)
                            #expect(out[0] == Float(layerSum))
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: faster, rows)
    func `multiplies floats alike`(path: KernelPath, rows: Int) throws {
        var dice = Dice(state: 3)
        for (columns, inner) in [(16, 1), (32, 7), (48, 32), (256, 33)] {
            let (a, b) = (dice.floats(rows * (inner + 2)), dice.floats(inner * (columns + 5)))
            try same(path, rows * (columns + 1)) {
                $0.product(Int32(rows), Int32(columns), Int32(inner), a, inner + 2, b, columns + 5, $1, columns + 1)
            }
        }
        for width in [16, 96, 256] {
            let (a, b, bias) = (dice.floats(rows * width), dice.floats(9 * (width + 1)), dice.floats(9))
            try same(path, rows * 9) { $0.dots(Int32(rows), 9, Int32(width), a, width, b, width + 1, 0.3, bias, $1, 9) }
            try same(path, rows * 9) { $0.dots(Int32(rows), 9, Int32(width), a, width, b, width + 1, 0.3, nil, $1, 9) }
        }
    }

    @Test(arguments: faster, [1, 2, 15, 16, 17, 31, 48, 100, 162, 252, 258])
    func `attends alike`(path: KernelPath, length: Int) throws {
        var dice = Dice(state: UInt64(length))
        for (heads, spread) in [(1, Float(1)), (2, 30)] {
            let qkv = dice.floats(length * heads * 96, -spread...spread)
            var scratch = [Float](repeating: .nan, count: sayso_attention_scratch(Int32(length)))
            try same(path, length * heads * 32) { $0.attention(Int32(length), Int32(heads), qkv, $1, &scratch) }
        }
    }

    @Test func `attention is a weighted mean of values`() throws {
        var dice = Dice(state: 5)
        let length = 21
        let qkv = dice.floats(length * 96)
        var (out, scratch) = ([Float](repeating: 0, count: length * 32), [Float](repeating: .nan, count: sayso_attention_scratch(21)))
        try Kernels(.best).run.attention(Int32(length), 1, qkv, &out, &scratch)
        for i in 0..<length {
            let scores = (0..<length).map { j in
                (0..<32).reduce(0.0) { $0 + Double(qkv[i * 96 + $1]) * Double(qkv[j * 96 + 32 + $1]) } / 32.0.squareRoot()
            }
            let most = scores.max() ?? 0
            let weights = scores.map { exponential($0 - most) }
            let sum = weights.reduce(0, +)
            for d in 0..<32 {
                let wanted = (0..<length).reduce(0.0) { $0 + weights[$1] / sum * Double(qkv[$1 * 96 + 64 + d]) }
                #expect(abs(Double(out[i * 32 + d]) - wanted) < 1e-5)
            }
        }
    }

    /// e^x by its series, halved until that converges.
    private func exponential(_ x: Double) -> Double {
        guard x < -0.5 || x > 0.5 else { return (1...15).reversed().reduce(1.0) { 1 + x / Double($1) * $0 } }
        let half = exponential(x / 2)
        return half * half
    }

    @Test(arguments: faster)
    func `works on rows alike`(path: KernelPath) throws {
        var dice = Dice(state: 4)
        let (rows, width) = (7, 96)
        let (x, y, z) = (dice.floats(rows * width), dice.floats(rows * width), dice.floats(rows * width))
        let (weight, bias) = (dice.floats(width), dice.floats(width))
        try same(path, rows * width) { $0.add_norm(7, 96, x, y, weight, bias, $1) }
        try same(path, rows * width) { $0.add_norm(7, 96, x, nil, weight, bias, $1) }
        let (ids, cases) = ([Int32(2), 0, 1], [UInt8(1), 0, 1])
        let word = (0..<3 * width).map { _ in Int8.random(in: -128...127, using: &dice) }
        try same(path, 3 * width) { $0.embed(3, 96, ids, cases, word, [0.1, 0.2, 0.3], x, y, $1) }
        let (first, last) = ([Int32(0), 3, 6, 2], [Int32(0), 4, 6, 5])
        try same(path, 4 * width) { $0.word_vectors(4, 96, first, last, x, y, z, [0.2, 0.3, 0.5], $1) }
        try same(path, width) { $0.mean(7, 96, x, width, $1) }
        try same(path, width) { kernels, out in
            for index in 0..<width { out[index] = x[index] }
            kernels.unit(96, out)
        }
        for spread in [Float(1), 20, 200] {
            let wide = dice.floats(width, -spread...spread)
            try same(path, width) { kernels, out in
                for index in 0..<width { out[index] = wide[index] }
                kernels.sigmoid(96, out)
            }
            try same(path, width) { kernels, out in
                for index in 0..<width { out[index] = kernels.probability(96, wide, Int32(index)) }
            }
        }
    }

    @Test(arguments: KernelPath.allCases)
    func `a path this processor lacks is refused by name`(path: KernelPath) {
        if KernelPath.available.contains(path) {
            #expect(throws: Never.self) { try Kernels(path) }
        } else {
            #expect(throws: LanguageModelProblem.kernelsUnavailable(path)) { try Kernels(path) }
        }
    }

    @Test func `a weight outside seven bits is not packed`() {
        for weight in [Int8(64), -64, 127, -128] {
            var weights = [Int8](repeating: 63, count: 32)
            weights[17] = weight
            var (panels, offset) = ([Int8](repeating: 0, count: 256), [Int32](repeating: 0, count: 16))
            #expect(!sayso_pack(2, 16, weights, &panels, &offset))
        }
    }
}
