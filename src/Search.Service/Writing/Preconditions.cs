using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Search.Service.Api;
using Search.Service.Problems;

namespace Search.Service.Writing;

/// <summary><c>If-Match</c> and <c>If-None-Match</c> of a write.</summary>
internal static class Preconditions
{
    /// <summary>What must hold of the record's JSON; null when nothing need. A header that cannot be read is a problem, not nothing.</summary>
    public static (Func<ReadOnlyMemory<byte>?, bool>? Condition, Problem? Problem) Read(HttpRequest request)
    {
        var headers = request.Headers;
        if (headers.IfMatch.Count + headers.IfNoneMatch.Count == 0)
            return (null, null);
        if (!TryRead(headers.IfMatch, out var wanted))
            return (null, Unreadable("If-Match"));
        if (!TryRead(headers.IfNoneMatch, out var unwanted))
            return (null, Unreadable("If-None-Match"));
        return (json => (wanted is null || Names(wanted, json)) && (unwanted is null || !Names(unwanted, json)), null);
    }

    private static bool TryRead(StringValues header, out IList<EntityTagHeaderValue>? tags)
    {
        tags = null;
        return header.Count == 0 || EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out tags);
    }

    private static bool Names(IList<EntityTagHeaderValue> tags, ReadOnlyMemory<byte>? json)
    {
        if (json is not { } content)
            return false;
        var tag = AnswerTag.OfContent(content.Span);
        return tags.Any(named =>
            named.Equals(EntityTagHeaderValue.Any) || named.Compare(tag, useStrongComparison: true)
        );
    }

    private static Problem Unreadable(string header) =>
        Problem.Of([
            ParameterFault.Invalid(header, $"{header} must be * or ETags in quotes, as GET and PUT answer them."),
        ]);
}
