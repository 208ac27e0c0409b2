import SaysoCore
import SaysoIntake

/// From bytes to a report; what cannot be one fails with exit code 3.
enum Door {
    static func report(_ bytes: [UInt8], name: String, date: Day?) throws -> Report {
        do { return try Intake.report(bytes: bytes, name: name, options: IntakeOptions(published: date)) } catch {
            throw Failure(.input, "\(error)")
        }
    }
}
