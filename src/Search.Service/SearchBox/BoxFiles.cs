using System.IO.Hashing;
using Search.Service.Hosting;

namespace Search.Service.SearchBox;

/// <summary>Script and style of the search box, as this service has them.</summary>
internal sealed class BoxFiles
{
    private readonly PublicAddress address;

    public BoxFiles(IWebHostEnvironment environment, PublicAddress address)
    {
        this.address = address;
        var script = Read(environment, "talk-search.js");
        var style = Read(environment, "talk-search.css");
        Script = new BoxFile(script, "text/javascript; charset=utf-8");
        Style = new BoxFile(style, "text/css; charset=utf-8");
        Version = Convert.ToHexStringLower(XxHash64.Hash([.. script, .. style]));
    }

    public BoxFile Script { get; }

    public BoxFile Style { get; }

    /// <summary>One for both files, since the script takes the style of its own name; another content has another version.</summary>
    public string Version { get; }

    /// <summary>Where the script of any version is, the newest that this service has.</summary>
    public string NewestScript(HttpRequest request) => address.Of(request, "/search-box/talk-search.js");

    /// <summary>Where the script of this version is.</summary>
    public string VersionedScript(HttpRequest request) => address.Of(request, $"/search-box/talk-search-{Version}.js");

    private static byte[] Read(IWebHostEnvironment environment, string name)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo($"search-box/{name}").CreateReadStream();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
