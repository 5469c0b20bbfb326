using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>The parameters of writing, in the order in which they are documented.</summary>
internal static class WriteParameters
{
    private const int LongestSource = 512;

    public static readonly ChoiceParameter<bool> Refresh = new(
        "refresh",
        "wait: the answer comes when the next search sees the change. none: it comes when the change is on the disk, and "
            + "searches follow within a moment.",
        ("wait", true),
        ("none", false)
    );

    public static readonly TextParameter Source = new(
        "source",
        "The source that the records belong to. A record that another source owns is then refused."
    )
    {
        Example = "relay-2024",
    };

    public static readonly FlagParameter TakeOver = new(
        "takeOver",
        "Take records over that another source owns, instead of refusing them."
    );

    public static readonly FlagParameter KeepSample = new(
        "keepSample",
        "Keep the sample collection, which else makes room for the first record that is not of it."
    );

    /// <summary>Those of <c>PUT</c>, <c>PATCH</c> and <c>POST</c>.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Refresh, Source, TakeOver, KeepSample];

    /// <summary>Those of <c>DELETE</c>.</summary>
    public static IReadOnlyList<Parameter> OfDelete { get; } = [Refresh, Source, TakeOver];

    /// <summary>
    /// Reads them. Here a name that is not known is a fault: a write has no place for warnings, and a mistyped takeOver
    /// would do something else than was meant.
    /// </summary>
    public static (WriteInput Input, Problem? Problem) Read(HttpRequest request, IReadOnlyList<Parameter> known)
    {
        var reading = new ParameterReading(ParameterValues.FromQuery(request.QueryString.Value));
        var source = Source.Read(reading, "");
        var input = new WriteInput(
            Refresh.Read(reading, whenAbsent: true),
            source.Length == 0 ? null : source,
            TakeOver.Read(reading, whenAbsent: false),
            KeepSample.Read(reading, whenAbsent: false)
        );
        if (source.Length > LongestSource || source.Any(char.IsControl))
            reading.Fault(Source.Name, $"source may have {LongestSource} characters, and no control character.");
        foreach (var name in reading.Values.Names.Where(name => !IsKnown(name, known)))
        {
            var clipped = Parameter.Clip(name);
            reading.Fault(clipped, $"There is no parameter \"{clipped}\" here.");
        }
        return (input, reading.Faults.Count == 0 ? null : Problem.Of(reading.Faults));
    }

    private static bool IsKnown(string name, IReadOnlyList<Parameter> known) =>
        known.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How a write is to be done.</summary>
/// <param name="WaitForRefresh">Whether the next search must see it.</param>
/// <param name="Source">The source that asks; null when none was named.</param>
/// <param name="TakeOver">Whether records of other sources are taken over.</param>
/// <param name="KeepSample">Whether the sample stays.</param>
internal sealed record WriteInput(bool WaitForRefresh, string? Source, bool TakeOver, bool KeepSample);
