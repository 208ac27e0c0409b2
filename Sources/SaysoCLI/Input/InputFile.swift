import Foundation
import Glibc
import SaysoIntake

/// Bytes from a path, or from standard input for "-".
struct InputFile: Sendable, Hashable {
    let path: String

    /// For messages and as the original's name.
    var name: String { path == "-" ? "standard input" : path }

    /// - Throws: ``Failure`` that says what is wrong with the path.
    func bytes() throws -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(.input, "\(name): is a folder: give a file, or use “sayso add”, which takes folders")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        if status.st_mode & S_IFMT == S_IFREG {
            guard status.st_size <= Intake.largest else { throw tooLarge }
            bytes.reserveCapacity(Int(status.st_size))
        }
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw problem(errno)
            }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= Intake.largest else { throw tooLarge }
        }
    }

    private var tooLarge: Failure { Failure(.input, "\(IntakeProblem.tooLarge(name: name))") }

    private func problem(_ code: Int32) -> Failure {
        let advice =
            switch code {
            case ENOENT: "check the path"
            case EACCES, EPERM: "check its permissions"
            default: "try again"
            }
        return Failure(.input, "\(name): \(String(cString: strerror(code)).lowercased()): \(advice)")
    }
}

extension InputFile {
    /// What a folder holds that may be a report, by the ending of its name. A file that is named itself is always taken.
    static let endings: Set<String> = ["txt", "text", "html", "htm", "xhtml"]

    /// The files behind `path`: itself, or a folder's files, folders in it too, in the order of their paths. Hidden ones and links are
    /// left out.
    static func files(under path: String) throws -> [InputFile] {
        var isFolder: ObjCBool = false
        guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [InputFile(path: path)]
        }
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        var failure: (any Error)?
        let keys: [URLResourceKey] = [.isRegularFileKey, .isSymbolicLinkKey]
        let walk = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles],
            errorHandler: { _, error in
                failure = error
                return true
            })
        var paths: [String] = []
        while let url = walk?.nextObject() as? URL {
            guard endings.contains(url.pathExtension.lowercased()) else { continue }
            let values = try? url.resourceValues(forKeys: Set(keys))
            guard values?.isRegularFile == true, values?.isSymbolicLink != true else { continue }
            paths.append(path + (path.hasSuffix("/") ? "" : "/") + relative(url, folder))
        }
        if let failure { throw Failure(.input, "\(path): \(failure.localizedDescription)") }
        return paths.sorted().map { InputFile(path: $0) }
    }

    private static func relative(_ url: URL, _ folder: URL) -> String {
        let (whole, lead) = (url.standardizedFileURL.path, folder.standardizedFileURL.path + "/")
        return whole.hasPrefix(lead) ? String(whole.dropFirst(lead.count)) : url.lastPathComponent
    }
}
