namespace Search.Engine.Searching;

/// <summary>
/// The values that the documents of one segment have in a field, as ordinals: places in the order of the values' UTF-8.
/// Read from the postings when first asked for, so the index holds nothing more for it. Takes 4 bytes a document, 4 more for
/// each value of a record with several and for their count (passages share those of their interview), and the text of
/// each distinct value once.
/// </summary>
internal sealed class FacetColumn
{
    /// <summary>The code of a document without a value.</summary>
    public const int None = 0;

    private readonly int[] codes;
    private readonly int[] lists;
    private readonly Utf8Values values;

    /// <param name="codes">
    /// By document: <see cref="None"/>, or n for the one value n - 1, or a negative number for several: their count stands in
    /// <paramref name="lists"/> at its complement, and they behind it.
    /// </param>
    /// <param name="lists">Counts, each with as many ordinals behind it.</param>
    /// <param name="values">The distinct values in order.</param>
    public FacetColumn(int[] codes, int[] lists, Utf8Values values)
    {
        this.codes = codes;
        this.lists = lists;
        this.values = values;
    }

    /// <summary>Distinct values; ordinals are less.</summary>
    public int Count => values.Count;

    /// <summary>The UTF-8 of a value.</summary>
    public ReadOnlySpan<byte> Value(int ordinal) => values[ordinal];

    public bool HasValue(int doc) => codes[doc] != None;

    /// <summary>The ordinals of a document's values, rising.</summary>
    /// <param name="doc">In the segment.</param>
    /// <param name="single">Where the ordinal stands when it is one.</param>
    public ReadOnlySpan<int> Of(int doc, ref int single)
    {
        var code = codes[doc];
        if (code == None)
            return [];
        if (code < 0)
            return lists.AsSpan(~code + 1, lists[~code]);
        single = code - 1;
        return new ReadOnlySpan<int>(ref single);
    }
}
