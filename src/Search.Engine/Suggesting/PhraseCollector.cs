using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine.Suggesting;

/// <summary>Where a phrase stands.</summary>
/// <param name="Head">The record.</param>
/// <param name="Topic">The topic of it that the phrase is; -1 when it stands in the title.</param>
/// <param name="FirstWord">The word of the text that the phrase begins with.</param>
/// <param name="Words">How many words the phrase has.</param>
internal readonly record struct PhrasePlace(int Head, int Topic, int FirstWord, int Words);

/// <summary>
/// Finds the phrases that enough works share: one to three words of titles, and whole topics. Two passes: the first counts
/// roughly in little memory, the second exactly, and only what may be frequent enough.
/// </summary>
internal sealed class PhraseCollector(WordNumbers words, HeadList heads, WordRows titles, NameCollector topics)
{
    /// <summary>Up to so many works a phrase of two of them is worth suggesting, above, of three.</summary>
    private const int FewWorks = 1_000;

    /// <summary>In large collections a phrase must be in one work of so many, or there would be too many phrases.</summary>
    private const int WorksForOne = 50_000;

    private const int LeastCounters = 1 << 18;
    private const int MostCounters = 1 << 25;

    private readonly PhraseCutter cutter = new(words);
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<PhrasePlace> places = [];

    /// <summary>Works that a phrase must be in.</summary>
    private int LeastWorks => Math.Max(heads.Works < FewWorks ? 2 : 3, heads.Works / WorksForOne);

    /// <summary>For each record the phrases that stand in it, by number; among them some that are too rare.</summary>
    public NumberRows Uses { get; } = new();

    /// <summary>In how many works each phrase stands.</summary>
    public int[] Works { get; private set; } = [];

    /// <summary>Where a phrase stands first.</summary>
    public PhrasePlace Place(int phrase) => places[phrase];

    /// <summary>Reads all titles and topics and gives the phrases of enough works.</summary>
    public IEnumerable<int> Find(CancellationToken cancellationToken)
    {
        var rough = CountRoughly(cancellationToken);
        Collect(rough, cancellationToken);
        Works = heads.CountWorks(Uses, places.Count);
        return Enumerable.Range(0, places.Count).Where(phrase => Works[phrase] >= LeastWorks);
    }

    // Phrases whose hashes end alike share a counter, so it may be too high and never too low.
    private byte[] CountRoughly(CancellationToken cancellationToken)
    {
        const int countersPerWord = 8;
        var wanted = (uint)Math.Clamp((long)titles.Words.Total * countersPerWord, LeastCounters, MostCounters);
        var rough = new byte[BitOperations.RoundUpToPowerOf2(wanted)];
        for (var head = 0; head < heads.Count; head++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var phrase in Cut(head))
            {
                ref var count = ref CounterOf(phrase, rough);
                count += count < byte.MaxValue ? (byte)1 : (byte)0;
            }
        }
        return rough;
    }

    private void Collect(byte[] rough, CancellationToken cancellationToken)
    {
        var least = Math.Min(LeastWorks, byte.MaxValue);
        for (var head = 0; head < heads.Count; head++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var phrase in Cut(head))
            {
                if (CounterOf(phrase, rough) >= least)
                    Uses.Append(NumberOf(phrase, head));
            }
            Uses.EndRow();
        }
    }

    private int NumberOf(CutPhrase phrase, int head)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, phrase.Hash, out var isKnown);
        if (isKnown)
            return number;
        number = places.Count;
        places.Add(new PhrasePlace(head, phrase.Topic, phrase.FirstWord, phrase.Words));
        return number;
    }

    private ReadOnlySpan<CutPhrase> Cut(int head)
    {
        cutter.Clear();
        cutter.CutTitle(titles.Words[head], titles.Marks(head));
        foreach (var topic in topics.Uses[head])
            cutter.TakeTopic(topics.Rows.Words[topic], topics.Rows.Marks(topic), topic);
        return cutter.Phrases;
    }

    private static ref byte CounterOf(CutPhrase phrase, byte[] rough) =>
        ref rough[phrase.Hash & (ulong)(rough.Length - 1)];
}
