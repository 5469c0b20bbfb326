using Search.Engine.Relating;

namespace Search.Service.Parameters;

/// <summary>The parameters of related works, in the order in which they are documented.</summary>
internal static class RelatedParameters
{
    public static readonly LongTextParameter Text = new(
        "text",
        "The text that hits should be like, such as the abstract of a proposal. Its first 100,000 characters are compared. "
            + "No text is an error."
    )
    {
        Example = "A quorum is any majority of the voters; we show how to read one without asking everybody.",
    };

    public static readonly LongTextParameter Title = new(
        "title",
        "The title of the text, if it has one; its words count for more."
    );

    public static readonly NumberParameter Limit = new(
        "limit",
        "How many hits are wanted.",
        least: 1,
        most: RelatedLimits.MaxHits,
        standard: 5
    );

    private static readonly Parameter[] OfHits = [Limit, .. SearchParameters.OfFilter, SearchParameters.SnippetWords];

    /// <summary>Those of <c>GET /v1/documents/{id}/related</c>.</summary>
    public static IReadOnlyList<Parameter> ToRecord { get; } = OfHits;

    /// <summary>Those of <c>POST /v1/related</c>.</summary>
    public static IReadOnlyList<Parameter> ToText { get; } = [Text, Title, .. OfHits];
}
