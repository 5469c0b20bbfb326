namespace Search.Indexer.Fetching;

/// <summary>
/// The hosts that the command line names. A redirect leads to no other: whoever answers an address must not choose what
/// this machine asks of its neighbours.
/// </summary>
internal sealed class AllowedHosts
{
    private readonly HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="addresses">The addresses of the command line; their hosts and ports are named by them.</param>
    /// <param name="hosts">More of them: <c>cdn.example.org</c>, with the usual ports, or <c>cdn.example.org:8443</c>.</param>
    public AllowedHosts(IEnumerable<Uri> addresses, IEnumerable<string> hosts)
    {
        foreach (var address in addresses)
        {
            named.Add(Of(address));
            // The same host by https is the same host, better guarded; the way back is not.
            if (address is { IsDefaultPort: true } && address.Scheme == Uri.UriSchemeHttp)
                named.Add($"https://{address.IdnHost}:443");
        }
        foreach (var host in hosts)
        {
            named.Add(Of(Parse(host, Uri.UriSchemeHttps)));
            named.Add(Of(Parse(host, Uri.UriSchemeHttp)));
        }
    }

    /// <summary>Whether a redirect may lead there.</summary>
    public bool Allow(Uri address) => named.Contains(Of(address));

    private static string Of(Uri address) => $"{address.Scheme}://{address.IdnHost}:{address.Port}";

    private static Uri Parse(string host, string scheme) =>
        Uri.TryCreate($"{scheme}://{host}", UriKind.Absolute, out var address)
        && address is { PathAndQuery: "/", UserInfo: "" }
            ? address
            : throw new UsageException(
                $"--allow-host {host} is no host; write cdn.example.org or cdn.example.org:8443."
            );
}
