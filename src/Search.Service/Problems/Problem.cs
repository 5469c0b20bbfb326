using System.Text.Json.Serialization;

namespace Search.Service.Problems;

/// <summary>Problem details (RFC 9457): what went wrong with a request.</summary>
/// <param name="Type">Where the code is explained.</param>
/// <param name="Title">The kind of problem, in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request and what to do, in one or two sentences.</param>
/// <param name="Code">The kind of problem, for programs; the list only grows.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>The first parameter that is at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>Where the fault stands, in UTF-16 units from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }

    /// <summary>What could stand there instead, for a filter or a query.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Expected { get; init; }

    /// <summary>Every parameter that is at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParameterFault>? Errors { get; init; }

    /// <summary>When to try again, for the header <c>Retry-After</c>; null when that is not known.</summary>
    [JsonIgnore]
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Finds the request in the service's log.</summary>
    public string TraceId { get; init; } = "";

    public static Problem Of(ProblemCode code, string detail) =>
        new($"/problems#{code.Name}", code.Title, code.Status, detail, code.Name);

    /// <summary>The problem of a request with faulty parameters; at least one. The first gives the code.</summary>
    public static Problem Of(IReadOnlyList<ParameterFault> faults)
    {
        var first = faults[0];
        var code = ProblemCode.All.Single(c => c.Name == first.Code);
        return Of(code, first.Detail) with
        {
            Parameter = first.Parameter,
            Position = first.Position,
            Expected = first.Expected,
            Errors = faults,
        };
    }
}

/// <summary>One parameter that is at fault.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Code">The code that it would have alone.</param>
/// <param name="Detail">What is allowed, and what was sent.</param>
internal sealed record ParameterFault(string Parameter, string Code, string Detail)
{
    /// <summary>Where in the parameter's value the fault stands, in UTF-16 units from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }

    /// <summary>What could stand there instead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Expected { get; init; }

    public static ParameterFault Invalid(string parameter, string detail) =>
        new(parameter, ProblemCode.InvalidParameter.Name, detail);
}
