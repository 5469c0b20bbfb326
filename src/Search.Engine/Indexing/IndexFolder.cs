using System.Globalization;
using System.Text;
using Lucene.Net.Store;
using IODirectory = System.IO.Directory;
using IOPath = System.IO.Path;
using Lock = Lucene.Net.Store.Lock;

namespace Search.Engine.Indexing;

/// <summary>
/// The folder of an index: generations side by side, and the file <c>CURRENT</c> that names the live one. A generation is a
/// Lucene directory; swapping generations is renaming a new <c>CURRENT</c> into place. <c>PREVIOUS</c> names what was live
/// before, newest first; of these the first that is not live is kept for a rollback.
/// </summary>
internal sealed class IndexFolder(string path)
{
    private const string CurrentFile = "CURRENT";
    private const string PreviousFile = "PREVIOUS";
    private const string HolderFile = "writer";
    private const string LockFile = "write.lock";
    private const string Prefix = "gen-";
    private const string Half = "half-";

    /// <summary>As it was given.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The name of the live generation; null when there is none yet. Where <c>CURRENT</c> is missing it is the newest that was
    /// committed: a program that is killed between its first commit and naming it leaves just that.
    /// </summary>
    /// <exception cref="IndexUnavailableException"><c>CURRENT</c> holds no generation's name.</exception>
    public string? Current()
    {
        var file = InFolder(CurrentFile);
        string text;
        try
        {
            text = File.ReadAllText(file, Encoding.UTF8).Trim();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Committed() is [var newest, ..] ? newest : NoneCommitted();
        }
        if (!IsGenerationName(text))
            throw Damaged(
                $"{file} should hold the name of a folder such as gen-000001, but holds something else.",
                null
            );
        if (!IODirectory.Exists(InFolder(text)))
            throw Damaged($"{file} names the folder {text}, which does not exist.", text);
        return text;
    }

    /// <summary>The generation that is kept for a rollback; null when there is none.</summary>
    /// <param name="current">The live one.</param>
    public string? Previous(string? current) =>
        ReadPrevious().FirstOrDefault(name => name != current && IODirectory.Exists(InFolder(name)));

    /// <summary>
    /// Generations that hold a commit which can be read. Without <c>CURRENT</c> the live one is not known for certain: it is not the one that
    /// <c>PREVIOUS</c> names first, and newer ones are likelier. In this order.
    /// </summary>
    public IReadOnlyList<string> Committed()
    {
        var before = ReadPrevious().FirstOrDefault();
        return [.. Generations().Where(CanOpen).OrderBy(name => name == before).ThenByDescending(NumberOf)];
    }

    /// <summary>All folders of generations, finished or not.</summary>
    public IReadOnlyList<string> Generations() =>
        IODirectory.Exists(Path)
            ?
            [
                .. IODirectory
                    .EnumerateDirectories(Path, Prefix + "*")
                    .Select(folder => IOPath.GetFileName(folder))
                    .Where(IsGenerationName)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The name that the next generation takes.</summary>
    public string NextName()
    {
        var highest = Generations().Select(NumberOf).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{highest + 1:000000}");
    }

    /// <summary>A folder in which a generation is put together; it is swept away when its maker dies.</summary>
    public string HalfPath(string generation) => InFolder(Half + generation);

    /// <summary>The full path of a file or folder in it.</summary>
    public string InFolder(string name) => IOPath.Combine(Path, name);

    /// <summary>
    /// Opens a generation's files. Never with <c>FSDirectory.Open</c>, whose mapped files can crash the process (lucenenet
    /// issue 1013).
    /// </summary>
    public Lucene.Net.Store.Directory Open(string generation) => new NIOFSDirectory(InFolder(generation));

    /// <summary>Makes <paramref name="generation"/> the live one, for readers that look from now on; survives power loss.</summary>
    public void MakeCurrent(string generation)
    {
        // The folder's own entry must not come to the disk after the name that points at it.
        DurableFile.FlushFolder(Path);
        DurableFile.Replace(InFolder(CurrentFile), Encoding.UTF8.GetBytes(generation + "\n"));
    }

    /// <summary>
    /// Makes <paramref name="generation"/> the live one and keeps the one before. A kill between the two steps leaves the
    /// old pair: the kept one is the first of the list that is not live.
    /// </summary>
    public void Swap(string generation, string? before)
    {
        string?[] list = [before, Previous(before)];
        var lines = string.Concat(list.OfType<string>().Select(name => name + "\n"));
        DurableFile.Replace(InFolder(PreviousFile), Encoding.UTF8.GetBytes(lines));
        MakeCurrent(generation);
    }

    /// <summary>
    /// Removes what a killed writer left half done, and generations that are neither live nor kept; names the live one where
    /// that was not done any more. Only for who holds the write lock.
    /// </summary>
    public void Sweep()
    {
        var current = Current();
        if (current is not null && !File.Exists(InFolder(CurrentFile)))
            MakeCurrent(current);
        var previous = Previous(current);
        foreach (var generation in Generations().Where(name => name != current && name != previous))
            Discard(InFolder(generation));
        foreach (var half in IODirectory.EnumerateDirectories(Path, Half + "*"))
            Discard(half);
    }

    /// <summary>Deletes a generation that is not the live one.</summary>
    public void DiscardGeneration(string generation) => Discard(InFolder(generation));

    /// <summary>
    /// The write lock of the whole index, whatever generation is written; the system frees it when the process ends, however
    /// it ends. Dispose it to let the next writer in.
    /// </summary>
    /// <param name="holder">Who writes, for the message that a second writer gets.</param>
    /// <exception cref="IndexLockedException">Another process or session holds it.</exception>
    public Lock TakeWriteLock(string holder)
    {
        IODirectory.CreateDirectory(Path);
        var writeLock = new NativeFSLockFactory(Path).MakeLock(LockFile);
        try
        {
            if (writeLock.Obtain())
            {
                NoteHolder(string.Create(CultureInfo.InvariantCulture, $"{holder}, process {Environment.ProcessId}"));
                return writeLock;
            }
        }
        // On some systems a lock that another holds shows as a failure to open its file: taken all the same.
        catch (IOException e) when (!DiskFull.Is(e)) { }
        // Not disposed: in one process both who hold it and who want it have the same object, and that would let it go.
        throw Locked();
    }

    /// <summary>Another program or session writes.</summary>
    public IndexLockedException Locked(Exception? inner = null) => new(Path, Holder(), inner);

    /// <summary>The size of a generation's files; those that go meanwhile do not count.</summary>
    public long SizeBytes(string generation)
    {
        var folder = new DirectoryInfo(InFolder(generation));
        return folder.Exists ? folder.EnumerateFiles().Sum(LengthOf) : 0;
    }

    /// <summary>What is wrong, and what helps.</summary>
    public IndexUnavailableException Damaged(string what, string? generation, Exception? inner = null)
    {
        var whole = Committed().FirstOrDefault(name => name != generation);
        var help = whole is null
            ? "Restore a backup, or delete the folder and index the sources again."
            : $"The generation {whole} can be served in its place: search-indexer rollback";
        var message = $"The index in {Path} is damaged: {what} {help}";
        var state = new IndexState(IndexAvailability.Damaged, message, generation) { Fallback = whole };
        return new IndexUnavailableException(state, inner);
    }

    // A killed first commit leaves half a segments_1, which is nothing; later commits that cannot be read are something.
    private string? NoneCommitted() =>
        Generations().FirstOrDefault(name => IsCommittedTwice(InFolder(name))) is { } lost
            ? throw Damaged($"{InFolder(CurrentFile)} is missing, and {lost} cannot be read.", lost)
            : null;

    private static bool IsCommittedTwice(string folder) =>
        IODirectory.EnumerateFiles(folder, "segments_*").Any(file => IOPath.GetFileName(file) is not "segments_1");

    // Whether its newest commit is there with all its files; not whether these are whole, which takes long to tell.
    private bool CanOpen(string generation)
    {
        try
        {
            using var directory = Open(generation);
            var commit = new Lucene.Net.Index.SegmentInfos();
            commit.Read(directory);
            return commit
                .GetFiles(directory, includeSegmentsFile: true)
                .All(file => File.Exists(IOPath.Combine(InFolder(generation), file)));
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            return false;
        }
    }

    private List<string> ReadPrevious()
    {
        try
        {
            return [.. File.ReadAllLines(InFolder(PreviousFile), Encoding.UTF8).Where(IsGenerationName)];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    // For people's eyes only: a full disk must not keep the lock from being taken.
    private void NoteHolder(string holder)
    {
        try
        {
            File.WriteAllText(InFolder(HolderFile), holder, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            System.Diagnostics.Trace.TraceWarning(e.Message);
        }
    }

    /// <summary>Who noted last that it writes.</summary>
    private string Holder()
    {
        try
        {
            return File.ReadAllText(InFolder(HolderFile), Encoding.UTF8).Trim();
        }
        catch (IOException)
        {
            return "an unknown program";
        }
    }

    // What somebody still reads cannot be deleted on some systems; the next writer tries again.
    private static void Discard(string folder)
    {
        try
        {
            IODirectory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            System.Diagnostics.Trace.TraceWarning(e.Message);
        }
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int NumberOf(string generation) =>
        int.Parse(generation[Prefix.Length..], CultureInfo.InvariantCulture);

    private static bool IsGenerationName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.Length is > 4 and <= 13
        && name[Prefix.Length..].All(char.IsAsciiDigit);
}
