using System.Security.Cryptography;
using System.Text;

namespace Search.Engine.Forgetting;

/// <summary>What an entry stands for.</summary>
internal enum ForgottenKind
{
    /// <summary>A record, by its id.</summary>
    Record,

    /// <summary>A person, by the name.</summary>
    Speaker,
}

/// <summary>
/// Something that must not come back. What it was stands only as a hash with a secret: the list of those who are forgotten
/// should not remember them.
/// </summary>
/// <param name="Kind">A record or a person.</param>
/// <param name="Words">Words of the name; 0 for a record.</param>
/// <param name="Letters">Units in those words; most texts are told apart by the two numbers, without hashing.</param>
/// <param name="Hash">Of id or name, in hexadecimal.</param>
/// <param name="Since">When it was forgotten.</param>
internal sealed record ForgottenEntry(ForgottenKind Kind, int Words, int Letters, string Hash, DateTimeOffset Since)
{
    public static ForgottenEntry OfRecord(string id, byte[] secret, DateTimeOffset now) =>
        new(ForgottenKind.Record, 0, 0, HashOf(ForgottenKind.Record, id, secret), now);

    /// <summary>The name has at least one letter or digit.</summary>
    public static ForgottenEntry OfSpeaker(string name, byte[] secret, DateTimeOffset now)
    {
        var words = NameWord.Of(name);
        var key = string.Join(' ', words.Select(word => word.Text));
        var letters = words.Sum(word => word.Text.Length);
        return new(ForgottenKind.Speaker, words.Count, letters, HashOf(ForgottenKind.Speaker, key, secret), now);
    }

    public static string HashOf(ForgottenKind kind, string key, byte[] secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}\n{key}")));
}
