using CsCheck;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Snippets;
using Search.Engine.Suggesting;
using Search.Tests.Searching;
using Search.Tests.Snippets;

namespace Search.Tests.Suggesting;

/// <summary>What holds for every text and every filter, on invented records.</summary>
public sealed class SuggestionPropertyTests
{
    private const int TextsPerCollection = 300;

    private static readonly Gen<string> Known = Gen.OneOf([
        .. RandomRecords.Words,
        .. RandomRecords.Topics,
        .. RandomRecords.Speakers,
    ]);

    /// <summary>The beginning of something that is in the collection, right or with a letter wrong, or anything.</summary>
    private static readonly Gen<string> Typed = Gen.Frequency(
        (
            6,
            Gen.Select(
                Known.Array[1, 3],
                Gen.Int[0, 30],
                (words, length) =>
                {
                    var text = string.Join(' ', words);
                    return text[..Math.Min(length, text.Length)];
                }
            )
        ),
        (2, Gen.Select(Known, Gen.Int[0, 6], (word, place) => word.Length > place ? word.Remove(place, 1) : word)),
        (2, AnyText.Any)
    );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_suggestion_leads_to_what_it_says_under_the_filter(int seed)
    {
        using var collection = new Collection();
        Fill(collection, seed);
        var engine = collection.Engine;
        Gen.Select(Typed, RandomSearches.All, Gen.Int[1, 20])
            .Sample(
                (typed, search, limit) =>
                {
                    var filter = search.Request.Filter;
                    var request = new SuggestRequest
                    {
                        Query = typed,
                        Filter = filter,
                        Limit = limit,
                    };
                    foreach (var group in engine.Suggest(request).Groups)
                    {
                        Assert.InRange(group.Items.Count, 1, limit);
                        Assert.All(group.Items, item => Check(engine, filter, group.Kind, item));
                    }
                },
                iter: TextsPerCollection
            );
    }

    [Fact]
    public void Any_text_is_answered_with_ranges_inside_the_suggestions()
    {
        using var collection = new Collection();
        Fill(collection, 3);
        var texts = Gen.Select(AnyText.Any, AnyText.Any, (title, topic) => (title, topic)).Array[20];
        collection.Import(
            "any",
            new ImportOptions(),
            texts.Single(_ => true, "0N0XIzNsQ0O2").Select((text, n) => AnyTalk(n, text.title, text.topic))
        );
        var engine = collection.Engine;
        AnyText.Any.Sample(
            typed =>
            {
                foreach (
                    var item in engine.Suggest(new SuggestRequest { Query = typed }).Groups.SelectMany(g => g.Items)
                )
                    CheckRanges(item.Text, item.Ranges);
            },
            iter: TextsPerCollection
        );
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("#")]
    [InlineData("c#")]
    [InlineData("'")]
    [InlineData("a'b")]
    [InlineData("\0")]
    [InlineData("\u0301")]
    [InlineData("全")]
    [InlineData("é")]
    [InlineData("쾅")]
    public void A_hundred_thousand_characters_are_answered(string piece) => AskAtLength(piece);

    [Fact]
    public void A_hundred_thousand_halves_of_surrogate_pairs_are_answered() => AskAtLength("\uD83D");

    private static void AskAtLength(string piece)
    {
        using var collection = new Collection();
        Fill(collection, 4);
        var typed = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        Assert.Equal(typed, collection.Engine.Suggest(new SuggestRequest { Query = typed }).Query);
    }

    [Fact]
    public void Every_title_is_suggested_by_its_words()
    {
        using var collection = new Collection();
        foreach (var record in Fill(collection, 5).Take(100))
        {
            var kind = record is Engine.Documents.Talk ? SuggestionKind.Talk : SuggestionKind.Interview;
            Assert.Contains(record.Title, collection.Suggest(kind, record.Title));
        }
    }

    private static void Check(SearchEngine engine, RecordFilter filter, SuggestionKind kind, Suggestion item)
    {
        CheckRanges(item.Text, item.Ranges);
        switch (kind)
        {
            case SuggestionKind.Query:
                Assert.NotEqual(0, Search(engine, item.Text, filter).TotalHits);
                break;
            case SuggestionKind.Speaker:
                var speaker = new RecordFilter { Speakers = [item.Text] };
                Assert.Equal(Works(engine, filter, speaker), item.TotalHits);
                break;
            case SuggestionKind.Topic:
                var topic = new RecordFilter { Topics = [item.Text] };
                Assert.Equal(Works(engine, filter, topic), item.TotalHits);
                break;
            default:
                Assert.Contains(item.Id!, Records(engine, filter));
                Assert.Equal(item.Text, engine.Find(item.Id!)!.Record.Title);
                break;
        }
    }

    // Both filters must hold, so works are counted that have a record in both answers.
    private static int Works(SearchEngine engine, RecordFilter one, RecordFilter other)
    {
        var common = Records(engine, one).Intersect(Records(engine, other), StringComparer.Ordinal);
        return common
            .Select(id => engine.Find(id)!.Also.Select(form => form.Id).Append(id).Min(StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Count();
    }

    private static HashSet<string> Records(SearchEngine engine, RecordFilter filter)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var request = new SearchRequest
            {
                Filter = filter,
                Group = HitGroup.Record,
                HitsPerPage = 100,
                Page = page,
            };
            var hits = engine.Search(request, TestContext.Current.CancellationToken).Hits;
            if (hits.Count == 0)
                return ids;
            ids.UnionWith(hits.Select(hit => hit.Record.Id));
        }
    }

    private static SearchResponse Search(SearchEngine engine, string query, RecordFilter filter) =>
        engine.Search(
            new SearchRequest
            {
                Query = query,
                Filter = filter,
                CorrectSpelling = false,
            },
            TestContext.Current.CancellationToken
        );

    private static void CheckRanges(string text, IReadOnlyList<HighlightRange> ranges)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            Assert.InRange(range.Start, end, text.Length - 1);
            Assert.InRange(range.End, range.Start + 1, text.Length);
            Assert.False(
                char.IsLowSurrogate(text[range.Start]) && range.Start > 0 && char.IsHighSurrogate(text[range.Start - 1])
            );
            end = range.End;
        }
    }

    private static List<Record> Fill(Collection collection, int seed)
    {
        var random = new RandomRecords(seed);
        var first = random.Works(0, 100);
        collection.Import(first);
        List<Record> second = [.. first.Where((_, index) => index % 5 != 0), .. random.Works(100, 100)];
        second = [.. second.Select((record, index) => index % 7 == 0 ? random.Changed(record) : record)];
        collection.Import("test", new ImportOptions { Prune = true }, second);
        return second;
    }

    private static Record AnyTalk(int number, string title, string topic) =>
        Collection.Talk($"any{number}", $"Raft {title}", topics: [$"log {topic}"], speakers: [$"leader {topic}"]);
}
