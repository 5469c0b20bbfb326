using System.Globalization;
using Search.Service.Problems;

namespace Search.Service.Access;

/// <summary>Tells callers what is left of their limit, and turns them away when nothing is.</summary>
internal sealed class RateCheck(RateLimits limits, RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var limit =
            context.Need() == AccessNeed.Nothing
                ? null
                : limits.For(Caller.Of(context), context.Connection.RemoteIpAddress);
        if (limit is null)
            return next(context);
        var state = limits.Count(limit);
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = limit.Header;
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{limit.Policy}\";r={state.Left};t={state.SecondsLeft}"
        );
        if (state.IsWithin)
            return next(context);
        var problem = Problem.Of(
            ProblemCode.RateLimited,
            $"{limit.Requests} requests are allowed in {limit.Window.TotalSeconds:0} seconds. "
                + $"Try again in {state.SecondsLeft} seconds."
        );
        return Failures.WriteAsync(context, problem with { RetryAfterSeconds = state.SecondsLeft });
    }
}
