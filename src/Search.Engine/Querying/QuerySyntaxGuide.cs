namespace Search.Engine.Querying;

/// <summary>
/// The pages that tell what can be typed, carried in the assembly: Markdown with tables whose last two columns, in code marks,
/// are an example and its canonical form.
/// </summary>
public static class QuerySyntaxGuide
{
    /// <summary>What people type as a query: <c>QuerySyntax.md</c>.</summary>
    public static string ReadMarkdown() => Read("QuerySyntax.md");

    /// <summary>Filter expressions: <c>FilterSyntax.md</c>.</summary>
    public static string ReadFilterMarkdown() => Read("FilterSyntax.md");

    private static string Read(string page)
    {
        using var stream =
            typeof(QuerySyntaxGuide).Assembly.GetManifestResourceStream(page)
            ?? throw new InvalidOperationException($"The assembly does not hold {page}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
