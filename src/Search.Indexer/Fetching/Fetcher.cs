using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Search.Engine.Sources;

namespace Search.Indexer.Fetching;

/// <summary>Reads addresses by http and https, within limits, following redirects only to hosts that were named.</summary>
internal sealed class Fetcher(FetchLimits limits, AllowedHosts hosts) : IDisposable
{
    private readonly HttpClient client = CreateClient();

    public void Dispose() => client.Dispose();

    /// <summary>What stands at an address, unpacked; null when it has not changed since <paramref name="known"/>.</summary>
    /// <exception cref="SourceException">It cannot be had; the message says why.</exception>
    public async Task<FetchedFile?> FetchAsync(Uri address, Validators? known, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limits.Time);
        try
        {
            using var response = await FollowAsync(address, known, time.Token);
            return response.StatusCode == HttpStatusCode.NotModified ? null : await SaveAsync(response, time.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(
                address.OriginalString,
                $"took longer than {limits.Time.TotalSeconds:0} s; --timeout gives it more",
                fault
            );
        }
        catch (FetchException fault)
        {
            throw new SourceException(address.OriginalString, fault.Message, fault);
        }
        catch (InvalidDataException fault)
        {
            throw new SourceException(address.OriginalString, "the compressed data is damaged or breaks off", fault);
        }
        catch (HttpRequestException fault)
            when (fault.HttpRequestError == HttpRequestError.ResponseEnded || fault.InnerException is IOException)
        {
            throw new SourceException(address.OriginalString, "the answer breaks off", fault);
        }
        catch (HttpRequestException fault)
        {
            throw new SourceException(address.OriginalString, $"cannot be reached: {Cause(fault)}", fault);
        }
        // The other side ended early, or cut the connection.
        catch (IOException fault) when (fault is HttpIOException || fault.InnerException is SocketException)
        {
            throw new SourceException(address.OriginalString, "the answer breaks off", fault);
        }
        catch (IOException fault)
        {
            throw new SourceException(address.OriginalString, $"cannot be read: {fault.Message}", fault);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(
        Uri address,
        Validators? known,
        CancellationToken cancellationToken
    )
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendAsync(address, known, cancellationToken);
            if (
                response.StatusCode == HttpStatusCode.OK
                || (response.StatusCode == HttpStatusCode.NotModified && known is { Any: true })
            )
                return response;
            using (response)
            {
                address = Redirected(response, address);
                if (redirects == limits.MaxRedirects)
                    throw new FetchException(
                        $"redirects more than {limits.MaxRedirects} times; --max-redirects allows more"
                    );
            }
        }
    }

    private Uri Redirected(HttpResponseMessage response, Uri address)
    {
        var code = (int)response.StatusCode;
        if (code is not (301 or 302 or 303 or 307 or 308))
            throw new FetchException($"answered {code} {response.ReasonPhrase}".TrimEnd());
        if (response.Headers.Location is not { } location)
            throw new FetchException($"answered {code} without saying where to");
        var target = new Uri(address, location);
        if (!SourceAddress.IsWeb(target))
            throw new FetchException($"redirects to {target}; only http and https are read");
        if (!hosts.Allow(target))
        {
            throw new FetchException(
                $"redirects to {target}, a host that the command line does not name; --allow-host {target.Authority} lets it"
            );
        }
        return target;
    }

    private Task<HttpResponseMessage> SendAsync(Uri address, Validators? known, CancellationToken cancellationToken)
    {
        // Not disposed: it has no body, and the answer keeps it.
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("search-indexer", null));
        if (known?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<FetchedFile> SaveAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limits.MaxBytes)
            throw FetchException.TooLarge(limits);
        var file = new FetchedFile
        {
            ContentType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            Validators = new(Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified")),
        };
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await using var into = file.Create();
            await BodyReader.CopyAsync(response.Content.Headers, body, into, limits, cancellationToken);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // What the socket says is plainer than what is wrapped around it.
    private static string Cause(HttpRequestException fault) =>
        fault is { InnerException: { } inner, HttpRequestError: not HttpRequestError.SecureConnectionError }
            ? inner.Message
            : fault.Message;

    private static HttpClient CreateClient() =>
        new(
            new SocketsHttpHandler
            {
                // Both are done here, where they can be bounded and the hosts compared.
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                MaxResponseHeadersLength = 64,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}

/// <summary>Why an address cannot be read, in words that follow the address.</summary>
/// <param name="message">Without the address.</param>
internal sealed class FetchException(string message) : Exception(message)
{
    public static FetchException TooLarge(FetchLimits limits) =>
        new($"holds more than {limits.MaxSize}; --max-size allows more");
}
