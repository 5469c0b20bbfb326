using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Search.Service.Access;

namespace Search.Service.Writing;

/// <summary>
/// Whether this service writes: as long as there is an admin key. Then it holds the write lock, and other programs send
/// their records to it.
/// </summary>
internal sealed class WritingSwitch(KeyRing keys, IServer server)
{
    private volatile bool mayBegin;

    /// <summary>Whether writes are taken.</summary>
    public bool IsOn => mayBegin && keys.Current.WritingIsOn;

    /// <summary>Who writes, for the message that another program gets: with the address that takes its records.</summary>
    public string Holder
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            return address is null ? "search-service" : $"search-service at {address}";
        }
    }

    /// <summary>Called when the start needs the writer no more: the index of the sample has been made, or need not be.</summary>
    public void Begin() => mayBegin = true;
}
