using System.Globalization;
using System.Text;
using Lucene.Net.Store;
using IODirectory = System.IO.Directory;
using Lock = Lucene.Net.Store.Lock;

namespace Search.Engine.Indexing;

/// <summary>
/// The folder of an index: generations side by side, and the file <c>CURRENT</c> that names the live one. A generation is a
/// Lucene directory; swapping generations is renaming a new <c>CURRENT</c> into place.
/// </summary>
internal sealed class IndexFolder(string path)
{
    private const string CurrentFile = "CURRENT";
    private const string HolderFile = "writer";
    private const string LockFile = "write.lock";
    private const string Prefix = "gen-";

    /// <summary>As it was given.</summary>
    public string Path { get; } = path;

    /// <summary>The name of the live generation; null when there is none yet.</summary>
    /// <exception cref="IndexUnavailableException"><c>CURRENT</c> holds no generation's name.</exception>
    public string? Current()
    {
        var file = System.IO.Path.Combine(Path, CurrentFile);
        string text;
        try
        {
            text = File.ReadAllText(file, Encoding.UTF8).Trim();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        if (!IsGenerationName(text))
            throw Damaged(
                $"{file} should hold the name of a folder such as gen-000001, but holds something else.",
                null
            );
        if (!IODirectory.Exists(System.IO.Path.Combine(Path, text)))
            throw Damaged($"{file} names the folder {text}, which does not exist.", text);
        return text;
    }

    /// <summary>The name that the next generation takes.</summary>
    public string NextName()
    {
        var numbers = IODirectory.Exists(Path)
            ? IODirectory
                .EnumerateDirectories(Path, Prefix + "*")
                .Select(folder => System.IO.Path.GetFileName(folder))
                .Where(IsGenerationName)
                .Select(name => int.Parse(name[Prefix.Length..], CultureInfo.InvariantCulture))
            : [];
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{numbers.DefaultIfEmpty(0).Max() + 1:000000}");
    }

    /// <summary>
    /// Opens a generation's files. Never with <c>FSDirectory.Open</c>, whose mapped files can crash the process (lucenenet
    /// issue 1013).
    /// </summary>
    public Lucene.Net.Store.Directory Open(string generation) =>
        new NIOFSDirectory(System.IO.Path.Combine(Path, generation));

    /// <summary>Makes <paramref name="generation"/> the live one, for readers that look from now on; survives power loss.</summary>
    public void MakeCurrent(string generation)
    {
        var file = System.IO.Path.Combine(Path, CurrentFile);
        DurableFile.Replace(file, Encoding.UTF8.GetBytes(generation + "\n"));
    }

    /// <summary>Deletes a generation that is not the live one.</summary>
    public void Discard(string generation) =>
        IODirectory.Delete(System.IO.Path.Combine(Path, generation), recursive: true);

    /// <summary>
    /// The write lock of the whole index, whatever generation is written; the system frees it when the process ends, however
    /// it ends. Dispose it to let the next writer in.
    /// </summary>
    /// <param name="holder">Who writes, for the message that a second writer gets.</param>
    /// <exception cref="IndexLockedException">Another process or session holds it.</exception>
    public Lock TakeWriteLock(string holder)
    {
        var writeLock = new NativeFSLockFactory(Path).MakeLock(LockFile);
        try
        {
            if (writeLock.Obtain())
            {
                File.WriteAllText(System.IO.Path.Combine(Path, HolderFile), holder, Encoding.UTF8);
                return writeLock;
            }
        }
        catch (IOException)
        {
            // On some systems a lock that another holds shows as a failure to open its file: taken all the same.
        }
        writeLock.Dispose();
        throw new IndexLockedException(Path, Holder());
    }

    /// <summary>Who noted last that it writes.</summary>
    private string Holder()
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Combine(Path, HolderFile), Encoding.UTF8).Trim();
        }
        catch (IOException)
        {
            return "an unknown program";
        }
    }

    /// <summary>The size of a generation's files.</summary>
    public long SizeBytes(string generation) =>
        new DirectoryInfo(System.IO.Path.Combine(Path, generation)).EnumerateFiles().Sum(file => file.Length);

    /// <summary>What is wrong, and what helps.</summary>
    public IndexUnavailableException Damaged(string what, string? generation, Exception? inner = null)
    {
        var message = $"The index in {Path} is damaged: {what} Delete the folder and index the sources again.";
        return new IndexUnavailableException(new IndexState(IndexAvailability.Damaged, message, generation), inner);
    }

    private static bool IsGenerationName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.Length is > 4 and <= 13
        && name[Prefix.Length..].All(char.IsAsciiDigit);
}
