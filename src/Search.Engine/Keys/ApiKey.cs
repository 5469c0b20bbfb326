using System.Security.Cryptography;
using System.Text;

namespace Search.Engine.Keys;

/// <summary>What a key is good for.</summary>
public enum KeyRole
{
    /// <summary>Reading. Once there is one, nothing is read without a key.</summary>
    Search,

    /// <summary>Writing and all the rest. Once there is one, the service takes writes.</summary>
    Admin,
}

/// <summary>A key as it is kept: never the key itself.</summary>
/// <param name="Id">Names it in logs and limits; says nothing about the key.</param>
/// <param name="Name">What its maker calls it; unique.</param>
/// <param name="Role">What it is good for.</param>
/// <param name="Sha256">The hash of the key's text, 32 bytes. Scoped keys made from it are signed with it, so it is no less secret.</param>
/// <param name="Created">When it was made.</param>
public sealed record ApiKey(string Id, string Name, KeyRole Role, ReadOnlyMemory<byte> Sha256, DateTimeOffset Created)
{
    private const int IdBytes = 6;

    /// <summary>The sites whose scripts may use a search key, such as <c>https://talks.example.org</c>; empty for any.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The id of the key that has a hash; made so that a scoped key can name the one that it comes from.</summary>
    public static string IdOf(ReadOnlySpan<byte> sha256) =>
        Convert.ToHexStringLower(SHA256.HashData(sha256)[..IdBytes]);

    /// <summary>The hash by which a key is known.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Takes as long for any two hashes, equal, nearly equal or not.</summary>
    public bool Is(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Sha256.Span, hash);
}

/// <summary>A key that was just made; <paramref name="Text"/> is shown once and never again.</summary>
/// <param name="Kept">What stays.</param>
/// <param name="Text">256 random bits behind a prefix that tells its role and lets scanners for secrets find it.</param>
public sealed record NewKey(ApiKey Kept, string Text)
{
    private const int RandomBytes = 32;

    /// <summary>Makes a key.</summary>
    public static NewKey Make(string name, KeyRole role, IReadOnlyList<string> origins, DateTimeOffset now)
    {
        var prefix = role == KeyRole.Admin ? "tsa_" : "tss_";
        var text = prefix + System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var hash = ApiKey.HashOf(text);
        return new NewKey(new ApiKey(ApiKey.IdOf(hash), name, role, hash, now) { Origins = origins }, text);
    }
}
