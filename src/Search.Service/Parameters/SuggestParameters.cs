using Search.Engine.Suggesting;

namespace Search.Service.Parameters;

/// <summary>The parameters of <c>/v1/suggest</c>, in the order in which they are documented.</summary>
internal static class SuggestParameters
{
    public static readonly QueryParameter Query = new(
        "q",
        "What was typed so far. White space at the end says that the last word is complete. Case and accents do not matter; "
            + "from the fourth letter of a word one may be wrong, from the eighth two, where nothing fits exactly. Empty gives "
            + "the most used speakers and topics."
    )
    {
        Example = "consen",
    };

    public static readonly NumberParameter Limit = new(
        "limit",
        "The most suggestions of each kind.",
        least: 1,
        most: SuggestLimits.MaxLimit,
        standard: 5
    );

    public static IReadOnlyList<Parameter> All { get; } = [Query, Limit, .. SearchParameters.OfFilter];
}
