using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Search.Service.Access;
using Search.Service.Problems;

namespace Search.Service.Writing;

/// <summary>The header <c>Idempotency-Key</c>: whoever sends a request again with it gets the answer of the first time.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    private const int Longest = 255;

    /// <summary>Null when there is none; a problem when there is one that cannot be used.</summary>
    public static (IdempotentRequest? Idempotent, Problem? Problem) Read(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var sent = request.Headers[Name];
        if (sent.Count == 0)
            return (null, null);
        var key = sent.ToString().Trim().Trim('"');
        if (sent.Count > 1 || key.Length is 0 or > Longest || !key.All(c => c is > ' ' and <= '~'))
        {
            var detail = $"{Name} must be 1 to {Longest} visible ASCII characters, such as a UUID.";
            return (null, Problem.Of([ParameterFault.Invalid(Name, detail)]));
        }
        var caller = Caller.Of(request.HttpContext).Name;
        return (new IdempotentRequest(Hash($"{caller}\n{key}", []), Hash(Describe(request), body)), null);
    }

    private static string Describe(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return $"{request.Method} {target}\n{request.Headers.IfMatch}\n{request.Headers.IfNoneMatch}\n";
    }

    private static string Hash(string text, ReadOnlySpan<byte> more) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(text), .. more]));
}
