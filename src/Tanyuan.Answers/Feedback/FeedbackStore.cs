using System.Globalization;
using System.Text;
using System.Text.Json;
using Tanyuan.Library;

namespace Tanyuan.Answers.Feedback;

/// <summary>Keeps feedback in the library it is about, as JSON Lines in one setting, so that it moves with the library.</summary>
public static class FeedbackStore
{
    const string Setting = "feedback";

    /// <summary>Keeps an entry; what was said of the same question and span before is replaced.</summary>
    public static Task AddFeedbackAsync(this TanyuanLibrary library, FeedbackEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(entry);
        return library.UpdateSettingAsync(
            Setting, old => Write([.. Read(old).Where(other => other.Question != entry.Question || other.Span != entry.Span), entry]), cancellationToken);
    }

    /// <summary>All entries, oldest first.</summary>
    public static async Task<IReadOnlyList<FeedbackEntry>> ListFeedbackAsync(this TanyuanLibrary library, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        return Read(await library.GetSettingAsync(Setting, cancellationToken));
    }

    static List<FeedbackEntry> Read(string? lines)
    {
        var entries = new List<FeedbackEntry>();
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            entries.Add(new FeedbackEntry(
                root.GetProperty("question").GetString()!, Enum.Parse<FeedbackKind>(root.GetProperty("kind").GetString()!, ignoreCase: true),
                root.GetProperty("span").GetString()!, DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture)));
        }

        return entries;
    }

    static string Write(List<FeedbackEntry> entries)
    {
        var lines = new StringBuilder();
        foreach (var entry in entries)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, AnswerJson.Options))
            {
                json.WriteStartObject();
                json.WriteString("question", entry.Question);
                json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString()));
                json.WriteString("span", entry.Span);
                json.WriteString("at", entry.At.ToString("O", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            lines.Append(Encoding.UTF8.GetString(buffer.ToArray())).Append('\n');
        }

        return lines.ToString();
    }
}
