using System.Text.Json;
using Microsoft.OpenApi;

namespace Search.Service.Parameters;

/// <summary>A whole text, such as an abstract. No text is a fault; several are read as one.</summary>
internal sealed class LongTextParameter(string name, string description) : Parameter(name, description)
{
    public override string Allowed => "a string";

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, Default = "" };

    public string Read(ParameterReading reading)
    {
        var texts = reading.Values[Name];
        if (texts.Any(value => value.Json is not (null or JsonTokenType.String)))
            reading.Fault(Name, $"{Name} must be {Allowed}.");
        return string.Join("\n\n", texts.Select(value => value.Text));
    }
}
