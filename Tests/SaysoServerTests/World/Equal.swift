import Testing

/// `#expect(a == b)` for values that must be awaited: the macro cannot take "try await" apart.
func expectEqual<Value: Equatable>(_ value: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(value == expected, sourceLocation: sourceLocation)
}
