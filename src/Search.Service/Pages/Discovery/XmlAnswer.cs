using System.Text;
using System.Xml;
using Microsoft.Net.Http.Headers;
using Search.Service.Api;

namespace Search.Service.Pages.Discovery;

/// <summary>Answers with an XML document.</summary>
/// <param name="contentType">Its type.</param>
/// <param name="write">Writes it.</param>
internal sealed class XmlAnswer(string contentType, Action<XmlWriter> write) : IResult
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "",
        NewLineChars = "\n",
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, Settings))
            write(xml);
        var response = httpContext.Response;
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var tag = new EntityTagHeaderValue(AnswerTag.OfContent(bytes.Span).Tag, isWeak: true);
        response.Headers.ETag = tag.ToString();
        var isKnown = httpContext
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = $"{contentType}; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>A text without the characters that XML cannot hold at all.</summary>
    public static string Clean(string text)
    {
        var isClean = !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && text.All(XmlConvert.IsXmlChar);
        if (isClean)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        }
        return clean.ToString();
    }
}
