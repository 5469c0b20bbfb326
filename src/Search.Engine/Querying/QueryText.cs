using System.Text;

namespace Search.Engine.Querying;

/// <summary>Makes any string a text that can be read: not too long, and valid UTF-16.</summary>
internal static class QueryText
{
    // A word that is cut in two would be searched as another word; words longer than this are hardly words.
    private const int LongestWordKeptWhole = 64;

    /// <summary>The first <paramref name="maxCharacters"/> of <paramref name="text"/>, with a warning when some are left out.</summary>
    public static string Prepare(string text, int maxCharacters, QueryWarnings warnings)
    {
        var kept = Cut(text, Math.Max(maxCharacters, 0));
        if (kept.Length < text.Length)
        {
            var dropped = QueryWarnings.Count(text.Length - kept.Length);
            var limit = QueryWarnings.Count(maxCharacters);
            warnings.AddFirst($"The query is longer than {limit} characters; the last {dropped} were left out.");
        }
        return ReplaceLoneSurrogates(kept);
    }

    private static string Cut(string text, int maxCharacters)
    {
        if (text.Length <= maxCharacters)
            return text;
        for (var end = maxCharacters; end > 0 && end > maxCharacters - LongestWordKeptWhole; end--)
        {
            if (QueryCharacters.IsSeparator(text[end]))
                return text[..end];
        }
        return text[..QueryCharacters.CutBefore(text, maxCharacters)];
    }

    private static string ReplaceLoneSurrogates(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(rune);
        return valid.ToString();
    }
}
