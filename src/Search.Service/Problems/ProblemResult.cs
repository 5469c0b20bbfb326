using System.Diagnostics;
using System.Net.Mime;

namespace Search.Service.Problems;

/// <summary>Answers with a <see cref="Problem"/>.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public ProblemResult(ProblemCode code, string detail)
        : this(Problem.Of(code, detail)) { }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = $"{seconds}";
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "5";
        return response.WriteAsJsonAsync(
            problem with
            {
                TraceId = Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier,
            },
            options: null,
            MediaTypeNames.Application.ProblemJson,
            httpContext.RequestAborted
        );
    }
}
