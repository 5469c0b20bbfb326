using System.Text;
using Search.Engine.Keys;
using Search.Engine.Querying;

namespace Search.Service.Access;

/// <summary>Finds out who sent a request: by <c>Authorization: Bearer KEY</c>, or on reading by Basic with the key as password.</summary>
internal sealed class Identification(KeyRing ring, TimeProvider clock)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    /// <summary>The caller of a request. A key that is no good makes a caller with a <see cref="Caller.Fault"/>.</summary>
    public Caller Identify(HttpRequest request)
    {
        var sent = request.Headers.Authorization;
        if (sent.Count == 0)
            return Caller.Anyone;
        if (sent.Count > 1)
            return Faulty("More than one key was sent.");
        var text = KeyIn(sent.ToString(), request.Method);
        if (string.IsNullOrEmpty(text))
            return Faulty("A key is sent as \"Authorization: Bearer KEY\".");
        if (text.Length > ScopedKey.MaxLength)
            return Faulty("The key is not known.");
        var keys = ring.Current;
        if (ScopedKey.IsOne(text))
            return Scoped(text, keys, request);
        if (keys.Find(text) is not { } key)
            return Faulty("The key is not known; it may have been revoked.");
        return key.Role == KeyRole.Admin || MayComeFrom(request, key.Origins)
            ? new Caller(key)
            : Faulty("The key is not for use on this site.");
    }

    private Caller Scoped(string text, KeySet keys, HttpRequest request)
    {
        if (ScopedKey.Verify(text, keys.Keys) is not var (scope, signedBy))
            return Faulty("The key is not known; the search key that it was made from may have been revoked.");
        if (scope.Expires is { } end && end <= clock.GetUtcNow().ToUnixTimeSeconds())
            return Faulty("The key has expired.");
        if (!MayComeFrom(request, signedBy.Origins) || !MayComeFrom(request, scope.Origins))
            return Faulty("The key is not for use on this site.");
        var (filter, error) = FilterExpressionParser.Parse(scope.Filter ?? "");
        if (error is not null)
            return Faulty("The filter of the key has a mistake.");
        var name = ApiKey.IdOf(ApiKey.HashOf(text));
        return new Caller(signedBy)
        {
            Scope = scope,
            Filter = filter,
            ScopedName = name,
        };
    }

    private static Caller Faulty(string fault) => Caller.Anyone with { Fault = fault };

    // Browsers ask for a password where a page needs one, and send it by themselves from then on, also when another site
    // makes them: good enough for reading, whose answers other sites do not see, and for nothing else.
    private static string? KeyIn(string sent, string method)
    {
        if (sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return sent[Bearer.Length..].Trim();
        var isReading = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (!isReading || !sent.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
            return null;
        var decoded = new byte[sent.Length];
        if (!Convert.TryFromBase64String(sent[Basic.Length..].Trim(), decoded, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(decoded, 0, length);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    // A script's request to its own site names no origin, but a page that sent it.
    private static bool MayComeFrom(HttpRequest request, IReadOnlyList<string> origins)
    {
        if (origins.Count == 0)
            return true;
        var from = request.Headers.Origin.ToString();
        if (from.Length == 0 && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page))
            from = page.GetLeftPart(UriPartial.Authority);
        return origins.Contains(from, StringComparer.OrdinalIgnoreCase);
    }
}
