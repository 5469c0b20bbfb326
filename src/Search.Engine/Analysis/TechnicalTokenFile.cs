namespace Search.Engine.Analysis;

/// <summary>Reads a table of technical tokens; its format is described at the head of <c>technical-tokens.tsv</c>.</summary>
internal static class TechnicalTokenFile
{
    private const string BuiltInName = "Search.Engine.Analysis.technical-tokens.tsv";
    private const string Nothing = "-";

    public static IReadOnlyList<TechnicalToken> ReadBuiltIn()
    {
        var stream =
            typeof(TechnicalTokenFile).Assembly.GetManifestResourceStream(BuiltInName)
            ?? throw new InvalidOperationException("The program holds no table of technical tokens.");
        using var reader = new StreamReader(stream);
        return Read(reader, "technical-tokens.tsv");
    }

    /// <summary>Reads all lines.</summary>
    /// <exception cref="InvalidDataException">A line is wrong; says which, of what file, and why.</exception>
    public static IReadOnlyList<TechnicalToken> Read(TextReader reader, string name)
    {
        var entries = new List<TechnicalToken>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var lineNumber = 0;
        while (reader.ReadLine() is { } line)
        {
            lineNumber++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            try
            {
                var entry = ReadLine(line);
                RefuseRepeated(entry, seen, lineNumber);
                entries.Add(entry);
            }
            catch (FormatException fault)
            {
                throw new InvalidDataException($"{name}, line {lineNumber}: {fault.Message}", fault);
            }
        }
        return entries;
    }

    private static TechnicalToken ReadLine(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length is < 2 or > 4)
            throw new FormatException($"2 to 4 columns divided by tabs are expected, here are {columns.Length}.");
        var entry = new TechnicalToken(columns[0], columns[1], List(columns, 2, ", "), List(columns, 3, " "));
        foreach (var form in entry.Aliases.Prepend(entry.Token))
            RefuseBadForm(form);
        foreach (var word in entry.Also.Prepend(entry.Word))
            RefuseBadWord(word);
        return entry;
    }

    private static string[] List(string[] columns, int index, string separator) =>
        columns.Length <= index || columns[index] == Nothing ? [] : columns[index].Split(separator);

    private static void RefuseBadForm(string form)
    {
        if (form.Length < 2)
            throw new FormatException($"\"{form}\" is too short: a token or alias has at least two characters.");
        if (form.Trim() != form || form.Contains("  ", StringComparison.Ordinal))
            throw new FormatException($"\"{form}\" has a blank at its ends or two in a row.");
    }

    private static void RefuseBadWord(string word)
    {
        if (word.Length == 0 || !word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            throw new FormatException($"\"{word}\" is no word: only small letters a-z and digits are allowed.");
    }

    // A token may be spelt like its word (macOS, macos), but two lines must not claim the same form or word.
    private static void RefuseRepeated(TechnicalToken entry, Dictionary<string, int> seen, int lineNumber)
    {
        var forms = entry.Aliases.Append(entry.Token).Append(entry.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var form in forms)
        {
            if (!seen.TryAdd(form, lineNumber))
                throw new FormatException($"\"{form}\" stands already in line {seen[form]}.");
        }
    }
}
