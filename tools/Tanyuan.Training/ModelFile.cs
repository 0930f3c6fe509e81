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
        writer.WriteNumber("version", 1);
        writer.WriteString(
            "provenance",
            $"Trained by tools/Tanyuan.Training on {questions} questions of CMRC 2018 (trial; Cui et al., CC BY-SA 4.0) and DRCD (dev; Delta Research Center, CC BY-SA 3.0). Holds no text of them.");
        writer.WriteNumber("threshold", model.Threshold);
        Write("sentences", model.Sentences);
        writer.WritePropertyName("patterns");
        model.Patterns.Write(writer);
        Write("spans", model.Spans);
        Write("confidence", model.Confidence);
        writer.WriteEndObject();

        void Write(string name, Tanyuan.Answers.Ranking.TreeEnsemble ensemble)
        {
            writer.WritePropertyName(name);
            ensemble.Write(writer);
        }
    }
}
