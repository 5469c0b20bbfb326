namespace Search.Engine.Checking;

/// <summary>The same record under two ids: title, text, speakers and event are equal.</summary>
internal sealed class Duplicates()
    : SourceRule("duplicate", "the same title, text, speakers and event under another id")
{
    private readonly Dictionary<(ulong, ulong, ulong), List<RecordPlace>> places = [];

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        var place = seen.Place;
        var key = (place.Title, place.Text, place.Event);
        if (!places.TryGetValue(key, out var same))
            places[key] = same = [];
        var first = same.Find(other => other.Kind == place.Kind && Same(other, place));
        same.Add(place);
        return first is null ? [] : [At(place, $"is the same as {first.Id} at {first.Position}")];
    }

    private static bool Same(RecordPlace one, RecordPlace other) =>
        one.Speakers.Order().SequenceEqual(other.Speakers.Order());
}

/// <summary>
/// Two records of one event with the same title and different texts: nobody can tell them apart in a list of hits, or one
/// of them has the wrong title. Named "Lightning talks", they are told apart by nothing either.
/// </summary>
internal sealed class SameTitle() : SourceRule("same_title", "the same title at the same event with another text")
{
    private readonly Dictionary<(ulong, ulong), List<RecordPlace>> places = [];

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        var place = seen.Place;
        var key = (place.Title, place.Event);
        if (!places.TryGetValue(key, out var same))
            places[key] = same = [];
        var first = same.Find(other => other.Kind == place.Kind && IsConfusing(other, place));
        same.Add(place);
        return first is null ? [] : [At(place, $"has the title of {first.Id} at {first.Position}, and another text")];
    }

    // Without events, only the speakers say that it may be one talk.
    private static bool IsConfusing(RecordPlace one, RecordPlace other) =>
        one.Text != other.Text && (one.Event != 0 || one.SharesSpeakers(other));
}
