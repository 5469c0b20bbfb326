using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Search.Engine.Sources;

/// <summary>The part of an id that is made from a title.</summary>
internal static class Slug
{
    private const int MaxLength = 80;

    /// <summary>
    /// Letters and digits of any script in lower case, with single hyphens between; at most 80 UTF-16 units, never empty.
    /// The same title gives the same slug for ever: ids depend on it.
    /// </summary>
    /// <example><c>What's New in C#?</c> gives <c>whats-new-in-c-sharp</c>; <c>Q&amp;A: 1000's of K8s</c> gives <c>q-and-a-1000s-of-k8s</c>.</example>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            if (rune.Value is '\'' or '’' or 'ʼ')
                continue;
            var word = rune.Value switch
            {
                '#' => "-sharp-",
                '+' => "-plus-",
                '&' => "-and-",
                _ => IsPartOfWord(rune) ? rune.ToString() : "-",
            };
            slug.Append(word);
        }
        var words = slug.ToString()
            .Normalize(NormalizationForm.FormKC)
            .ToLowerInvariant()
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var joined = JoinWhileShort(words);
        return joined.Length > 0 ? joined : $"untitled-{XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(title)):x8}";
    }

    /// <summary>A source's name as the beginning of an id: what no id may hold becomes a hyphen.</summary>
    public static string OfSource(string source) =>
        string.Concat(source.Select(unit => unit == '#' || char.IsControl(unit) ? '-' : unit));

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string JoinWhileShort(string[] words)
    {
        var joined = new StringBuilder();
        foreach (var word in words)
        {
            if (joined.Length > 0 && joined.Length + 1 + word.Length > MaxLength)
                break;
            if (joined.Length > 0)
                joined.Append('-');
            joined.Append(word.AsSpan(0, Math.Min(word.Length, MaxLength)));
        }
        return joined.ToString();
    }
}
