using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Training;

/// <summary>Writes the model with what it was trained on.</summary>
internal static class ModelFile
{
    /// <summary>Writes the model.</summary>
    public static void Write(string path, ReaderModel model, int questions)
    {
        using var file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteNumber("version", 2);
        writer.WriteString(
            "provenance",
            $"Trained by tools/Tanyuan.Training on {questions} questions of CMRC 2018 (trial; Cui et al., CC BY-SA 4.0) and DRCD (dev; Delta Research Center, CC BY-SA 3.0). Holds no text of them.");
        writer.WriteNumber("threshold", model.Threshold);
        writer.WritePropertyName("sentences");
        model.Sentences.Write(writer);
        writer.WritePropertyName("patterns");
        model.Patterns.Write(writer);
        writer.WritePropertyName("correcting");
        model.Spans.Correcting.Write(writer);
        writer.WritePropertyName("plain");
        model.Spans.Plain.Write(writer);
        writer.WritePropertyName("confidence");
        model.Confidence.Write(writer);
        writer.WriteEndObject();
    }
}
