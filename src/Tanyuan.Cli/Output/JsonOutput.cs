using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Pages;

namespace Tanyuan.Cli.Output;

/// <summary>JSON on standard output: one value, indented on a terminal, one line in a pipe, Chinese readable in both.</summary>
internal static class JsonOutput
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write) =>
        Write(output, write, indented: !Console.IsOutputRedirected);

    /// <summary>One value of many, always on a line of its own (JSON Lines).</summary>
    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> write) => Write(output, write, indented: false);

    static void Write(TextWriter output, Action<Utf8JsonWriter> write, bool indented)
    {
        var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public static void WriteQuarantined(Utf8JsonWriter json, IReadOnlyList<Quarantine> quarantined)
    {
        json.WriteStartArray("quarantined");
        foreach (var item in quarantined)
        {
            json.WriteStartObject();
            json.WriteString("name", item.Name);
            json.WriteString("code", item.Code);
            json.WriteString("reason", item.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
