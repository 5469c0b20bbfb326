using Lucene.Net.Analysis.Standard;

namespace Search.Engine.Analysis;

/// <summary>Scripts without blanks between words, by the way their runs are cut.</summary>
internal enum RunKind
{
    /// <summary>Blanks stand between the words.</summary>
    None,

    /// <summary>Chinese, Japanese, Korean.</summary>
    Cjk,

    /// <summary>Thai, Lao, Khmer, Burmese.</summary>
    SoutheastAsian,
}

/// <summary>Knows such runs by the type that the tokenizer gives.</summary>
internal static class TokenRuns
{
    private static readonly string[] Types = StandardTokenizer.TOKEN_TYPES;

    /// <summary>The kind of run that tokens of <paramref name="type"/> belong to.</summary>
    public static RunKind KindOf(string type)
    {
        if (
            ReferenceEquals(type, Types[StandardTokenizer.ALPHANUM])
            || ReferenceEquals(type, Types[StandardTokenizer.NUM])
        )
            return RunKind.None;
        if (type == Types[StandardTokenizer.SOUTHEAST_ASIAN])
            return RunKind.SoutheastAsian;
        var isCjk =
            type == Types[StandardTokenizer.IDEOGRAPHIC]
            || type == Types[StandardTokenizer.HIRAGANA]
            || type == Types[StandardTokenizer.KATAKANA]
            || type == Types[StandardTokenizer.HANGUL];
        return isCjk ? RunKind.Cjk : RunKind.None;
    }
}
