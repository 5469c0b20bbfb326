using System.Globalization;
using Search.Engine.Indexing;
using Search.Service.Settings;
using Serilog;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace Search.Service.Hosting;

/// <summary>Where log events go, and in what form.</summary>
internal static class LogOutputs
{
    private const string ConsoleText = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}{Exception}";

    // A file is read days later, perhaps elsewhere.
    private const string FileText =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Message:lj}{NewLine}{Exception}";

    private const long Megabyte = 1024 * 1024;

    /// <summary>The console, and the file if one is named.</summary>
    public static void WriteToOutputs(this LoggerConfiguration logger, LogSettings settings)
    {
        var isJson = settings.Format == "json";
        if (isJson)
            logger.WriteTo.Console(new CompactJsonFormatter());
        else
            logger.WriteTo.Console(outputTemplate: ConsoleText, formatProvider: CultureInfo.InvariantCulture);
        if (string.IsNullOrWhiteSpace(settings.File))
            return;
        ITextFormatter form = isJson
            ? new CompactJsonFormatter()
            : new MessageTemplateTextFormatter(FileText, CultureInfo.InvariantCulture);
        logger.WriteTo.File(
            form,
            DataPaths.Resolve(settings.File),
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: settings.FileMegabytes * Megabyte,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: settings.KeptFiles
        );
    }
}
