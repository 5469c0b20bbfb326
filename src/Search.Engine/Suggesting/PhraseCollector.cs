using System.Runtime.InteropServices;

namespace Search.Engine.Suggesting;

/// <summary>A phrase of the collection.</summary>
/// <param name="Place">Where it stands first.</param>
/// <param name="Heads">The records that have it, ascending.</param>
/// <param name="Works">How many works these are.</param>
internal sealed record Phrase(PhrasePlace Place, int[] Heads, int Works);

/// <summary>Where a phrase stands first.</summary>
/// <param name="Source">The title or topic.</param>
/// <param name="FirstWord">The word of it that the phrase begins with.</param>
/// <param name="Words">How many words the phrase has.</param>
internal readonly record struct PhrasePlace(PhraseSource Source, int FirstWord, int Words);

/// <summary>A text that phrases come from.</summary>
/// <param name="Head">The record.</param>
/// <param name="Topic">A topic of it; -1 for its title.</param>
internal readonly record struct PhraseSource(int Head, int Topic);

/// <summary>
/// Finds the phrases that enough works share: one to three words of titles, and whole topics. Two passes: the first counts
/// roughly in little memory, the second exactly, and only what may be frequent enough.
/// </summary>
internal sealed class PhraseCollector(WordNumbers words, HeadList heads)
{
    private const int MostUnits = 3;
    private const int MostWords = 8;

    /// <summary>Up to so many works a phrase of two of them is worth suggesting, above, of three.</summary>
    private const int FewWorks = 1_000;

    /// <summary>In large collections a phrase must be in one work of so many, or there would be too many phrases.</summary>
    private const int WorksForOne = 50_000;

    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<PhrasePlace> places = [];
    private readonly List<(int Phrase, int Head)> uses = [];
    private byte[] rough = [];

    /// <summary>Works that a phrase must be in.</summary>
    public int LeastWorks { get; } = Math.Max(heads.Works < FewWorks ? 2 : 3, heads.Works / WorksForOne);

    /// <summary>Counts roughly: never too low.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="totalWords">How many words they have together.</param>
    public void CountRoughly(IEnumerable<PhraseText> texts, int totalWords)
    {
        const int fewest = 1 << 16;
        const int most = 1 << 25;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(totalWords, fewest, most / 8));
        rough = new byte[size * 8];
        foreach (var text in texts)
        {
            foreach (var phrase in PhrasesOf(text))
            {
                ref var count = ref rough[phrase.Hash & (ulong)(rough.Length - 1)];
                count += count < byte.MaxValue ? (byte)1 : (byte)0;
            }
        }
    }

    /// <summary>Notes the use of phrases that may be frequent enough; by record.</summary>
    public void Collect(IEnumerable<PhraseText> texts)
    {
        var least = Math.Min(LeastWorks, byte.MaxValue);
        foreach (var text in texts)
        {
            foreach (var (hash, first, count) in PhrasesOf(text))
            {
                if (rough[hash & (ulong)(rough.Length - 1)] < least)
                    continue;
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, hash, out var isKnown);
                if (!isKnown)
                {
                    number = places.Count;
                    places.Add(new PhrasePlace(text.Source, first, count));
                }
                uses.Add((number, text.Source.Head));
            }
        }
        rough = [];
    }

    /// <summary>The phrases of enough works, with the records of each.</summary>
    public IReadOnlyList<Phrase> Frequent()
    {
        var byPhrase = Postings.Of(places.Count, CollectionsMarshal.AsSpan(uses));
        var frequent = new List<Phrase>();
        for (var number = 0; number < places.Count; number++)
        {
            var works = heads.CountWorks(byPhrase[number]);
            if (works >= LeastWorks)
                frequent.Add(new Phrase(places[number], byPhrase[number].ToArray(), works));
        }
        return frequent;
    }

    private IEnumerable<(ulong Hash, int First, int Words)> PhrasesOf(PhraseText text)
    {
        for (var first = 0; first < text.Words.Length; first++)
        {
            if (!PhraseMarks.StartsUnit(text.Marks.Span[first]))
                continue;
            var units = 0;
            for (var end = first + 1; end <= text.Words.Length && end - first <= MostWords; end++)
            {
                var isWhole = end == text.Words.Length || PhraseMarks.StartsUnit(text.Marks.Span[end]);
                if (isWhole && IsPhrase(text, first, end, ++units))
                    yield return (Hash(text, first, end), first, end - first);
                if (isWhole && (units == MostUnits || end == text.Words.Length))
                    break;
                if (isWhole && PhraseMarks.IsParted(text.Marks.Span[end]))
                    break;
            }
            if (text.Source.Topic >= 0)
                break;
        }
    }

    private bool IsPhrase(PhraseText text, int first, int end, int units)
    {
        if (text.Source.Topic >= 0 && end < text.Words.Length)
            return false;
        var all = ~WordTraits.None;
        var some = WordTraits.None;
        for (var place = first; place < end; place++)
        {
            var traits = words.Traits(text.Words.Span[place]);
            all &= traits;
            some |= traits;
        }
        if (some.HasFlag(WordTraits.IsUnspaced) || all.HasFlag(WordTraits.IsNumber))
            return false;
        if (units == 1)
            return !all.HasFlag(WordTraits.IsStopWord) && (end > first + 1 || !all.HasFlag(WordTraits.IsShort));
        return !IsStopUnit(text, first, end, first) && !IsStopUnit(text, first, end, end - 1);
    }

    // A stop word that is a unit by itself, at the border of a phrase.
    private bool IsStopUnit(PhraseText text, int first, int end, int place)
    {
        var isAlone =
            PhraseMarks.StartsUnit(text.Marks.Span[place])
            && (place + 1 >= end || PhraseMarks.StartsUnit(text.Marks.Span[place + 1]));
        return isAlone && words.Traits(text.Words.Span[place]).HasFlag(WordTraits.IsStopWord);
    }

    private static ulong Hash(PhraseText text, int first, int end)
    {
        var hash = 0xCBF29CE484222325UL;
        for (var place = first; place < end; place++)
        {
            var mark = text.Marks.Span[place];
            var sign = (PhraseMarks.Sign(mark) * 2) + (PhraseMarks.StartsUnit(mark) ? 1 : 0);
            hash = (hash ^ ((ulong)text.Words.Span[place] << 8) ^ (uint)sign) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }
        return hash;
    }
}

/// <summary>A text that phrases are looked for in.</summary>
/// <param name="Source">What it is.</param>
/// <param name="Words">The numbers of its words.</param>
/// <param name="Marks">For each word its <see cref="PhraseMarks"/>.</param>
internal readonly record struct PhraseText(PhraseSource Source, ReadOnlyMemory<int> Words, ReadOnlyMemory<byte> Marks);
