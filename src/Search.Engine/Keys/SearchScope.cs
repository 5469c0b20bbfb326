using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Engine.Keys;

/// <summary>What a scoped key may do less than the search key that it was made from. Whoever holds it can change none of it.</summary>
/// <param name="Key">The id of the search key that it was made from.</param>
public sealed record SearchScope(string Key)
{
    /// <summary>A filter expression that holds beside whatever is asked; nothing else is ever shown. Null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>The sites that may use it, such as <c>https://talks.example.org</c>; empty for any.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Requests that each address may make a minute; null for no limit of its own.</summary>
    public int? RatePerMinute { get; init; }

    /// <summary>When it ends, in seconds since 1970; null for never.</summary>
    public long? Expires { get; init; }

    /// <summary>The most hits that a page may have; null for the service's own limit.</summary>
    public int? MaxHitsPerPage { get; init; }
}

/// <summary>Reads and writes scopes. A member that is not known could be a limit that is not kept, so it is refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(SearchScope))]
internal sealed partial class ScopeJson : JsonSerializerContext;
