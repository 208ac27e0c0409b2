import CLibCrypto

/// SHA-256, by the system's libcrypto: the identity of a report's bytes and the links of the custody chain.
public enum Digest {
    /// The digest in 64 lower-case hexadecimal digits.
    public static func sha256(_ bytes: some Collection<UInt8>) -> String {
        let input = Array(bytes)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(input, input.count, &digest)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }
}
