using System.Text.Json;
using Microsoft.OpenApi;
using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>
/// A parameter of a search: its name, its documentation, and how it is read. One definition serves query strings, JSON
/// bodies, error messages and the OpenAPI document. (Framework binding stops at the first fault, knows no JSON body of the
/// same names, and answers in its own words.)
/// </summary>
/// <param name="name">As in the query string and in JSON.</param>
/// <param name="description">For the API's documentation.</param>
internal abstract class Parameter(string name, string description)
{
    public string Name { get; } = name;
    public string Description { get; } = description;

    /// <summary>Whether it may be given several times.</summary>
    public virtual bool Repeatable => false;

    /// <summary>A value for the documentation.</summary>
    public string? Example { get; init; }

    /// <summary>What is allowed, as the end of "must be".</summary>
    public abstract string Allowed { get; }

    /// <summary>The JSON schema of one value.</summary>
    public abstract OpenApiSchema Schema { get; }

    /// <summary>Whether a JSON value of this type may be its value.</summary>
    public virtual bool Takes(JsonTokenType json) => json == JsonTokenType.String;

    /// <summary>
    /// The distinct values that were sent, without white space around them; empty ones count as not sent, since plain HTML
    /// forms send every field. A value of the wrong JSON type is a fault.
    /// </summary>
    protected List<string> Texts(ParameterReading reading)
    {
        var texts = new List<string>();
        foreach (var value in reading.Values[Name])
        {
            if (value.Json is { } json && !Takes(json))
            {
                reading.Fault(Name, $"{Name} must be {Allowed}, not {Describe(json)}.");
                continue;
            }
            var text = value.Text.Trim();
            if (text.Length > 0 && !texts.Contains(text, StringComparer.Ordinal))
                texts.Add(text);
        }
        return texts;
    }

    protected void FaultValue(ParameterReading reading, string text) =>
        reading.Fault(Name, $"{Name} must be {Allowed}, not \"{Clip(text)}\".");

    internal static string Clip(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");

    private static string Describe(JsonTokenType json) =>
        json switch
        {
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a boolean",
            _ => "a string",
        };
}

/// <summary>A parameter whose values become <typeparamref name="T"/>.</summary>
internal abstract class Parameter<T>(string name, string description) : Parameter(name, description)
{
    /// <summary>The value, or <paramref name="whenAbsent"/> when none was sent or it is at fault.</summary>
    public T Read(ParameterReading reading, T whenAbsent)
    {
        var texts = Texts(reading);
        if (texts.Count > 1)
            reading.Fault(Name, $"{Name} takes one value, and {texts.Count} different ones were sent.");
        if (texts.Count != 1)
            return whenAbsent;
        if (TryRead(texts[0], reading, out var value))
            return value;
        return whenAbsent;
    }

    /// <summary>Reads one value; when it is not allowed, says so to <paramref name="reading"/> and gives false.</summary>
    protected internal abstract bool TryRead(string text, ParameterReading reading, out T value);
}

/// <summary>The reading of one request: what was sent, and what is wrong with it.</summary>
internal sealed class ParameterReading(ParameterValues values)
{
    public ParameterValues Values { get; } = values;
    public List<ParameterFault> Faults { get; } = [.. values.Faults];
    public List<string> Warnings { get; } = [];

    public void Fault(string parameter, string detail, ProblemCode? code = null) =>
        Faults.Add(new ParameterFault(parameter, (code ?? ProblemCode.InvalidParameter).Name, detail));
}
