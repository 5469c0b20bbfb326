using Search.Engine.Searching;
using Search.Service.Parameters;

namespace Search.Service.Access;

/// <summary>Keeps what is asked within what the caller may see.</summary>
internal static class ScopedInput
{
    /// <summary>The search within the caller's scope.</summary>
    public static SearchInput Within(this SearchInput input, Caller caller)
    {
        var request = input.Request with { Filter = input.Request.Filter.Within(caller) };
        if (caller.Scope?.MaxHitsPerPage is not { } most || request.HitsPerPage <= most)
            return input with { Request = request };
        return input with
        {
            Request = request with { HitsPerPage = most },
            Warnings = [.. input.Warnings, $"The key allows {most} hits a page."],
        };
    }

    /// <summary>The suggestions within the caller's scope.</summary>
    public static SuggestInput Within(this SuggestInput input, Caller caller) =>
        input with
        {
            Request = input.Request with { Filter = input.Request.Filter.Within(caller) },
        };

    /// <summary>The related works within the caller's scope.</summary>
    public static RelatedInput Within(this RelatedInput input, Caller caller) =>
        input with
        {
            Request = input.Request with { Filter = input.Request.Filter.Within(caller) },
        };

    private static RecordFilter Within(this RecordFilter filter, Caller caller) =>
        caller.Filter is null ? filter : filter with { Scope = caller.Filter };
}
