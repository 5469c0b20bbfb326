using System.Net;
using System.Net.Sockets;

namespace Search.Tests.Http;

/// <summary>Passes connections on to a service, and of every other one loses the answer, as a network does that breaks off.</summary>
internal sealed class FlakyProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri service;
    private readonly Task accepting;
    private int connections;

    public FlakyProxy(Uri service)
    {
        this.service = service;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ServiceHost.Cancel);
                _ = PassAsync(client, loses: ++connections % 2 == 1);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task PassAsync(TcpClient client, bool loses)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(service.Host, service.Port, ServiceHost.Cancel);
            var there = near.GetStream().CopyToAsync(far.GetStream(), ServiceHost.Cancel);
            if (loses)
            {
                // The answer is there, so the service has done it; the client hears nothing of it.
                await far.GetStream().ReadExactlyAsync(new byte[1], ServiceHost.Cancel);
                return;
            }
            await far.GetStream().CopyToAsync(near.GetStream(), ServiceHost.Cancel);
            await there;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // One side has closed.
        }
    }
}
