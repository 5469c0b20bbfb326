using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Search.Engine.Indexing;

/// <summary>By what two records are told to be one work: the title without case and punctuation, and shared speakers.</summary>
internal static class WorkKeys
{
    private static readonly string[] InterviewPrefixes = ["interview ", "q a ", "qa "];

    // Names that stand for "nobody in particular"; talks by them share no speaker.
    private static readonly HashSet<string> NoOne = new(StringComparer.Ordinal)
    {
        "various",
        "various speakers",
        "various artists",
        "various authors",
        "unknown",
        "anonymous",
        "multiple",
        "multiple speakers",
        "tba",
        "tbd",
        "n a",
        "everyone",
        "panel",
        "staff",
        "organizers",
        "organisers",
    };

    /// <summary>
    /// <c>Interview: "Heartbeats" Are Not Health Checks</c> gives <c>heartbeats are not health checks</c>; a title of
    /// nothing but punctuation is kept as it is.
    /// </summary>
    public static string OfTitle(string title)
    {
        var words = Words(title);
        var lead = LeadingLabel(title);
        if (lead is not null && words.StartsWith(lead, StringComparison.Ordinal) && words.Length > lead.Length)
            words = words[lead.Length..];
        return words.Length == 0 ? FoldedText.Of(title) : words;
    }

    /// <summary>The term that stands for a title in the index: eight bytes' worth, however long the title is.</summary>
    public static string TitleHash(string title) =>
        XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(OfTitle(title))).ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The names by which people are compared; without those that stand for nobody in particular.</summary>
    public static IReadOnlySet<string> RealSpeakers(IEnumerable<string> speakers) =>
        speakers
            .Select(Words)
            .Where(name => name.Length > 0 && !NoOne.Contains(name))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The number that stands for a work in the index; never 0.</summary>
    public static long Hash(string workId)
    {
        var hash = unchecked((long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(workId)));
        return hash == 0 ? 1 : hash;
    }

    // "Interview: X" and "Q&A: X" name the form, "Interview Questions" does not: the colon decides.
    private static string? LeadingLabel(string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        var label = Words(title[..colon]) + " ";
        return Array.Find(InterviewPrefixes, prefix => prefix == label);
    }

    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in FoldedText.Of(text).EnumerateRunes())
        {
            // "C", "C#" and "C++" are three titles.
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '#' or '+')
                words.Append(rune.ToString());
            else if (rune.Value is not ('\'' or '’') && words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }
}
