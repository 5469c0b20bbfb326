using Search.Service.Hosting;

try
{
    await using var app = ServiceApplication.Build(args);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFault.Explain(exception) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}
