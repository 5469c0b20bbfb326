using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>Builds the suggestions of a snapshot from the titles, speakers and topics of its records.</summary>
/// <param name="snapshot">What to suggest from.</param>
/// <param name="analysis">As searches use it.</param>
/// <param name="before">Suggestions of an earlier snapshot, to save work; null when there are none.</param>
internal sealed class SuggestionIndexBuilder(IndexSnapshot snapshot, TextAnalysis analysis, SuggestionIndex? before)
{
    private const int HeadsBetweenLooks = 1_024;

    private readonly HeadList heads = new(snapshot);
    private readonly WordSplitter splitter = new(everyPlace: true);
    private readonly WordNumbers numbers = new();
    private readonly TitleCollector titles = new();
    private readonly NameCollector speakers = new();
    private readonly NameCollector topics = new();

    /// <summary>Reads every record of the snapshot once.</summary>
    public SuggestionIndex Build(CancellationToken cancellationToken)
    {
        for (var head = 0; head < heads.Count; head++)
        {
            if (head % HeadsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            Read(head);
        }
        var collector = new PhraseCollector(numbers, heads, titles.Rows, topics);
        var phrases = FindPhrases(collector, cancellationToken);
        var phraseWords = WordsOf(phrases);
        var (words, places) = numbers.Sort();
        return new SuggestionIndex(snapshot, heads, words)
        {
            Phrases = NameSet.Of(
                phraseWords.InOrder([.. Enumerable.Range(0, phrases.Count)], places),
                words,
                [.. phrases.Select(phrase => phrase.Text)],
                collector.Uses,
                [.. phrases.Select(phrase => phrase.Number)],
                collector.Works
            ),
            Talks = titles.Build(RecordKind.Talk, words, places),
            Interviews = titles.Build(RecordKind.Interview, words, places),
            Speakers = speakers.Build(heads, words, places),
            Topics = topics.Build(heads, words, places),
        };
    }

    private void Read(int head)
    {
        var doc = heads.Doc(head);
        var caption = snapshot.ReadCaption(doc);
        splitter.Split(caption.Title);
        titles.Add(caption.Title, splitter, numbers, caption.Kind, snapshot.Date(doc), snapshot.Id(doc));
        speakers.Add(caption.Speakers, splitter, numbers);
        topics.Add(caption.Topics, splitter, numbers);
    }

    // The phrases of the most works first.
    private List<(int Number, string Text)> FindPhrases(PhraseCollector collector, CancellationToken cancellationToken)
    {
        var texts = new PhraseTexts(analysis, before?.Phrases.Texts);
        var phrases = new List<(int Number, string Text)>();
        foreach (var number in collector.Find(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = collector.Place(number);
            if (texts.Of(SourceOf(place), place) is { } text)
                phrases.Add((number, text));
        }
        return
        [
            .. phrases
                .OrderByDescending(phrase => collector.Works[phrase.Number])
                .ThenBy(phrase => phrase.Text, StringComparer.Ordinal),
        ];
    }

    private string SourceOf(PhrasePlace place) =>
        place.Topic >= 0 ? topics[place.Topic] : snapshot.ReadCaption(heads.Doc(place.Head)).Title;

    private NumberRows WordsOf(List<(int Number, string Text)> phrases)
    {
        var rows = new WordRows();
        foreach (var (_, text) in phrases)
        {
            splitter.Split(text);
            rows.Add(text, splitter, numbers);
        }
        return rows.Words;
    }
}
