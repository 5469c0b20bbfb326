namespace Search.Service.Access;

/// <summary>What a route asks of whoever calls it.</summary>
internal enum AccessNeed
{
    /// <summary>Reading that could show anything: the default. Needs a key once there is a search key, and no scoped one.</summary>
    Read,

    /// <summary>Reading that keeps to the filter of a scoped key.</summary>
    ReadInScope,

    /// <summary>All records at once: open as long as there is no key at all, then for admins.</summary>
    ReadAll,

    /// <summary>Writing, and what only those who run the service may see.</summary>
    Admin,

    /// <summary>Nothing: probes, documentation, files.</summary>
    Nothing,
}

/// <summary>Puts the need on routes; a route that says nothing is <see cref="AccessNeed.Read"/>.</summary>
internal static class AccessNeedExtensions
{
    /// <summary>Says what a route asks of whoever calls it.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, AccessNeed need)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new AccessMetadata(need));

    /// <summary>What the route of a request asks; files and addresses that do not exist ask nothing.</summary>
    public static AccessNeed Need(this HttpContext context) =>
        context.GetEndpoint() is not { } endpoint
            ? AccessNeed.Nothing
            : endpoint.Metadata.GetMetadata<AccessMetadata>()?.Need ?? AccessNeed.Read;

    private sealed record AccessMetadata(AccessNeed Need);
}
