using Microsoft.AspNetCore.Routing.Patterns;

namespace Search.Service.Api;

/// <summary>
/// Routes below a record. Ids hold slashes and people type them as they are, so what stands before the last segment is the
/// id. The id of a record that ends in such a segment itself is read as encodeURIComponent makes it: its last slash is
/// encoded then, and this does not take it for a border.
/// </summary>
internal sealed class EndsInSegment(string segment) : IRouteConstraint
{
    /// <summary><c>/v1/documents/{id}/segment</c> for ids with slashes in them.</summary>
    public static RoutePattern OfDocument(string segment) =>
        RoutePatternFactory.Parse(
            "/v1/documents/{**id}",
            defaults: null,
            parameterPolicies: new { id = new EndsInSegment(segment) }
        );

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => values[routeKey] is string path && path.EndsWith($"/{segment}", StringComparison.OrdinalIgnoreCase);
}
