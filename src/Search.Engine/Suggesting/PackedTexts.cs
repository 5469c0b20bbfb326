namespace Search.Engine.Suggesting;

/// <summary>Many short texts in one array: a string each would cost 24 bytes more and a look elsewhere.</summary>
internal sealed class PackedTexts
{
    private readonly char[] letters;
    private readonly int[] starts;

    /// <summary>Keeps these texts in this order.</summary>
    public PackedTexts(IReadOnlyCollection<string> texts)
    {
        letters = new char[texts.Sum(text => text.Length)];
        starts = new int[texts.Count + 1];
        var number = 0;
        foreach (var text in texts)
        {
            text.CopyTo(letters.AsSpan(starts[number]));
            starts[number + 1] = starts[number] + text.Length;
            number++;
        }
    }

    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int number] => letters.AsSpan(starts[number], starts[number + 1] - starts[number]);

    /// <summary>The texts in their order.</summary>
    public IEnumerable<string> All() => Enumerable.Range(0, Count).Select(number => this[number].ToString());

    /// <summary>Memory in bytes.</summary>
    public long Size => (2L * letters.Length) + (4L * starts.Length);
}
