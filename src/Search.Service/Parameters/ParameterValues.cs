using System.Text.Json;
using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>One value of a parameter as it was sent.</summary>
/// <param name="Text">Its text; for JSON numbers and booleans as they are written.</param>
/// <param name="Json">Which JSON it was; null when it came in a query string.</param>
internal readonly record struct ParameterValue(string Text, JsonTokenType? Json = null);

/// <summary>What a request carries, from a query string or a JSON body alike. Names are compared without case.</summary>
internal sealed class ParameterValues
{
    private readonly Dictionary<string, List<ParameterValue>> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What could not be read as a value at all.</summary>
    public List<ParameterFault> Faults { get; } = [];

    /// <summary>In the order in which they came first.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>All values of a parameter in order; empty when it was not sent.</summary>
    public IReadOnlyList<ParameterValue> this[string name] => byName.TryGetValue(name, out var values) ? values : [];

    public void Add(string name, ParameterValue value)
    {
        if (byName.TryGetValue(name, out var values))
            values.Add(value);
        else
            byName.Add(name, [value]);
    }

    /// <summary>Reads a query string, with or without <c>?</c>. Never fails; see <see cref="PercentText.DecodeQuery"/>.</summary>
    public static ParameterValues FromQuery(string? query)
    {
        var values = new ParameterValues();
        var rest = query.AsSpan().TrimStart('?');
        foreach (var part in rest.Split('&'))
        {
            var pair = rest[part];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var text = equals < 0 ? [] : pair[(equals + 1)..];
            values.Add(PercentText.DecodeQuery(name), new ParameterValue(PercentText.DecodeQuery(text)));
        }
        return values;
    }
}
