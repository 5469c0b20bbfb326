namespace Search.Engine.Querying;

/// <summary>A mistake in a query in Lucene's language.</summary>
/// <param name="Position">Where it is, in UTF-16 units from 0; the length of the text when something is missing at its end.</param>
/// <param name="Message">One or two plain sentences.</param>
/// <param name="Expected">What could stand there instead: signs and names as they are typed, or a description such as <c>a word</c>; may be empty.</param>
public sealed record QuerySyntaxError(int Position, string Message, IReadOnlyList<string> Expected);

/// <summary>The query of a request is in Lucene's language and has a mistake; <see cref="LuceneSyntax.Check"/> finds it beforehand.</summary>
/// <param name="error">The mistake.</param>
public sealed class QuerySyntaxException(QuerySyntaxError error) : Exception(error.Message)
{
    /// <summary>The mistake.</summary>
    public QuerySyntaxError Error { get; } = error;
}
