using Search.Engine.Suggesting;

namespace Search.Tests.Suggesting;

public sealed class WordSplitterTests
{
    [Theory]
    [InlineData("Siobhán O'Dwyer", "siobhan|o|dwyer")]
    [InlineData("Don't stop, we're", "dont|stop|we|re")]
    [InlineData("L'été", "l|ete")]
    [InlineData("C# C++ F#, a+b", "c#|c++|f#|a|b")]
    [InlineData("#hashtag .NET Node.js", "hashtag|net|node|js")]
    [InlineData("at-least-once CI/CD", "at|least|once|ci|cd")]
    [InlineData("Ｆｕｌｌ １２ ①", "full|12|1")]
    [InlineData("Straße Łódź Œuvre", "strasse|lodz|oeuvre")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen|zero|width")]
    [InlineData("全文検索", "全文検索|文検索|検索|索")]
    [InlineData("Python入門", "python|入門|門")]
    [InlineData("🚀 launch", "🚀|launch")]
    [InlineData("?!… - \0 \uFFFE", "")]
    [InlineData("", "")]
    public void A_text_becomes_words(string text, string words) => Assert.Equal(words, Split(text, everyPlace: true));

    [Theory]
    [InlineData("全文検索", "全文検索")]
    [InlineData("一二三四五六七八九十", "一二三四五六七八|九十")]
    public void What_is_typed_without_spaces_is_one_word_or_a_few(string text, string words) =>
        Assert.Equal(words, Split(text, everyPlace: false));

    [Theory]
    [InlineData("쿱", "쿠버네티스")]
    [InlineData("ㅋ", "쿠버네티스")]
    [InlineData("코", "쾅")]
    [InlineData("갑", "값")]
    public void Korean_matches_at_every_key(string typed, string word) =>
        Assert.StartsWith(Split(typed, everyPlace: false), Split(word, everyPlace: true), StringComparison.Ordinal);

    [Theory]
    [InlineData("Müller", 2, "Mü")]
    [InlineData("Mu\u0308ller", 2, "Mu\u0308")]
    [InlineData("Straße", 5, "Straß")] // half of ß
    [InlineData("쿠버", 1, "쿠")]
    [InlineData("Cafe\u0301", 4, "Cafe\u0301")]
    [InlineData("abc def", 3, "abc")]
    public void The_end_of_some_letters_is_never_inside_a_character(string text, int length, string expected)
    {
        var splitter = new WordSplitter(everyPlace: true);
        splitter.Split(text);
        Assert.Equal(expected, text[..splitter.EndOf(splitter.Words[0], length)]);
    }

    [Fact]
    public void A_word_of_a_machine_is_known_by_its_beginning()
    {
        var splitter = new WordSplitter(everyPlace: true);
        splitter.Split(new string('x', 1_000) + " y");
        Assert.Equal([64, 1], splitter.Words.Select(word => word.Length));
        Assert.Equal(1_000, splitter.Words[0].End);
    }

    private static string Split(string text, bool everyPlace)
    {
        var splitter = new WordSplitter(everyPlace);
        splitter.Split(text);
        return string.Join('|', splitter.Words.Select(word => splitter.Letters(word).ToString()));
    }
}
