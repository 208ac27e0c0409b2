public import SaysoCore

/// What somebody wants to tell the keepers of the ledger: "Send us a message".
public struct MessageDraft: Hashable, Sendable {
    /// What is wrong, in the words of the form: "speaker", "number", "place" … free, at most 40 characters kept.
    public var topic: String
    /// At most 4,000 characters are kept.
    public var text: String
    /// How to reach the sender, if they say so.
    public var contact: String?
    public var report: ReportID?
    public var claim: ClaimID?
    /// A hash of whatever tells senders apart (an address with a salt of the day): never the address itself.
    public var sender: String

    public init(topic: String, text: String, contact: String? = nil, report: ReportID? = nil, claim: ClaimID? = nil, sender: String) {
        self.topic = topic
        self.text = text
        self.contact = contact
        self.report = report
        self.claim = claim
        self.sender = sender
    }

    package var isEmpty: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

    /// Cut to what is kept: lengths bounded, control characters other than line breaks gone.
    package var bounded: MessageDraft {
        func clean(_ text: String, _ limit: Int) -> String {
            var out = String.UnicodeScalarView()
            for scalar in text.unicodeScalars where scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control {
                out.append(scalar)
                if out.count >= limit { break }
            }
            return String(out)
        }
        return MessageDraft(
            topic: clean(topic, 40), text: clean(text, 4000), contact: contact.map { clean($0, 200) }, report: report, claim: claim,
            sender: clean(sender, 128))
    }
}

/// A kept message. Its number is the receipt.
public struct Message: Hashable, Sendable {
    public let number: Int
    public let received: Moment
    public let draft: MessageDraft
    public var answer: Answer?

    public struct Answer: Hashable, Sendable {
        public let text: String
        public let at: Moment
        public init(text: String, at: Moment) {
            self.text = text
            self.at = at
        }
    }

    public init(number: Int, received: Moment, draft: MessageDraft, answer: Answer? = nil) {
        self.number = number
        self.received = received
        self.draft = draft
        self.answer = answer
    }
}

/// How many messages one sender may send in how many seconds, and how many all senders together.
public struct RateLimit: Hashable, Sendable {
    public let messages: Int
    public let seconds: Int
    public let fromEverybody: Int
    public init(messages: Int, seconds: Int, fromEverybody: Int) {
        self.messages = messages
        self.seconds = seconds
        self.fromEverybody = fromEverybody
    }
    /// Five an hour from one sender, 200 an hour from all.
    public static let standard = RateLimit(messages: 5, seconds: 3600, fromEverybody: 200)
}

public enum MessageOutcome: Hashable, Sendable {
    case kept(receipt: Int)
    /// Too many already: one more is taken from this moment on.
    case tooMany(until: Moment)
    /// There is nothing in it.
    case empty
}

extension RateLimit {
    /// When a sender may send again, given when messages came in during the last ``seconds``; nil: now.
    package func wait(own: [Moment], all: [Moment], at time: Moment) -> Moment? {
        func free(_ times: [Moment], _ allowed: Int) -> Moment? {
            let recent = times.filter { $0 > time.adding(seconds: -seconds) }.sorted()
            guard recent.count >= max(allowed, 1) else { return nil }
            return recent[recent.count - max(allowed, 1)].adding(seconds: seconds)
        }
        return [free(own, messages), free(all, fromEverybody)].compactMap(\.self).max()
    }
}
