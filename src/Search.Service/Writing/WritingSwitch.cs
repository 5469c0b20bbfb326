namespace Search.Service.Writing;

/// <summary>Whether this service writes: then it holds the write lock, and other programs send their records to it.</summary>
internal sealed class WritingSwitch
{
    private volatile bool isOn;

    /// <summary>On as long as there is an admin key, once the index of the sample was made.</summary>
    public bool IsOn
    {
        get => isOn;
        set => isOn = value;
    }

    /// <summary>Who writes, for the message that another program gets.</summary>
    public string Holder { get; set; } = "search-service";
}
