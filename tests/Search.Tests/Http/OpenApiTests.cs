using System.Runtime.CompilerServices;

namespace Search.Tests.Http;

public sealed class OpenApiTests(SampleService sample)
{
    [Fact]
    public async Task The_document_is_as_it_was_reviewed()
    {
        var document = await sample.Host.Client.GetStringAsync(
            new Uri("/openapi/v1.json", UriKind.Relative),
            ServiceHost.Cancel
        );
        var text = document.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(GoldenPath(), text, ServiceHost.Cancel);
        Assert.Equal(await File.ReadAllTextAsync(GoldenPath(), ServiceHost.Cancel), text);
    }

    [Fact]
    public async Task Every_operation_has_a_summary_and_every_parameter_a_description()
    {
        var document = await sample.Host.JsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1.", (string)document["openapi"]!, StringComparison.Ordinal);
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).ToList();
        Assert.All(operations, operation => Assert.NotNull(operation.Value!["summary"]));
        Assert.All(
            operations.SelectMany(operation => operation.Value!["parameters"]?.AsArray() ?? []),
            parameter => Assert.NotNull(parameter!["description"])
        );
    }

    [Fact]
    public async Task Every_status_of_a_failure_is_described_as_a_problem()
    {
        var document = await sample.Host.JsonAsync("/openapi/v1.json");
        var responses = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["responses"]!.AsObject())
            .Where(response => response.Key[0] is '4' or '5');
        Assert.All(responses, response => Assert.NotNull(response.Value!["content"]!["application/problem+json"]));
    }

    private static string GoldenPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "openapi.v1.json");
}
