using Search.Engine.Analysis;

namespace Search.Engine.Synonyms;

/// <summary>Who searches these words finds those too.</summary>
/// <param name="From">The words as they are typed, analysed; at least one.</param>
/// <param name="To">What is found too; at least one word, none of the forms of <paramref name="From"/>.</param>
internal sealed record SynonymRule(IReadOnlyList<VariantWord> From, IReadOnlyList<VariantWord> To);

/// <summary>A line of a synonym file that cannot be used; the other lines work.</summary>
/// <param name="File">As it was named when it was opened.</param>
/// <param name="Line">From 1.</param>
/// <param name="Reason">One sentence.</param>
public sealed record SynonymFault(string File, int Line, string Reason)
{
    /// <summary><c>synonyms.txt, line 3: …</c></summary>
    public override string ToString() => $"{File}, line {Line}: {Reason}";
}
