using Microsoft.AspNetCore.Http.Features;
using Search.Service.Parameters;

namespace Search.Service.Api;

/// <summary>
/// The path of a request as it was sent. The server's own path is decoded already, except for <c>%2F</c>, so that
/// <c>%252F</c> and <c>%2F</c> look the same in it.
/// </summary>
internal static class RawPath
{
    /// <summary>
    /// Reads what stands behind the first segments of the path, decoded exactly once: <c>/v1/documents/a%2Fb</c> and
    /// <c>/v1/documents/a/b</c> both give <c>a/b</c>. False when it is empty or not properly encoded.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="segmentsBefore">Segments of the route before it, such as 2 for <c>/v1/documents/</c>.</param>
    /// <param name="rest">The rest of the path.</param>
    public static bool TryReadRest(HttpRequest request, int segmentsBefore, out string rest)
    {
        var segments = Segments(Target(request));
        var skipped = SegmentsOfMount(request.PathBase, segments) + segmentsBefore;
        rest = "";
        return segments.Count > skipped
            && PercentText.TryDecodeSegment(string.Join('/', segments.Skip(skipped)), out rest)
            && rest.Length > 0;
    }

    /// <summary>
    /// The same without the last segment: <c>/v1/documents/a%2Fb/related</c> and <c>/v1/documents/a/b/related</c> both give
    /// <c>a/b</c>.
    /// </summary>
    public static bool TryReadBeforeLast(HttpRequest request, int segmentsBefore, out string id)
    {
        var segments = Segments(Target(request));
        var before = SegmentsOfMount(request.PathBase, segments) + segmentsBefore;
        return PercentText.TryDecodeSegment(string.Join('/', segments.Skip(before).SkipLast(1)), out id)
            && id.Length > 0;
    }

    // The path that the service is mounted at, where the proxy has left it in the target.
    private static int SegmentsOfMount(PathString pathBase, List<string> segments)
    {
        var mount = pathBase.Value?.Split('/').Skip(1).ToList() ?? [];
        return segments.Take(mount.Count).Select(Uri.UnescapeDataString).SequenceEqual(mount, StringComparer.Ordinal)
            ? mount.Count
            : 0;
    }

    private static string Target(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        // A proxy's request names the server too: http://host/path.
        var scheme = path.StartsWith('/') ? -1 : path.IndexOf("://", StringComparison.Ordinal);
        var afterHost = scheme < 0 ? 0 : path.IndexOf('/', scheme + 3);
        return afterHost < 0 ? "/" : path[afterHost..];
    }

    // The server takes "." and ".." away before it looks for the route, however they are encoded.
    private static List<string> Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/').Skip(1))
        {
            var dots = segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            if (dots == "..")
                segments.RemoveRange(Math.Max(segments.Count - 1, 0), Math.Min(segments.Count, 1));
            else if (dots != ".")
                segments.Add(segment);
        }
        return segments;
    }
}
