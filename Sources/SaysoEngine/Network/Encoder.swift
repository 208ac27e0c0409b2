import CSaysoKernels

/// The transformer: pieces in, the last three layers' rows out.
///
/// *Reads* the workspace's `ids` and `cases`, *writes* its `kept`.
final class Encoder {
    private struct Layer {
        let qkv, out, up, down: Linear
        let norm1, norm2: Norm
    }

    /// LayerNorm's weight and bias, straight from the file.
    private struct Norm {
        let weight, bias: UnsafePointer<Float>

        init(_ file: WeightsFile, _ name: String) throws(LanguageModelProblem) {
            weight = try file.tensors.floats(name + ".w", file.configuration.width)
            bias = try file.tensors.floats(name + ".b", file.configuration.width)
        }
    }

    /// Rows of the vocabulary.
    let pieces: Int

    private let configuration: Configuration
    private let kernels: Kernels
    // Straight from the file, which LanguageModel keeps open.
    private let word: UnsafePointer<Int8>
    private let wordScale, position, shape: UnsafePointer<Float>
    private let norm: Norm
    private let layers: [Layer]

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        configuration = file.configuration
        self.kernels = kernels
        let (width, inner) = (configuration.width, configuration.ffn)
        pieces = file.tensors.tensors["emb.word.q"]?.shape.first ?? 0
        word = try file.tensors.integers("emb.word.q", pieces, width)
        wordScale = try file.tensors.floats("emb.word.s", pieces)
        position = try file.tensors.floats("emb.pos", Configuration.positions, width)
        shape = try file.tensors.floats("emb.case", 8, width)
        norm = try Norm(file, "emb.norm")
        var layers: [Layer] = []
        for index in 0..<configuration.layers {
            let name = "layers.\(index)."
            layers.append(
                Layer(
                    qkv: try Linear(file, name + "qkv", outputs: 3 * width, inputs: width),
                    out: try Linear(file, name + "out", outputs: width, inputs: width),
                    up: try Linear(file, name + "up", outputs: inner, inputs: width),
                    down: try Linear(file, name + "down", outputs: width, inputs: inner),
                    norm1: try Norm(file, name + "norm1"), norm2: try Norm(file, name + "norm2")))
        }
        self.layers = layers
    }

    func encode(_ batch: Batch, _ workspace: Workspace) {
        let (rows, width, inner) = (batch.rows, configuration.width, configuration.ffn)
        let (state, wide, attended) = (workspace.state.start, workspace.wide.start, workspace.attended.start)
        for window in batch.windows {
            let start = window.rows.lowerBound
            kernels.run.embed(
                Int32(window.rows.count), Int32(width), workspace.ids.start + start, workspace.cases.start + start, word, wordScale,
                position,
                shape, state + start * width)
        }
        addNorm(rows, state, nil, norm, to: state)
        var input = state
        for (index, layer) in layers.enumerated() {
            linear(layer.qkv, rows, input, to: wide, workspace)
            for window in batch.windows {
                let start = window.rows.lowerBound
                kernels.run.attention(
                    Int32(window.rows.count), Int32(configuration.heads), wide + start * 3 * width, attended + start * width,
                    workspace.scratch.start)
            }
            linear(layer.out, rows, attended, to: wide, workspace)
            addNorm(rows, input, wide, layer.norm1, to: state)
            linear(layer.up, rows, state, to: wide, workspace, gelu: true)
            workspace.quantised.fill(kernels, rows: rows, width: inner, from: wide, stride: inner)
            layer.down.apply(kernels, rows: rows, workspace.quantised, to: attended)
            let keep = index - (layers.count - configuration.keep)
            let output = keep >= 0 ? workspace.kept[keep].start : state
            addNorm(rows, state, attended, layer.norm2, to: output)
            input = output
        }
    }

    private func linear(
        _ layer: Linear, _ rows: Int, _ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ workspace: Workspace,
        gelu: Bool = false
    ) {
        workspace.quantised.fill(kernels, rows: rows, width: layer.inputs, from: x, stride: layer.inputs)
        layer.apply(kernels, rows: rows, workspace.quantised, to: y, gelu: gelu)
    }

    private func addNorm(
        _ rows: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>?, _ norm: Norm, to out: UnsafeMutablePointer<Float>
    ) {
        kernels.run.add_norm(Int32(rows), Int32(configuration.width), x, y, norm.weight, norm.bias, out)
    }
}

enum Attention {
    /// Floats the kernel needs for windows up to `length` rows.
    static func scratch(_ length: Int) -> Int { sayso_attention_scratch(Int32(length)) }
}
