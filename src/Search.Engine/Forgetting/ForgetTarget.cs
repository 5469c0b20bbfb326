namespace Search.Engine.Forgetting;

/// <summary>What is to be forgotten.</summary>
public sealed record ForgetTarget
{
    private ForgetTarget(ForgottenKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    internal ForgottenKind Kind { get; }

    /// <summary>The id, or the name.</summary>
    public string Text { get; }

    /// <summary>A record, by its id.</summary>
    public static ForgetTarget Record(string id) => new(ForgottenKind.Record, id);

    /// <summary>A person by name; null when the name has no letter by which it could be known again.</summary>
    public static ForgetTarget? Speaker(string name) =>
        NameWord.Of(name).Count > 0 ? new ForgetTarget(ForgottenKind.Speaker, name) : null;

    /// <summary>Whether a text names it: the person, or the record by its id.</summary>
    internal Func<string, bool> Finder()
    {
        if (Kind == ForgottenKind.Record)
            return text => text.Contains(Text, StringComparison.OrdinalIgnoreCase);
        byte[] anySecret = [0];
        return new ForgottenNames([ForgottenEntry.OfSpeaker(Text, anySecret, default)], anySecret).AreIn;
    }
}

/// <summary>What was done to forget something.</summary>
public sealed record ForgetSummary
{
    /// <summary>Records that are gone from what is served, by id.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Records that stayed without the name, by id.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Older generations in which the same was done.</summary>
    public IReadOnlyList<string> Generations { get; init; } = [];

    /// <summary>Older generations that could not be read, and were deleted for that.</summary>
    public IReadOnlyList<string> Discarded { get; init; } = [];

    /// <summary>Counted queries that named it, and are gone too.</summary>
    public int Queries { get; init; }
}
