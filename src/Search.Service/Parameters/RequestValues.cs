using System.Buffers;
using Microsoft.Extensions.Options;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Parameters;

/// <summary>Reads the parameters of a request: its query string, and for POST its JSON body too.</summary>
internal sealed class RequestValues(IOptions<SearchSettings> settings)
{
    /// <summary>Gives the values, or the problem that the body is. The body's type does not matter, it is read as JSON.</summary>
    public async Task<(ParameterValues Values, Problem? Problem)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var values = ParameterValues.FromQuery(request.QueryString.Value);
        if (!HttpMethods.IsPost(request.Method))
            return (values, null);
        var most = settings.Value.Http.MaxBodyBytes;
        var body = await ReadBodyAsync(request, most, cancellationToken);
        var problem = body is null
            ? Problem.Of(ProblemCode.TooLarge, $"The body may have {most} bytes.")
            : JsonBody.Read(body, values);
        return (values, problem);
    }

    /// <summary>The whole body; null when it has more than <paramref name="most"/> bytes.</summary>
    internal static async Task<byte[]?> ReadBodyAsync(
        HttpRequest request,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > most)
            return null;
        try
        {
            return await ReadAllAsync(request, most, cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>What the server says of some bodies in words of its own: the fault of a request, not of the service.</summary>
    internal static BadHttpRequestException Unreadable(IOException exception) =>
        new("The body could not be read.", StatusCodes.Status400BadRequest, exception);

    private static async Task<byte[]?> ReadAllAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAtLeastAsync(most + 1, cancellationToken);
            var isTooLong = read.Buffer.Length > most;
            var body = isTooLong ? null : read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (isTooLong || read.IsCompleted)
                return body;
        }
    }
}
