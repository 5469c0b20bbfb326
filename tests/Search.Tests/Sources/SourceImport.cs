using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

/// <summary>Files written for one test, and what importing them gives.</summary>
public sealed class SourceImport : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    /// <summary>Everything that the files below <paramref name="path"/> hold; the whole folder when it is null.</summary>
    public List<ImportItem> Read(string? path = null, string? format = null)
    {
        var from = path ?? Folder;
        return
        [
            .. Importers.Read(from, SourceFiles.Find(from, "brook"), format, TestContext.Current.CancellationToken),
        ];
    }

    /// <summary>The records of one file, none of which may be refused.</summary>
    public List<Record> Records(string name, string text, string? format = null)
    {
        var items = Read(Write(name, text), format);
        Assert.Empty(items.OfType<RefusedRecord>().Select(refused => $"{refused.Position}: {refused.Reason}"));
        return [.. items.OfType<ImportedRecord>().Select(item => item.Record)];
    }

    /// <summary>The talk of a file that holds one.</summary>
    public Talk Talk(string name, string text, string? format = null) =>
        Assert.IsType<Talk>(Assert.Single(Records(name, text, format)));

    /// <summary>The interview of a file that holds one.</summary>
    public Interview Interview(string name, string text, string? format = null) =>
        Assert.IsType<Interview>(Assert.Single(Records(name, text, format)));

    /// <summary>Which format a file is taken for; null when it is none.</summary>
    public string? FormatOf(string name, string text) =>
        Importers.Choose(SourceFiles.Find(Write(name, text)).Single(), null).Importer?.Format;
}
