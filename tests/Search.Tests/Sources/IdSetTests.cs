using CsCheck;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class IdSetTests
{
    [Fact]
    public void Two_hundred_thousand_ids_are_added_once_each()
    {
        var set = new IdSet();

        Assert.All(Enumerable.Range(0, 200_000), number => Assert.True(set.Add($"relay-2024/{number}")));
        Assert.All(Enumerable.Range(0, 200_000), number => Assert.False(set.Add($"relay-2024/{number}")));
        Assert.All(Enumerable.Range(0, 200_000), number => Assert.True(set.Contains($"relay-2024/{number}")));
        Assert.All(Enumerable.Range(200_000, 200_000), number => Assert.False(set.Contains($"relay-2024/{number}")));
        Assert.Equal(200_000, set.Count);
    }

    [Fact]
    public void A_million_ids_take_no_more_than_fifty_bytes_each_with_all_that_was_outgrown()
    {
        // Without the texts: what is measured is the set.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var set = new IdSet();
        var texts = 0L;
        for (var number = 0; number < 1_000_000; number++)
        {
            var beforeText = GC.GetAllocatedBytesForCurrentThread();
            var id = $"relay-2024/{number}";
            texts += GC.GetAllocatedBytesForCurrentThread() - beforeText;
            set.Add(id);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before - texts, 16_000_000, 50_000_000);
    }

    [Fact]
    public void It_answers_as_a_set_of_texts_does() =>
        Gen.Select(Gen.OneOf("", "a", "b", "A", "é", "e\u0301"), Gen.Int[0, 30])
            .Array[0, 200]
            .Sample(parts =>
            {
                var set = new IdSet();
                var texts = new HashSet<string>(StringComparer.Ordinal);
                return parts.All(part =>
                    {
                        var id = $"{part.Item1}{part.Item2}";
                        return set.Contains(id) == texts.Contains(id) && set.Add(id) == texts.Add(id);
                    })
                    && set.Count == texts.Count;
            });
}
