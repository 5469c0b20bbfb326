using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Search.Service.Settings;

namespace Search.Service.Access;

/// <summary>How many requests somebody may make, and in what time.</summary>
/// <param name="Policy">The name that the headers give it: <c>key</c>, <c>address</c> or <c>visitor</c>.</param>
/// <param name="Who">Whose requests are counted together.</param>
/// <param name="Requests">At most so many in each window.</param>
/// <param name="Window">How long a window is; it begins with the first request.</param>
internal sealed record RateLimit(string Policy, string Who, int Requests, TimeSpan Window)
{
    /// <summary>The limits as the header <c>RateLimit-Policy</c> says them.</summary>
    public string Header =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Policy}\";q={Requests};w={Window.TotalSeconds:0}");
}

/// <summary>What is left of a limit.</summary>
/// <param name="IsWithin">Whether the request may be answered.</param>
/// <param name="Left">Requests left in the window.</param>
/// <param name="SecondsLeft">Until the next window begins; at least 1.</param>
internal readonly record struct RateState(bool IsWithin, int Left, int SecondsLeft);

/// <summary>Counts requests. Off until configured, except for the rate that stands in a scoped key.</summary>
internal sealed class RateLimits(IOptions<SearchSettings> settings, TimeProvider clock)
{
    /// <summary>Of more callers than this the oldest windows are forgotten, so that addresses cannot fill the memory.</summary>
    private const int MostWindows = 20_000;

    private const int Ipv6NetworkBytes = 8;

    private readonly RateLimitSettings limits = settings.Value.RateLimit;
    private readonly Dictionary<string, Window> windows = new(StringComparer.Ordinal);
    private readonly Lock counting = new();

    /// <summary>The limit for a caller; null when none holds. Admins have none.</summary>
    public RateLimit? For(Caller caller, IPAddress? address)
    {
        var configured = TimeSpan.FromSeconds(limits.WindowSeconds);
        if (caller.IsAdmin)
            return null;
        if (caller.Scope is { RatePerMinute: { } rate })
            return new RateLimit("visitor", $"{caller.ScopedName} {Network(address)}", rate, TimeSpan.FromMinutes(1));
        if (caller.Name is { } key)
            return limits.PerKey == 0 ? null : new RateLimit("key", key, limits.PerKey, configured);
        return limits.PerAddress == 0
            ? null
            : new RateLimit("address", Network(address), limits.PerAddress, configured);
    }

    /// <summary>Counts one request.</summary>
    public RateState Count(RateLimit limit)
    {
        lock (counting)
        {
            var id = $"{limit.Policy} {limit.Who}";
            if (!windows.TryGetValue(id, out var window) || window.HasEnded(clock))
            {
                MakeRoom();
                window = new Window(clock.GetTimestamp(), limit.Window, 0);
            }
            window = window with { Count = Math.Min(window.Count + 1, limit.Requests + 1) };
            windows[id] = window;
            return new RateState(
                window.Count <= limit.Requests,
                Math.Max(limit.Requests - window.Count, 0),
                window.SecondsLeft(clock)
            );
        }
    }

    private void MakeRoom()
    {
        if (windows.Count < MostWindows)
            return;
        foreach (var ended in windows.Where(window => window.Value.HasEnded(clock)).Select(w => w.Key).ToList())
            windows.Remove(ended);
        if (windows.Count < MostWindows)
            return;
        foreach (var oldest in windows.OrderBy(window => window.Value.Start).Take(MostWindows / 4).ToList())
            windows.Remove(oldest.Key);
    }

    // Who has one IPv6 address has a whole network of them.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes))
            : address.ToString();
    }

    private readonly record struct Window(long Start, TimeSpan Length, int Count)
    {
        public bool HasEnded(TimeProvider clock) => clock.GetElapsedTime(Start) >= Length;

        public int SecondsLeft(TimeProvider clock) =>
            Math.Max(1, (int)Math.Ceiling((Length - clock.GetElapsedTime(Start)).TotalSeconds));
    }
}
