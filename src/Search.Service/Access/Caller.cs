using Search.Engine.Keys;
using Search.Engine.Querying;

namespace Search.Service.Access;

/// <summary>Who sent a request, as far as its key says.</summary>
/// <param name="Key">The key, or the one that a scoped key was made from; null without one.</param>
internal sealed record Caller(ApiKey? Key)
{
    /// <summary>Someone without a key.</summary>
    public static Caller Anyone { get; } = new((ApiKey?)null);

    /// <summary>The scope of a scoped key; null for every other caller.</summary>
    public SearchScope? Scope { get; init; }

    /// <summary>What the caller may see; null for everything.</summary>
    public FilterNode? Filter { get; init; }

    /// <summary>Names the scoped key in limits, never the key itself; null for every other caller.</summary>
    public string? ScopedName { get; init; }

    /// <summary>Why the key that came is no good, as a sentence; null when it is, or none came.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it is an admin's key.</summary>
    public bool IsAdmin => Key is { Role: KeyRole.Admin };

    /// <summary>Names the key in limits and logs, never the key itself; null without one.</summary>
    public string? Name => Key?.Id;

    /// <summary>The caller of a request.</summary>
    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Anyone;
}
