import HTTPTypes
import Hummingbird

/// Whether a form came from our own page. There is no cookie to steal, but a stranger's page must not fill the inbox through a visitor's
/// browser.
enum SameOrigin {
    /// - Parameter headers: of a request that changes something.
    ///
    /// Browsers send Origin with every POST. A program that sends neither Origin nor Sec-Fetch-Site is no browser, so nobody's browser is
    /// abused.
    static func holds(_ headers: HTTPFields, host: String?) -> Bool {
        if let name = HTTPField.Name("sec-fetch-site"), let site = headers[name] {
            return site == "same-origin"
        }
        guard let origin = headers[.origin] else { return true }
        guard let host else { return false }
        return origin.lowercased() == "http://\(host.lowercased())" || origin.lowercased() == "https://\(host.lowercased())"
    }
}
