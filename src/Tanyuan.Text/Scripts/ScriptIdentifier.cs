namespace Tanyuan.Text.Scripts;

/// <summary>The language and script of a text.</summary>
/// <param name="Language">A BCP 47 language: <c>zh</c>, <c>en</c>, <c>ja</c>, <c>ko</c>, or <c>und</c>.</param>
/// <param name="Script">An ISO 15924 script: <c>Hans</c>, <c>Hant</c>, <c>Latn</c>, <c>Jpan</c>, <c>Kore</c>, or <c>Zyyy</c>.</param>
public readonly record struct LanguageAndScript(string Language, string Script);

/// <summary>Tells the language and script of a text from its characters.</summary>
public static class ScriptIdentifier
{
    /// <summary>Identifies a text.</summary>
    public static LanguageAndScript Identify(ReadOnlySpan<char> text) => throw new NotImplementedException();
}
