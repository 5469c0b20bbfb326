namespace Search.Engine.Sources;

/// <summary>What all importers of JSON files do alike.</summary>
internal static class JsonImport
{
    /// <summary>
    /// The items that <paramref name="itemsOf"/> finds in the file. What stands behind a fault is refused; a file without
    /// any item is, too, unless it may be empty.
    /// </summary>
    public static IEnumerable<ImportItem> Items(
        SourceFile file,
        Func<SourceValue, IEnumerable<ImportItem>> itemsOf,
        string whenEmpty,
        CancellationToken cancellationToken
    )
    {
        var json = SourceJson.Read(file, cancellationToken);
        if (json.Note is not null)
            yield return new SourceNote(new(file.Path, 0), json.Note);
        var isEmpty = true;
        if (json.Root is not null)
        {
            foreach (var item in itemsOf(json.Root))
            {
                cancellationToken.ThrowIfCancellationRequested();
                isEmpty = false;
                yield return item;
            }
        }
        if (json.Fault is not null)
            yield return RefusedRecord.OfRest(
                new(file.Path, json.FaultLine),
                $"{json.Fault}; nothing was read from here on"
            );
        else if (isEmpty)
            yield return RefusedRecord.OfRest(new(file.Path, 0), whenEmpty);
    }

    /// <summary>The tree of a file's beginning, as far as it goes; null when it is no JSON.</summary>
    public static SourceValue? Beginning(SourceSample sample)
    {
        var text = sample.Start.AsSpan().TrimStart();
        if (text is not ['{' or '[', ..] || IsJsonLines(sample.Path))
            return null;
        return SourceJson.Parse(System.Text.Encoding.UTF8.GetBytes(text.ToString())).Root;
    }

    // What is named so is taken at its word, whatever members it has.
    private static bool IsJsonLines(string path) =>
        path.Contains(".jsonl", StringComparison.OrdinalIgnoreCase)
        || path.Contains(".ndjson", StringComparison.OrdinalIgnoreCase);
}
