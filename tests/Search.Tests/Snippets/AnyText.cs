using CsCheck;

namespace Search.Tests.Snippets;

/// <summary>Texts that are hard on whoever counts characters.</summary>
internal static class AnyText
{
    private static readonly string[] Plain =
        "raft Raft log logs the consensus of e.g. v1.2 Dr. node.js C# Café a foo-bar O'Reilly (see below). https://example.org/a/very/long/path?with=query&and=more#fragment".Split(
            ' '
        );

    private static readonly string[] Odd = (
        "👩‍👩‍👧‍👦 👍🏽 🇩🇪 🇩🇪🇫🇷 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 o\u0302\u0323 \u0301 क्षि \uAC01 \u1100\u1161\u11A8 ไทย 分散合意 東京 カ\u3099 한국어 "
        + "raft\u0001\u0301 logs\u202E\u0301 \u1100\u1161\u11A8\u1100\u1161\u11A8 שלום مرحبا 𝒳 𠮷 \u200D \uFE0F \u00AD \u200F"
    ).Split(' ');

    private static readonly string[] Hostile = (
        "<mark> </mark> <script>alert(1)</script> &amp; &lt; &#39; \" ' < > & … \uD83D \uDE00 \0 \u0001 \u001B[31m \u007F "
        + "\u0085 \u009F \u202E \u2066 \u2069 \uFEFF \uFFFE \uFDD0"
    ).Split(' ');

    private static readonly string[] Between = "~ ~ ~ ~ ~  ~\n~\n\n~\r\n~\t~. ~, ~! ~。~~~\u3000".Split('~');

    /// <summary>One word, sign, piece of HTML or broken character.</summary>
    public static Gen<string> Piece { get; } =
        Gen.Frequency(
            (6, Gen.OneOf(Plain)),
            (3, Gen.OneOf(Odd)),
            (2, Gen.OneOf(Hostile)),
            (1, Gen.String[0, 4]),
            (1, Gen.Int[1, 40].Select(length => new string('x', length)))
        );

    /// <summary>A piece that a query may hold.</summary>
    public static Gen<string> Word { get; } = Piece.Where(piece => !string.IsNullOrWhiteSpace(piece));

    /// <summary>Up to sixty pieces with white space, punctuation or nothing between them.</summary>
    public static Gen<string> Any { get; } =
        Gen.Select(Piece, Gen.OneOf(Between), (piece, between) => piece + between)
            .List[0, 60]
            .Select(pieces => string.Concat(pieces));
}
