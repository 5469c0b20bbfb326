namespace Search.Engine.Sources;

/// <summary>
/// Ids made from titles, over all files found at one path: where a title comes again, the second gets <c>-2</c>, in the
/// order of the files.
/// </summary>
internal sealed class MadeIds
{
    private readonly IdSet _used = new();

    /// <summary><paramref name="id"/>, or with the first number behind it that was not given out.</summary>
    public string Next(string id)
    {
        var next = id;
        for (var number = 2; !_used.Add(next); number++)
            next = $"{id}-{number}";
        return next;
    }
}
