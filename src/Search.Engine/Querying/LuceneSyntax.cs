using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Engine.Querying;

/// <summary>Lucene's own query language, for those who know it: fields, ranges, boosts, wildcards, nearness.</summary>
public static class LuceneSyntax
{
    /// <summary>UTF-16 units of a query.</summary>
    public const int MaxCharacters = 1_000;

    /// <summary>Words and phrases of a query; each costs a walk through all records that have it.</summary>
    public const int MaxWords = 100;

    /// <summary>Opening brackets of a query.</summary>
    public const int MaxBrackets = 32;

    /// <summary>Fields that can be named, as they are written.</summary>
    public static IReadOnlyList<string> FieldNames => LuceneField.Names;

    /// <summary>The first mistake in <paramref name="text"/>; null when there is none, or no text. Never throws for any text.</summary>
    public static QuerySyntaxError? Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text).Error;
    }

    /// <summary>
    /// What a query without a mistake asks for, as leaves: what is looked for as clauses, what is excluded as such. For
    /// highlights and for telling what was understood; brackets and operators are gone.
    /// </summary>
    internal static LuceneReading Read(string text) =>
        new LuceneSyntaxParser(_ => new TermQuery(new Term("", "")), allWords: false).Parse(text);
}

/// <summary>What came of a query in Lucene's language.</summary>
/// <param name="Query">The query; null when there is an error, or no text.</param>
/// <param name="Words">Its words, phrases, prefixes, wildcards and misspelt words.</param>
/// <param name="Error">The first mistake; null when there is none.</param>
internal sealed record LuceneReading(Query? Query, ParsedQuery Words, QuerySyntaxError? Error);
