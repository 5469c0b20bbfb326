namespace Search.Service.Pages;

/// <summary>Links to addresses that came from a source, which may hold anything, such as <c>javascript:</c>.</summary>
internal static class WebLink
{
    /// <summary>A link when the address is http or https, else the content alone.</summary>
    public static Html To(string? url, Html content) =>
        IsWeb(url) ? Html.Of($"""<a href="{url}">{content}</a>""") : content;

    /// <summary>Whether a browser may be sent there.</summary>
    public static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
