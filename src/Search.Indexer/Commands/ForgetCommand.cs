using System.CommandLine;
using Search.Engine.Forgetting;
using Search.Engine.Indexing;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>forget ID</c> and <c>forget --speaker NAME</c>: removes a record or a person for good.</summary>
internal static class ForgetCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "The record to forget.", Arity = ArgumentArity.ZeroOrOne };
        var speaker = new Option<string?>("--speaker")
        {
            Description = "The person to forget, by the name in full.",
            HelpName = "NAME",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say which records it would be." };
        var lift = new Option<bool>("--lift")
        {
            Description = "Let what was forgotten come back with the next import, after a mistake.",
        };
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command(
            "forget",
            "Remove a record or a person for good, from every generation, and keep later imports from bringing it back."
        )
        {
            id,
            speaker,
            dryRun,
            lift,
            index,
            json,
        };
        command.SetAction(parsed =>
        {
            var target = Target(parsed.GetValue(id), parsed.GetValue(speaker));
            var output = parsed.InvocationConfiguration.Output;
            using var session = new IndexSession(CommonOptions.At(parsed.GetRequiredValue(index)), "search-indexer");
            if (parsed.GetValue(lift))
                return Lift(session, target, output);
            var isDryRun = parsed.GetValue(dryRun);
            var summary = session.Forget(target, isDryRun);
            if (parsed.GetValue(json))
                JsonOutput.Write(output, summary);
            else
                ForgetReport.Write(output, summary, isDryRun);
            return ExitCode.Success;
        });
        return command;
    }

    private static ForgetTarget Target(string? id, string? speaker)
    {
        if (string.IsNullOrWhiteSpace(id) == string.IsNullOrWhiteSpace(speaker))
            throw new UsageException("Name what to forget: forget ID, or forget --speaker NAME.");
        if (!string.IsNullOrWhiteSpace(id))
            return ForgetTarget.Record(id);
        return ForgetTarget.Speaker(speaker ?? "")
            ?? throw new UsageException($"\"{speaker}\" has no letters by which a person could be known.");
    }

    private static int Lift(IndexSession session, ForgetTarget target, TextWriter output)
    {
        if (!session.LiftForgetting(target))
            throw new UsageException($"{target.Text} was not forgotten.");
        output.WriteLine($"{target.Text} may come back with the next import.");
        return ExitCode.Success;
    }
}
