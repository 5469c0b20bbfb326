using System.Text;
using Search.Service.Writing;

namespace Search.Tests.Writing;

public sealed class IdempotencyLogTests : IDisposable
{
    private static readonly IdempotentRequest Request = new("key", "request");

    private readonly TemporaryFolder folder = new();
    private readonly MovedClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_answer_outlives_the_process_once_its_commit_is_made()
    {
        Opened(0).Keep([(Request, Answer("done"))], commit: 1);

        var (answer, _) = Opened(lastCommit: 1).Find(Request);

        Assert.NotNull(answer);
        Assert.Equal("done", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public void An_answer_whose_commit_never_came_is_forgotten_for_good()
    {
        Opened(0).Keep([(Request, Answer("lost"))], commit: 1);

        Assert.Null(Opened(lastCommit: 0).Find(Request).Answer);
        // The number is used again by another commit, which must not make it true.
        Assert.Null(Opened(lastCommit: 1).Find(Request).Answer);
    }

    [Fact]
    public void A_line_that_broke_off_takes_no_other_with_it()
    {
        Opened(0).Keep([(Request, Answer("done"))], commit: 1);
        File.AppendAllText(folder[IdempotencyLog.Name], """{"key":"half","requ""");

        var log = Opened(lastCommit: 1);
        log.Keep([(new IdempotentRequest("second", "request"), Answer("too"))], commit: 2);

        var again = Opened(lastCommit: 2);
        Assert.NotNull(again.Find(Request).Answer);
        Assert.NotNull(again.Find(new IdempotentRequest("second", "request")).Answer);
    }

    [Fact]
    public void Another_request_under_the_same_key_is_told_apart()
    {
        var log = Opened(0);
        log.Keep([(Request, Answer("done"))], commit: 1);
        Assert.Equal((null, true), log.Find(Request with { Request = "other" }));
    }

    [Fact]
    public void Answers_are_kept_for_a_day()
    {
        var log = Opened(0);
        log.Keep([(Request, Answer("done"))], commit: 1);
        clock.Now += TimeSpan.FromHours(25);
        Assert.Null(log.Find(Request).Answer);
    }

    [Fact]
    public void The_oldest_make_room_and_the_file_stays_small()
    {
        var log = Opened(0);
        var large = new string('x', 900_000);
        for (var n = 1; n <= 60; n++)
            log.Keep([(new IdempotentRequest($"key {n}", "request"), Answer(large))], commit: n);
        Assert.Null(log.Find(new IdempotentRequest("key 1", "request")).Answer);
        Assert.NotNull(log.Find(new IdempotentRequest("key 60", "request")).Answer);
        Assert.InRange(new FileInfo(folder[IdempotencyLog.Name]).Length, 1, 40_000_000);
    }

    private IdempotencyLog Opened(long lastCommit)
    {
        var log = new IdempotencyLog(folder.Path, TimeSpan.FromHours(24), clock);
        log.Open(lastCommit);
        return log;
    }

    private static WriteAnswer Answer(string body) =>
        new(201, "application/json", Encoding.UTF8.GetBytes(body), new Dictionary<string, string>());

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 3, 5, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
