using System.Text.Json;
using Microsoft.OpenApi;

namespace Search.Service.Parameters;

/// <summary>A parameter that may be given several times; each value is read as <paramref name="one"/> reads it.</summary>
internal sealed class ListParameter<T>(Parameter<T> one) : Parameter(one.Name, one.Description)
{
    // More than any list of checkboxes has, and far from what a query of the index could not hold.
    private const int MaxValues = 100;

    /// <summary>Whether one text may hold several values with commas between.</summary>
    public bool TakesCommas { get; init; }

    public override bool Repeatable => true;

    public override string Allowed => one.Allowed;

    public override OpenApiSchema Schema
    {
        get
        {
            var schema = one.Schema;
            schema.Default = null;
            return schema;
        }
    }

    /// <summary>The values in the order in which they were sent; empty when there are none.</summary>
    public IReadOnlyList<T> Read(ParameterReading reading)
    {
        var texts = Split(Texts(reading));
        if (texts.Count > MaxValues)
        {
            reading.Fault(Name, $"{Name} takes at most {MaxValues} values, and {texts.Count} were sent.");
            return [];
        }
        var values = new List<T>();
        foreach (var text in texts)
        {
            if (one.TryRead(text, reading, out var value) && !values.Contains(value))
                values.Add(value);
        }
        return values;
    }

    public override bool Takes(JsonTokenType json) => one.Takes(json);

    private List<string> Split(List<string> texts) =>
        TakesCommas
            ?
            [
                .. texts.SelectMany(text =>
                    text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ),
            ]
            : texts;
}
