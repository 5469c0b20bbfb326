using Search.Engine.Analysis;

namespace Search.Engine.Synonyms;

/// <summary>Reads synonym files; their format is described at the head of <c>synonyms.txt</c>.</summary>
public static class SynonymFile
{
    /// <summary>The name of the built-in list, in faults.</summary>
    public const string BuiltInName = "synonyms.txt";

    private const int MaxRules = 100_000;

    /// <summary>The list that is built in.</summary>
    public static SynonymTable ReadBuiltIn(TextAnalysis analysis)
    {
        var stream =
            typeof(SynonymFile).Assembly.GetManifestResourceStream("Search.Engine.Synonyms.synonyms.txt")
            ?? throw new InvalidOperationException("The program holds no list of synonyms.");
        using var reader = new StreamReader(stream);
        return Read(reader, BuiltInName, analysis);
    }

    /// <summary>Reads all lines. A line that is no rule becomes one of <see cref="SynonymTable.Faults"/>, the others work.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="name">Its name, for faults.</param>
    /// <param name="analysis">The same that queries go through.</param>
    public static SynonymTable Read(TextReader reader, string name, TextAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(analysis);
        var lines = new SynonymLine(analysis);
        var rules = new List<SynonymRule>();
        var faults = new List<SynonymFault>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            try
            {
                var more = lines.Read(line);
                if (rules.Count + more.Count > MaxRules)
                    throw new FormatException($"The file has more than {MaxRules} rules.");
                rules.AddRange(more);
            }
            catch (FormatException fault)
            {
                faults.Add(new SynonymFault(name, number, fault.Message));
            }
        }
        return new SynonymTable(rules, faults);
    }
}
