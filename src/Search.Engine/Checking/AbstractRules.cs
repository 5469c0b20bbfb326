using Search.Engine.Documents;

namespace Search.Engine.Checking;

/// <summary>A talk without any abstract: only its title can be found.</summary>
internal sealed class MissingAbstract() : SourceRule("missing_abstract", "a talk without an abstract")
{
    internal override IEnumerable<Finding> See(CheckedRecord seen) =>
        seen.Record is Talk && seen.Words.Count == 0 ? [At(seen.Place, "has no abstract")] : [];
}

/// <summary>An abstract that stands for one: "TBA", the title again, one or two words.</summary>
internal sealed class PlaceholderAbstract()
    : SourceRule("placeholder_abstract", "an abstract that says nothing: TBA, or the title again")
{
    private const int MostWords = 2;
    private const int MostLetters = 24;

    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "to be announced",
        "to be defined",
        "to be confirmed",
        "no description available",
        "no abstract available",
        "no description provided",
        "description coming soon",
        "abstract coming soon",
        "more details coming soon",
        "more information coming soon",
    };

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        if (seen.Record is not Talk || seen.Words.Count == 0)
            return [];
        if (seen.Place.Text == seen.Place.Title)
            return [At(seen.Place, "has its title as abstract")];
        var text = string.Join(' ', seen.Words);
        var isShort = seen.Words.Count <= MostWords && text.Length <= MostLetters && text.All(unit => unit < '\u2E80');
        var isPlaceholder =
            isShort || Placeholders.Contains(text) || text.StartsWith("lorem ipsum", StringComparison.Ordinal);
        return isPlaceholder ? [At(seen.Place, $"has an abstract that says nothing: \"{seen.Text.Trim()}\"")] : [];
    }
}

/// <summary>The same abstract under several titles: a sponsor's, or a form's.</summary>
internal sealed class BoilerplateAbstract()
    : SourceRule("boilerplate_abstract", "one abstract that stands under three or more titles")
{
    private const int FewestTitles = 3;

    private readonly Dictionary<ulong, List<RecordPlace>> places = [];

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        if (seen.Record is Talk && seen.Words.Count > 0 && seen.Place.Text != seen.Place.Title)
            places.TryAdd(seen.Place.Text, []);
        if (places.TryGetValue(seen.Place.Text, out var same))
            same.Add(seen.Place);
        return [];
    }

    // One line for all of them: they are mended together.
    internal override IEnumerable<Finding> End()
    {
        foreach (var same in places.Values.Where(same => same.DistinctBy(place => place.Title).Count() >= FewestTitles))
        {
            var others = same.Skip(1).Take(2).Select(place => place.Position.ToString());
            yield return At(
                same[0],
                $"has an abstract that stands in {same.Count} records, also at {string.Join(" and ", others)}"
            );
        }
    }
}
