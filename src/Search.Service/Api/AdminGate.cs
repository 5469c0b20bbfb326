using Search.Service.Access;

namespace Search.Service.Api;

/// <summary>The one place that decides who may administer.</summary>
internal static class AdminGate
{
    /// <summary>Lets only holders of an admin key through.</summary>
    public static TRoute ForAdmins<TRoute>(this TRoute route)
        where TRoute : IEndpointConventionBuilder => route.Needs(AccessNeed.Admin);
}
