using System.Globalization;
using System.Text;

namespace Search.Service.Observing;

/// <summary>Writes metrics in Prometheus' text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Instruments that have measured nothing yet are left out.</summary>
    public static string Write(IEnumerable<Measured> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics)
            Write(text, metric);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Measured metric)
    {
        var isFirst = true;
        foreach (var (labels, series) in metric.Series)
        {
            if (isFirst)
                WriteHead(text, metric);
            isFirst = false;
            if (metric.Kind == MeasuredKind.Histogram)
                WriteHistogram(text, metric.Name, labels, series);
            else
                WriteLine(text, metric.Name, labels, series.Sum);
        }
    }

    private static void WriteHead(StringBuilder text, Measured metric)
    {
        if (metric.Description.Length > 0)
            text.Append("# HELP ").Append(metric.Name).Append(' ').Append(OneLine(metric.Description)).Append('\n');
        text.Append("# TYPE ").Append(metric.Name).Append(' ').Append(TypeOf(metric.Kind)).Append('\n');
    }

    private static string OneLine(string description) =>
        description.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string TypeOf(MeasuredKind kind) =>
        kind switch
        {
            MeasuredKind.Counter => "counter",
            MeasuredKind.Histogram => "histogram",
            _ => "gauge",
        };

    private static void WriteHistogram(StringBuilder text, string name, string labels, Series series)
    {
        var (cumulative, sum) = series.Read();
        for (var i = 0; i < cumulative.Length; i++)
        {
            var bound = i < Series.Bounds.Length ? Number(Series.Bounds[i]) : "+Inf";
            WriteLine(text, $"{name}_bucket", Join(labels, $"le=\"{bound}\""), cumulative[i]);
        }
        WriteLine(text, $"{name}_sum", labels, sum);
        WriteLine(text, $"{name}_count", labels, cumulative[^1]);
    }

    private static string Join(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";

    private static void WriteLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
