using System.Runtime.InteropServices;

namespace Search.Engine.Suggesting;

/// <summary>A phrase as it stands in one text.</summary>
/// <param name="Hash">The same for the same words joined by the same signs.</param>
/// <param name="Topic">The topic that it is; -1 in a title.</param>
/// <param name="FirstWord">The word of the text that it begins with.</param>
/// <param name="Words">How many words it has.</param>
internal readonly record struct CutPhrase(ulong Hash, int Topic, int FirstWord, int Words);

/// <summary>Cuts the phrases out of titles and topics: one to three units (<see cref="PhraseMarks"/>) that say something.</summary>
internal sealed class PhraseCutter(WordNumbers numbers)
{
    private const int MostUnits = 3;
    private const int MostWords = 8;

    private readonly List<CutPhrase> phrases = [];

    /// <summary>What was cut since <see cref="Clear"/>; good until the next call.</summary>
    public ReadOnlySpan<CutPhrase> Phrases => CollectionsMarshal.AsSpan(phrases);

    public void Clear() => phrases.Clear();

    /// <summary>Adds all phrases of a title.</summary>
    public void CutTitle(ReadOnlySpan<int> words, ReadOnlySpan<byte> marks)
    {
        for (var first = 0; first < words.Length; first++)
        {
            if (!PhraseMarks.StartsUnit(marks[first]))
                continue;
            var end = first;
            for (var units = 1; units <= MostUnits; units++)
            {
                end = EndOfUnit(end, marks);
                Take(words, marks, first, end, units, topic: -1);
                if (end == words.Length || PhraseMarks.IsParted(marks[end]) || end - first >= MostWords)
                    break;
            }
        }
    }

    /// <summary>Adds a topic, if it is short and in one piece.</summary>
    public void TakeTopic(ReadOnlySpan<int> words, ReadOnlySpan<byte> marks, int topic)
    {
        var end = 0;
        for (var units = 1; units <= MostUnits; units++)
        {
            end = EndOfUnit(end, marks);
            if (end == words.Length)
                Take(words, marks, 0, end, units, topic);
            if (end == words.Length || PhraseMarks.IsParted(marks[end]))
                return;
        }
    }

    private static int EndOfUnit(int first, ReadOnlySpan<byte> marks)
    {
        var end = first + 1;
        while (end < marks.Length && !PhraseMarks.StartsUnit(marks[end]))
            end++;
        return end;
    }

    private void Take(ReadOnlySpan<int> words, ReadOnlySpan<byte> marks, int first, int end, int units, int topic)
    {
        var phrase = words[first..end];
        if (phrase.Length <= MostWords && SaysSomething(phrase, marks[first..end], units))
            phrases.Add(new CutPhrase(Hash(phrase, marks[first..end]), topic, first, phrase.Length));
    }

    private bool SaysSomething(ReadOnlySpan<int> words, ReadOnlySpan<byte> marks, int units)
    {
        var all = ~WordTraits.None;
        var some = WordTraits.None;
        foreach (var word in words)
        {
            var traits = numbers.Traits(word);
            all &= traits;
            some |= traits;
        }
        if (Has(some, WordTraits.IsUnspaced) || Has(all, WordTraits.IsNumber))
            return false;
        if (units == 1)
            return !Has(all, WordTraits.IsStopWord) && (words.Length > 1 || !Has(all, WordTraits.IsShort));
        var firstIsUnit = PhraseMarks.StartsUnit(marks[1]);
        var lastIsUnit = PhraseMarks.StartsUnit(marks[^1]);
        return !(firstIsUnit && IsStopWord(words[0])) && !(lastIsUnit && IsStopWord(words[^1]));
    }

    private bool IsStopWord(int word) => Has(numbers.Traits(word), WordTraits.IsStopWord);

    private static bool Has(WordTraits traits, WordTraits wanted) => (traits & wanted) != WordTraits.None;

    private static ulong Hash(ReadOnlySpan<int> words, ReadOnlySpan<byte> marks)
    {
        var hash = 0xCBF29CE484222325UL;
        for (var place = 0; place < words.Length; place++)
        {
            var sign = (PhraseMarks.Sign(marks[place]) * 2) + (PhraseMarks.StartsUnit(marks[place]) ? 1 : 0);
            hash = (hash ^ ((ulong)words[place] << 8) ^ (uint)sign) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }
        return hash;
    }
}
