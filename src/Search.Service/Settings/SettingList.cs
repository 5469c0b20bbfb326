using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Search.Service.Settings;

/// <summary>A setting that holds several values, separated by commas or white space.</summary>
internal static class SettingList
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n'];

    public static IReadOnlyList<string> Of(string? setting) =>
        setting?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>A list of origins as browsers send them: scheme, host and port, nothing behind.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => SettingList.Of(value as string).All(IsOrigin);

    /// <summary>Whether a text is one.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A list of addresses and networks such as <c>10.0.0.0/8</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworksAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => SettingList.Of(value as string).All(text => TryParse(text, out _));

    /// <summary>Reads one; an address alone is a network of one.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network))
            return true;
        if (!IPAddress.TryParse(text, out var address))
            return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
