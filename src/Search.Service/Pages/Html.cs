using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Search.Engine.Snippets;

namespace Search.Service.Pages;

/// <summary>
/// A piece of HTML. It is written as an interpolated string: what stands in the source is markup, what is put in is
/// encoded, unless it is a piece of HTML itself. There is no other way to make one but <see cref="Trusted"/>.
/// </summary>
/// <example><c>Html.Of($"&lt;h1&gt;{title}&lt;/h1&gt;")</c></example>
internal readonly record struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    /// <summary>Markup with encoded values; attributes that take values need quotes.</summary>
    public static Html Of(ref HtmlBuilder builder) => new(builder.ToMarkup());

    /// <summary>Markup that another room has encoded: the JSON of <c>JsonLd</c>, and nothing else.</summary>
    public static Html Trusted(string encoded) => new(encoded);

    /// <summary>
    /// A text as it is shown to people: without control characters and without marks that would turn around what follows.
    /// Not for attributes that must keep every character, such as the value of a field.
    /// </summary>
    public static Html Text(string? text) => new(SnippetHtml.Of(text ?? "", []));

    /// <summary>The same with the matches marked.</summary>
    public static Html Marked(string text, IReadOnlyList<HighlightRange> ranges) => new(SnippetHtml.Of(text, ranges));

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.markup)));

    /// <inheritdoc/>
    public override string ToString() => markup ?? "";
}

/// <summary>Collects the parts of an interpolated string; the compiler calls it.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlBuilder
{
    // Letters of all languages stay as they are; the characters that HTML knows are encoded in any case.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup;

    public HtmlBuilder(int literalLength, int formattedCount) =>
        markup = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(string? text) => markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => markup.Append(number);

    public void AppendFormatted(int number, string format) =>
        markup.Append(number.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(Html piece) => markup.Append(piece.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces) => markup.Append(Html.Join(pieces).ToString());

    public string ToMarkup() => markup.ToString();
}
