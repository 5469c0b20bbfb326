using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>Text to words for everyone who is not the index itself: queries, highlights, snippets. Safe for many threads.</summary>
public sealed class TextAnalysis : IDisposable
{
    private readonly TextAnalyzer asWritten = new(TokenForm.Both, forIndex: false);
    private readonly TextAnalyzer asIndexed = new(TokenForm.Both);

    /// <summary>
    /// The words of <paramref name="text"/> in order, each once, as a query or a phrase wants them. Never throws on any text.
    /// </summary>
    public List<Token> Tokenize(string text) => Tokenize(asWritten, text);

    /// <summary>
    /// The same, and between them all that the index holds beside them, at the position of the word that it
    /// belongs to: what a highlighter compares a query with, since <c>realtime</c> finds <c>real-time</c>. Starts never
    /// decrease; tokens may overlap.
    /// </summary>
    public List<Token> TokenizeAsIndexed(string text) => Tokenize(asIndexed, text);

    /// <inheritdoc/>
    public void Dispose()
    {
        asWritten.Dispose();
        asIndexed.Dispose();
    }

    private static List<Token> Tokenize(TextAnalyzer analyzer, string text)
    {
        var tokens = new List<Token>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var exact = stream.AddAttribute<IExactFormAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add(new Token(offset.StartOffset, offset.EndOffset, position, exact.Form, term.ToString()));
        }
        stream.End();
        return tokens;
    }
}
