using System.Globalization;
using Search.Engine.Documents;

namespace Search.Service.Pages.Records;

/// <summary>What a record is, on a line or two: kind, event, date, who and what about.</summary>
internal static class RecordCaption
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Kind, event and date of a record.</summary>
    public static Html Line(Site site, Record record)
    {
        var name = SearchAddressName(record.Kind);
        List<Html> parts = [Html.Of($"""<span class="kind {name}">{NameOf(record.Kind)}</span>""")];
        if (!string.IsNullOrEmpty(record.Event))
            parts.Add(Html.Of($"""<a href="{site.Event(record.Event)}">{Html.Text(record.Event)}</a>"""));
        if (record.Date is { } date)
            parts.Add(Time(date));
        return Html.Of($"""<p class="caption">{Html.Join(Between(parts, Html.Of($" · ")))}</p>""");
    }

    /// <summary>The speakers, each with a link to all they said; nothing when the source names none.</summary>
    public static Html Speakers(Site site, Record record, int most = int.MaxValue)
    {
        var names = record.Speakers.Take(most).Select(name => Speaker(site, name)).ToList();
        if (names.Count == 0)
            return Html.None;
        var rest = record.Speakers.Count - names.Count;
        var more = rest > 0 ? Html.Of($" and {rest} more") : Html.None;
        return Html.Of($"""<p class="speakers">{Html.Join(Between(names, Html.Of($", ")))}{more}</p>""");
    }

    /// <summary>The topics, each with a link to all on it.</summary>
    public static Html Topics(Site site, Record record, int most = int.MaxValue)
    {
        if (record.Topics.Count == 0)
            return Html.None;
        var topics = record.Topics.Take(most).Select(topic => Topic(site, topic)).ToList();
        var rest = record.Topics.Count - topics.Count;
        var more = rest > 0 ? Html.Of($"""<li class="rest">and {rest} more</li>""") : Html.None;
        return Html.Of($"""<ul class="tags" aria-label="Topics">{topics}{more}</ul>""");
    }

    /// <summary>A date as precise as it is known.</summary>
    /// <example>2024-03 gives <c>March 2024</c>.</example>
    public static Html Time(PartialDate date) =>
        Html.Of($"""<time datetime="{date.ToString()}">{DateText(date)}</time>""");

    public static string NameOf(RecordKind kind) => kind == RecordKind.Talk ? "Talk" : "Interview";

    /// <summary>For a text in a language that browsers know: which, so that it is spoken and hyphenated right.</summary>
    public static Html LanguageAttribute(Record record) =>
        record.Language is { } code && LanguageName.IsKnown(code) && code != "en"
            ? Html.Of($" lang=\"{code}\"")
            : Html.None;

    private static string SearchAddressName(RecordKind kind) => Parameters.SearchAddress.NameOf(kind);

    private static string DateText(PartialDate date)
    {
        if (date.Month == 0)
            return date.Year.ToString(English);
        var first = new DateTime(date.Year, date.Month, Math.Max(date.Day, 1), 0, 0, 0, DateTimeKind.Unspecified);
        return first.ToString(date.Day == 0 ? "MMMM yyyy" : "d MMMM yyyy", English);
    }

    private static Html Speaker(Site site, string name) =>
        SpeakerName.IsSomebody(name)
            ? Html.Of($"""<a href="{site.Speaker(name)}"><bdi>{Html.Text(name)}</bdi></a>""")
            : Html.Text(name);

    private static Html Topic(Site site, string topic) =>
        Html.Of($"""<li><a href="{site.Topic(topic)}"><bdi>{Html.Text(topic)}</bdi></a></li>""");

    private static IEnumerable<Html> Between(IReadOnlyList<Html> pieces, Html separator) =>
        pieces.SelectMany((piece, place) => place == 0 ? [piece] : new[] { separator, piece });
}
