namespace Search.Engine.Checking;

/// <summary>
/// One person under two spellings, who then has two pages and two counts: other accents, case or punctuation, first and last
/// name the other way round, or one letter that differs in a long name.
/// </summary>
internal sealed class SpeakerSpelling() : SourceRule("speaker_spelling", "one speaker under two spellings")
{
    private const int ShortestTypo = 6;

    private readonly Dictionary<string, Spelling> spellings = new(StringComparer.Ordinal);

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        foreach (var speaker in seen.Record.Speakers)
        {
            var name = speaker.Trim();
            if (!spellings.TryGetValue(name, out var spelling))
                spellings[name] = spelling = new Spelling(name, seen.Place, spellings.Count);
            spelling.Count++;
        }
        return [];
    }

    internal override IEnumerable<Finding> End()
    {
        var persons = spellings
            .Values.GroupBy(KeyOf, StringComparer.Ordinal)
            .Where(person => person.Key.Length > 0)
            .ToList();
        foreach (var person in persons.Where(person => person.Skip(1).Any()))
        {
            var usual = Usual(person);
            foreach (var other in person.Where(other => other != usual).OrderBy(other => other.Order))
                yield return Odd(other, usual);
        }
        foreach (var (odd, usual) in Mistyped([.. persons.Select(Usual)]))
            yield return Odd(odd, usual);
    }

    private Finding Odd(Spelling odd, Spelling usual)
    {
        var records = usual.Count == 1 ? "one record" : FormattableString.Invariant($"{usual.Count} records");
        return At(odd.First, $"names \"{odd.Name}\", who is \"{usual.Name}\" in {records}");
    }

    // The spelling that most records have, and of these the first.
    private static Spelling Usual(IEnumerable<Spelling> person) =>
        person.OrderByDescending(spelling => spelling.Count).ThenBy(spelling => spelling.Order).First();

    // Words in any order, and umlauts as they are written without: Mueller is Müller.
    private static string KeyOf(Spelling spelling)
    {
        var spelledOut = spelling
            .Name.Replace("ü", "ue", StringComparison.OrdinalIgnoreCase)
            .Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase)
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("ł", "l", StringComparison.OrdinalIgnoreCase)
            .Replace("ø", "o", StringComparison.OrdinalIgnoreCase);
        return string.Join(' ', CheckedText.Words(spelledOut).Order(StringComparer.Ordinal));
    }

    // Names that share all words but one, of which a letter is missing in one of them or differs: found by what is left of
    // the word without each of its letters.
    private static IEnumerable<(Spelling Odd, Spelling Usual)> Mistyped(List<Spelling> persons)
    {
        var known = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        var said = new HashSet<(Spelling, Spelling)>();
        foreach (var person in persons.OrderByDescending(person => person.Count).ThenBy(person => person.Order))
        {
            foreach (var (key, word) in Gaps(person))
            {
                if (!known.TryGetValue(key, out var other))
                    known[key] = person;
                else if (other != person && IsTypo(person, other, word) && said.Add((person, other)))
                    yield return (person, other);
            }
        }
    }

    private static IEnumerable<(string Key, string Word)> Gaps(Spelling person)
    {
        var words = CheckedText.Words(person.Name);
        for (var at = 0; words.Count >= 2 && at < words.Count; at++)
        {
            var word = words[at];
            if (word.Length < ShortestTypo)
                continue;
            var rest = string.Join(' ', words.Where((_, index) => index != at));
            yield return ($"{rest}|{word}", word);
            for (var gap = 1; gap < word.Length; gap++)
                yield return ($"{rest}|{word.Remove(gap, 1)}", word);
        }
    }

    // Endings differ between people (Martin, Martins), doubled or swapped letters between typists.
    private static bool IsTypo(Spelling odd, Spelling usual, string word)
    {
        var other = CheckedText
            .Words(usual.Name)
            .Find(candidate => candidate != word && !CheckedText.Words(odd.Name).Contains(candidate));
        return other is not null && usual.Count > odd.Count && Typo.Is(word, other);
    }

    private sealed class Spelling(string name, RecordPlace first, int order)
    {
        public string Name { get; } = name;

        public RecordPlace First { get; } = first;

        public int Order { get; } = order;

        public int Count { get; set; }
    }
}

/// <summary>Differences that fingers make.</summary>
internal static class Typo
{
    /// <summary>A letter written twice or once, or two neighbours that changed places; not at the end of the word.</summary>
    /// <example><c>schmmidt</c>/<c>schmidt</c> is one; <c>johnathan</c>/<c>jonathan</c> and <c>hansen</c>/<c>jansen</c> are none.</example>
    public static bool Is(string one, string other)
    {
        if (one.Length == other.Length)
            return IsSwapped(one, other);
        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        if (longer.Length != shorter.Length + 1)
            return false;
        for (var at = 1; at < longer.Length - 1; at++)
        {
            var isTwin = longer[at] == longer[at - 1] || longer[at] == longer[at + 1];
            if (isTwin && longer.Remove(at, 1) == shorter)
                return true;
        }
        return false;
    }

    private static bool IsSwapped(string one, string other)
    {
        var differing = Enumerable.Range(0, one.Length).Where(at => one[at] != other[at]).ToList();
        return differing is [var first, var second]
            && second == first + 1
            && one[first] == other[second]
            && one[second] == other[first];
    }
}
