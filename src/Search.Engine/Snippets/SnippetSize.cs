namespace Search.Engine.Snippets;

/// <summary>How long a snippet may be: in words, and in columns, for texts whose words are very long or not told apart.</summary>
/// <param name="Words">At least 1.</param>
internal readonly record struct SnippetSize(int Words)
{
    // An English word with its space takes about six columns. Ideographs take two each, so 30 words are 120 of them.
    private const int ColumnsPerWord = 8;

    /// <summary>How far beyond its size a snippet goes to reach the end of a sentence, as a share.</summary>
    public const double Slack = 1.2;

    /// <summary>Letters and spaces count one column, East Asian ones two.</summary>
    public int Columns => Words * ColumnsPerWord;

    /// <summary>The longest run without white space that is never cut, so that URLs stay whole.</summary>
    public int LongestRun => Math.Max(80, Columns / 2);

    /// <summary>How much of the size this takes: 1 is all of it.</summary>
    public double Share(int words, int columns) => Math.Max((double)words / Words, (double)columns / Columns);
}
