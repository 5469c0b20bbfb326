namespace Search.Engine.Querying;

/// <summary>The names before a colon: which there are, and where one stands.</summary>
internal static class QueryPrefixes
{
    private const string Known = "title:, speaker:, topic:, event:, kind: and year:";

    private const int LongestName = 20;

    /// <summary>The name, in lower case, with its colon; empty for none.</summary>
    public static string Write(QueryField field) =>
        field switch
        {
            QueryField.Title => "title:",
            QueryField.Speaker => "speaker:",
            QueryField.Topic => "topic:",
            QueryField.Event => "event:",
            _ => "",
        };

    /// <summary>The field to look in; <see cref="QueryField.All"/> for those that restrict instead.</summary>
    public static QueryField FieldOf(QueryPrefix prefix) =>
        prefix switch
        {
            QueryPrefix.Title => QueryField.Title,
            QueryPrefix.Speaker => QueryField.Speaker,
            QueryPrefix.Topic => QueryField.Topic,
            QueryPrefix.Event => QueryField.Event,
            _ => QueryField.All,
        };

    /// <summary>The name that <paramref name="rest"/> begins with, without its colon: some letters; empty when there is none.</summary>
    public static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length <= LongestName && char.IsAsciiLetter(rest[length]))
            length++;
        var isName = length is > 1 and <= LongestName && length < rest.Length && rest[length] == ':';
        return isName ? rest[..length] : [];
    }

    /// <summary>The field of this name, whatever its case.</summary>
    public static QueryPrefix Find(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[LongestName];
        name.ToLowerInvariant(lower);
        return lower[..name.Length] switch
        {
            "title" => QueryPrefix.Title,
            "speaker" => QueryPrefix.Speaker,
            "topic" => QueryPrefix.Topic,
            "event" => QueryPrefix.Event,
            "kind" => QueryPrefix.Kind,
            "year" => QueryPrefix.Year,
            _ => QueryPrefix.None,
        };
    }

    /// <summary>False for what follows the colon in <c>std::vector</c>, <c>http://x</c>, <c>C:\</c>, <c>a: b</c>.</summary>
    public static bool CanBeValue(ReadOnlySpan<char> value) =>
        !value.IsEmpty
        && !QueryCharacters.IsSeparator(value[0])
        && value[0] is not (':' or '|' or ')' or '\\')
        && !value.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Tells of a word that looks as if it began with a field, and does not.</summary>
    public static void Warn(ReadOnlySpan<char> word, QueryWarnings warnings)
    {
        var name = NameAt(word);
        if (name.IsEmpty)
            return;
        var value = word[(name.Length + 1)..];
        var isKnown = Find(name) != QueryPrefix.None;
        if (isKnown && value.IsEmpty)
            warnings.Add($"\"{name}:\" was searched as a word: what to look for follows the colon without a space.");
        if (!isKnown && CanBeValue(value) && value[0] != '/')
        {
            var typed = QueryWarnings.Quote(word);
            warnings.Add($"{typed} was searched as words: \"{name}\" is no field. Fields are {Known}.");
        }
    }
}
