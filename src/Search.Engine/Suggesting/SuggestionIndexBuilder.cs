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
        var phrases = FindPhrases(cancellationToken);
        var rows = new WordRows();
        foreach (var (text, _) in phrases)
        {
            splitter.Split(text);
            rows.Add(text, splitter, numbers);
        }
        var (words, places) = numbers.Sort();
        return new SuggestionIndex(snapshot, heads, words)
        {
            Phrases = BuildPhrases(phrases, rows, words, places),
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
        foreach (var speaker in caption.Speakers)
            speakers.Add(speaker, head, splitter, numbers);
        foreach (var topic in caption.Topics)
            topics.Add(topic, head, splitter, numbers);
    }

    // The phrases of the most works first.
    private List<(string Text, Phrase Phrase)> FindPhrases(CancellationToken cancellationToken)
    {
        var collector = new PhraseCollector(numbers, heads);
        collector.CountRoughly(PhraseSources(), titles.Rows.TotalWords);
        cancellationToken.ThrowIfCancellationRequested();
        collector.Collect(PhraseSources());
        cancellationToken.ThrowIfCancellationRequested();
        var texts = new PhraseTexts(analysis, before?.Phrases.Texts);
        var phrases = new List<(string Text, Phrase Phrase)>();
        foreach (var phrase in collector.Frequent())
        {
            if (texts.Of(TextOf(phrase.Place.Source), phrase.Place) is { } text)
                phrases.Add((text, phrase));
        }
        return
        [
            .. phrases.OrderByDescending(pair => pair.Phrase.Works).ThenBy(pair => pair.Text, StringComparer.Ordinal),
        ];
    }

    // By record, so that records stand in order behind each phrase.
    private IEnumerable<PhraseText> PhraseSources()
    {
        var use = 0;
        for (var head = 0; head < heads.Count; head++)
        {
            yield return new PhraseText(new PhraseSource(head, -1), titles.Rows.Words(head), titles.Rows.Marks(head));
            for (; use < topics.Uses.Count && topics.Uses[use].Head == head; use++)
            {
                var topic = topics.Uses[use].Name;
                yield return new PhraseText(
                    new PhraseSource(head, topic),
                    topics.Rows.Words(topic),
                    topics.Rows.Marks(topic)
                );
            }
        }
    }

    private string TextOf(PhraseSource source) =>
        source.Topic >= 0 ? topics[source.Topic] : snapshot.ReadCaption(heads.Doc(source.Head)).Title;

    private static NameSet BuildPhrases(
        List<(string Text, Phrase Phrase)> phrases,
        WordRows rows,
        WordList words,
        int[] places
    )
    {
        var uses = new List<(int, int)>();
        for (var number = 0; number < phrases.Count; number++)
        {
            foreach (var head in phrases[number].Phrase.Heads)
                uses.Add((number, head));
        }
        return new NameSet(
            new SuggestionTable(rows.InOrder([.. Enumerable.Range(0, phrases.Count)], places), words.Count),
            new PackedTexts([.. phrases.Select(pair => pair.Text)]),
            Postings.Of(phrases.Count, [.. uses]),
            [.. phrases.Select(pair => pair.Phrase.Works)]
        );
    }
}
