import SaysoCore
import Testing

@testable import SaysoClaims

@Suite struct TreePathsTests {
    private let document = TreeSample.document(
        """
        Rebels 2 nsubj
        seized 0 root
        the 4 det
        town 2 obj
        and 6 cc
        burned 2 conj
        it 6 obj
        near 9 case
        Homs 6 obl
        """)

    @Test(arguments: [(1, 0, "/nsubj"), (1, 3, "/obj"), (5, 0, "^conj/nsubj"), (5, 8, "/obl:near"), (0, 1, "^nsubj"), (1, 1, "="), (3, 8, "^obj/conj/obl:near")])
    func `goes up to the common word and down`(start: Int, end: Int, expected: String) {
        #expect(TreePaths(document).path(from: start, to: end) == expected)
    }

    @Test func `is silent where it would be too long, outside the tree and without one`() {
        #expect(TreePaths(document).path(from: 3, to: 8, limit: 2) == nil)
        #expect(TreePaths(document).path(from: 0, to: 99) == nil)
        var bare = document
        bare.tree = []
        #expect(TreePaths(bare).path(from: 0, to: 1) == nil)
        #expect(TreePaths(bare).children(of: 1, within: 0..<9).isEmpty)
    }

    @Test func `knows what hangs on a condition`() {
        let paths = TreePaths(TreeSample.document("it 2 nsubj\nattacks 0 root\nif 5 mark\nthey 5 nsubj\nkeep 2 advcl\nsending 5 xcomp\narms 6 obj"))
        #expect([0, 1, 4, 5, 6].map(paths.hangsOnCondition) == [false, false, true, true, true])
        #expect(paths.condition(of: 1, within: 0..<7) == 2..<7)
        #expect(paths.condition(of: 5, within: 0..<7) == nil)
    }

    @Test func `ends on a tree that is none`() {
        let circle = TreeSample.document("a 2 dep\nb 1 dep\nc 1 dep")
        #expect(TreePaths(circle).path(from: 0, to: 2) == "/dep")
        #expect(TreePaths(circle).path(from: 2, to: 1) != nil)
    }

    @Test func `finds the top of a phrase and what hangs on a word`() {
        let paths = TreePaths(document)
        #expect(paths.top(of: 2..<4) == 3)
        #expect(paths.children(of: 1, within: 0..<9).map(\.label) == ["nsubj", "obj", "conj"])
    }
}
