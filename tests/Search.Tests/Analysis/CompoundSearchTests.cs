namespace Search.Tests.Analysis;

/// <summary>Which way to write a compound finds which. Each text stands in an index of its own with the words apart.</summary>
public sealed class CompoundSearchTests
{
    [Theory]
    [InlineData("real-time", "real time", "realtime")]
    [InlineData("micro-services", "micro services", "microservices")]
    [InlineData("data-base", "data base", "database")]
    [InlineData("open-source", "open source", "opensource")]
    [InlineData("back-end", "back end", "backend")]
    [InlineData("key-value", "key value", "keyvalue")]
    [InlineData("Java-Script", "Java Script", "JavaScript")]
    [InlineData("Python-3", "Python 3", "Python3")]
    [InlineData("e-mail", "e mail", "email")]
    [InlineData("Node-js", "Node js", "NodeJS", "Node.js")]
    [InlineData("pub-sub", "pub sub", "pubsub", "pub/sub")]
    [InlineData("exactly-once", "exactly once", "exactlyonce")]
    [InlineData("snake-case", "snake case", "snakecase", "snake_case")]
    [InlineData("HTTP-4", "HTTP 4", "HTTP4", "HTTP/4")]
    public void All_ways_to_write_a_compound_find_each_other(params string[] forms)
    {
        foreach (var written in forms)
        {
            foreach (var typed in forms)
                Assert.True(IsFound(written, typed), $"{typed} does not find {written}");
        }
    }

    [Theory]
    [InlineData("set-up", "setup", true)]
    [InlineData("setup", "set up", true)]
    [InlineData("setup", "set-up", true)]
    [InlineData("set up", "setup", false)] // a verb, as a rule
    [InlineData("online", "on-line", true)]
    [InlineData("online", "on line", false)]
    [InlineData("not able", "notable", false)]
    [InlineData("notable", "not able", false)]
    [InlineData("time, real", "realtime", false)]
    [InlineData("real. Time", "realtime", true)] // neighbours, whatever stands between
    [InlineData("20 24", "2024", false)]
    [InlineData("2024", "20 24", false)]
    [InlineData("2024", "20-24", false)]
    [InlineData("real-time-based", "real time", true)]
    [InlineData("real-time/batch", "realtime", true)]
    [InlineData("入 門", "入門", false)]
    public void What_is_no_compound_is_not_found(string written, string typed, bool found) =>
        Assert.Equal(found, IsFound(written, typed));

    [Theory]
    [InlineData("real-time systems", "real time systems", true)]
    [InlineData("real time systems", "real-time systems", true)]
    [InlineData("real-time systems", "time systems", true)]
    [InlineData("modern real-time systems", "modern real", true)]
    [InlineData("realtime systems", "real time systems", false)] // quoted text is meant as it is written
    [InlineData("real-time systems", "realtime", false)]
    [InlineData("real-time systems", "real systems", false)]
    [InlineData("systems run", "system runs", false)]
    [InlineData("TCP/IP stack", "tcp/ip stack", true)]
    [InlineData("Node.js streams now", "node.js streams", true)]
    [InlineData("C#/.NET work", "c# .net work", true)]
    [InlineData("runs at least once a week", "once a week", true)]
    [InlineData("runs at least once a week", "runs at", true)]
    [InlineData("runs at least once a week", "at least once a week", true)]
    [InlineData("runs at-least-once", "at least once", true)]
    [InlineData("the p value below", "value below", true)]
    [InlineData("Mac OS X Server", "os x server", true)]
    [InlineData("C#'s types", "c# types", true)]
    [InlineData("don’t panic", "don't panic", true)]
    [InlineData("Siobhán O’Dwyer said", "siobhan o'dwyer", true)]
    [InlineData("to be or not to be", "to be or not", true)]
    [InlineData("Kubernetes入門 guide", "入門 guide", true)]
    [InlineData("日本語入門書", "語入門", true)]
    [InlineData("日本語入門書", "本", true)]
    [InlineData("日本語入門書", "日入", false)]
    [InlineData("대한민국에서", "민국", true)]
    [InlineData("ภาษาไทยง่ายมาก", "ไทย", true)]
    [InlineData("a\uA66Eb", "a b", false)]
    [InlineData("first part \uA66E second part", "part second", false)]
    public void A_phrase_is_found_by_neighbouring_words(string written, string quoted, bool found)
    {
        using var index = new AnalyzedIndex(written);
        Assert.Equal(found, index.FindPhrase(quoted).Count == 1);
    }

    private static bool IsFound(string written, string typed)
    {
        const string others = "micro, services; data. base (back) end";
        using var index = new AnalyzedIndex(written, others);
        return index.Find(typed).Contains(written);
    }
}
