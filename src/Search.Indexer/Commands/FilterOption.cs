using System.Globalization;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Indexer.Commands;

/// <summary><c>--filter EXPR</c></summary>
internal static class FilterOption
{
    /// <summary>Null when nothing is asked.</summary>
    /// <exception cref="UsageException">The expression has a mistake; the message points at it.</exception>
    public static FilterNode? Read(string? text)
    {
        var (filter, error) = FilterExpressionParser.Parse(text ?? "");
        if (error is null)
            return filter;
        var place = string.Create(CultureInfo.InvariantCulture, $"--filter, character {error.Position + 1}");
        throw new UsageException($"{place}: {error.Message}");
    }
}

/// <summary><c>--facets topic,year</c></summary>
internal static class FacetOption
{
    /// <summary>What can be asked for.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<FacetField>().Select(FacetNames.Of);

    /// <summary>Each facet once, in the order in which it was first named.</summary>
    /// <exception cref="UsageException">There is no such facet.</exception>
    public static IReadOnlyList<FacetField> Read(IEnumerable<string> lists) =>
        [
            .. lists
                .SelectMany(list =>
                    list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                )
                .Select(ReadOne)
                .Distinct(),
        ];

    private static FacetField ReadOne(string name) =>
        FacetNames.Find(name)
        ?? throw new UsageException($"--facets: there is no facet {name}; there are {string.Join(", ", Names)}.");
}
