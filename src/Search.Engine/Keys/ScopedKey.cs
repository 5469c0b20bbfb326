using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Search.Engine.Keys;

/// <summary>
/// Keys for search boxes that may show less than everything. They are made from a search key without asking the service,
/// and carry what they may do inside, signed:
/// <c>tsc_PAYLOAD.SIGNATURE</c>, where PAYLOAD is a <see cref="SearchScope"/> as JSON in base64url without padding, and
/// SIGNATURE is HMAC-SHA256 over the text of PAYLOAD, in base64url too, with the SHA-256 of the search key's text as its key.
/// </summary>
public static class ScopedKey
{
    /// <summary>The longest text that is looked at.</summary>
    public const int MaxLength = 8_192;

    private const string Prefix = "tsc_";

    /// <summary>Whether a text claims to be a scoped key.</summary>
    public static bool IsOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes one from the text of a search key; <see cref="SearchScope.Key"/> is filled in.</summary>
    public static string Make(string searchKey, SearchScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var secret = ApiKey.HashOf(searchKey);
        var complete = scope with { Key = ApiKey.IdOf(secret) };
        var payload = Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(complete, ScopeJson.Default.SearchScope)
        );
        return $"{Prefix}{payload}.{Base64Url.EncodeToString(Sign(secret, payload))}";
    }

    /// <summary>
    /// The scope of a key, when one of <paramref name="keys"/> signed it; null when none did or it cannot be read. Whether
    /// it has expired is the caller's to look at.
    /// </summary>
    public static (SearchScope Scope, ApiKey SignedBy)? Verify(string text, IEnumerable<ApiKey> keys)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dot = text.LastIndexOf('.');
        if (!IsOne(text) || text.Length > MaxLength || dot < 0)
            return null;
        var payload = text[Prefix.Length..dot];
        try
        {
            var signature = Base64Url.DecodeFromChars(text.AsSpan(dot + 1));
            foreach (var key in keys.Where(key => key.Role == KeyRole.Search))
            {
                if (!CryptographicOperations.FixedTimeEquals(Sign(key.Sha256.Span, payload), signature))
                    continue;
                var scope = JsonSerializer.Deserialize(
                    Base64Url.DecodeFromChars(payload),
                    ScopeJson.Default.SearchScope
                );
                return scope is null ? null : (scope, key);
            }
            return null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static byte[] Sign(ReadOnlySpan<byte> secret, string payload) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(payload));
}
