using Microsoft.OpenApi;
using Search.Engine.Querying;
using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>A parameter that takes a filter expression.</summary>
internal sealed class FilterParameter(string name, string description) : Parameter<FilterNode?>(name, description)
{
    public override string Allowed => "a filter expression";

    public override OpenApiSchema Schema =>
        new() { Type = JsonSchemaType.String, MaxLength = FilterExpressionParser.MaxCharacters };

    protected internal override bool TryRead(string text, ParameterReading reading, out FilterNode? value)
    {
        var (filter, error) = FilterExpressionParser.Parse(text);
        value = filter;
        if (error is not null)
            Fault(reading, error with { Position = error.Position + SpaceBefore(text, reading) });
        else if (filter?.ToString() is { Length: > FilterExpressionParser.MaxCharacters } written)
            Fault(reading, TooLong(written));
        return reading.Faults.TrueForAll(fault => fault.Parameter != Name);
    }

    // Links to pages and facets hold the filter with all its signs and quotes, and must lead somewhere.
    private static FilterError TooLong(string written) =>
        new(
            FilterExpressionParser.MaxCharacters,
            $"A filter has at most {FilterExpressionParser.MaxCharacters} characters; with every sign and quote written out, "
                + $"this one has {written.Length}.",
            []
        );

    private void Fault(ParameterReading reading, FilterError error) =>
        reading.Faults.Add(
            new ParameterFault(Name, ProblemCode.InvalidFilter.Name, error.Message)
            {
                Position = error.Position,
                Expected = error.Expected,
            }
        );

    // The text comes without the white space around it; positions count from where the value starts.
    private int SpaceBefore(string text, ParameterReading reading)
    {
        var sent = reading.Values[Name].First(value => value.Text.Trim() == text).Text;
        return sent.Length - sent.TrimStart().Length;
    }
}
