import CSaysoKernels

/// A way to do the arithmetic. All give the same bits; they differ in speed.
public enum KernelPath: String, Hashable, Sendable, CaseIterable {
    /// Portable C, for any processor. Far too slow for daily work where fused multiply-add is a library call.
    case plain
    /// x86-64 with AVX2 and FMA (2013 and later).
    case avx2
    /// x86-64 with AVX-512 and its integer dot product (VNNI).
    case avx512
    /// 64-bit ARM; uses the dot-product instructions where the processor has them.
    case neon

    /// What this processor and this build can run, slowest first.
    public static let available: [KernelPath] = allCases.filter { $0.table != nil }

    /// The fastest available.
    public static var best: KernelPath { available.last ?? .plain }

    var table: UnsafePointer<sayso_kernels>? {
        switch self {
        case .plain: sayso_kernels_for(Int32(sayso_path_plain))
        case .avx2: sayso_kernels_for(Int32(sayso_path_avx2))
        case .avx512: sayso_kernels_for(Int32(sayso_path_avx512))
        case .neon: sayso_kernels_for(Int32(sayso_path_neon))
        }
    }
}

/// The functions of a path.
///
/// Unchecked: a table of C functions without state, constant for the life of the process.
struct Kernels: @unchecked Sendable {
    let run: sayso_kernels

    init(_ path: KernelPath) throws(LanguageModelProblem) {
        guard let table = path.table else { throw .kernelsUnavailable(path) }
        run = table.pointee
    }
}
