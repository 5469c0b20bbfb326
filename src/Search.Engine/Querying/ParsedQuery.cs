namespace Search.Engine.Querying;

/// <summary>
/// What the user typed, understood: a tree that knows no search engine. Clauses keep the order in which they were typed.
/// </summary>
/// <param name="Text">The query as it was typed, cut to the limits that were in force.</param>
/// <param name="Clauses">What should or must match; empty together with <paramref name="Excluded"/> means everything.</param>
/// <param name="Excluded">What must not match, wherever in the query it stood; restricts the whole query.</param>
/// <param name="Filters">Restrictions on kind and year that were typed into the query; all must hold.</param>
/// <param name="Warnings">Plain sentences about what was not understood and was taken as words instead.</param>
public sealed record ParsedQuery(
    string Text,
    IReadOnlyList<QueryClause> Clauses,
    IReadOnlyList<QueryNode> Excluded,
    IReadOnlyList<QueryFilter> Filters,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>The query that was not typed: matches everything.</summary>
    public static ParsedQuery Empty { get; } = new("", [], [], [], []);
}

/// <summary>One part of the query.</summary>
/// <param name="Node">What to look for.</param>
/// <param name="Required">
/// True for <c>+word</c>, phrases, field restrictions and groups with <c>OR</c>: a record without it does not match.
/// False for a plain word: the match mode decides how many of these a record needs.
/// </param>
public sealed record QueryClause(QueryNode Node, bool Required);

/// <summary>A field that can be named in a query.</summary>
public enum QueryField
{
    /// <summary>Everything searchable of a record; what words without a field name look at.</summary>
    All,

    /// <summary><c>title:</c></summary>
    Title,

    /// <summary><c>speaker:</c></summary>
    Speaker,

    /// <summary><c>topic:</c></summary>
    Topic,

    /// <summary><c>event:</c></summary>
    Event,
}

/// <summary>A node of the query tree.</summary>
public abstract record QueryNode;

/// <summary>A word as it was typed (not analysed); it may turn out to be several tokens, or none.</summary>
/// <param name="Text">Never empty or white space.</param>
/// <param name="Field">Where to look.</param>
public sealed record WordNode(string Text, QueryField Field = QueryField.All) : QueryNode;

/// <summary>Words that begin like this: <c>prefix*</c>.</summary>
/// <param name="Text">Without the asterisk; never empty.</param>
/// <param name="Field">Where to look.</param>
public sealed record PrefixNode(string Text, QueryField Field = QueryField.All) : QueryNode;

/// <summary>Words that are spelt like this but for some edits: <c>word~1</c>.</summary>
/// <param name="Text">Without the tilde; never empty.</param>
/// <param name="Edits">1 or 2.</param>
/// <param name="Field">Where to look.</param>
public sealed record FuzzyNode(string Text, int Edits, QueryField Field = QueryField.All) : QueryNode;

/// <summary>Words in this order, unstemmed: <c>"a phrase"</c>.</summary>
/// <param name="Text">Without the quotes; never empty or white space.</param>
/// <param name="Field">Where to look.</param>
public sealed record PhraseNode(string Text, QueryField Field = QueryField.All) : QueryNode;

/// <summary>At least one of the alternatives: <c>a | b</c>, <c>a OR b</c>.</summary>
/// <param name="Alternatives">At least two.</param>
public sealed record AnyNode(IReadOnlyList<QueryNode> Alternatives) : QueryNode;

/// <summary>All of the parts; juxtaposed words within an alternative or an excluded group.</summary>
/// <param name="Parts">At least two.</param>
public sealed record AllNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>A restriction that was typed into the query.</summary>
/// <param name="Text">As it was typed, such as <c>year:2017..2019</c>.</param>
public abstract record QueryFilter(string Text);

/// <summary><c>kind:talk</c> or <c>kind:interview</c>.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Kind">The kind to keep.</param>
/// <param name="Excluded">True for <c>-kind:talk</c>.</param>
public sealed record KindFilter(string Text, Documents.RecordKind Kind, bool Excluded = false) : QueryFilter(Text);

/// <summary><c>year:2017</c>, <c>year:2017..2019</c>, <c>year:2017..</c>, <c>year:..2019</c>.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Years">The years to keep.</param>
/// <param name="Excluded">True for <c>-year:2017</c>.</param>
public sealed record YearFilter(string Text, YearRange Years, bool Excluded = false) : QueryFilter(Text);

/// <summary>Years from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="First">1 to 9999; 1 when open at this end.</param>
/// <param name="Last">1 to 9999; 9999 when open at this end.</param>
public readonly record struct YearRange(int First, int Last)
{
    /// <summary>Reads <c>2017</c>, <c>2017..2019</c>, <c>2017..</c> and <c>..2019</c>; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out YearRange range)
    {
        range = default;
        text = text.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var firstText = dots < 0 ? text : text[..dots];
        var lastText = dots < 0 ? text : text[(dots + 2)..];
        if (firstText.IsEmpty && lastText.IsEmpty)
            return false;
        if (!TryYear(firstText, 1, out var first) || !TryYear(lastText, 9999, out var last) || first > last)
            return false;
        range = new YearRange(first, last);
        return true;
    }

    private static bool TryYear(ReadOnlySpan<char> text, int whenEmpty, out int year)
    {
        year = whenEmpty;
        return text.IsEmpty
            || (
                text.Length <= 4
                && int.TryParse(
                    text,
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out year
                )
                && year is >= 1 and <= 9999
            );
    }
}
