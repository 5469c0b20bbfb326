using System.Buffers;
using System.Text.RegularExpressions;

namespace Search.Engine.Cleaning;

/// <summary>Makes names of what sources write where speakers stand.</summary>
public static partial class SpeakerNames
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("0123456789@:/()[]");

    // A part with one of these is somebody's job or employer, not a second person.
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "academy",
        "ag",
        "agency",
        "analyst",
        "architect",
        "assistant",
        "associates",
        "bank",
        "board",
        "ceo",
        "cfo",
        "chair",
        "chief",
        "cio",
        "co-founder",
        "cofounder",
        "college",
        "committee",
        "community",
        "company",
        "consultant",
        "consulting",
        "coo",
        "cooperative",
        "corp",
        "corporation",
        "cto",
        "department",
        "design",
        "designer",
        "developer",
        "developers",
        "development",
        "director",
        "editor",
        "engineer",
        "engineering",
        "engineers",
        "fellow",
        "foundation",
        "founder",
        "friends",
        "gmbh",
        "group",
        "head",
        "inc",
        "institute",
        "journalist",
        "jr",
        "labs",
        "lead",
        "lecturer",
        "limited",
        "llc",
        "ltd",
        "manager",
        "md",
        "member",
        "ministry",
        "operations",
        "organization",
        "panel",
        "partner",
        "phd",
        "president",
        "principal",
        "professor",
        "project",
        "research",
        "researcher",
        "school",
        "scientist",
        "security",
        "senior",
        "software",
        "staff",
        "student",
        "studio",
        "systems",
        "team",
        "technologies",
        "technology",
        "university",
        "user",
        "vice",
        "vp",
        "web",
        "working",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "al",
        "af",
        "av",
        "ben",
        "bin",
        "da",
        "dal",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "of",
        "ten",
        "ter",
        "van",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    };

    /// <summary>
    /// The names in one text. It is split at semicolons, bars and line breaks, and at commas, "and" and "&amp;" only where
    /// every part is surely the full name of a person.
    /// </summary>
    /// <example>
    /// <c>Ada Kell, Bo Lind &amp; Cy Moe</c> gives three names; <c>Kell, Ada</c>, <c>Ada Kell, Acme Inc.</c> and
    /// <c>Simon and Garfunkel</c> stay one.
    /// </example>
    public static IReadOnlyList<string> Split(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var names = new List<string>();
        foreach (var part in text.Split([';', '|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = PlainText.Line(part).Trim(' ', ',');
            var persons = Joints()
                .Split(name)
                .Select(person => person.Trim())
                .Where(person => person.Length > 0)
                .ToList();
            if (persons.Count > 1 && persons.TrueForAll(IsFullName))
                names.AddRange(persons);
            else if (name.Any(char.IsLetterOrDigit))
                names.Add(name);
        }
        return Distinct(names);
    }

    /// <summary>The names of several texts, each split, each name once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Distinct(texts.SelectMany(Split));
    }

    /// <summary>Two to four words with capitals, in scripts that have them; no digit, no job, no company.</summary>
    internal static bool IsFullName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || name.AsSpan().IndexOfAny(NotInNames) >= 0)
            return false;
        return !Array.Exists(words, word => NoNames.Contains(word.Trim('.', ',')))
            && IsCapitalised(words[0])
            && IsCapitalised(words[^1])
            && Array.TrueForAll(
                words,
                word => IsCapitalised(word) || Particles.Contains(word) || word[0] is '"' or '“' or '\''
            );
    }

    private static bool IsCapitalised(string word)
    {
        // "D'Arcy", "O’Neil" and "al-Khatib" begin small or with a mark now and then; the first letter decides.
        var letter = word.FirstOrDefault(char.IsLetter);
        return char.IsUpper(letter) || (letter != '\0' && !char.IsLower(letter));
    }

    private static List<string> Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(
        @"\s*,\s*(?:and|und|et|y|&)\s+|\s*,\s+|\s+(?:and|und|&|et|\+)\s+",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Joints();
}
