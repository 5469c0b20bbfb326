namespace Search.Engine.Sources;

/// <summary>One title of a topic page with what belongs to it, or why that is no talk or interview.</summary>
/// <param name="Title">Its line.</param>
internal abstract record PageEntry(PageLine Title);

/// <summary>A talk.</summary>
internal sealed record TalkEntry(PageLine Title, IReadOnlyList<string> Abstract) : PageEntry(Title);

/// <summary>An interview.</summary>
internal sealed record InterviewEntry(PageLine Title, IReadOnlyList<QuestionEntry> Questions) : PageEntry(Title);

/// <summary>A question with the paragraphs of its answer.</summary>
internal sealed record QuestionEntry(string Question, List<string> Answer);

/// <summary>Lines that cannot be used.</summary>
internal sealed record UnusableEntry(PageLine Title, string Reason) : PageEntry(Title);
