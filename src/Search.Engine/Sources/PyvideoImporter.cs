using Search.Engine.Cleaning;

namespace Search.Engine.Sources;

/// <summary>
/// The archive of pyvideo: a folder an event with its <c>category.json</c>, and in <c>videos</c> a file a talk. Ids are
/// EVENT-FOLDER/FILE-NAME.
/// </summary>
public sealed class PyvideoImporter : IImporter
{
    private const string Category = "category.json";

    private static readonly string[] Members =
    [
        "videos",
        "recorded",
        "thumbnail_url",
        "copyright_text",
        "related_urls",
        "quality_notes",
        "duration",
        "source_url",
    ];

    /// <inheritdoc/>
    public string Format => "pyvideo";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    /// <summary>A title beside members that only such files have; or a <c>category.json</c> with a title.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (JsonImport.Beginning(sample) is not { IsObject: true } root || root["kind"] is not null)
            return false;
        if (IsCategory(sample.Path))
            return root["title"] is not null;
        // The title stands near the end of long files.
        return Members.Count(name => root.Members.Any(member => member.Key == name)) >= 2;
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        // It describes the event, and is read beside each talk.
        if (IsCategory(file.Path))
            return [];
        return JsonImport.Items(file, root => [ItemOf(file, root)], "is empty", cancellationToken);
    }

    private static ImportItem ItemOf(SourceFile file, SourceValue root)
    {
        var position = new SourcePosition(file.Path, root.Line);
        var (folder, name) = NamesOf(file);
        var id = $"{folder ?? Slug.OfSource(file.Source)}/{name ?? Slug.Of(root.TextOf("slug", "title") ?? "")}";
        if (!root.IsObject || root.IsBroken)
            return new RefusedRecord(
                position,
                id,
                root.IsBroken ? "breaks off in this talk" : "is no object with a title"
            );
        var video = root["videos"]?.Items.FirstOrDefault(item => item.TextOf("url") is not null);
        return new RecordDraft(position, id)
        {
            Title = root.TextOf("title"),
            Texts = [root.TextOf("summary"), root.TextOf("description")],
            Speakers = PersonNames.In(root["speakers"]),
            Topics = root["tags"]?.AsTexts() ?? [],
            Event = root.TextOf("category") ?? CategoryTitle(file) ?? folder,
            Date = root.TextOf("recorded"),
            Language = root.TextOf("language"),
            Url = video?.TextOf("url") ?? root.TextOf("source_url", "url"),
        }.ToItem();
    }

    // The folder of the event is the one that holds "videos". Where standard input is read, there is neither.
    private static (string? Folder, string? Name) NamesOf(SourceFile file)
    {
        if (file.Path == SourceFiles.StandardInput)
            return (null, null);
        var path = Path.GetFullPath(file.Path);
        var folder = Path.GetDirectoryName(path);
        if (Path.GetFileName(folder) == "videos")
            folder = Path.GetDirectoryName(folder);
        var name = Path.GetFileName(path);
        var end = name.IndexOf(".json", StringComparison.OrdinalIgnoreCase);
        return (Path.GetFileName(folder) is { Length: > 0 } known ? known : null, end > 0 ? name[..end] : name);
    }

    private static string? CategoryTitle(SourceFile file)
    {
        var category = file.Beside(Path.Combine("..", Category)) ?? file.Beside(Category);
        return category is null ? null
            : PlainText.Line(SourceJson.Read(category, CancellationToken.None).Root?.TextOf("title"))
                is { Length: > 0 } title
                ? title
            : null;
    }

    private static bool IsCategory(string path) =>
        Path.GetFileName(path).StartsWith(Category, StringComparison.OrdinalIgnoreCase);
}
