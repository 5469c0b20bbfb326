using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Search.Service.Parameters;

/// <summary>A parameter that takes one of a few names, compared without case; the first is the default.</summary>
internal sealed class ChoiceParameter<T>(string name, string description, params (string Name, T Value)[] choices)
    : Parameter<T>(name, description)
{
    /// <summary>Names that a later version will know; asking for one says just that.</summary>
    public IReadOnlyList<string> Later { get; init; } = [];

    public override string Allowed =>
        choices.Length == 1
            ? choices[0].Name
            : $"{string.Join(", ", choices[..^1].Select(choice => choice.Name))} or {choices[^1].Name}";

    public override OpenApiSchema Schema =>
        new()
        {
            Type = JsonSchemaType.String,
            Default = choices[0].Name,
            Enum = [.. choices.Select(choice => (JsonNode)choice.Name)],
        };

    /// <summary>The name under which <paramref name="value"/> is asked for.</summary>
    public string NameOf(T value) =>
        choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Name;

    protected internal override bool TryRead(string text, ParameterReading reading, out T value)
    {
        foreach (var choice in choices)
        {
            value = choice.Value;
            if (choice.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        value = choices[0].Value;
        if (Later.Contains(text, StringComparer.OrdinalIgnoreCase))
            reading.Fault(Name, $"{Name}={text} is not available yet; {Name} must be {Allowed}.");
        else
            FaultValue(reading, text);
        return false;
    }
}
