namespace Search.Engine.Querying;

/// <summary>The page that tells what can be typed: <c>QuerySyntax.md</c>, carried in the assembly.</summary>
public static class QuerySyntaxGuide
{
    /// <summary>Reads the page: Markdown with tables whose last two columns, in code marks, are an example and its canonical form.</summary>
    public static string ReadMarkdown()
    {
        using var stream =
            typeof(QuerySyntaxGuide).Assembly.GetManifestResourceStream("QuerySyntax.md")
            ?? throw new InvalidOperationException("The assembly does not hold QuerySyntax.md.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
