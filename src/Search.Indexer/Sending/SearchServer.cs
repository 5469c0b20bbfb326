using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Indexer.Sending;

/// <summary>
/// A service that takes writes. What fails in a way that may pass is sent again, with the same <c>Idempotency-Key</c>, so that
/// nothing happens twice and the answer is that of the first time.
/// </summary>
internal sealed class SearchServer : IDisposable
{
    private const int MostTries = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient client;
    private readonly TextWriter messages;

    /// <param name="address">Where the service is, with the path that it is mounted at.</param>
    /// <param name="key">An admin key.</param>
    /// <param name="messages">For what was tried again.</param>
    public SearchServer(Uri address, string key, TextWriter messages)
    {
        this.messages = messages;
        client = new HttpClient { BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Puts lines in; gives what became of each.</summary>
    /// <exception cref="ServerException">The service does not take them.</exception>
    public async Task<IReadOnlyList<SentLine>> PutAsync(
        string source,
        byte[] lines,
        ImportOptions options,
        bool waitForRefresh,
        CancellationToken cancellationToken
    )
    {
        var address =
            $"v1/documents?source={Uri.EscapeDataString(source)}"
            + (waitForRefresh ? "" : "&refresh=none")
            + (options.TakeOver ? "&takeOver=true" : "")
            + (options.KeepSample ? "&keepSample=true" : "");
        var answer = await SendAsync(HttpMethod.Post, address, lines, cancellationToken);
        return
        [
            .. answer
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<SentLine>(line, Json) ?? throw Unexpected(line)),
        ];
    }

    /// <summary>The ids of the records that a source owns.</summary>
    /// <exception cref="ServerException">The service does not say.</exception>
    public async IAsyncEnumerable<string> IdsAsync(
        string source,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var address = new Uri($"v1/export?source={Uri.EscapeDataString(source)}", UriKind.Relative);
        using var response = await client.GetAsync(
            address,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(response, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var record = RecordJson.Parse(System.Text.Encoding.UTF8.GetBytes(line));
            yield return record.Id ?? throw Unexpected(line);
        }
    }

    /// <summary>Removes a record that the source owns; false when it has gone already or belongs to another by now.</summary>
    /// <exception cref="ServerException">The service does not do it.</exception>
    public async Task<bool> DeleteAsync(string source, string id, CancellationToken cancellationToken)
    {
        var address = $"v1/documents/{Uri.EscapeDataString(id)}?source={Uri.EscapeDataString(source)}";
        try
        {
            await SendAsync(HttpMethod.Delete, address, null, cancellationToken);
            return true;
        }
        catch (ServerException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<string> SendAsync(
        HttpMethod method,
        string address,
        byte[]? body,
        CancellationToken cancellationToken
    )
    {
        var idempotencyKey = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            var (answer, failure, pause) = await TryAsync(method, address, body, idempotencyKey, cancellationToken);
            if (failure is null)
                return answer;
            if (!failure.MayPass || attempt == MostTries)
                throw failure;
            pause ??= TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << (attempt - 1), LongestPause.Ticks));
            messages.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{failure.Message} Trying again in {pause.Value.TotalSeconds:0.0} s."
                )
            );
            await Task.Delay(pause.Value, cancellationToken);
        }
    }

    private async Task<(string Answer, ServerException? Failure, TimeSpan? Pause)> TryAsync(
        HttpMethod method,
        string address,
        byte[]? body,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
            request.Headers.Add("Idempotency-Key", idempotencyKey);
            if (body is not null)
                request.Content = new ByteArrayContent(body)
                {
                    Headers = { { "Content-Type", "application/x-ndjson" } },
                };
            using var response = await client.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return (await response.Content.ReadAsStringAsync(cancellationToken), null, null);
            var failure = await RefusalAsync(response, cancellationToken);
            return ("", failure, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException
                || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return (
                "",
                new ServerException($"The service at {client.BaseAddress} cannot be reached: {e.Message}", null),
                null
            );
        }
    }

    private static async Task<ServerException> RefusalAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ServerException(
            $"The service answered {(int)response.StatusCode}: {DetailOf(text) ?? response.ReasonPhrase}",
            response.StatusCode
        );
    }

    private static string? DetailOf(string problem)
    {
        try
        {
            using var json = JsonDocument.Parse(problem);
            return json.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Something in between answered, in words of its own.
            return null;
        }
    }

    private static ServerException Unexpected(string line) =>
        new($"The service answered something else than expected: {line}", HttpStatusCode.OK);
}

/// <summary>What a service says of one line.</summary>
internal sealed record SentLine(long Line, string? Id, string Status, string? Error = null, int? SampleRemoved = null);

/// <summary>A service did not do what it was asked.</summary>
/// <param name="message">In plain words.</param>
/// <param name="status">What it answered; null when there was no answer.</param>
internal sealed class ServerException(string message, HttpStatusCode? status) : Exception(message)
{
    /// <summary>What it answered; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether it may go well when it is tried again.</summary>
    public bool MayPass =>
        Status
            is null
                or HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout
                or HttpStatusCode.InsufficientStorage;
}
