using System.Globalization;
using System.Text;

namespace Search.Engine.Insights;

/// <summary>A query that somebody asked; not who did.</summary>
/// <param name="Text">As it is counted: see <see cref="Normalize"/>.</param>
/// <param name="Request">The same for two requests that ask for the very same thing: the route with all parameters.</param>
/// <param name="IsLive">Whether it may have been asked while it was still being typed.</param>
/// <param name="IsNarrowed">Whether filters were chosen, so that no hits say nothing of the query itself.</param>
/// <param name="TotalHits">What was found.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record AskedQuery(
    string Text,
    string Request,
    bool IsLive,
    bool IsNarrowed,
    int TotalHits,
    TimeSpan Elapsed
)
{
    /// <summary>Longer queries are counted by their beginning, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>In lower case, with single spaces, cut to <see cref="MaxLength"/>; empty when nothing was asked.</summary>
    public static string Normalize(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = query
            .Normalize(NormalizationForm.FormC)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words).ToLower(CultureInfo.InvariantCulture);
        if (text.Length <= MaxLength)
            return text;
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd();
    }
}
