using Search.Engine.Analysis;

namespace Search.Engine.Snippets;

/// <summary>Unstemmed words that must stand at given distances from each other.</summary>
internal sealed class PhraseTerm
{
    private readonly Slot[] slots;

    private PhraseTerm(Slot[] slots) => this.slots = slots;

    /// <summary>The forms that the first word may have.</summary>
    public IReadOnlyList<string> FirstForms => slots[0].Forms;

    /// <summary>The stems of all words, for their weights; one a place.</summary>
    public IEnumerable<string> Stems => slots.Select(slot => slot.Stem);

    /// <summary>The phrase that these words make; null when there are none. Words at one position are alternatives.</summary>
    public static PhraseTerm? Of(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0)
            return null;
        var first = tokens[0].Position;
        var places = tokens
            .GroupBy(token => token.Position)
            .Select(place => new Slot(
                place.Key - first,
                [.. place.Select(token => token.Exact).Distinct(StringComparer.Ordinal)],
                place.First().Stem
            ));
        return new PhraseTerm([.. places]);
    }

    /// <summary>Whether the phrase stands in the text with <paramref name="first"/> as its first word, and from where to where.</summary>
    public bool StandsAt(ReadOnlySpan<Token> tokens, int first, out HighlightRange range)
    {
        range = new HighlightRange(tokens[first].Start, tokens[first].End);
        var next = first;
        foreach (var slot in slots.AsSpan(1))
        {
            var position = tokens[first].Position + slot.Offset;
            while (next < tokens.Length && tokens[next].Position < position)
                next++;
            if (!TryFind(tokens, next, position, slot.Forms, out var found))
                return false;
            range = new HighlightRange(Math.Min(range.Start, found.Start), Math.Max(range.End, found.End));
        }
        return true;
    }

    private static bool TryFind(ReadOnlySpan<Token> tokens, int from, int position, string[] forms, out Token found)
    {
        for (var i = from; i < tokens.Length && tokens[i].Position == position; i++)
        {
            found = tokens[i];
            if (Array.IndexOf(forms, found.Exact) >= 0)
                return true;
        }
        found = default;
        return false;
    }

    private readonly record struct Slot(int Offset, string[] Forms, string Stem);
}
