using Search.Engine.Analysis;

namespace Search.Engine.Snippets;

/// <summary>Words that must stand at given distances from each other, all compared unstemmed or all by their stems.</summary>
internal sealed class PhraseTerm
{
    private readonly Slot[] slots;
    private readonly bool stemmed;

    private PhraseTerm(Slot[] slots, bool stemmed) => (this.slots, this.stemmed) = (slots, stemmed);

    /// <summary>The forms that the first word may have.</summary>
    public IReadOnlyList<string> FirstForms => slots[0].Forms;

    /// <summary>The stems of all words, for their weights; one a place.</summary>
    public IEnumerable<string> Stems => slots.Select(slot => slot.Stem);

    /// <summary>
    /// The phrase that these words make, unstemmed; null when there are none. Words at one position are alternatives; one
    /// without an unstemmed form is not for phrases.
    /// </summary>
    public static PhraseTerm? Of(IReadOnlyList<Token> tokens)
    {
        var places = tokens
            .Where(token => token.Exact.Length > 0)
            .GroupBy(token => token.Position)
            .Select(place => new Slot(
                place.Key - tokens[0].Position,
                [.. place.Select(token => token.Exact).Distinct(StringComparer.Ordinal)],
                place.First().Stem
            ))
            .ToArray();
        return places.Length == 0 ? null : new PhraseTerm(places, stemmed: false);
    }

    /// <summary>Neighbouring words with these stems; null when there are none.</summary>
    public static PhraseTerm? OfStems(IReadOnlyList<string> stems) =>
        stems.Count == 0
            ? null
            : new PhraseTerm([.. stems.Select((stem, i) => new Slot(i, [stem], stem))], stemmed: true);

    /// <summary>Whether the phrase stands in the text with <paramref name="first"/> as its first word, and from where to where.</summary>
    public bool StandsAt(ReadOnlySpan<Token> tokens, int first, out HighlightRange range)
    {
        range = new HighlightRange(tokens[first].Start, tokens[first].End);
        var next = first;
        foreach (var slot in slots.AsSpan(1))
        {
            var position = tokens[first].Position + slot.Offset - slots[0].Offset;
            while (next < tokens.Length && tokens[next].Position < position)
                next++;
            if (!TryFind(tokens, next, position, slot.Forms, out var found))
                return false;
            range = new HighlightRange(Math.Min(range.Start, found.Start), Math.Max(range.End, found.End));
        }
        return true;
    }

    private bool TryFind(ReadOnlySpan<Token> tokens, int from, int position, string[] forms, out Token found)
    {
        for (var i = from; i < tokens.Length && tokens[i].Position == position; i++)
        {
            found = tokens[i];
            if (Array.IndexOf(forms, stemmed ? found.Stem : found.Exact) >= 0)
                return true;
        }
        found = default;
        return false;
    }

    private readonly record struct Slot(int Offset, string[] Forms, string Stem);
}
