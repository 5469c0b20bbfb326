namespace Search.Service.Writing;

/// <summary>A write cannot be taken now and may well be in a moment; nothing of it was done.</summary>
/// <param name="message">One sentence, fit for strangers.</param>
internal sealed class WritesBusyException(string message) : Exception(message);
