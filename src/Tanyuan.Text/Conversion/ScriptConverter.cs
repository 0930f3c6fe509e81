using System.Buffers;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Conversion;

/// <summary>
/// Converts Chinese between its scripts for reading, phrase by phrase with OpenCC's dictionaries: 頭髮 and 發展 become 头发 and 发展, 皇后 and 以后
/// become 皇后 and 以後. A line that is in the script asked for already stays as it is, and one that is not Chinese has nothing to convert.
/// The length may change. For comparing texts there is <see cref="Folding.TextFolder"/>.
/// </summary>
public static class ScriptConverter
{
    const char TaiwanAspect = '著';
    const char Aspect = '着';

    /// <summary>Converts a text, line by line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">The script asked for.</param>
    /// <param name="regionalWords">Whether words of one region become those of the other, too: 滑鼠 for 鼠标.</param>
    /// <param name="from">The script that the text is in, where it is known; else each line is judged by its characters.</param>
    /// <returns>The converted text; the same instance where nothing changes.</returns>
    public static string Convert(string text, ChineseScript to, bool regionalWords = false, ChineseScript? from = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyInRange('\u2E80', '\uFAFF') < 0 && !text.AsSpan().ContainsAnyInRange('\uD840', '\uD88D'))
            return text;

        var output = new ArrayBufferWriter<char>(text.Length + 16);
        var between = new ArrayBufferWriter<char>(256);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            length = length < 0 ? text.Length - start : length + 1;
            ConvertLine(text.AsSpan(start, length), to, regionalWords, from, between, output);
            start += length;
        }

        return output.WrittenSpan.SequenceEqual(text) ? text : output.WrittenSpan.ToString();
    }

    static void ConvertLine(
        ReadOnlySpan<char> line, ChineseScript to, bool regionalWords, ChineseScript? from, ArrayBufferWriter<char> between, ArrayBufferWriter<char> output)
    {
        var table = ConversionTable.BuiltIn;
        var shown = table.ScriptsIn(line);
        if (to == ChineseScript.Simplified)
        {
            if (shown == ShownScripts.Simplified)
            {
                output.Write(line);
                return;
            }

            // Of a line that shows no script only what is wrong in any Simplified text is converted: 原著 is no Taiwanese 原着.
            if (from is null && !regionalWords && shown == ShownScripts.None)
            {
                table.Step("simplify").Convert(line, output, '\0');
                return;
            }

            // A line that writes 着 itself is hardly from Taiwan, and means 著 where it writes it.
            between.ResetWrittenCount();
            var keepsAspect = from != ChineseScript.Taiwan && line.Contains(Aspect);
            table.Step(regionalWords ? "common-words" : "common").Convert(line, between, keepsAspect ? TaiwanAspect : '\0');
            table.Step("simplify").Convert(between.WrittenSpan, output, '\0');
            return;
        }

        var isTraditional = shown == ShownScripts.Traditional;
        if (to == ChineseScript.Traditional)
        {
            if (isTraditional)
                output.Write(line);
            else
                table.Step("traditionalise").Convert(line, output, '\0');
            return;
        }

        between.ResetWrittenCount();
        if (isTraditional)
            between.Write(line);
        else
            table.Step("traditionalise").Convert(line, between, '\0');
        var region = to == ChineseScript.Taiwan ? "taiwan" : "hongkong";
        table.Step(regionalWords ? region + "-words" : region).Convert(between.WrittenSpan, output, '\0');
    }
}
