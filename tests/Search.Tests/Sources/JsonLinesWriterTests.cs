using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class JsonLinesWriterTests
{
    [Fact]
    public void Each_record_is_a_line()
    {
        var stream = new MemoryStream();
        using (var writer = new JsonLinesWriter(stream))
        {
            writer.Write(new Talk { Id = "a", Title = "One\nTwo" });
            writer.Write(new Talk { Id = "b", Title = "é" });
        }

        Assert.Equal(
            "{\"id\":\"a\",\"kind\":\"talk\",\"title\":\"One\\nTwo\"}\n{\"id\":\"b\",\"kind\":\"talk\",\"title\":\"é\"}\n",
            System.Text.Encoding.UTF8.GetString(stream.ToArray())
        );
    }

    [Theory]
    [InlineData("talks.jsonl", (byte)'{')]
    [InlineData("talks.jsonl.gz", (byte)0x1F)]
    public void What_was_written_is_read_back_compressed_or_not(string name, byte firstByte)
    {
        using var folder = new TemporaryFolder();
        var path = folder.At(name);
        using (var writer = JsonLinesWriter.Create(path))
        {
            foreach (var number in Enumerable.Range(0, 3_000))
                writer.Write(
                    new Talk { Id = $"talk-{number}", Title = "A title of some length, so that it is flushed" }
                );
        }

        var items = Importers.Read(path, SourceFiles.Find(path), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            Enumerable.Range(0, 3_000).Select(number => $"talk-{number}"),
            items.OfType<ImportedRecord>().Select(item => item.Record.Id)
        );
        Assert.Equal(firstByte, File.ReadAllBytes(path)[0]);
    }
}
