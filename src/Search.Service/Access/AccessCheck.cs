using Search.Service.Problems;

namespace Search.Service.Access;

/// <summary>Lets a request through to its route, or answers why not.</summary>
internal sealed class AccessCheck(KeyRing ring, RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var refusal = Refusal(context);
        if (refusal is null)
        {
            KeepFromSharedCaches(context);
            return next(context);
        }
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = Failures.IsApi(context.Request.Path)
                ? "Bearer realm=\"search\""
                : "Basic realm=\"search (the key is the password)\", charset=\"UTF-8\"";
        return Failures.WriteAsync(context, refusal);
    }

    private Problem? Refusal(HttpContext context)
    {
        var need = context.Need();
        if (need == AccessNeed.Nothing)
            return null;
        var keys = ring.Current;
        var caller = Caller.Of(context);
        if (!keys.IsReadable)
            return Problem.Of(
                ProblemCode.KeysUnavailable,
                "The keys cannot be read. The log of the service tells why."
            );
        if (caller.Fault is { } fault)
            return Problem.Of(ProblemCode.KeyRequired, fault);
        return need switch
        {
            AccessNeed.Admin => AdminRefusal(caller, keys),
            AccessNeed.ReadAll when keys.Keys.Count > 0 => AdminRefusal(caller, keys),
            AccessNeed.ReadInScope => ReadRefusal(caller, keys),
            _ => ReadRefusal(caller, keys) ?? ScopeRefusal(caller),
        };
    }

    private static Problem? AdminRefusal(Caller caller, KeySet keys)
    {
        if (caller.IsAdmin)
            return null;
        if (caller.Key is not null)
            return Problem.Of(
                ProblemCode.KeyForbidden,
                "This needs an admin key; the one that was sent is for searching."
            );
        var help = keys.WritingIsOn
            ? "This needs an admin key, sent as \"Authorization: Bearer KEY\"."
            : "This needs an admin key, and none exists. Make one: search-indexer keys add --role admin --name NAME";
        return Problem.Of(ProblemCode.KeyRequired, help);
    }

    private static Problem? ReadRefusal(Caller caller, KeySet keys) =>
        keys.ReadingIsClosed && caller.Key is null
            ? Problem.Of(ProblemCode.KeyRequired, "Reading needs a key, sent as \"Authorization: Bearer KEY\".")
            : null;

    private static Problem? ScopeRefusal(Caller caller) =>
        caller.Scope is { Filter: not null }
            ? Problem.Of(ProblemCode.KeyForbidden, "A key with a fixed filter is for searching only.")
            : null;

    // What a key opened is for its holder alone.
    private static void KeepFromSharedCaches(HttpContext context)
    {
        if (Caller.Of(context).Key is null)
            return;
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                headers.CacheControl = headers
                    .CacheControl.ToString()
                    .Replace("public", "private", StringComparison.Ordinal);
                headers.Append("Vary", "Authorization");
                return Task.CompletedTask;
            },
            context.Response
        );
    }
}
