using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Search.Service.Access;
using Search.Service.Api;

namespace Search.Service.SearchBox;

/// <summary>
/// <c>/search-box/talk-search.js</c> and its style, for pages of any origin: under their plain names, which are asked for
/// again each time, and under the name of their version, which may be kept for a year.
/// </summary>
internal static class BoxEndpoints
{
    private const string Asked = "public, no-cache";
    private const string Kept = "public, max-age=31536000, immutable";

    public static void MapSearchBox(this IEndpointRouteBuilder routes)
    {
        Map("talk-search.js", (context, files) => Newest(context, files, files.Script));
        Map("talk-search.css", (context, files) => Newest(context, files, files.Style));
        routes
            .MapMethods("/search-box/talk-search-{version}.js", Methods.Read, Script)
            .Needs(AccessNeed.Nothing)
            .ExcludeFromDescription();
        routes
            .MapMethods("/search-box/talk-search-{version}.css", Methods.Read, Style)
            .Needs(AccessNeed.Nothing)
            .ExcludeFromDescription();
        routes
            .MapMethods("/search-box/version.json", Methods.Read, Version)
            .Needs(AccessNeed.Nothing)
            .ExcludeFromDescription();

        void Map(string name, Func<HttpContext, BoxFiles, IResult> answer) =>
            routes
                .MapMethods($"/search-box/{name}", Methods.Read, answer)
                .Needs(AccessNeed.Nothing)
                .ExcludeFromDescription();
    }

    private static IResult Script(HttpContext context, BoxFiles files, string version) =>
        version == files.Version ? Answer(context, files, files.Script, Kept) : ToNewest(context, "talk-search.js");

    private static IResult Style(HttpContext context, BoxFiles files, string version) =>
        version == files.Version ? Answer(context, files, files.Style, Kept) : ToNewest(context, "talk-search.css");

    private static Ok<BoxVersion> Version(HttpContext context, BoxFiles files)
    {
        OpenToAll(context);
        context.Response.Headers.CacheControl = Asked;
        var script = files.VersionedScript(context.Request);
        var version = new BoxVersion(files.Version, script, files.Script.Integrity, files.Style.Integrity);
        return TypedResults.Ok(version);
    }

    private static IResult Newest(HttpContext context, BoxFiles files, BoxFile file) =>
        Answer(context, files, file, Asked);

    // A page may name a version that is gone since an update: one without a hash gets the new one, one with a hash keeps its
    // plain form.
    private static RedirectHttpResult ToNewest(HttpContext context, string name)
    {
        OpenToAll(context);
        context.Response.Headers.CacheControl = Asked;
        return TypedResults.Redirect(name);
    }

    private static FileContentHttpResult Answer(HttpContext context, BoxFiles files, BoxFile file, string lifetime)
    {
        OpenToAll(context);
        var response = context.Response.Headers;
        var (content, encoding) = file.For(name => Accepts(context.Request, name));
        response.CacheControl = lifetime;
        response.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (encoding is not null)
            response.ContentEncoding = encoding;
        var tag = new EntityTagHeaderValue($"\"{files.Version}{(encoding is null ? "" : "-" + encoding)}\"");
        return TypedResults.Bytes(content, file.MediaType, entityTag: tag);
    }

    // Modules are always fetched with CORS. Nothing here is secret, whoever may search.
    private static void OpenToAll(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == encoding && accepted.Quality != 0);
}

/// <summary>What a page needs to hold on to one version of the box.</summary>
/// <param name="Version">Changes with every byte of script or style.</param>
/// <param name="Script">Its address.</param>
/// <param name="Integrity">For the attribute <c>integrity</c> of <c>script</c>.</param>
/// <param name="StyleIntegrity">For the attribute <c>integrity</c> of <c>talk-search</c>.</param>
internal sealed record BoxVersion(string Version, string Script, string Integrity, string StyleIntegrity);
