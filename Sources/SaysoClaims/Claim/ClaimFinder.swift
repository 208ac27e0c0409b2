public import SaysoCore
public import SaysoLexicon

/// Makes claims of triggers: event, chain, stance, modality, and the words that say so.
///
/// Reads everything below, writes claims. One claim per mention with its own attribution (CLAIMS.md): under one chain a further mention of an event
/// counts only if it adds something.
public struct ClaimFinder: Stage {
    public let name = "claim-finder"
    public let reads: Set<Layer> = [.chunks, .clauses, .places]
    public let writes: Set<Layer> = [.claims]

    private let judge: TriggerJudge
    private let parties = PartyFinder()
    private let settings = SettingFinder()
    private let things = ThingFinder()
    private let controls = ControlFinder()
    private let modalities = ModalityReader()
    private let stances = StanceReader()
    private let slots: SlotWeigher

    public init(triggers: TriggerLexicon, lightVerbs: LightVerbs, model: TriggerModel, slots: SlotModel) {
        judge = TriggerJudge(finder: TriggerFinder(lexicon: triggers, lightVerbs: lightVerbs), model: model)
        self.slots = SlotWeigher(model: slots)
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let context = ClaimContext(document)
        var drafts = drafts(in: context)
        slots.fill(&drafts, in: context)
        var claims: [Claim] = []
        var ids: [ClaimID: Int] = [:]
        for draft in drafts {
            let claim = claim(draft, in: context)
            if isRepeated(claim, in: claims) { continue }
            claims.append(numbered(claim, among: &ids))
        }
        document.claims = claims
        return document
    }

    /// What grammar alone finds, event by event.
    func drafts(in context: ClaimContext) -> [ClaimDraft] {
        let chains = ChainFinder(context.document)
        let told = judge.triggers(in: context, chains: chains)
        return told.compactMap { trigger in
            if isResidue(trigger, in: context) || isCondition(trigger, among: told, in: context) { return nil }
            return draft(trigger, chains: chains, among: told, in: context)
        }
    }

    /// One word may tell two events over the same words; a ledger refuses an id that is used twice, so the second is numbered.
    private func numbered(_ claim: Claim, among ids: inout [ClaimID: Int]) -> Claim {
        let earlier = ids[claim.id, default: 0]
        ids[claim.id] = earlier + 1
        if earlier == 0 { return claim }
        return Claim(
            id: ClaimID("\(claim.id)-\(earlier + 1)"), evidence: claim.evidence, chain: claim.chain, stance: claim.stance,
            modality: claim.modality, condition: claim.condition, event: claim.event, findings: claim.findings)
    }

    private func draft(_ trigger: EventTrigger, chains: ChainFinder, among told: [EventTrigger], in context: ClaimContext) -> ClaimDraft? {
        let document = context.document
        if isOnlyCue(trigger, among: told, in: context) { return nil }
        let chain = chains.chain(over: document.tokens[trigger.token].span)
        let evidence = evidence(trigger, root: chain.last, in: context)
        guard !evidence.isEmpty else { return nil }

        let modality = modalities.verdict(for: trigger, isReported: !chain.isEmpty, in: context)
        let speakers = speakers(of: chain.last, in: context)
        let parties = parties.parties(of: trigger, speakers: speakers, in: context)
        let setting = settings.setting(of: trigger, in: context)
        var event = Event(type: trigger.type)
        event.mode = trigger.mode
        event.context = trigger.context
        event.actor = parties.actor
        if let threatener = threatener(trigger, modality, parties, chain: chain, speakers: speakers) { event.actor = [threatener] }
        event.recipient = parties.recipient
        event.place = setting.place
        event.time = setting.time
        event.origin = setting.origin
        event.destination = setting.destination
        event.equipment = things.equipment(of: trigger, in: context)
        event.people = things.people(of: trigger, in: context)
        return ClaimDraft(
            trigger: trigger, chain: chain, evidence: evidence, modality: modality, speakers: speakers, event: event,
            findings: parties.findings + setting.findings)
    }

    /// The claim of a draft whose slots are filled.
    func claim(_ draft: ClaimDraft, in context: ClaimContext) -> Claim {
        let trigger = draft.trigger
        let head = context.document.tokens[trigger.token].span
        var event = draft.event
        event.control = controls.control(of: trigger, event: event, in: context)
        let stance = stances.verdict(
            for: trigger, chain: draft.chain, modality: draft.modality, actor: event.actor, speakers: draft.speakers, in: context)
        let words = context.document.text.passage(head)
        var findings = [
            Finding("event.type", rule: trigger.rule, words: words),
            Finding("modality", rule: draft.modality.rule, words: words),
            Finding("stance", rule: stance.rule, words: draft.chain.last?.cue.first),
        ]
        findings += draft.findings
        if let root = draft.chain.last { findings.append(Finding("chain", rule: root.rule, words: root.source.first ?? root.cue.first)) }
        return Claim(
            id: .stable("c", in: context.document.report.id, spans: draft.evidence.map(\.span) + [head]),
            evidence: draft.evidence, chain: draft.chain.map(\.id), stance: stance.stance, modality: draft.modality.modality,
            condition: draft.modality.condition.map { [context.document.passage($0)] } ?? [], event: event, findings: findings)
    }

    // MARK: What is no claim

    /// A cue is a saying, not a deed – unless the act is in the words (“condemned the attack”), and nothing in its content is claimed.
    private func isOnlyCue(_ trigger: EventTrigger, among told: [EventTrigger], in context: ClaimContext) -> Bool {
        let document = context.document
        let head = document.tokens[trigger.token].span
        // “according to information *released* by the minister”: between cue and source, part of the saying.
        if document.attributions.contains(where: { isBetween(head, $0) }) { return true }
        guard let attribution = document.attributions.first(where: { $0.cue.contains { $0.span.overlaps(head) } }) else { return false }
        // “Turkish forces attacked Syrian forces”: what tells nothing in its content is no saying, whatever the cue's weights say.
        guard Self.actsInWords.contains(trigger.type) else { return trigger.rule == TriggerFinder.unlisted || tells(attribution, in: context) }
        return told.contains { other in
            other.token != trigger.token && attribution.content.contains { $0.span.contains(document.tokens[other.token].span) }
        }
    }

    /// Whether a content holds a verb of its own.
    private func tells(_ attribution: Attribution, in context: ClaimContext) -> Bool {
        let document = context.document
        return attribution.content.contains { content in
            let first = document.clauses.partitionIndex { document.tokens[document.chunks[$0.verb].head].span.start >= content.span.start }
            return first < document.clauses.count && document.tokens[document.chunks[document.clauses[first].verb].head].span.start < content.span.end
        }
    }

    private static let actsInWords: Set<EventType> = [.accuse, .reject, .support, .request, .concede, .agree, .threaten, .protest, .sanction, .consult, .cooperate]

    private func isBetween(_ span: TextSpan, _ attribution: Attribution) -> Bool {
        guard let cue = attribution.cue.hull, let source = attribution.source.hull, cue.end <= source.start, source.start - cue.end < 60 else { return false }
        return cue.end <= span.start && span.end <= source.start && !attribution.content.contains { $0.span.contains(span) }
    }

    /// What stands in an if-clause is the condition of another claim, not one of its own.
    private func isCondition(_ trigger: EventTrigger, among told: [EventTrigger], in context: ClaimContext) -> Bool {
        guard isInCondition(trigger, in: context), let sentence = context.document.sentence(ofToken: trigger.token) else { return false }
        return told.contains {
            $0.token != trigger.token && context.document.sentences[sentence].tokens.contains($0.token) && !isInCondition($0, in: context)
        }
    }

    /// In a conditional clause, or in what hangs on its verb (“if it kept *sending* arms”).
    private func isInCondition(_ trigger: EventTrigger, in context: ClaimContext) -> Bool {
        if let clause = trigger.clause, context.document.clauses[clause].kind == .conditional { return true }
        return context.paths.hangsOnCondition(trigger.token)
    }

    private func isResidue(_ trigger: EventTrigger, in context: ClaimContext) -> Bool {
        let head = context.document.tokens[trigger.token].span
        return context.document.residue.contains { $0.passage.span.contains(head) }
    }

    /// Under one chain a further mention counts only if it adds a place, date, count or party.
    private func isRepeated(_ claim: Claim, in claims: [Claim]) -> Bool {
        claims.contains { other in
            guard other.event.type == claim.event.type, other.chain == claim.chain, let a = other.evidence.hull, let b = claim.evidence.hull, a.overlaps(b)
            else { return false }
            // Two verbs, one operation, the same parties, in one stretch of words: one claim.
            let adds = !claim.event.recipient.allSatisfy { entity in other.event.recipient.contains { $0.id == entity.id } }
                || !claim.event.actor.allSatisfy { entity in other.event.actor.contains { $0.id == entity.id } }
            return !adds && (a.intersection(b)?.count ?? 0) * 2 >= min(a.count, b.count)
        }
    }

    /// “The militias will be a target, Turkey said”: harm announced without a doer is the announcer's own.
    private func threatener(
        _ trigger: EventTrigger, _ modality: ModalityReader.Verdict, _ parties: PartyFinder.Parties, chain: [Attribution], speakers: [Entity]
    ) -> Entity? {
        guard parties.actor.isEmpty, !parties.recipient.isEmpty, modality.isAhead, !modality.isDemanded, !chain.isEmpty,
            trigger.type == .assault || trigger.type == .coerce || trigger.type == .sanction,
            let side = speakers.last, side.kind == .government || side.kind == .armedGroup || side.kind == .organization,
            !parties.recipient.contains(where: { recipient in speakers.contains { $0.id == recipient.id } })
        else { return nil }
        return side
    }

    // MARK: Words

    /// The clause, cut to what the innermost voice says: a claim's words never reach into its cue.
    private func evidence(_ trigger: EventTrigger, root: Attribution?, in context: ClaimContext) -> [Passage] {
        let text = context.document.text
        let whole = context.document.span(withoutCondition(trigger, in: context))
        guard let root, let content = root.content.first(where: { $0.span.overlaps(context.document.tokens[trigger.token].span) }),
            let cut = whole.intersection(content.span)
        else { return [text.passage(whole)] }
        return [text.passage(text.trimmed(cut))]
    }

    /// The clause that states the event, no more: where grammar did not part the if-clause from it, the tree does.
    private func withoutCondition(_ trigger: EventTrigger, in context: ClaimContext) -> Range<Int> {
        guard let condition = context.paths.condition(of: trigger.token, within: trigger.evidence), condition.lowerBound > trigger.token else { return trigger.evidence }
        return context.trimmed(trigger.evidence.lowerBound..<condition.lowerBound)
    }

    /// The root's speaker and the side he speaks for: a minister's announcement is his government's.
    private func speakers(of root: Attribution?, in context: ClaimContext) -> [Entity] {
        guard let root else { return [] }
        let document = context.document
        var found = root.speaker.map { [$0] } ?? []
        for mention in document.mentions where root.source.contains(where: { $0.span.overlaps(mention.span) }) {
            found.append(document.entities[mention.entity])
        }
        // Sides last: “we” is the side's, “I” the speaker's. A surname's side stands at the full name earlier in the report.
        for mention in document.mentions {
            guard let side = mention.side, found.contains(where: { $0.id == document.entities[mention.entity].id }) else { continue }
            if !found.contains(where: { $0.id == document.entities[side].id }) { found.append(document.entities[side]) }
        }
        return found
    }
}
