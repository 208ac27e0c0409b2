import CSaysoKernels

/// A linear layer in the kernels' layout: int8 weights by panels of 16 outputs, a scale and a bias for each output.
///
/// Outputs are padded to a multiple of 16; padded ones come out as −1e30, so that neither a maximum nor a soft-max sees them.
final class Linear {
    let inputs: Int
    let outputs: Int
    /// Outputs, padded: what a row of the result holds.
    let padded: Int

    private let panels: Buffer<Int8>
    private let offset: Buffer<Int32>
    private let scale: Buffer<Float>
    private let bias: Buffer<Float>
    private let layer: sayso_linear

    /// Takes `<name>.q` I8 [outputs, inputs], `<name>.s` F32 [outputs] and `<name>.b` F32 [outputs].
    init(_ file: WeightsFile, _ name: String, outputs: Int, inputs: Int) throws(LanguageModelProblem) {
        let weights = try file.tensors.integers(name + ".q", outputs, inputs)
        let scales = try file.tensors.floats(name + ".s", outputs)
        let biases = try file.tensors.floats(name + ".b", outputs)
        self.inputs = inputs
        self.outputs = outputs
        padded = (outputs + 15) / 16 * 16
        panels = Buffer(padded * inputs)
        offset = Buffer(padded)
        scale = Buffer(padded)
        bias = Buffer(padded)
        scale.start.update(from: scales, count: outputs)
        bias.start.update(from: biases, count: outputs)
        for output in outputs..<padded { bias.start[output] = -1e30 }
        layer = sayso_linear(
            inputs: Int32(inputs), outputs: Int32(padded), panels: panels.start, scale: scale.start, offset: offset.start, bias: bias.start)
        guard sayso_pack(Int32(outputs), Int32(inputs), weights, panels.start, offset.start) else {
            throw .valueOutOfRange(path: file.path, name: name + ".q")
        }
    }

    /// y [rows, padded] from quantised rows; y's rows lie `stride` floats apart (`padded` if nil).
    func apply(
        _ kernels: Kernels, rows: Int, _ quantised: Quantised, to y: UnsafeMutablePointer<Float>, stride: Int? = nil, gelu: Bool = false
    ) {
        guard rows > 0 else { return }
        withUnsafePointer(to: layer) {
            kernels.run.linear($0, Int32(rows), quantised.bytes, quantised.scale, y, stride ?? padded, gelu)
        }
    }
}

/// Rows of activations in 8 bits, each with its scale.
struct Quantised {
    let bytes: UnsafeMutablePointer<UInt8>
    let scale: UnsafeMutablePointer<Float>

    /// x [rows, width], rows `stride` floats apart.
    func fill(_ kernels: Kernels, rows: Int, width: Int, from x: UnsafePointer<Float>, stride: Int) {
        kernels.run.quantise(Int32(rows), Int32(width), x, stride, bytes, scale)
    }
}
