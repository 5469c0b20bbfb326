using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>
/// What pretalx gives out: the export (<c>schedule.conference.days</c>, as frab has it), and the answers of its API: a
/// schedule by date, time and room, or lists of sessions. Ids are ACRONYM/EVENT-ID, or ACRONYM/CODE where there is no number.
/// </summary>
public sealed class PretalxImporter : IImporter
{
    /// <inheritdoc/>
    public string Format => "pretalx";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    /// <summary>An export that names pretalx, or has the codes that only pretalx gives; or an answer of its API.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (JsonImport.Beginning(sample) is not { } root)
            return false;
        if (root.IsObject && ConferenceSchedule.ConferenceIn(root) is not null)
            return IsPretalx(sample.Start);
        return new PretalxSessions(new SourceFile(sample.Path, () => Stream.Null), root).Found().Any();
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return JsonImport.Items(file, root => Items(file, root), "has no sessions", cancellationToken);
    }

    private static IEnumerable<ImportItem> Items(SourceFile file, SourceValue root) =>
        ConferenceSchedule.ConferenceIn(root) is not null
            ? ConferenceSchedule.Items(file, root)
            : new PretalxSessions(file, root).Items();

    private static bool IsPretalx(string start) =>
        start.Contains("pretalx", StringComparison.OrdinalIgnoreCase)
        || start.Contains("\"code\"", StringComparison.Ordinal)
        || start.Contains("/talk/", StringComparison.Ordinal);
}

/// <summary>Sessions in an answer of pretalx's API, wherever in it they stand.</summary>
internal sealed class PretalxSessions(SourceFile file, SourceValue root)
{
    // What has titles and ids, too, and is no session.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "answers",
        "breaks",
        "links",
        "questions",
        "resources",
        "reviews",
        "rooms",
        "speakers",
        "submission_type",
        "tags",
        "track",
        "tracks",
    };

    private static readonly HashSet<string> NotPublic = new(StringComparer.OrdinalIgnoreCase)
    {
        "canceled",
        "deleted",
        "draft",
        "rejected",
        "withdrawn",
    };

    private readonly SourceValue? _event = root.IsObject ? root.Any("event", "conference") : null;
    private readonly TimeZoneInfo? _zone = ZoneOf(root);

    public IEnumerable<ImportItem> Items()
    {
        var title = _event?.AsText() ?? (root.IsObject ? root.TextOf("title", "name", "event_name") : null);
        var prefix = ConferenceSchedule.PrefixOf(Acronym(), title, file);
        var names = NamesByCode("speakers");
        var tracks = NamesByCode("tracks");
        foreach (var (session, date) in Found().DistinctBy(found => CodeOf(found.Session)))
        {
            var position = new SourcePosition(file.Path, session.Line);
            var code = CodeOf(session);
            if (session.IsBroken)
                yield return new RefusedRecord(position, null, "breaks off in this session");
            else if (session.TextOf("state") is { } state && NotPublic.Contains(state))
                yield return new SourceNote(position, $"the session {code} was left out: it is {state}");
            else
                yield return Draft(session, position, $"{prefix}/{code}", title, date, names, tracks).ToItem();
        }
    }

    /// <summary>Every session, with the nearest date above it.</summary>
    public IEnumerable<(SourceValue Session, PartialDate? Date)> Found() => In(root, null, 0);

    private IEnumerable<(SourceValue Session, PartialDate? Date)> In(SourceValue value, PartialDate? date, int depth)
    {
        const int deepest = 10;
        if (IsSession(value))
            return [(value, date)];
        if (depth == deepest)
            return [];
        var items = value.Items.SelectMany(item => In(item, DateOf(item, "date") ?? date, depth + 1));
        var members = value
            .Members.Where(member => !Elsewhere.Contains(member.Key))
            .SelectMany(member => In(member.Value, DayNamed(member.Key) ?? date, depth + 1));
        return items.Concat(members);
    }

    private static string? CodeOf(SourceValue session) => session.TextOf("code", "id");

    private static bool IsSession(SourceValue value) =>
        value.IsObject
        && value["title"] is not null
        && (value["code"] is not null || (value["id"] is not null && value["speakers"] is not null))
        && value.Any("abstract", "description", "speakers", "submission_type", "slot", "start", "track") is not null;

    private RecordDraft Draft(
        SourceValue session,
        SourcePosition position,
        string id,
        string? title,
        PartialDate? date,
        Dictionary<string, string> names,
        Dictionary<string, string> tracks
    )
    {
        var slot = session["slot"] ?? (session["slots"]?.Items is [var first, ..] ? first : null);
        var start = session.TextOf("date", "start") ?? (slot is { IsObject: true } ? slot.TextOf("start") : null);
        // A time alone says nothing about the day.
        var hasDay = SourceDate.Parse(start, _zone) is not null;
        return new RecordDraft(position, id)
        {
            Title = session.TextOf("title"),
            Texts = [session.TextOf("subtitle"), session.TextOf("abstract"), session.TextOf("description")],
            Speakers = SpeakersOf(session.Any("speakers", "persons"), names),
            Topics = TopicsOf(session, tracks),
            Event = title,
            Date = hasDay ? start : null,
            OtherDate = date,
            Zone = _zone,
            Language = session.TextOf("content_locale", "language", "locale"),
            Url = session.TextOf("url", "public_url") ?? session["urls"]?.TextOf("public"),
        };
    }

    private static IReadOnlyList<string> SpeakersOf(SourceValue? speakers, Dictionary<string, string> names)
    {
        if (speakers is not { IsList: true } || !speakers.Items.Any(item => names.ContainsKey(item.Text ?? "")))
            return PersonNames.In(speakers);
        return [.. speakers.Items.Select(item => names.GetValueOrDefault(item.Text ?? "")).OfType<string>()];
    }

    private static IEnumerable<string?> TopicsOf(SourceValue session, Dictionary<string, string> tracks)
    {
        var track = session["track"]?.AsText();
        var tags = session.Any("tags", "keywords")?.AsTexts() ?? [];
        var named = track is not null && tracks.TryGetValue(track, out var name) ? name : track;
        // A number whose name is not there says nothing to a reader.
        return tags.Prepend(named is not null && named.All(char.IsAsciiDigit) ? null : named);
    }

    // Sessions may name speakers by their codes and tracks by their ids, and list the names apart.
    private Dictionary<string, string> NamesByCode(string list)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (root.IsObject ? root[list] : null)?.Items ?? [])
        {
            var name = entry.IsObject ? PersonNames.NameOf(entry) : null;
            name = string.IsNullOrEmpty(name) && entry.IsObject ? entry["name"]?.AsText() : name;
            foreach (var key in new[] { entry.TextOf("code"), entry.TextOf("id") }.OfType<string>())
            {
                if (!string.IsNullOrEmpty(name))
                    names.TryAdd(key, name);
            }
        }
        return names;
    }

    private string? Acronym()
    {
        if (_event is { IsObject: true } && _event.TextOf("slug", "acronym") is { } slug)
            return slug;
        return root.IsObject ? root.TextOf("acronym", "slug", "event_slug") : null;
    }

    private static TimeZoneInfo? ZoneOf(SourceValue root) =>
        root.IsObject
            ? SourceDate.Zone(root.TextOf("timezone", "time_zone_name") ?? root["event"]?.TextOf("timezone"))
            : null;

    private PartialDate? DateOf(SourceValue item, string name) =>
        item.IsObject ? SourceDate.Parse(item.TextOf(name), _zone) : null;

    private static PartialDate? DayNamed(string key) => SourceDate.Parse(key) is { Day: > 0 } day ? day : null;
}
