using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>
/// The schedule that frab made common: a conference with days, days with rooms, rooms with events. pretalx exports it too.
/// </summary>
internal sealed class ConferenceSchedule
{
    private readonly SourceFile _file;
    private readonly SourceValue _conference;
    private readonly string _prefix;
    private readonly string? _title;
    private readonly TimeZoneInfo? _zone;

    private ConferenceSchedule(SourceFile file, SourceValue conference, SourceValue root)
    {
        _file = file;
        _conference = conference;
        _title = conference.TextOf("title", "name") ?? root.TextOf("title", "name");
        _prefix = PrefixOf(conference.TextOf("acronym", "slug"), _title, file);
        _zone = SourceDate.Zone(conference.TextOf("time_zone_name", "timezone", "time_zone"));
    }

    /// <summary>The conference of a file; null when it is of another kind.</summary>
    public static SourceValue? ConferenceIn(SourceValue root)
    {
        var schedule = root["schedule"] is { IsObject: true } inner ? inner : root;
        if (schedule["conference"] is { IsObject: true } conference)
            return conference;
        return schedule["days"] is not null ? schedule : null;
    }

    public static IEnumerable<ImportItem> Items(SourceFile file, SourceValue root) =>
        ConferenceIn(root) is { } conference ? new ConferenceSchedule(file, conference, root).Items() : [];

    /// <summary>What ids begin with: the conference's acronym, else its title as a slug, else the source.</summary>
    public static string PrefixOf(string? acronym, string? title, SourceFile file)
    {
        if (acronym is not null && RecordId.Fault(acronym) is null)
            return acronym;
        return title is null ? Slug.OfSource(file.Source) : Slug.Of(title);
    }

    private IEnumerable<ImportItem> Items()
    {
        foreach (var day in (_conference["days"] ?? _conference["day"])?.Values() ?? [])
        {
            var date = SourceDate.Parse(day.TextOf("date", "day_start", "start"), _zone);
            foreach (var (item, room) in EventsOf(day))
                yield return ItemOf(item, room, date);
        }
    }

    // Rooms by name, or as a list of objects; or events at the day itself.
    private static IEnumerable<(SourceValue Event, string? Room)> EventsOf(SourceValue day)
    {
        var rooms = day["rooms"] ?? day["room"];
        foreach (var (name, room) in rooms?.Members ?? [])
        {
            foreach (var item in room.Values().Where(item => item.IsObject))
                yield return (item, name);
        }
        foreach (var room in rooms?.Items ?? [])
        {
            foreach (var item in (room.Any("events", "talks", "sessions", "event"))?.Values() ?? [])
                yield return (item, room.TextOf("name"));
        }
        foreach (var item in (day.Any("events", "talks", "sessions", "event"))?.Values() ?? [])
            yield return (item, null);
    }

    private ImportItem ItemOf(SourceValue item, string? room, PartialDate? day)
    {
        var position = new SourcePosition(_file.Path, item.Line);
        var number = item.TextOf("id", "code", "guid", "slug");
        if (item.IsBroken)
            return new RefusedRecord(position, null, "breaks off in this event");
        var title = item.TextOf("title");
        if (number is null && title is null)
            return new RefusedRecord(position, null, "has neither id nor title");
        var id = number is null ? _file.Ids.Next($"{_prefix}/{Slug.Of(title ?? "")}") : $"{_prefix}/{number}";
        return new RecordDraft(position, id)
        {
            Title = title,
            Texts = [item.TextOf("subtitle"), item.TextOf("abstract"), item.TextOf("description")],
            Speakers = PersonNames.In(item.Any("persons", "speakers", "presenters")),
            Topics = [.. item["track"]?.AsTexts() ?? [], .. item.Any("tags", "keywords")?.AsTexts() ?? []],
            Event = _title,
            Date = item.TextOf("date"),
            OtherDate = day,
            Zone = _zone,
            Language = item.TextOf("language", "lang"),
            Url = item.TextOf("url", "link"),
        }.ToItem();
    }
}

/// <summary>The names of persons, as exports list them.</summary>
internal static class PersonNames
{
    /// <summary>
    /// Of objects the first name that they have, of texts themselves. Objects with a name are persons each; a text may
    /// hold several.
    /// </summary>
    public static IReadOnlyList<string> In(SourceValue? persons)
    {
        if (persons is null)
            return [];
        var names = new List<string>();
        foreach (var person in persons.IsList ? persons.Items : [persons])
        {
            if (!person.IsObject)
                names.AddRange(SpeakerNames.Split(person.AsText()));
            else if (NameOf(person) is { Length: > 0 } name)
                names.Add(name);
        }
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    public static string? NameOf(SourceValue person)
    {
        var name = person.TextOf("public_name", "full_public_name", "fullName", "name", "full_name", "display_name");
        if (name is not null)
            return PlainText.Line(name);
        var parts = new[] { person.TextOf("firstName", "first_name"), person.TextOf("lastName", "last_name") };
        return PlainText.Line(string.Join(' ', parts.OfType<string>()));
    }
}
