using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>
/// Reads what people type into a search box; <c>QuerySyntax.md</c> beside this file says what that may be. Takes time and
/// memory in proportion to the text, and answers any text: what is not understood is searched as words.
/// </summary>
public static class SimpleQueryParser
{
    /// <summary>Reads <paramref name="text"/> within the engine's limits. Never throws for any text.</summary>
    public static ParsedQuery Parse(string text) => Parse(text, QueryLimits.Engine);

    /// <summary>Reads <paramref name="text"/> within <paramref name="limits"/>. Never throws for any text.</summary>
    public static ParsedQuery Parse(string text, QueryLimits limits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(limits);
        var warnings = new QueryWarnings();
        var kept = QueryText.Prepare(text, limits.MaxCharacters, warnings);
        var nesting = Math.Clamp(limits.MaxNesting, 0, SearchLimits.MaxNesting);
        var tokens = new QueryScanner(kept, nesting, warnings).Scan();
        var leaves = new QueryLeafReader(kept, Math.Max(limits.MaxWords, 0), warnings);
        var query = new QueryTreeBuilder(tokens, leaves, warnings).Build(kept);
        if (leaves.Dropped > 0)
            query = query with { Text = kept[..leaves.End].TrimEnd() };
        WarnOfOmissions(query, leaves, warnings);
        return query with { Warnings = [.. warnings.Sentences] };
    }

    private static void WarnOfOmissions(ParsedQuery query, QueryLeafReader leaves, QueryWarnings warnings)
    {
        if (leaves.Dropped > 0)
        {
            var (total, dropped) = (QueryWarnings.Count(leaves.Total), QueryWarnings.Count(leaves.Dropped));
            warnings.AddFirst($"The query has {total} words; the last {dropped} were left out.");
        }
        var isEmpty = query is { Clauses: [], Excluded: [], Filters: [] };
        if (isEmpty && leaves.Total == 0 && !query.Text.All(QueryCharacters.IsSeparator))
            warnings.Add($"There is no word in {QueryWarnings.Quote(query.Text.Trim())}; everything is shown.");
    }
}
