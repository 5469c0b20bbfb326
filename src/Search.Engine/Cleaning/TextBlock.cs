namespace Search.Engine.Cleaning;

/// <summary>What a block of text is.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,
    ListEntry,

    /// <summary>Text whose line breaks mean something.</summary>
    Code,
}

/// <summary>A paragraph, heading, entry of a list or the like.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Without markup; never empty.</param>
/// <param name="Level">Of a heading, from 1; else 0.</param>
/// <param name="Lead">The bold text that a paragraph begins with; null when it does not.</param>
/// <param name="Anchor">The fragment by which a link leads to it; null when there is none.</param>
internal sealed record TextBlock(BlockKind Kind, string Text, int Level = 0, string? Lead = null, string? Anchor = null)
{
    /// <summary>The text of several blocks: entries of a list stand on lines of their own, paragraphs have an empty line between.</summary>
    public static string Join(IEnumerable<TextBlock> blocks)
    {
        var text = new System.Text.StringBuilder();
        BlockKind? before = null;
        foreach (var block in blocks)
        {
            if (before is not null)
                text.Append(before == BlockKind.ListEntry && block.Kind == BlockKind.ListEntry ? "\n" : "\n\n");
            text.Append(block.Text);
            before = block.Kind;
        }
        return text.ToString();
    }
}
