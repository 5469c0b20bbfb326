using System.Text.Json;
using Microsoft.OpenApi;
using Search.Service.Settings;

namespace Search.Service.Parameters;

/// <summary>What the user typed. No text is a fault; what is over the limits is dropped with a warning.</summary>
internal sealed class QueryParameter(string name, string description) : Parameter(name, description)
{
    public override string Allowed => "text";

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, Default = "" };

    public string Read(ParameterReading reading, QuerySettings limits)
    {
        var texts = reading.Values[Name];
        if (texts.Any(value => value.Json is not (null or JsonTokenType.String)))
            reading.Fault(Name, $"{Name} must be a string.");
        if (texts.Count > 1)
            reading.Warnings.Add($"{Name} was sent {texts.Count} times; the texts were joined.");
        var text = string.Join(' ', texts.Select(value => value.Text));
        return CutWords(CutCharacters(text, limits.MaxCharacters, reading), limits.MaxWords, reading);
    }

    private string CutCharacters(string text, int most, ParameterReading reading)
    {
        if (text.Length <= most)
            return text;
        reading.Warnings.Add($"Only the first {most} characters of {Name} were used.");
        var splitsPair = char.IsHighSurrogate(text[most - 1]) && char.IsLowSurrogate(text[most]);
        return text[..(splitsPair ? most - 1 : most)];
    }

    private string CutWords(string text, int most, ParameterReading reading)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var startsWord = !char.IsWhiteSpace(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1]));
            if (!startsWord || ++words <= most)
                continue;
            reading.Warnings.Add($"Only the first {most} words of {Name} were used.");
            return text[..i].TrimEnd();
        }
        return text;
    }
}
