using System.Text.Json;
using Microsoft.OpenApi;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Parameters;

/// <summary>What the user typed. As people type, no text is a fault, and what is over the limits is dropped with a warning.</summary>
internal sealed class QueryParameter(string name, string description) : Parameter(name, description)
{
    public override string Allowed => "text";

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, Default = "" };

    /// <summary>The text; in Lucene's language a mistake is a fault, and nothing is dropped.</summary>
    public string Read(ParameterReading reading, QuerySyntax syntax, QuerySettings limits)
    {
        var text = ReadWhole(reading);
        if (syntax == QuerySyntax.Simple)
            return CutWords(CutCharacters(text, limits.MaxCharacters, reading), limits.MaxWords, reading);
        if (LuceneSyntax.Check(text) is { } error)
            reading.Faults.Add(
                new ParameterFault(Name, ProblemCode.InvalidQuery.Name, error.Message)
                {
                    Position = error.Position,
                    Expected = error.Expected,
                }
            );
        return text;
    }

    private string ReadWhole(ParameterReading reading)
    {
        var texts = reading.Values[Name];
        if (texts.Any(value => value.Json is not (null or JsonTokenType.String)))
            reading.Fault(Name, $"{Name} must be a string.");
        if (texts.Count > 1)
            reading.Warnings.Add($"{Name} was sent {texts.Count} times; the texts were joined.");
        return string.Join(' ', texts.Select(value => value.Text));
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
