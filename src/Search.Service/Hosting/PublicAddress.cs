using Microsoft.Extensions.Options;
using Search.Service.Settings;

namespace Search.Service.Hosting;

/// <summary>Where this service is, as its users see it.</summary>
internal sealed class PublicAddress(IOptions<SearchSettings> settings)
{
    private readonly string? publicUrl = string.IsNullOrEmpty(settings.Value.PublicUrl)
        ? null
        : settings.Value.PublicUrl.TrimEnd('/');

    /// <summary>The path that it is mounted at behind a proxy; empty when it stands at the top.</summary>
    public PathString MountPath =>
        publicUrl is null ? PathString.Empty : PathString.FromUriComponent(MountUri(publicUrl));

    /// <summary>The address that all routes begin with; <c>/</c> when only the asker knows it.</summary>
    public string Root => publicUrl ?? "/";

    /// <summary>The address of a path that begins with <c>/</c>: absolute when <c>Search:PublicUrl</c> is set.</summary>
    public string Of(HttpRequest request, string path) => (publicUrl ?? request.PathBase.ToUriComponent()) + path;

    /// <summary>Scheme and host as users see them; as this request named them when <c>Search:PublicUrl</c> is not set.</summary>
    public string OriginOf(HttpRequest request) =>
        publicUrl is null
            ? $"{request.Scheme}://{request.Host.ToUriComponent()}"
            : new Uri(publicUrl).GetLeftPart(UriPartial.Authority);

    private static string MountUri(string publicUrl) => new Uri(publicUrl).AbsolutePath.TrimEnd('/');
}
