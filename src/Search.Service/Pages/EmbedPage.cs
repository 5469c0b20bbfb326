using Search.Service.Api;
using Search.Service.Hosting;
using Search.Service.SearchBox;

namespace Search.Service.Pages;

/// <summary><c>/embed</c>: the search box with its options, and the lines that put it into another site.</summary>
internal static class EmbedPage
{
    public static void MapEmbedPage(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/embed", Methods.Read, Embed).ExcludeFromDescription();

    private static HtmlPage Embed(HttpContext context, BoxFiles files, PublicAddress address, AnswerTag tag)
    {
        tag.SetLifetime(context);
        var request = context.Request;
        var service = Absolute(request, address.Of(request, ""));
        var versioned = Absolute(request, files.VersionedScript(request));
        var script = $"{service}/search-box/talk-search.js";
        var main = Html.Of(
            $"""
            <link rel="stylesheet" href="{request.PathBase}/search-box/embed.css">
            <script type="module" src="{request.PathBase}/search-box/talk-search.js"></script>
            <script type="module" src="{request.PathBase}/search-box/embed.js"></script>
            <h1>A search box for your site</h1>
            <p>Try it, choose what suits your page, and copy the lines below. The form in them works without JavaScript too.</p>
            <div id="stage">
            <talk-search>
            <form role="search" action="{request.PathBase}/search"><label>Search our talks <input type="search" name="q"></label>
            <button>Search</button></form>
            </talk-search>
            </div>
            {Options()}
            <h2>To copy</h2>
            <pre tabindex="0" role="region" aria-label="To copy"><code id="snippet" data-endpoint="{service}" data-script="{script}"
            data-versioned="{versioned}" data-integrity="{files.Script.Integrity}" data-style="{files.Style.Integrity}">{Snippet(
                service,
                script
            )}</code></pre>
            <p><button type="button" id="copy" hidden>Copy</button> <span id="copied" role="status"></span></p>
            <h2>What it needs</h2>
            <dl>
            <dt>To load</dt>
            <dd>{Size(files.Script)} of script and {Size(files.Style)} of style, and nothing from anyone else.</dd>
            <dt>In a content security policy</dt>
            <dd><code>script-src {Origin(service)}; connect-src {Origin(service)}</code></dd>
            <dt>Version {files.Version}</dt>
            <dd>Script <code>{files.Script.Integrity}</code><br>Style <code>{files.Style.Integrity}</code></dd>
            </dl>
            """
        );
        return new HtmlPage("Search box", main) { Form = Html.None };
    }

    // What the script of the page writes too, as long as nothing is chosen.
    private static string Snippet(string service, string script) =>
        $"""
            <script type="module" src="{script}"></script>
            <talk-search endpoint="{service}">
              <form role="search" action="{service}/search">
                <label>Search our talks <input type="search" name="q"></label> <button>Search</button>
              </form>
            </talk-search>
            """;

    // Without the script of the page nothing would come of a choice.
    private static Html Options() =>
        Html.Of(
            $"""
            <form id="options" hidden>
            <fieldset><legend>Looks</legend>
            <label>Theme <select name="theme"><option value="">as the page</option><option>auto</option><option>light</option>
            <option>dark</option></select></label>
            <label>Accent <input type="color" name="accent" value="#0b57b0"></label>
            <label>Corners <input type="range" name="radius" min="0" max="1.5" step="0.125" value="0.5"></label>
            <label>Direction <select name="dir"><option>ltr</option><option>rtl</option></select></label>
            </fieldset>
            <fieldset><legend>What is suggested</legend>
            {Groups.Select(Group)}
            <label>Of each, at most <input type="number" name="limit" min="1" max="20" value="4"></label>
            </fieldset>
            <fieldset><legend>How it works</legend>
            <label>Name <input name="label" value="" placeholder="Search talks and interviews"></label>
            <label>Keys that lead to it <input name="hotkeys" value="mod+k"></label>
            <label>Suggestions lead to <select name="links"><option value="">originals</option>
            <option value="service">pages of this service</option></select></label>
            <label><input type="checkbox" name="recent"> offers to remember searches</label>
            <label><input type="checkbox" name="pinned"> this version and no other</label>
            </fieldset>
            </form>
            """
        );

    private static readonly string[] Groups = ["queries", "answers", "talks", "interviews", "speakers", "topics"];

    private static Html Group(string name) =>
        Html.Of($"""<label><input type="checkbox" name="groups" value="{name}" checked> {name}</label> """);

    private static string Size(BoxFile file) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{file.For(encoding => encoding == "gzip").Content.Length / 1000.0:0.0} KB"
        );

    private static string Absolute(HttpRequest request, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme != Uri.UriSchemeFile
            ? address
            : $"{request.Scheme}://{request.Host.ToUriComponent()}{address}";

    private static string Origin(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);
}
