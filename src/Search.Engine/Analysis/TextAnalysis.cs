using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>Text to words for everyone who is not the index itself: queries, highlights, snippets. Safe for many threads.</summary>
public sealed class TextAnalysis : IDisposable
{
    private readonly TextAnalyzer both = new(TokenForm.Both);

    /// <summary>The words of <paramref name="text"/> in order. Never throws on any text.</summary>
    public List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        using var stream = both.GetTokenStream("", text);
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

    /// <inheritdoc/>
    public void Dispose() => both.Dispose();
}
