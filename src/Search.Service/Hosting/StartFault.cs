using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Search.Service.Hosting;

/// <summary>Why the service could not start, as far as who runs it can mend it.</summary>
internal static class StartFault
{
    /// <summary>Plain words for standard error; null when the fault is the program's own.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            OptionsValidationException settings => string.Join(
                Environment.NewLine,
                settings
                    .Failures.Select(fault => $"  {fault}")
                    .Prepend("The service did not start. Its settings have faults:")
            ),
            IOException { InnerException: AddressInUseException } => $"The service did not start. {exception.Message} "
                + "Stop the other program, or choose another address with --urls.",
            InvalidDataException or FormatException => "The service did not start. "
                + string.Join(" ", Chain(exception).Select(e => e.Message)),
            System.Net.Sockets.SocketException =>
                $"The service did not start. It may not listen there: {exception.Message}.",
            _ => null,
        };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
            yield return link;
    }
}
