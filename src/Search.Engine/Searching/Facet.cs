namespace Search.Engine.Searching;

/// <summary>A field whose values can be counted.</summary>
public enum FacetField
{
    /// <summary>Talk or interview.</summary>
    Kind,

    /// <summary>Topics, as the records spell them.</summary>
    Topic,

    /// <summary>Speakers, as the records spell them.</summary>
    Speaker,

    /// <summary>Events.</summary>
    Event,

    /// <summary>Languages.</summary>
    Language,

    /// <summary>The years of the records' dates.</summary>
    Year,
}

/// <summary>The values that would narrow a search by one field, and what they would leave.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">
/// By count, most first; equal counts by value. Values that would leave nothing are left out, unless they are selected.
/// </param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetCount> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Value">As the records spell it; a selected value that no record has, as it was given.</param>
/// <param name="Count">
/// Hits, in the unit of the request's <see cref="HitGroup"/>, that would be left if this were the only selected value of its
/// field: all else that was asked for holds.
/// </param>
/// <param name="Selected">Whether the field's own filter lets it through already; a range of years selects every year in it.</param>
public sealed record FacetCount(string Value, int Count, bool Selected);

/// <summary>Facets as they are asked for.</summary>
public static class FacetNames
{
    /// <summary>The name of a facet, which is that of its parameter.</summary>
    public static string Of(FacetField field) =>
        field switch
        {
            FacetField.Kind => "kind",
            FacetField.Topic => "topic",
            FacetField.Speaker => "speaker",
            FacetField.Event => "event",
            FacetField.Language => "language",
            FacetField.Year => "year",
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    /// <summary>The facet of a name, whatever its case; null when there is none.</summary>
    public static FacetField? Find(string name)
    {
        foreach (var field in Enum.GetValues<FacetField>())
        {
            if (Of(field).Equals(name, StringComparison.OrdinalIgnoreCase))
                return field;
        }
        return null;
    }
}
