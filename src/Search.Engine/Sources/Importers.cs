namespace Search.Engine.Sources;

/// <summary>All source formats. A new one is a class beside this file and a line here.</summary>
public static class Importers
{
    /// <summary>In the order in which they are asked whether they recognise a file: what looks for more first.</summary>
    public static IReadOnlyList<IImporter> All { get; } =
    [
        new PyvideoImporter(),
        new SessionizeImporter(),
        new PretalxImporter(),
        new FrabImporter(),
        new PentabarfImporter(),
        new JsonLinesImporter(),
        new CsvImporter(),
        new TopicPageImporter(),
    ];

    /// <summary>The importer named <paramref name="format"/>, or the first that recognises the file when it is null.</summary>
    /// <returns>An importer, or in plain words why there is none.</returns>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static ImporterChoice Choose(SourceFile file, string? format)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (format is not null)
        {
            var named = Find(format);
            return new(named, named is null ? $"there is no format \"{format}\"; there is {Names()}" : null);
        }
        var sample = file.Sample();
        var recognised = All.FirstOrDefault(importer => importer.Recognises(sample));
        return new(recognised, recognised is null ? Unrecognised(sample) : null);
    }

    /// <summary>The importer of this name; null when there is none.</summary>
    public static IImporter? Find(string format) => All.FirstOrDefault(importer => importer.Format == format);

    /// <summary>
    /// All items of the files found at one path. A file in a folder whose format is not known, and a folder without files,
    /// come as a <see cref="RefusedRecord"/>, so that the rest goes in.
    /// </summary>
    /// <param name="path">What was typed.</param>
    /// <param name="files">What <see cref="SourceFiles.Find"/> found there.</param>
    /// <param name="format">The format of all files; null to look at each.</param>
    /// <param name="cancellationToken">Looked at between items.</param>
    /// <exception cref="SourceException">While enumerating: a file cannot be read, or the only one has no known format.</exception>
    public static IEnumerable<ImportItem> Read(
        string path,
        IEnumerable<SourceFile> files,
        string? format,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        var isFound = false;
        foreach (var file in files)
        {
            isFound = true;
            var (importer, fault) = Choose(file, format);
            if (importer is null)
            {
                if (file.Path == path)
                    throw new SourceException(path, fault ?? "cannot be read");
                yield return RefusedRecord.OfRest(new(file.Path, 0), fault ?? "cannot be read");
                continue;
            }
            foreach (var item in importer.Read(file, cancellationToken))
                yield return item;
        }
        if (!isFound)
            yield return RefusedRecord.OfRest(new(path, 0), $"holds no file that can be read ({Extensions()})");
    }

    private static string Unrecognised(SourceSample sample) =>
        sample.Start.Contains('\0')
            ? "is no text in UTF-8; save or unpack it as UTF-8 text"
            : $"has no known format; name it with --format: {Names()}";

    private static string Names()
    {
        var names = All.Select(importer => importer.Format).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }

    private static string Extensions() =>
        string.Join(", ", All.SelectMany(importer => importer.Extensions).Distinct(StringComparer.Ordinal));
}

/// <summary>Which importer reads a file.</summary>
/// <param name="Importer">Null when none does.</param>
/// <param name="Fault">Why none does, in plain words.</param>
public sealed record ImporterChoice(IImporter? Importer, string? Fault);
