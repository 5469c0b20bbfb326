using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary>The one place that decides who may administer.</summary>
internal static class AdminGate
{
    /// <summary>Lets only holders of an admin key through.</summary>
    public static TRoute ForAdmins<TRoute>(this TRoute route)
        where TRoute : IEndpointConventionBuilder =>
        route.AddEndpointFilter(
            (invocation, next) =>
                Refusal(invocation.HttpContext) is { } refusal
                    ? ValueTask.FromResult<object?>(refusal)
                    : next(invocation)
        );

    // Keys cannot be made yet, so nobody has one.
    private static ProblemResult Refusal(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemResult(ProblemCode.KeyRequired, "This address needs an admin key.");
    }
}
