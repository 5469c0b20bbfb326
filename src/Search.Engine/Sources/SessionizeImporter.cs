using Search.Engine.Cleaning;

namespace Search.Engine.Sources;

/// <summary>
/// Sessionize's API: <c>view/All</c> with sessions and speakers apart, <c>view/Sessions</c> with groups of sessions, and
/// <c>view/GridSmart</c> with days and rooms. Ids are SOURCE/ID.
/// </summary>
public sealed class SessionizeImporter : IImporter
{
    /// <inheritdoc/>
    public string Format => "sessionize";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    /// <summary>Sessions with members that Sessionize alone names so.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return JsonImport.Beginning(sample) is { } root && SessionizeView.SessionsIn(root).Any(IsSessionize);
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return JsonImport.Items(
            file,
            root => new SessionizeView(file, root).Items(),
            "has no sessions",
            cancellationToken
        );
    }

    private static bool IsSessionize(SourceValue session) =>
        session["title"] is not null
        && (session["startsAt"] ?? session["isServiceSession"] ?? session["categoryItems"] ?? session["roomId"])
            is not null;
}

/// <summary>The sessions of one answer, with the names that they mean.</summary>
internal sealed class SessionizeView(SourceFile file, SourceValue root)
{
    private readonly Dictionary<string, string> _speakers = NamesOf(List(root, "speakers"));
    private readonly Dictionary<string, string> _topics = NamesOf(
        List(root, "categories").Where(IsAboutTopics).SelectMany(category => List(category, "items"))
    );
    private readonly Dictionary<string, string> _languages = NamesOf(
        List(root, "categories").Where(IsAboutLanguage).SelectMany(category => List(category, "items"))
    );

    public static IEnumerable<SourceValue> SessionsIn(SourceValue root)
    {
        if (root.IsObject)
            return List(root, "sessions").Concat(List(root, "rooms").SelectMany(room => List(room, "sessions")));
        return root
            .Items.Where(item => item.IsObject)
            .SelectMany(item => item["sessions"] is null && item["rooms"] is null ? [item] : SessionsIn(item));
    }

    // A session over all rooms stands in each of them.
    public IEnumerable<ImportItem> Items() =>
        SessionsIn(root).DistinctBy(session => session.TextOf("id") ?? $"line {session.Line}").Select(ItemOf);

    private ImportItem ItemOf(SourceValue session)
    {
        var position = new SourcePosition(file.Path, session.Line);
        if (session.IsBroken)
            return new RefusedRecord(position, null, "breaks off in this session");
        var number = session.TextOf("id");
        var title = session.TextOf("title");
        if (number is null && title is null)
            return new RefusedRecord(position, null, "has neither id nor title");
        var prefix = Slug.OfSource(file.Source);
        var id = number is null ? file.Ids.Next($"{prefix}/{Slug.Of(title ?? "")}") : $"{prefix}/{number}";
        return new RecordDraft(position, id)
        {
            Title = title,
            Texts = [session.TextOf("description", "abstract")],
            Speakers = SpeakersOf(session),
            Topics = TopicsOf(session),
            Event = root.IsObject ? root.TextOf("eventName", "event", "name") : null,
            Date = session.TextOf("startsAt", "date"),
            Language = session.TextOf("language") ?? LanguageOf(session),
            Url = session.TextOf("url", "sessionUrl", "recordingUrl", "liveUrl"),
        }.ToItem();
    }

    private List<string> SpeakersOf(SourceValue session)
    {
        var names = new List<string>();
        foreach (var speaker in List(session, "speakers"))
        {
            if (speaker.IsObject)
                names.AddRange(PersonNames.In(speaker));
            else if (_speakers.TryGetValue(speaker.Text ?? "", out var name))
                names.Add(name);
            // An id that nobody has is no name; anything else may be one.
            else if (speaker.AsText() is { } text && !Guid.TryParse(text, out _))
                names.AddRange(SpeakerNames.Split(text));
        }
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<string?> TopicsOf(SourceValue session)
    {
        var byId = List(session, "categoryItems").Select(item => _topics.GetValueOrDefault(item.Text ?? ""));
        var named = List(session, "categories")
            .Where(IsAboutTopics)
            .SelectMany(category => List(category, "categoryItems"))
            .Select(item => item.TextOf("name"));
        return byId.Concat(named);
    }

    private string? LanguageOf(SourceValue session)
    {
        var byId = List(session, "categoryItems").Select(item => _languages.GetValueOrDefault(item.Text ?? ""));
        var named = List(session, "categories")
            .Where(IsAboutLanguage)
            .SelectMany(category => List(category, "categoryItems"))
            .Select(item => item.TextOf("name"));
        return byId.Concat(named).FirstOrDefault(name => name is not null);
    }

    private static bool IsAboutLanguage(SourceValue category) =>
        HasWord(category, "language", "sprache", "langue", "idioma", "taal");

    // How long or how hard a session is, or in which form it is held, is no topic.
    private static bool IsAboutTopics(SourceValue category) =>
        !IsAboutLanguage(category)
        && !HasWord(category, "level", "format", "length", "duration", "niveau", "session type");

    private static bool HasWord(SourceValue category, params string[] words)
    {
        var title = category.TextOf("title", "name") ?? "";
        return Array.Exists(words, word => title.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<SourceValue> List(SourceValue value, string name) =>
        (value.IsObject ? value[name] : null)?.Items ?? [];

    private static Dictionary<string, string> NamesOf(IEnumerable<SourceValue> entries)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.IsObject))
        {
            if (entry.TextOf("id") is { } id && PersonNames.NameOf(entry) is { Length: > 0 } name)
                names.TryAdd(id, name);
        }
        return names;
    }
}
