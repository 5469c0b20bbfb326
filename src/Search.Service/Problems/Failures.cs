using Microsoft.AspNetCore.Diagnostics;
using Search.Engine.Indexing;
using Search.Service.Hosting;
using Search.Service.Pages;
using Search.Service.Writing;
using Serilog;

namespace Search.Service.Problems;

/// <summary>Answers of whatever goes wrong outside of an endpoint: a problem for the API, a page for people.</summary>
internal static class Failures
{
    /// <summary>Writes the failure in the form that fits the address.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        IResult result = IsApi(context.Request.Path) ? new ProblemResult(problem) : new FailurePage(problem);
        return result.ExecuteAsync(context);
    }

    /// <summary>Whether an address belongs to the API.</summary>
    public static bool IsApi(PathString path) =>
        path.StartsWithSegments("/v1", StringComparison.Ordinal)
        || path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    /// <summary>Gives answers without a body, such as those of the router, one.</summary>
    public static Task WriteMissingBodyAsync(HttpContext context) =>
        context.Response.StatusCode switch
        {
            404 => WriteAsync(context, Problem.Of(ProblemCode.NotFound, "There is no such address.")),
            405 => WriteAsync(context, Problem.Of(ProblemCode.MethodNotAllowed, NotAllowed(context))),
            var status => WriteAsync(
                context,
                Problem.Of(ProblemCode.BadRequest, "The request could not be read.") with
                {
                    Status = status,
                }
            ),
        };

    private static string NotAllowed(HttpContext context) =>
        $"{context.Request.Method} is not possible here; possible: {context.Response.Headers.Allow}.";
}

/// <summary>Answers of exceptions. Nothing of the exception itself goes out; it stands in the event of the request.</summary>
internal sealed class ExceptionAnswer(IDiagnosticContext requestEvent) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        var problem = Describe(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
            requestEvent.SetException(exception);
        try
        {
            await Failures.WriteAsync(httpContext, problem);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone meanwhile.
        }
        return true;
    }

    /// <summary>What an exception means for whoever sent the request.</summary>
    public static Problem Describe(Exception exception) =>
        exception switch
        {
            IndexUnavailableException index => Problem.Of(
                ProblemCode.IndexUnavailable,
                IndexMessage.ForUsers(index.State)
            ),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.Of(
                ProblemCode.TooLarge,
                "The body is larger than this address takes."
            ),
            BadHttpRequestException bad => Problem.Of(ProblemCode.BadRequest, "The request could not be read.") with
            {
                Status = bad.StatusCode,
            },
            WritesBusyException busy => Problem.Of(ProblemCode.Busy, busy.Message) with { RetryAfterSeconds = 1 },
            _ when DiskFull.Is(exception) => Problem.Of(
                ProblemCode.DiskFull,
                "There is no room left on the disk. Nothing of the request was done."
            ),
            _ => Problem.Of(ProblemCode.Internal, "The service failed. Its log tells more under the traceId."),
        };
}
