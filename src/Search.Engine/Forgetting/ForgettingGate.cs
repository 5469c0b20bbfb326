using Search.Engine.Sources;

namespace Search.Engine.Forgetting;

/// <summary>Stands before an import and lets through what may be kept.</summary>
internal sealed class ForgettingGate(Forgotten forgotten)
{
    /// <summary>Records that were kept out so far.</summary>
    public int KeptOut { get; private set; }

    /// <summary>The items without forgotten records, and without forgotten names in the others.</summary>
    public IEnumerable<ImportItem> Pass(IEnumerable<ImportItem> items)
    {
        foreach (var item in items)
        {
            if (item is not ImportedRecord imported)
                yield return item;
            else if (forgotten.Keep(imported.Record) is { } kept)
                yield return ReferenceEquals(kept, imported.Record) ? imported : imported with { Record = kept };
            else
                KeptOut++;
        }
    }
}
