/// Texts that break programs which believe that a character is a byte, a code point, or a glyph.
enum HostileTexts {
    static let all: [String] = [
        "",
        " ",
        "plain words",
        "e\u{301}cole and école",  // combining and precomposed
        "👩‍👩‍👧‍👦 family 🇱🇾 flag 👍🏽 tone",
        "قال المتحدث باسم الحكومة \u{202E}desrever\u{202C} إن القوات",
        "\u{200F}עברית, English, русский\u{200E}",
        "no\u{A0}break\u{202F}spaces\u{3000}here\u{2028}and there",
        "line\r\nbreaks\rof\nall\u{85}kinds\r\n\r\n",
        "NUL\u{0}inside and \u{FEFF}BOM",
        String(repeating: "\u{300}", count: 200),
        "\u{FFFD}\u{FFFD} replaced",
        "𝕌𝕟𝕚𝕔𝕠𝕕𝕖 beyond the basic plane",
    ]
}
