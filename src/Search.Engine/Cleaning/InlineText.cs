using System.Text;

namespace Search.Engine.Cleaning;

/// <summary>Collects the text of one block: white space made one space, line breaks only where they were asked for.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private int _bold;
    private int _leadStart = -1;
    private string? _lead;
    private bool _spacePending;

    public void Append(string text)
    {
        foreach (var unit in text)
        {
            if (unit is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                _spacePending = true;
                continue;
            }
            if (_spacePending && _text.Length > 0 && _text[^1] != '\n')
                _text.Append(' ');
            _spacePending = false;
            _text.Append(unit);
        }
    }

    public void NewLine()
    {
        _spacePending = false;
        if (_text.Length > 0)
            _text.Append('\n');
    }

    /// <summary>Bold text at the very beginning is the lead.</summary>
    public void BeginBold()
    {
        if (_bold++ == 0 && _text.Length == 0)
            _leadStart = 0;
    }

    public void EndBold()
    {
        if (--_bold > 0 || _leadStart < 0 || _lead is not null)
            return;
        var lead = _text.ToString().Trim();
        _lead = lead.Length > 0 ? lead : null;
        _leadStart = -1;
    }

    /// <summary>What was collected, trimmed, with its lead; then it is empty again.</summary>
    public (string Text, string? Lead) Take()
    {
        var taken = (_text.ToString().Trim(), _lead);
        _text.Clear();
        _lead = null;
        _leadStart = -1;
        _spacePending = false;
        return taken;
    }
}
