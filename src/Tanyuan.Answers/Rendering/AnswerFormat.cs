namespace Tanyuan.Answers.Rendering;

/// <summary>A form in which an answer is written out.</summary>
public enum AnswerFormat
{
    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>Markdown with a footnote for each citation.</summary>
    Markdown,

    /// <summary>A nested list: statements, and under each its sources.</summary>
    Outline,

    /// <summary>Markdown headings and lists, as mind-map tools read them.</summary>
    MindMap,

    /// <summary>The mind map drawn, as SVG.</summary>
    Svg,

    /// <summary>A short slide deck (PPTX) with the sources in the notes.</summary>
    Slides,
}
