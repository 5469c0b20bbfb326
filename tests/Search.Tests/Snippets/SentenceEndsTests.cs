using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class SentenceEndsTests
{
    [Theory]
    [InlineData("One two. Three four.", "One two.|Three four.")]
    [InlineData("Really? Yes! Good… Then", "Really?|Yes!|Good…|Then")]
    [InlineData("He said \"go.\" Then (he left.) We stayed", "He said \"go.\"|Then (he left.)|We stayed")]
    [InlineData("Caches, e.g. Redis, i.e. Fast ones, vs. Disks", "Caches, e.g. Redis, i.e. Fast ones, vs. Disks")]
    [InlineData(
        "Dr. Ada and J. Smith, Ph.D. Student, of the U.S. Army",
        "Dr. Ada and J. Smith, Ph.D. Student, of the U.S. Army"
    )]
    [InlineData("We moved to v1.2. Then node.js. Then", "We moved to v1.2.|Then node.js.|Then")]
    [InlineData("Using v1.2 and Node.js and 3.14 Now", "Using v1.2 and Node.js and 3.14 Now")]
    [InlineData("Was it fast? No. We saw No. 5 though.", "Was it fast?|No.|We saw No. 5 though.")]
    [InlineData("It works... mostly. Yahoo! has it", "It works... mostly.|Yahoo! has it")]
    [InlineData("Logs, queues, etc. We end", "Logs, queues, etc.|We end")]
    [InlineData("So did I. Then", "So did I.|Then")]
    [InlineData("A heading\n\nthen text", "A heading|then text")]
    [InlineData("A heading\u2029then\fthen", "A heading|then|then")]
    [InlineData("a wrapped\nline goes\r\non", "a wrapped\nline goes\r\non")]
    [InlineData("You learn:\n- one\n- two\n3. three", "You learn:|- one|- two|3. three")]
    [InlineData("速い。強い！それ", "速い。|強い！|それ")]
    [InlineData("「速い。」強い", "「速い。」|強い")]
    [InlineData("هل هو سريع؟ نعم", "هل هو سريع؟|نعم")]
    [InlineData(".", ".")]
    [InlineData("... . ?", "...|.|?")]
    public void A_text_is_cut_into_sentences(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences(text)));

    private static IEnumerable<string> Sentences(string text)
    {
        var words = TextWords.Of(text, new SnippetSize(30));
        var starts = Enumerable.Range(0, words.Count).Where(i => words[i].StartsSentence).Append(words.Count).ToList();
        return starts.Zip(starts.Skip(1), (from, to) => text[words[from].Start..words[to - 1].End]);
    }
}
