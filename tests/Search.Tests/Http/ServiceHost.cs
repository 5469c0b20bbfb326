using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Search.Engine.Keys;
using Search.Service.Hosting;
using Search.Service.Writing;

namespace Search.Tests.Http;

/// <summary>The service on a free port of this machine, as it runs, over a real index.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly TemporaryFolder corpus = new();
    private readonly WebApplication application;

    public ServiceHost(IEnumerable<Record> records, params (string Name, string Value)[] settings)
    {
        Collection = new Collection();
        if (records.Any())
            Collection.Import(records);
        (string Name, string Value)[] all =
        [
            ("urls", "http://127.0.0.1:0"),
            ("Search:Index:Path", Collection.Options.Path),
            ("Search:Corpus:Path", corpus.Path),
            ("Search:Index:RefreshMilliseconds", "50"),
            ("Serilog:MinimumLevel:Default", "Error"),
            .. settings,
        ];
        application = ServiceApplication.Build([.. all.Select(setting => $"--{setting.Name}={setting.Value}")]);
        application.Start();
        Address = new Uri(application.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Collection Collection { get; }

    public HttpClient Client { get; }

    /// <summary>What the service is made of.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>Ends with a slash.</summary>
    public Uri Address { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes a key; the service knows it within a moment.</summary>
    public string AddKey(KeyRole role, string name = "test", params string[] origins) =>
        new KeyFile(Collection.Options.Path).Add(name, role, origins, DateTimeOffset.UtcNow).Text;

    /// <summary>Waits until the service takes writes with a new admin key; gives the key.</summary>
    public async Task<string> WritingAsync()
    {
        var key = AddKey(KeyRole.Admin, "admin");
        while (!Services.Queue().HoldsLock)
            await Task.Delay(20, Cancel);
        return key;
    }

    /// <summary>Sends a body with a key.</summary>
    public async Task<HttpResponseMessage> WriteAsync(
        string key,
        HttpMethod method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request, Cancel);
    }

    /// <summary>Waits until an index is open and warm.</summary>
    public async Task<ServiceHost> ReadyAsync()
    {
        while (await StatusAsync("/health/ready") != HttpStatusCode.OK)
            await Task.Delay(20, Cancel);
        return this;
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return response.StatusCode;
    }

    public async Task<JsonNode> JsonAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return await JsonAsync(response);
    }

    public async Task<JsonNode> PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return await JsonAsync(response);
    }

    public Task<JsonNode> PostAsync(string path, string body) => PostAsync(path, Encoding.UTF8.GetBytes(body));

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, Cancel);
    }

    /// <summary>Sends a request line just as it is and gives the whole answer; clients would mend the target first.</summary>
    public async Task<string> RawAsync(string method, string target)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(Address.Host, Address.Port, Cancel);
        await using var stream = connection.GetStream();
        var request = $"{method} {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }

    /// <summary>Stops the service as the system would; the index stays.</summary>
    public Task StopAsync() => application.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
        Collection.Dispose();
        corpus.Dispose();
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return JsonNode.Parse(text) ?? throw new InvalidOperationException($"No JSON: {text}");
    }
}

/// <summary>Parts of a running service that tests look at.</summary>
internal static class ServiceParts
{
    public static WriteQueue Queue(this IServiceProvider services) => services.GetRequiredService<WriteQueue>();
}
