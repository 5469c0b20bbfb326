using System.Text.RegularExpressions;

namespace Search.Indexer.Fetching;

/// <summary>A PATH that is the address of a source on the web.</summary>
internal static partial class SourceAddress
{
    /// <summary>True for whatever begins like an address, also one of a scheme that is not read.</summary>
    /// <example><c>https://example.org/a.json</c> and <c>file:///etc/hosts</c> are; <c>./http:/a</c> and <c>C:\a</c> are not.</example>
    public static bool LooksLikeOne(string path) => Scheme().IsMatch(path);

    /// <summary>The address without its fragment, which is the browser's and never sent.</summary>
    /// <exception cref="UsageException">It is of another scheme than http and https, carries a password, or is none.</exception>
    public static Uri Parse(string path)
    {
        if (!Uri.TryCreate(path, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw new UsageException(
                IsWeb(path) ? $"{path} is no address that can be read." : NotRead(path, path.Split(':')[0])
            );
        }
        if (!IsWeb(address))
            throw new UsageException(NotRead(path, address.Scheme));
        if (address.UserInfo.Length > 0)
        {
            throw new UsageException(
                $"The address at {address.Host} holds a user name or password. It would become the name of the source, "
                    + "for everyone to read; load the file by other means and give it as a file or by -."
            );
        }
        return address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;
    }

    /// <summary>Whether it is http or https.</summary>
    public static bool IsWeb(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    private static bool IsWeb(string path) => path.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string NotRead(string path, string scheme) =>
        $"{path}: addresses of {scheme} are not read, only http and https. A file is given by its path alone.";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Scheme();
}
