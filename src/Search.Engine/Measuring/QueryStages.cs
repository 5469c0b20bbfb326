namespace Search.Engine.Measuring;

/// <summary>The stages of a query, in their order; they do not overlap.</summary>
internal static class QueryStages
{
    /// <summary>From the typed text to a tree.</summary>
    public const string Parse = "parse";

    /// <summary>From the tree to words with their forms, synonyms and corrections.</summary>
    public const string Plan = "plan";

    /// <summary>Finding the documents that belong to the answer, with the scores of their words.</summary>
    public const string Match = "match";

    /// <summary>Grouping into works and the second look at the best.</summary>
    public const string Rank = "rank";

    /// <summary>Reading what the hits of the page show.</summary>
    public const string Load = "load";

    /// <summary>Counting facets.</summary>
    public const string Facets = "facets";

    /// <summary>Snippets and highlights of the page.</summary>
    public const string Highlight = "highlight";

    /// <summary>Looking for another spelling that finds more.</summary>
    public const string DidYouMean = "did_you_mean";
}
