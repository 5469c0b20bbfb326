using System.Text;
using Search.Engine.Analysis;

namespace Search.Engine.Synonyms;

/// <summary>Where synonyms come from.</summary>
public sealed record SynonymOptions
{
    /// <summary>
    /// A synonym file. Null means <c>synonyms.txt</c> in the folder of the index, and the built-in list as long as there is
    /// none; an empty file switches synonyms off.
    /// </summary>
    public string? Path { get; init; }
}

/// <summary>The synonyms in force: follows changes of their file. Reading them is safe for many threads, refreshing is not.</summary>
internal sealed class LiveSynonyms
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly string path;
    private readonly bool isRequired;
    private readonly TextAnalysis analysis;
    private readonly Lazy<SynonymTable> builtIn;
    private Stamp? read;
    private volatile SynonymTable current = SynonymTable.Empty;

    /// <summary>Reads the synonyms. Never throws for a missing or faulty file: see <see cref="Trouble"/>.</summary>
    /// <param name="options">Where to look.</param>
    /// <param name="indexPath">The folder of the index.</param>
    /// <param name="analysis">The same that queries go through.</param>
    public LiveSynonyms(SynonymOptions options, string indexPath, TextAnalysis analysis)
    {
        isRequired = options.Path is not null;
        path = options.Path ?? Path.Combine(indexPath, SynonymFile.BuiltInName);
        this.analysis = analysis;
        builtIn = new Lazy<SynonymTable>(() => SynonymFile.ReadBuiltIn(analysis));
        Refresh();
    }

    /// <summary>What is in force now; take it once a request.</summary>
    public SynonymTable Current => current;

    /// <summary>What keeps the file from being read, as one sentence; what was in force before goes on. Null when it was read.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Reads the file again when it has changed; true when other synonyms are in force then. Never throws.</summary>
    public bool Refresh()
    {
        var before = current;
        try
        {
            ReadWhenChanged();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            read = null;
            Trouble = $"The synonyms in {path} cannot be read: {e.Message}";
        }
        return !ReferenceEquals(before, current);
    }

    private void ReadWhenChanged()
    {
        var stamp = Stamp.Of(path);
        if (stamp == read)
            return;
        if (stamp.Length < 0)
        {
            ReadNothing();
            read = stamp;
            return;
        }
        if (stamp.Length > MaxBytes)
            throw new IOException($"it has {stamp.Length} bytes, and {MaxBytes} are allowed.");
        var text = File.ReadAllText(path, Encoding.UTF8);
        // Somebody is writing it: the next look finds it whole.
        if (Stamp.Of(path) != stamp)
            return;
        using var reader = new StringReader(text);
        current = SynonymFile.Read(reader, path, analysis);
        read = stamp;
        Trouble = null;
    }

    private void ReadNothing()
    {
        if (isRequired)
            throw new FileNotFoundException("there is no such file.");
        current = builtIn.Value;
        Trouble = null;
    }

    /// <summary>By what a change of the file is seen; the length is -1 when there is none.</summary>
    private readonly record struct Stamp(DateTime Written, long Length)
    {
        public static Stamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(file.LastWriteTimeUtc, file.Length) : new Stamp(default, -1);
        }
    }
}
