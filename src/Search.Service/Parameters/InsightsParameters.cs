using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>The parameters of <c>GET /v1/insights</c>.</summary>
internal static class InsightsParameters
{
    public static readonly NumberParameter Days = new(
        "days",
        "How many days are looked at, today included.",
        least: 1,
        most: 3_650,
        standard: 30
    );

    public static readonly NumberParameter Limit = new(
        "limit",
        "How many queries each list may have.",
        least: 1,
        most: 1_000,
        standard: 50
    );

    /// <summary>In the order in which they are documented.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Days, Limit];
}

/// <summary>What a request for insights asks for.</summary>
/// <param name="Days">How many days, today included.</param>
/// <param name="Limit">How many queries each list may have.</param>
/// <param name="Faults">What keeps it from being answered.</param>
/// <param name="Warnings">What was ignored.</param>
internal sealed record InsightsInput(
    int Days,
    int Limit,
    IReadOnlyList<ParameterFault> Faults,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>Reads it.</summary>
    public static InsightsInput Read(ParameterValues values)
    {
        var reading = new ParameterReading(values);
        var days = InsightsParameters.Days.Read(reading);
        var limit = InsightsParameters.Limit.Read(reading);
        SearchInputReader.WarnOfUnknown(reading, InsightsParameters.All);
        return new InsightsInput(days, limit, reading.Faults, reading.Warnings);
    }
}
