using System.Net.Sockets;
using System.Text;

namespace Search.Tests.Http;

/// <summary>A POST of lines over a socket of its own, in chunks that the test decides.</summary>
internal sealed class RawPost : IAsyncDisposable
{
    private readonly TcpClient connection = new();
    private readonly StringBuilder received = new();

    public static async Task<RawPost> OpenAsync(Uri address, string key)
    {
        var post = new RawPost();
        await post.connection.ConnectAsync(address.Host, address.Port, ServiceHost.Cancel);
        await post.SendRawAsync(
            $"POST /v1/documents HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        );
        return post;
    }

    public Task SendAsync(string text) => SendRawAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    public Task EndAsync() => SendRawAsync("0\r\n\r\n");

    public Task SendBrokenAsync() => SendRawAsync("no chunk\r\n");

    public async Task<string> ReadUntilAsync(string text)
    {
        while (!received.ToString().Contains(text, StringComparison.Ordinal) && await ReadSomeAsync()) { }
        return received.ToString();
    }

    public async Task<string> ReadToEndAsync()
    {
        while (await ReadSomeAsync()) { }
        return received.ToString();
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SendRawAsync(string text) =>
        await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), ServiceHost.Cancel);

    private async Task<bool> ReadSomeAsync()
    {
        var buffer = new byte[4_096];
        var length = await connection.GetStream().ReadAsync(buffer, ServiceHost.Cancel);
        received.Append(Encoding.UTF8.GetString(buffer, 0, length));
        return length > 0;
    }
}
