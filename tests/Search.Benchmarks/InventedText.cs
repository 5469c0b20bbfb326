using System.Text;

namespace Search.Benchmarks;

/// <summary>Texts that look like abstracts of talks to whoever counts words: the same for the same number, everywhere.</summary>
internal static class InventedText
{
    private static readonly string[] Small =
        "the of and to a in we how is that it for with you this are on as from by".Split(' ');

    private static readonly string[] Large = (
        "log latency consensus replicated storage cluster network scheduler compiler request deployment failure testing "
        + "monitoring service database pipeline stream transaction snapshot kernel memory cache partition leader election "
        + "throughput container kubernetes gateway protocol security identity developer experience production incident "
        + "architecture migration library language runtime garbage collector profiler observability tracing metrics"
    ).Split(' ');

    /// <summary>About 125 words in sentences of about 16, in three paragraphs.</summary>
    public static string Abstract(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        for (var sentence = 0; sentence < 8; sentence++)
        {
            if (sentence > 0)
                text.Append(sentence % 3 == 0 ? "\n\n" : " ");
            AppendSentence(text, random);
        }
        return text.ToString();
    }

    private static void AppendSentence(StringBuilder text, Random random)
    {
        var length = random.Next(11, 21);
        for (var word = 0; word < length; word++)
        {
            var next = random.NextDouble() < 0.45 ? Small[random.Next(Small.Length)] : Large[random.Next(Large.Length)];
            text.Append(word == 0 ? char.ToUpperInvariant(next[0]) + next[1..] : next);
            if (word < length - 1)
                text.Append(random.NextDouble() < 0.07 ? ", " : " ");
        }
        text.Append('.');
    }
}
